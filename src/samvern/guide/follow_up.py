# SPDX-License-Identifier: EUPL-1.2
"""After the first answer: one question at a time, the one that settles most first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from samvern.guide import steps
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.values import UNKNOWN, Answers


def next_question(answers: Answers, passed: Collection[str], today: date) -> str | None:
    """The fact to ask about next; None when no question is left.

    Never one that was passed by or answered with don't know, and never one that only steps ask
    which the answers rule out.
    """
    best = loaded_pack().assess(answers, today).next_questions
    asked = {name for step in steps.relevant(answers, today) for name in step.whole}
    done = {name for name, value in answers.items() if value == UNKNOWN} | set(passed)
    return next((name for name, _ in best if name in asked and name not in done), None)


def restarted_trail(trail: Mapping[str, bool]) -> dict[str, bool]:
    """The trail at the start of a new round: what was skipped may be asked again."""
    return {name: skipped for name, skipped in trail.items() if not skipped}


def previous_question(fact: str, trail: Mapping[str, bool]) -> str | None:
    """The question asked before this one; None for the first."""
    names = list(trail)
    earlier = names[: names.index(fact)] if fact in names else names
    return earlier[-1] if earlier else None
