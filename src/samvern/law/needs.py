# SPDX-License-Identifier: EUPL-1.2
"""What somebody can be referred for: what grounds it, what it is for, what may go along, how soon
an answer comes, and who may offer it. One row of ``needs.yaml`` each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samvern.law.source import Source

LocalizedText = Mapping[str, str]

FIELDS = (
    "called", "name", "sex", "age", "children", "languages", "interpreter", "nationality",
    "risks", "contact", "health", "stay",
)  # fmt: skip
"""Everything a referral can carry about a person. A protected address is no field at all."""
PURPOSES = (
    "protection", "housing", "health", "legal_aid", "identification", "residence",
    "criminal_case", "child_care", "income", "return", "coordination",
)  # fmt: skip
"""What a consent or a share can be for."""
ANSWERS = ("tonight", "days3", "days14")
"""How soon an answer can be asked for; each has its reminders."""
CONSENT_ONLY, ANYONE = "consent_only", "anyone"
COORDINATION = "coordination"
"""The one kind of organisation that is nobody's answer to what her work is."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What some kinds of receiver need beside, each field with its reason."""

    kinds: tuple[str, ...]
    fields: Mapping[str, LocalizedText]


@dataclass(frozen=True, slots=True)
class Need:
    """Something a person can be referred for.

    ``topics``: of the pack's rights that answer it, the nearest first; none where it rests on
    consent alone. ``fields``: what may go along, each with the reason. ``answers``: how soon an
    answer can be asked for (``ANSWERS``). ``offered_by``: kinds of organisation; none is anyone.
    """

    id: str
    name: LocalizedText
    topics: tuple[str, ...]
    purpose: str
    fields: Mapping[str, LocalizedText]
    also: tuple[Addition, ...]
    answers: tuple[str, ...]
    offered_by: tuple[str, ...]
    start: date
    end: date | None
    sources: tuple[Source, ...]
    confidence: str

    def fields_for(self, kind: str) -> frozenset[str]:
        """The fields that may go along to a kind of receiver."""
        more = (name for each in self.also if kind in each.kinds for name in each.fields)
        return frozenset((*self.fields, *more))

    def may_be_offered_by(self, kind: str) -> bool:
        """Whether an organisation of that kind may offer it."""
        return not self.offered_by or kind in self.offered_by

    def holds_on(self, day: date) -> bool:
        """Whether somebody can be referred for it that day."""
        return self.start <= day and (self.end is None or day < self.end)


def needs_on(needs: Mapping[str, Need], day: date) -> list[Need]:
    """The needs somebody can be referred for that day, the most pressing first."""
    return [need for need in needs.values() if need.holds_on(day)]
