# SPDX-License-Identifier: EUPL-1.2
"""The numbers to call when somebody is in danger now, and what each is for."""

from __future__ import annotations

from dataclasses import dataclass

from samvern.guide.loaded_pack import loaded_pack
from samvern.law.localization import localized
from samvern.law.phones import dialled


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """A number, as it is written and as a telephone dials it."""

    name: str
    phone: str
    tel: str
    text: str


def emergency_numbers(language: str) -> list[EmergencyNumber]:
    """Those the pack gives an ``alarm``, in its order; none where it names none."""
    return [
        EmergencyNumber(
            localized(actor.name, language),
            actor.phone,
            dialled(actor.phone),
            localized(actor.alarm, language),
        )
        for actor in loaded_pack().pack.ruleset.actors.values()
        if actor.alarm and actor.phone
    ]
