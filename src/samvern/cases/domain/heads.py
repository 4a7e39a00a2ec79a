# SPDX-License-Identifier: EUPL-1.2
"""What stands above every page of a case: where it is, what comes next, what to be careful with."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.calling import Call, call_of
from samvern.access.days import day_name
from samvern.access.models import Share
from samvern.cases.domain.band import Band, read_band
from samvern.cases.domain.ladders import entries
from samvern.cases.domain.reaching import shared_categories
from samvern.cases.domain.titles import deadline_name
from samvern.cases.models import Assessment, Case, Deadline
from samvern.cases.rights.ladder import ladder
from samvern.cases.wording import authority_name


@dataclass(frozen=True)
class Next:
    """The deadline that comes first; ``due`` is an hour where hours count."""

    name: str
    due: date | datetime
    overdue: bool


@dataclass(frozen=True)
class Step:
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
    call: Call | None = None
    """Whom to ring about it."""


BANNERS: list[Callable[[Actor, Case], Iterable[Banner]]] = []
"""What rooms above know that whoever opens a case must see first; each adds its own when ready."""


@dataclass(frozen=True)
class Head:
    """The head of a case."""

    reference: str
    state: str
    ladder: tuple[Step, ...]
    deadline: Next | None
    band: Band
    """Known danger, and what else must not be overlooked."""
    banners: tuple[Banner, ...]
    readable: frozenset[str]
    """The categories of data the reader has."""


def case_head(actor: Actor, case: Case) -> Head:
    """The head of a case that was already reached: a few short queries."""
    return Head(
        reference=case.reference,
        state=case.state,
        ladder=_ladder(case),
        deadline=_next(case),
        band=read_band(case.pk),
        banners=tuple(_banners(actor, case)),
        readable=shared_categories(actor, case),
    )


def _ladder(case: Case) -> tuple[Step, ...]:
    """The steps of the main person; others in the case have ladders of their own."""
    rows = Assessment.objects.filter(case=case, person__number=1).exclude(kind=Assessment.Kind.AGE)
    found = ladder(entries(rows.defer("ground_sealed", "facts_sealed", "result_sealed")))
    return tuple(
        Step(rung.step, authority_name(rung.authority)) for rung in found.rungs if rung.step
    )


def _next(case: Case) -> Next | None:
    running = Deadline.objects.filter(case=case, state=Deadline.State.RUNNING, due_on__isnull=False)
    first = running.annotate(ends=Coalesce("extended_to", "due_on")).order_by("ends").first()
    if first is None or first.due_on is None:
        return None
    if first.due_at and not first.extended_to:
        return Next(deadline_name(first), first.due_at, first.due_at < timezone.now())
    due = first.extended_to or first.due_on
    return Next(deadline_name(first), due, due < timezone.localdate())


def _banners(actor: Actor, case: Case) -> Iterator[Banner]:
    for of_room in BANNERS:
        yield from of_room(actor, case)
    if case.organisation_id != actor.organisation_id:
        yield from _shared(actor, case)
    if case.held_at:
        text = _("Nothing in the case is deleted while it stands. Set on %(day)s.")
        yield Banner("warning", _("Legal hold."), text % {"day": day_name(case.held_at)})
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
        told = {"owner": case.organisation.name, "day": day_name(share.until)}
        yield Banner("info", _("Shared with you."), text % told, call=call_of(case.owner))
