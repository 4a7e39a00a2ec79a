# SPDX-License-Identifier: EUPL-1.2
"""The pack in use, read once when the process starts, and what is worked out from it once."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samvern.guide.keys import GivenKeys, Keys, RatchetKeys
from samvern.guide.sealing import LONGEST_SECONDS
from samvern.guide.values import UNKNOWN, AnswerField, Answers, fingerprint
from samvern.law import Pack, Result, load_pack
from samvern.law.model import Fact, LocalizedText, Step

STILL_ON, EVENT = "ongoing", "event_on"
"""The day of what happened: a date beside the facts for the law, a question like any other here."""


@dataclass(frozen=True)
class LoadedPack:
    """A pack, what can be asked, and the places of the answers in a visitor's cookie."""

    pack: Pack
    facts: Mapping[str, Fact]
    steps: tuple[Step, ...]
    fields: tuple[AnswerField, ...]
    about: bytes

    def assess(self, answers: Answers, today: date) -> Result:
        """What the law says of the answers today.

        Raises:
            InputError: answers that contradict each other.
        """
        known = known_facts(answers)
        event = known.pop(EVENT, None)
        return self.pack.assess(known, asked_on=today, event_on=event)


@cache
def loaded_pack() -> LoadedPack:
    """The pack of this process.

    Raises:
        PackError: the pack named in the settings cannot be used.
    """
    pack = load_pack(settings.GUIDE_PACK)
    facts = {**pack.ruleset.facts, EVENT: _event()}
    fields = tuple(
        AnswerField(fact.id, fact.type, tuple(option.id for option in fact.options))
        for fact in facts.values()
    )
    about = b"samvern answers, trail" + fingerprint(fields)
    return LoadedPack(pack, facts, _with_event(pack.ruleset.steps), fields, about)


@cache
def keys() -> Keys:
    """The keys of this process."""
    if settings.GUIDE_KEYS:
        return GivenKeys(settings.GUIDE_KEYS)
    return RatchetKeys(int(time.time()), LONGEST_SECONDS)


def _with_event(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps, with the day of the event asked where it is asked whether it still goes on."""
    return tuple(
        replace(step, facts=(*step.facts, EVENT)) if STILL_ON in step.facts else step
        for step in steps
    )


def _event() -> Fact:
    return Fact(
        id=EVENT,
        type="date",
        label=_in_all(_("When it happened")),
        question=_in_all(_("When did it happen?")),
        help=_in_all(_("Leave it empty if it is still going on.")),
    )


def _in_all(text: str | Promise) -> LocalizedText:
    found = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found[code] = str(text)
    return found


def known_facts(answers: Answers) -> dict[str, Any]:
    """The answers without the don't-knows."""
    return {name: value for name, value in answers.items() if value != UNKNOWN}
