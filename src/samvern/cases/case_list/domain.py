# SPDX-License-Identifier: EUPL-1.2
"""Lists of cases. Each asks an index for one page, so that a list is as fast in a house of a
million cases as in one of a thousand; nobody counts them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Func, Min, Q, QuerySet, TextChoices
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from samvern.access.actor import Actor
from samvern.access.models import Share, TeamMember
from samvern.access.quotas import consume_quota
from samvern.access.tables import Pager
from samvern.access.unit_of_work import log_act, log_read
from samvern.cases.case_header.alerts import list_case_signs
from samvern.cases.core.models import Case
from samvern.cases.deadlines.models import Deadline
from samvern.identity.sealing import load_keys, open_field

PAGE = 25
BACK = "-"
"""Before a place in the list: the page that ends there, not the one that begins."""
SHORTEST = 2
"""Signs of a reference that are searched for."""


class CaseScope(TextChoices):
    """Whose cases."""

    MINE = "mine", _("Cases I work on")
    OWN = "own", _("Cases I own")
    UNIT = "unit", _("Cases in my unit")
    SHARED = "shared", _("Shared with us")


@dataclass(frozen=True)
class CaseQuery:
    """What to list."""

    scope: str = CaseScope.MINE
    state: str = Case.State.OPEN
    kind: str = ""
    reference: str = ""
    place: str = ""
    """Where in the list: empty for its beginning."""


@dataclass(frozen=True)
class CaseListEntry:
    """A case in a list."""

    case: Case
    label: str
    due: date | None
    signs: tuple[str, ...] = ()


@dataclass(frozen=True)
class CasePage:
    """A page of cases, newest change first."""

    cases: tuple[CaseListEntry, ...]
    pager: Pager = field(default_factory=Pager)


def list_cases(*, actor: Actor, wanted: CaseQuery) -> CasePage:
    """A page of cases; looking for a reference looks in all the actor may see.

    Raises:
        RateLimited: she has searched more than her work should need.
    """
    rows = _scoped(actor, wanted)
    if wanted.reference:
        consume_quota("case.search")
        log_act("case.search", outcome="seen", signs=len(wanted.reference))
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    page, pager = _page(rows.filter(erased_at=None), wanted.place)
    found = _listed(page)
    log_read("case.list", rows=len(found), scope=wanted.scope)
    return CasePage(found, pager)


def normalise_reference(text: str) -> str:
    """The beginning of a reference as references are written: large letters, one hyphen."""
    signs = "".join(sign for sign in text.upper() if sign.isascii() and sign.isalnum())[:8]
    if len(signs) < SHORTEST:
        return ""
    return f"{signs[:4]}-{signs[4:]}" if len(signs) > 4 else signs


def case_label(case: Case) -> str:
    """Its working name."""
    return open_field(case, "label")


def find_next_deadlines(cases: Mapping[UUID, Case] | list[UUID]) -> dict[UUID, date]:
    """The nearest running deadline of each case that has one."""
    running = Deadline.objects.filter(case_id__in=list(cases), state=Deadline.State.RUNNING)
    rows = running.values("case_id").annotate(due=Min(Coalesce("extended_to", "due_on")))
    return {row["case_id"]: row["due"] for row in rows if row["due"]}


def _scoped(actor: Actor, wanted: CaseQuery) -> QuerySet[Case]:
    if wanted.reference:
        written: Any = Func(
            F("reference"), template="(%(expressions)s #>> '{}')", output_field=CharField()
        )
        return Case.objects.alias(written=written).filter(written__startswith=wanted.reference)
    if wanted.scope == CaseScope.UNIT and actor.unit_id:
        return Case.objects.filter(unit_id=actor.unit_id)
    if wanted.scope == CaseScope.UNIT:
        return Case.objects.filter(organisation_id=actor.organisation_id)
    if wanted.scope == CaseScope.OWN:
        return Case.objects.filter(owner_id=actor.member_id)
    if wanted.scope == CaseScope.SHARED:
        return Case.objects.filter(pk__in=_shared_ids(actor))
    mine = TeamMember.objects.filter(member_id=actor.member_id, ended_at=None)
    return Case.objects.filter(pk__in=mine.values("case_id"))


def _shared_ids(actor: Actor) -> list[UUID]:
    now = timezone.now()
    rows = Share.objects.filter(
        organisation_id=actor.organisation_id, ended_at=None, since__lte=now, until__gt=now
    )
    return list(rows.values_list("case_id", flat=True))


def _page(rows: QuerySet[Case], place: str) -> tuple[list[Case], Pager]:
    """One page from a place on, or the page before it; and where its neighbours are."""
    back = place.startswith(BACK)
    start = _read_place(place.removeprefix(BACK))
    if start and back:
        at, id = start
        rows = rows.filter(Q(changed_at__gt=at) | Q(changed_at=at, pk__gt=id))
        rows = rows.order_by("changed_at", "pk")
    elif start:
        at, id = start
        rows = rows.filter(Q(changed_at__lt=at) | Q(changed_at=at, pk__lt=id))
    if not (start and back):
        rows = rows.order_by("-changed_at", "-pk")
    found = list(rows.select_related("owner", "unit", "organisation")[: PAGE + 1])
    more, found = len(found) > PAGE, found[:PAGE]
    if start and back:
        found.reverse()
    if not found:
        return [], Pager()
    has_next = more if not (start and back) else True
    has_previous = bool(start) if not back else more
    return found, Pager(
        previous=BACK + _place(found[0]) if has_previous else "",
        next=_place(found[-1]) if has_next else "",
    )


def _listed(page: list[Case]) -> tuple[CaseListEntry, ...]:
    load_keys([case.pk for case in page if case.label_sealed])
    ids = [case.pk for case in page]
    due, signs = find_next_deadlines(ids), list_case_signs(ids) if ids else {}
    return tuple(
        CaseListEntry(case, case_label(case), due.get(case.pk), tuple(signs.get(case.pk, ())))
        for case in page
    )


def _place(case: Case) -> str:
    return f"{case.changed_at.isoformat()}~{case.pk}"


def _read_place(text: str) -> tuple[datetime, UUID] | None:
    moment, _tilde, id = text.partition("~")
    try:
        at = parse_datetime(moment)
        return (at, UUID(id)) if at and timezone.is_aware(at) else None
    except ValueError:
        return None
