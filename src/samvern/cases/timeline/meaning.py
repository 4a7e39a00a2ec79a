# SPDX-License-Identifier: EUPL-1.2
"""What a line of the trail is about: the thing itself, and the rule it rests on.

Things are looked up as the reader may see them now: what she may not see stays a bare line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samvern.access.dates import format_date
from samvern.access.models import Member, Share
from samvern.cases.assessments.domain import read_office
from samvern.cases.assessments.ladder import authority_name
from samvern.cases.assessments.models import Assessment
from samvern.cases.assistance.domain import read_provider
from samvern.cases.assistance.models import Assistance
from samvern.cases.consents.choices import purpose_name
from samvern.cases.consents.domain import read_recipient
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Case, Person
from samvern.cases.core.pack import (
    current_pack,
    localized,
    rule_name,
    rule_provisions,
    strip_rule_code,
)
from samvern.cases.deadlines.models import Deadline, deadline_name
from samvern.cases.risks.models import Risk
from samvern.identity.sealing import load_keys

Key = tuple[str, UUID | None]
Row = TypeVar("Row", Assessment, Assistance, Consent)
COLORS = {"verified": "success", "presumed": "warning", "possible": "info"}
RISKS = {"acute": "danger", "high": "danger", "medium": "warning"}


@dataclass(frozen=True)
class TrailMeaning:
    """What stands beside the name of the act."""

    text: str = ""
    rule: str = ""
    tag: str = ""
    color: str = "neutral"


@dataclass(frozen=True)
class TrailLine:
    """One line of the trail; details that were erased are empty."""

    at: datetime
    member_id: UUID | None
    organisation_id: UUID | None
    act: str
    object_id: UUID | None
    detail: dict[str, Any]


def find_meanings(case: Case, lines: list[TrailLine]) -> dict[Key, TrailMeaning]:
    """The meaning of each line that has one; one query for each kind of thing at most."""
    found: dict[Key, TrailMeaning] = {}
    for prefix, look_up in _LOOK_UPS.items():
        mine = [line for line in lines if line.act.startswith(prefix)]
        if mine:
            found.update(look_up(case, mine))
    return found


def _ids(lines: list[TrailLine]) -> list[UUID]:
    return list({line.object_id for line in lines if line.object_id})


def _with_keys(rows: QuerySet[Row]) -> list[Row]:
    """The rows, when the keys of their people were fetched at once."""
    found = list(rows)
    load_keys([row.person_id for row in found])
    return found


def _assessments(case: Case, lines: list[TrailLine]) -> Iterator[tuple[Key, TrailMeaning]]:
    rows = Assessment.objects.filter(case=case, pk__in=_ids(lines)).select_related("person")
    for row in _with_keys(rows.defer("ground_sealed", "facts_sealed", "result_sealed")):
        about = _("%(authority)s, person %(number)d, decided %(day)s") % {
            "authority": authority_name(row.authority),
            "number": row.person.number,
            "day": format_date(row.decided_on),
        }
        office = read_office(row)
        by = f"{about}, {office}" if office else about
        rule = (
            f"{localized(current_pack().ruleset.title)} {row.pack_version}"
            if row.pack_version
            else ""
        )
        tag = str(row.get_step_display())
        yield (
            ("assessment.add", row.pk),
            TrailMeaning(by, rule, tag, COLORS.get(row.step, "neutral")),
        )


def _deadlines(case: Case, lines: list[TrailLine]) -> Iterator[tuple[Key, TrailMeaning]]:
    rows = list(Deadline.objects.filter(case=case, pk__in=_ids(lines)))
    load_keys([row.subject_id for row in rows if not row.clock])
    for row in rows:
        rule = rule_provisions(row.clock, row.starts_on) if row.clock else ""
        ends = row.extended_to or row.due_on
        until = f": {format_date(ends)}" if ends else ""
        meaning = TrailMeaning(f"{deadline_name(row)}{until}", rule)
        for line in lines:
            if line.object_id == row.pk:
                yield (line.act, row.pk), meaning


def _shares(case: Case, lines: list[TrailLine]) -> Iterator[tuple[Key, TrailMeaning]]:
    rows = Share.objects.filter(case_id=case.pk, pk__in=_ids(lines)).select_related("organisation")
    for row in rows:
        text = _("With %(organisation)s, for %(purpose)s, until %(day)s") % {
            "organisation": row.organisation.name,
            "purpose": purpose_name(row.purpose),
            "day": format_date(row.until),
        }
        said_as = strip_rule_code(row.provision)
        rule = rule_name(said_as) if said_as else str(row.get_basis_display())
        for act in ("share.make", "share.end"):
            yield (act, row.pk), TrailMeaning(text, rule)


def _consents(case: Case, lines: list[TrailLine]) -> Iterator[tuple[Key, TrailMeaning]]:
    rows = Consent.objects.filter(case=case, pk__in=_ids(lines)).select_related("recipient")
    for row in _with_keys(rows.defer("language_sealed", "words_sealed")):
        to = read_recipient(row)
        text = f"{purpose_name(row.purpose)}: {to}" if to else purpose_name(row.purpose)
        tag = _("Said no") if row.refused else ""
        for line in lines:
            if line.object_id == row.pk:
                yield (line.act, row.pk), TrailMeaning(text, "", tag)


def _assistance(case: Case, lines: list[TrailLine]) -> Iterator[tuple[Key, TrailMeaning]]:
    rows = Assistance.objects.filter(case=case, pk__in=_ids(lines)).defer("words_sealed")
    for row in _with_keys(rows):
        text = f"{rule_name(row.kind)}, {read_provider(row)}"
        meaning = TrailMeaning(text, rule_provisions(row.kind), str(row.get_state_display()))
        for line in lines:
            if line.object_id == row.pk:
                yield (line.act, row.pk), meaning


def _risks(case: Case, lines: list[TrailLine]) -> Iterator[tuple[Key, TrailMeaning]]:
    rows = Risk.objects.filter(case=case, pk__in=_ids(lines)).defer("threats_sealed", "plan_sealed")
    for row in rows:
        color = RISKS.get(row.level, "neutral")
        yield ("risk.judge", row.pk), TrailMeaning("", "", str(row.get_level_display()), color)


def _people(case: Case, lines: list[TrailLine]) -> Iterator[tuple[Key, TrailMeaning]]:
    rows = Person.objects.filter(case=case, pk__in=_ids(lines)).only(
        "number", "role_in_case", "age_seen"
    )
    people = {row.pk: row for row in rows}
    for line in lines:
        if row := people.get(line.object_id or UUID(int=0)):
            seen = line.detail.get("seen", "")
            tag = str(dict(Person.AgeSeen.choices).get(seen, "")) if seen else ""
            text = _("Person %(number)d: %(place)s") % {
                "number": row.number,
                "place": row.get_role_in_case_display(),
            }
            yield (line.act, line.object_id), TrailMeaning(text, "", tag)


def _members(case: Case, lines: list[TrailLine]) -> Iterator[tuple[Key, TrailMeaning]]:
    names = dict(Member.objects.filter(pk__in=_ids(lines)).values_list("pk", "name"))
    for line in lines:
        if line.object_id in names:
            yield (line.act, line.object_id), TrailMeaning(names[line.object_id])


def _case(case: Case, lines: list[TrailLine]) -> Iterator[tuple[Key, TrailMeaning]]:
    for line in lines:
        origin = case.get_origin_display() if line.act == "case.open" else ""
        circle = dict(Case.Visibility.choices).get(line.detail.get("circle", ""), "")
        yield (line.act, line.object_id), TrailMeaning(str(origin or circle))


_LOOK_UPS: dict[str, Any] = {
    "assessment.": _assessments,
    "deadline.": _deadlines,
    "share.": _shares,
    "consent.": _consents,
    "assistance.": _assistance,
    "risk.": _risks,
    "person.": _people,
    "team.": _members,
    "case.": _case,
}
