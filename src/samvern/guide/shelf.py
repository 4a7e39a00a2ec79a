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
from samvern.guide.values import UNKNOWN, Answers, Field, fingerprint
from samvern.law import Pack, Result, load_pack
from samvern.law.model import Fact, Step, Text

STILL_ON, EVENT = "ongoing", "event_on"
"""The day of what happened: a date beside the facts for the law, a question like any other here."""


@dataclass(frozen=True)
class Shelf:
    """A pack, what can be asked, and the places of the answers in a visitor's cookie."""

    pack: Pack
    facts: Mapping[str, Fact]
    steps: tuple[Step, ...]
    fields: tuple[Field, ...]
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
def shelf() -> Shelf:
    """The shelf of this process.

    Raises:
        PackError: the pack named in the settings cannot be used.
    """
    pack = load_pack(settings.GUIDE_PACK)
    facts = {**pack.book.facts, EVENT: _event()}
    fields = tuple(
        Field(fact.id, fact.type, tuple(option.id for option in fact.options))
        for fact in facts.values()
    )
    about = b"samvern answers, trail" + fingerprint(fields)
    return Shelf(pack, facts, _with_event(pack.book.steps), fields, about)


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


def _in_all(text: str | Promise) -> Text:
    found = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found[code] = str(text)
    return found


def known_facts(answers: Answers) -> dict[str, Any]:
    """The answers without the don't-knows."""
    return {name: value for name, value in answers.items() if value != UNKNOWN}
