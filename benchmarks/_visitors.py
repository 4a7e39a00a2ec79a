# SPDX-License-Identifier: EUPL-1.2
"""Visitors with answers of their own: as facts, and run as a program as cookies of one build.

The facts are those of the pack's example cases, alone and several together, so that some visitors
have said little and others much.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import date
from typing import Any

TOGETHER = (0, 1, 1, 2, 4, 8)
"""So many example cases make one visitor, in turn."""


def situations(count: int) -> list[dict[str, Any]]:
    """Facts of ``count`` visitors as JSON has them; the same ones every time."""
    from samvern.law import load_pack

    cases, draw = load_pack().ruleset.cases, random.Random(1)
    found = []
    for number in range(count):
        told: dict[str, Any] = {}
        for case in draw.sample(cases, TOGETHER[number % len(TOGETHER)]):
            told |= case.facts
        found.append(json.loads(json.dumps(told, default=str)))
    return found


def visitors(told: list[dict[str, Any]]) -> list[dict[str, str]]:
    """For each visitor the cookie that this build seals, and the body of a question as JSON."""
    import django

    django.setup()
    from django.http import HttpResponse

    from samvern.guide import answer_cookie as state

    found = []
    for facts in told:
        answers, response = fitting(facts), HttpResponse()
        state.save(response, state.VisitorState(), answers)
        cookie = f"{state.cookie_name()}={response.cookies[state.cookie_name()].value}"
        body = json.dumps({"facts": answers}, default=str)
        found.append({"cookie": cookie if answers else "", "body": body})
    return found


def fitting(facts: dict[str, Any]) -> dict[str, Any]:
    """Those of the facts that this build knows, can keep, and finds no contradiction between."""
    from django.utils import timezone

    from samvern.guide.loaded_pack import loaded_pack
    from samvern.guide.values import encode
    from samvern.law import InputError

    answers: dict[str, Any] = {}
    for id, value in facts.items():
        if id not in loaded_pack().pack.ruleset.facts:
            continue
        dated = loaded_pack().facts[id].type == "date" and isinstance(value, str)
        more = answers | {id: date.fromisoformat(value) if dated else value}
        try:
            encode(more, loaded_pack().fields)
            loaded_pack().assess(more, timezone.localdate())
        except (InputError, ValueError, TypeError, KeyError, AttributeError, OverflowError):
            continue
        answers = more
    return answers


if __name__ == "__main__":
    print(json.dumps(visitors(json.load(sys.stdin))))
