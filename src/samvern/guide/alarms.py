# SPDX-License-Identifier: EUPL-1.2
"""The numbers to call when somebody is in danger now, and what each is for."""

from __future__ import annotations

from dataclasses import dataclass

from samvern.guide.shelf import shelf
from samvern.guide.wording import said
from samvern.law.phones import dialled


@dataclass(frozen=True, slots=True)
class Alarm:
    """A number, as it is written and as a telephone dials it."""

    name: str
    phone: str
    tel: str
    text: str


def alarms(language: str) -> list[Alarm]:
    """Those the pack gives an ``alarm``, in its order; none where it names none."""
    return [
        Alarm(
            said(actor.name, language),
            actor.phone,
            dialled(actor.phone),
            said(actor.alarm, language),
        )
        for actor in shelf().pack.book.actors.values()
        if actor.alarm and actor.phone
    ]
