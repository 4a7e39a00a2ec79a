# SPDX-License-Identifier: EUPL-1.2
"""The ladder possible → presumed → verified or not verified, kept for each authority by itself.

There is no hierarchy between those who assess, and they need not agree (Convention ETS 197 art. 10;
the guide of the Norwegian co-ordination unit). An entry is never changed: a later one stands beside
it, or withdraws it. Help follows the highest step anybody has reached, and no authority's refusal
lowers it (art. 12(6), 27(1)).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samvern.access.models.sealed import sealed_fields_of
from samvern.cases.assessments.models import Assessment
from samvern.cases.core.models import Person

POSSIBLE, PRESUMED, VERIFIED = "possible", "presumed", "verified"
NOT_VERIFIED, WITHDRAWN = "not_verified", "withdrawn"
HELPER = "helper"
AUTHORITIES = ("police", "immigration", "child_welfare", HELPER)
HEIGHT = {"": 0, NOT_VERIFIED: 0, POSSIBLE: 1, PRESUMED: 2, VERIFIED: 3}


@dataclass(frozen=True, slots=True)
class LadderEntry:
    """One assessment. ``by`` tells helpers apart; ``about`` is the entry it withdraws."""

    id: str
    authority: str
    step: str
    decided_on: date
    recorded_at: datetime
    by: str = ""
    about: str = ""

    @property
    def voice(self) -> tuple[str, str]:
        """Whose view it is: each helper has her own, an authority has one."""
        return self.authority, self.by if self.authority == HELPER else ""

    @property
    def age(self) -> tuple[date, datetime, str]:
        """What puts entries in order: the day decided, then when it was recorded."""
        return self.decided_on, self.recorded_at, self.id


@dataclass(frozen=True, slots=True)
class Rung:
    """Where one authority, or the helpers together, stand; ``history`` is newest first."""

    authority: str
    step: str
    since: date | None
    history: tuple[LadderEntry, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """Everybody's step, and the step that help follows: presumed, possible or none ("")."""

    rungs: tuple[Rung, ...]
    help: str

    @property
    def differ(self) -> bool:
        """Whether one authority has verified what another has not."""
        steps = {rung.step for rung in self.rungs}
        return NOT_VERIFIED in steps and bool(steps & {VERIFIED, PRESUMED})


def build_ladder(entries: Iterable[LadderEntry]) -> Ladder:
    """The ladder that a person's assessments make, in whatever order they come."""
    voices: dict[tuple[str, str], list[LadderEntry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.age):
        voices.setdefault(entry.voice, []).append(entry)
    standing = {voice: _standing(said) for voice, said in voices.items()}
    rungs = tuple(_rung(authority, voices, standing) for authority in AUTHORITIES)
    reached = max((_helps(voice[0], said) for voice, said in standing.items()), default=0)
    return Ladder(rungs, ("", POSSIBLE, PRESUMED, PRESUMED)[reached])


def _standing(said: Sequence[LadderEntry]) -> list[LadderEntry]:
    """What one voice has said and not withdrawn, oldest first."""
    stands: list[LadderEntry] = []
    for entry in said:
        if entry.step != WITHDRAWN:
            stands.append(entry)
        elif entry.about:
            stands = [other for other in stands if other.id != entry.about]
        elif stands:
            stands.pop()
    return stands


def _rung(
    authority: str,
    voices: dict[tuple[str, str], list[LadderEntry]],
    standing: dict[tuple[str, str], list[LadderEntry]],
) -> Rung:
    mine = [voice for voice in voices if voice[0] == authority]
    latest = [standing[voice][-1] for voice in mine if standing[voice]]
    top = max(latest, key=lambda entry: (HEIGHT[entry.step], entry.age), default=None)
    history = sorted((e for voice in mine for e in voices[voice]), key=lambda e: e.age)
    history.reverse()
    step, since = (top.step, top.decided_on) if top else ("", None)
    return Rung(authority, step, since, tuple(history))


def _helps(authority: str, stands: Sequence[LadderEntry]) -> int:
    """How high one voice lifts the help: a helper by her latest word, an authority by its best."""
    counted = stands[-1:] if authority == HELPER else stands
    return max((HEIGHT[entry.step] for entry in counted), default=0)


def read_ladder(person: Person) -> Ladder:
    """The ladder of a person."""
    return ladder_of(Assessment.objects.filter(person=person))


def ladder_of(rows: QuerySet[Assessment]) -> Ladder:
    """The ladder of one person, by her assessments; those of her age say nothing about it."""
    rows = rows.exclude(kind=Assessment.Kind.AGE)
    return build_ladder(_entries(rows.defer(*(each.name for each in sealed_fields_of(Assessment)))))


def _entries(rows: Iterable[Assessment]) -> list[LadderEntry]:
    """Assessments as the ladder wants them. A withdrawal speaks for the voice it withdraws."""
    found = list(rows)
    voices = {row.pk: str(row.voice_id or row.created_by_id) for row in found}
    return [
        LadderEntry(
            id=str(row.pk),
            authority=row.authority,
            step=row.step,
            decided_on=row.decided_on,
            recorded_at=row.created_at,
            by=voices.get(row.differs_from_id or row.pk, "")
            if row.step == Assessment.Status.WITHDRAWN
            else voices[row.pk],
            about=str(row.differs_from_id or ""),
        )
        for row in found
    ]


def authority_name(authority: str) -> str:
    """Who assesses: police, immigration, child welfare, or those who help."""
    names = {
        "police": _("Police or prosecution"),
        "immigration": _("Immigration authorities"),
        "child_welfare": _("Child welfare"),
        "helper": _("Those who help"),
    }
    return names.get(authority, authority)
