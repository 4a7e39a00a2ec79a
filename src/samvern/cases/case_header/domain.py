# SPDX-License-Identifier: EUPL-1.2
"""What stands above every page of a case: where it is, what comes next, what to be careful with."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.contact_person import ContactPerson, contact_person_of
from samvern.access.dates import format_date, format_datetime
from samvern.access.models import EmergencyAccess, Share
from samvern.access.roles import CASEWORK
from samvern.cases.assessments.ladder import authority_name, ladder_of
from samvern.cases.assessments.models import Assessment
from samvern.cases.case_header.alerts import CaseAlerts, read_case_alerts
from samvern.cases.core.models import Case
from samvern.cases.core.selectors import shared_categories
from samvern.cases.deadlines.models import Deadline, deadline_name


@dataclass(frozen=True)
class NextDeadline:
    """The deadline that comes first; ``due`` is an hour where hours count."""

    name: str
    due: date | datetime
    overdue: bool


@dataclass(frozen=True)
class LadderStep:
    """Where an authority stands."""

    step: str
    authority: str


@dataclass(frozen=True)
class Banner:
    """Something to be careful with."""

    color: str
    title: str
    text: str = ""
    href: str = ""
    action: str = ""
    call: ContactPerson | None = None
    """Whom to ring about it."""


BANNERS: list[Callable[[Actor, Case], Iterable[Banner]]] = []
"""What rooms above know that whoever opens a case must see first; each adds its own when ready."""


@dataclass(frozen=True)
class CaseHeader:
    """The head of a case."""

    reference: str
    state: str
    ladder: tuple[LadderStep, ...]
    deadline: NextDeadline | None
    alerts: CaseAlerts
    """Known danger, and what else must not be overlooked."""
    banners: tuple[Banner, ...]
    readable: frozenset[str]
    """The categories of data the reader has."""


def read_case_header(actor: Actor, case: Case) -> CaseHeader:
    """The head of a case that was already reached: a few short queries."""
    return CaseHeader(
        reference=case.reference,
        state=case.state,
        ladder=_ladder(case),
        deadline=_next(case),
        alerts=read_case_alerts(case.pk),
        banners=tuple(_banners(actor, case)),
        readable=shared_categories(actor, case),
    )


def list_own_emergency_accesses(actor: Actor) -> list[EmergencyAccess]:
    """The actor's emergency openings that last."""
    mine = EmergencyAccess.objects.filter(member_id=actor.member_id, ended_at=None)
    return list(mine.filter(expires_at__gt=timezone.now()).order_by("expires_at"))


def emergency_access_banners(request: HttpRequest) -> dict[str, Any]:
    """For every page: a banner for each emergency opening that lasts, looked up when shown."""
    return {"glass_banners": SimpleLazyObject(lambda: list(_emergencies(request)))}


def _emergencies(request: HttpRequest) -> Iterator[Banner]:
    actor = getattr(request, "actor", None)
    if actor is None or actor.role not in CASEWORK:
        return
    text = _("You have one case open until %(at)s. All you do in it is read by others.")
    for opening in list_own_emergency_accesses(actor):
        yield Banner(
            "danger",
            _("Emergency access."),
            text % {"at": format_datetime(opening.expires_at)},
            reverse("workspace:case", kwargs={"case_id": opening.case_id}),
            _("To the case"),
        )


def _ladder(case: Case) -> tuple[LadderStep, ...]:
    """The steps of the main person; others in the case have ladders of their own."""
    rungs = ladder_of(Assessment.objects.filter(case=case, person__number=1)).rungs
    return tuple(
        LadderStep(rung.step, authority_name(rung.authority)) for rung in rungs if rung.step
    )


def _next(case: Case) -> NextDeadline | None:
    running = Deadline.objects.filter(case=case, state=Deadline.State.RUNNING, due_on__isnull=False)
    first = running.annotate(ends=Coalesce("extended_to", "due_on")).order_by("ends").first()
    if first is None or first.due_on is None:
        return None
    if first.due_at and not first.extended_to:
        return NextDeadline(deadline_name(first), first.due_at, first.due_at < timezone.now())
    due = first.extended_to or first.due_on
    return NextDeadline(deadline_name(first), due, due < timezone.localdate())


def _banners(actor: Actor, case: Case) -> Iterator[Banner]:
    for of_room in BANNERS:
        yield from of_room(actor, case)
    if case.organisation_id != actor.organisation_id:
        yield from _shared(actor, case)
    if case.held_at:
        text = _("Nothing in the case is deleted while it stands. Set on %(day)s.")
        yield Banner("warning", _("Legal hold."), text % {"day": format_date(case.held_at)})
    if case.state == Case.State.CLOSED:
        yield Banner("neutral", _("The case is closed."), _("Open it again to change anything."))


def _shared(actor: Actor, case: Case) -> Iterator[Banner]:
    """Why somebody of another organisation sees it; an emergency says so on every page anyway."""
    live = Share.objects.filter(
        case_id=case.pk,
        organisation_id=actor.organisation_id,
        ended_at=None,
        until__gt=timezone.now(),
    )
    if share := live.order_by("-until").first():
        text = _("%(owner)s has the case. You see what is shared, until %(day)s.")
        told = {"owner": case.organisation.name, "day": format_date(share.until)}
        yield Banner("info", _("Shared with you."), text % told, call=contact_person_of(case.owner))
