# SPDX-License-Identifier: EUPL-1.2
"""What stands above every page of a case: where it is, what comes next, what to be careful with."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.days import day_name, moment_name
from samvern.access.models import Glass, Share
from samvern.cases.domain.titles import deadline_name
from samvern.cases.models import Assessment, Case, Deadline
from samvern.cases.rights.ladder import Entry, ladder
from samvern.cases.wording import authority_name


@dataclass(frozen=True)
class Next:
    """The deadline that comes first."""

    name: str
    due: date
    href: str
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


@dataclass(frozen=True)
class Head:
    """The head of a case."""

    reference: str
    href: str
    state: str
    ladder: tuple[Step, ...]
    deadline: Next | None
    banners: tuple[Banner, ...]


def case_head(actor: Actor, case: Case) -> Head:
    """The head of a case that was already reached; four short queries at most."""
    return Head(
        reference=case.reference,
        href=reverse("workspace:case", kwargs={"case_id": case.pk}),
        state=case.state,
        ladder=_ladder(case),
        deadline=_next(case),
        banners=tuple(_banners(actor, case)),
    )


def _ladder(case: Case) -> tuple[Step, ...]:
    """The steps of the main person; a case may have children with ladders of their own."""
    rows = Assessment.objects.filter(case=case, person__number=1).exclude(kind="age")
    entries = [
        Entry(
            id=str(row["id"]),
            authority=row["authority"],
            step=row["step"],
            decided_on=row["decided_on"],
            recorded_at=row["created_at"],
            by=row["decided_by"],
            about=str(row["differs_from_id"] or ""),
        )
        for row in rows.values(
            "id", "authority", "step", "decided_on", "created_at", "decided_by", "differs_from_id"
        )
    ]
    found = ladder(entries)
    return tuple(
        Step(rung.step, authority_name(rung.authority)) for rung in found.rungs if rung.step
    )


def _next(case: Case) -> Next | None:
    running = Deadline.objects.filter(
        case=case, state=Deadline.State.RUNNING, due_on__isnull=False
    ).order_by("due_on")
    first = running.first()
    if first is None or first.due_on is None:
        return None
    due = first.extended_to or first.due_on
    href = reverse("workspace:case_deadlines", kwargs={"case_id": case.pk})
    return Next(deadline_name(first), due, href, due < timezone.localdate())


def _banners(actor: Actor, case: Case) -> Any:
    if case.organisation_id != actor.organisation_id:
        yield from _others(actor, case)
    if case.held_at:
        yield Banner(
            "warning",
            _("Legal hold."),
            _("Nothing in the case is deleted while it stands. Set on %(day)s.")
            % {"day": day_name(case.held_at)},
        )
    if case.state == Case.State.CLOSED:
        yield Banner("neutral", _("The case is closed."), _("Open it again to change anything."))


def _others(actor: Actor, case: Case) -> Any:
    """Why somebody of another organisation sees the case."""
    now = timezone.now()
    glass = Glass.objects.filter(
        case_id=case.pk, member_id=actor.member_id, ended_at=None, expires_at__gt=now
    ).first()
    if glass is not None:
        yield Banner(
            "danger",
            _("Emergency access."),
            _("You see this case until %(at)s. Its owner and your leader have been told.")
            % {"at": moment_name(glass.expires_at)},
            reverse("workspace:glass"),
            _("End it"),
        )
        return
    share = (
        Share.objects.filter(
            case_id=case.pk, organisation_id=actor.organisation_id, ended_at=None, until__gt=now
        )
        .order_by("-until")
        .first()
    )
    if share is not None:
        yield Banner(
            "info",
            _("Shared with you."),
            _("%(owner)s has the case. You see what is shared, until %(day)s.")
            % {"owner": case.organisation.name, "day": day_name(share.until)},
        )
