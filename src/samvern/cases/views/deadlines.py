# SPDX-License-Identifier: EUPL-1.2
"""Deadlines: of a case, and of all cases somebody answers for; met, stopped, extended, added."""

from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.categories import Category
from samvern.access.days import days_left
from samvern.access.errors import Conflict
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import WRITE, page
from samvern.cases.domain import deadlines as domain
from samvern.cases.domain.feeds import has_feed
from samvern.cases.domain.naming import members_named, people_named
from samvern.cases.domain.reaching import get_case, get_part, goes_on
from samvern.cases.domain.recounting import advice_on, waits_for
from samvern.cases.domain.sheets import step_of
from samvern.cases.domain.titles import deadline_name
from samvern.cases.forms.deadlines import AddForm, EndForm, ExtendForm, HourForm, ReasonForm
from samvern.cases.law import law, said
from samvern.cases.models import Case, Deadline
from samvern.cases.views.attempts import attempt
from samvern.cases.views.shell import case_page
from samvern.cases.views.working import at_work
from samvern.guide.explaining import sources
from samvern.guide.shelf import shelf
from samvern.identity.domain.sealing import open_keys

COLOURS = {"running": "info", "met": "success", "stopped": "neutral", "gone": "neutral"}


@page()
def deadlines(request: Request) -> HttpResponseBase:
    """Running deadlines in all cases I answer for, the nearest first."""
    rows = list(domain.my_deadlines(request.actor)[:200])
    open_keys([row.case_id for row in rows if not row.clock])
    see("deadlines.see", rows=len(rows))
    columns = [Column(_("Deadline")), Column(_("Ends")), Column(_("Left")), Column(_("Case"))]
    body = [
        [
            Cell(deadline_name(row), href=_address(row)),
            Cell(_due(row)),
            Cell(*_left(row)),
            Cell(row.case.reference),
        ]
        for row in rows
    ]
    table = Table(_("Your deadlines"), columns, body, _("No deadline is running."))
    context = {"table": table, "has_feed": has_feed(request.actor)}
    return render(request, "cases/deadlines.html", context)


@page()
def case_deadlines(request: Request, case_id: UUID) -> HttpResponseBase:
    """Every deadline of a case."""
    case = get_case(request.actor, case_id, Category.RIGHTS)
    rows = domain.list_deadlines(case)
    see("deadlines.see", case=case.pk, rows=len(rows))
    names = _Names(people_named(case), members_named(row.owner_id for row in rows), waits_for(rows))
    context = {
        "running": _table(_("Running"), [r for r in rows if r.state == "running"], names),
        "ended": _table(_("Ended"), [r for r in rows if r.state != "running"], names),
    }
    return case_page(request, case, "cases/case_deadlines.html", context)


@page()
def deadline(request: Request, case_id: UUID, deadline_id: UUID) -> HttpResponseBase:
    """One deadline: what it is, where it is written, and what can be done with it."""
    case = get_case(request.actor, case_id, Category.RIGHTS)
    row = get_part(Deadline, case.pk, deadline_id)
    see("deadline.see", case=case.pk, object=row.pk, rows=1)
    return _show(request, case, row)


@page(methods=WRITE)
@at_work("case_deadlines")
def deadline_add(request: Request, case: Case) -> HttpResponseBase:
    """A deadline of our own."""
    owners = domain.possible_owners(case)
    mine = str(request.actor.member_id)
    form = AddForm(request.POST or None, owners=owners, initial={"owner_id": mine})
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: domain.add_deadline(actor=request.actor, case=case, **form.cleaned_data),
        )
        if made:
            messages.success(request, _("Saved."), fail_silently=True)
            return redirect("workspace:case_deadlines", case_id=case.pk)
    return case_page(request, case, "cases/deadline_add.html", {"form": form})


@page(methods=("POST",))
@at_work("case_deadlines", "deadline_id")
def deadline_act(request: Request, case: Case, deadline_id: UUID, act: str) -> HttpResponseBase:
    """Meet, stop, restart or extend a deadline, or say at which hour it began."""
    row = get_part(Deadline, case.pk, deadline_id)
    shape, function = ACTS[act]
    form = shape(request.POST, prefix=act)
    if form.is_valid():
        values = dict(form.cleaned_data)
        expected = values.pop("version")
        try:
            done = attempt(
                form,
                lambda: function(actor=request.actor, deadline=row, expected=expected, **values),
            )
        except Conflict as conflict:
            form.add_error(None, _("Somebody else changed it meanwhile. Look, and try again."))
            return _show(request, case, conflict.current, {act: form}, status=409)
        if done:
            messages.success(request, _("Saved."), fail_silently=True)
            return redirect("workspace:deadline", case_id=case.pk, deadline_id=row.pk)
    return _show(request, case, row, {act: form}, status=400)


ACTS: dict[str, tuple[Any, Any]] = {
    "meet": (EndForm, domain.meet_deadline),
    "stop": (ReasonForm, domain.stop_deadline),
    "restart": (ReasonForm, domain.restart_deadline),
    "extend": (ExtendForm, domain.extend_deadline),
    "hour": (HourForm, domain.set_hour),
}


def _show(
    request: Request,
    case: Case,
    row: Deadline,
    sent: dict[str, Any] | None = None,
    status: int | None = None,
) -> HttpResponseBase:
    rule = law().book.rules.get(row.clock)
    version = rule.versions[-1] if rule else None
    known = {"version": row.version}
    forms = {
        name: (sent or {}).get(name) or shape(initial=known, prefix=name)
        for name, (shape, _function) in ACTS.items()
        if name in _possible(row)
    }
    context = {
        "row": row,
        "name": deadline_name(row),
        "state_color": COLOURS[row.state],
        "waits": _questions(row, waits_for([row]).get(row.pk, ())),
        "advice": advice_on(row, request.LANGUAGE_CODE),
        "text": said(version.text) if version else "",
        "sources": sources(version, request.LANGUAGE_CODE) if version else "",
        "rows": _facts(case, row),
        "reason": domain.read_reason(row),
        "forms": forms if case.state == Case.State.OPEN or goes_on(case, row.pk) else {},
    }
    return case_page(request, case, "cases/deadline.html", context, status=status)


def _possible(row: Deadline) -> tuple[str, ...]:
    if row.state != Deadline.State.RUNNING:
        return ("restart",) if row.state != Deadline.State.GONE else ()
    hour = ("hour",) if domain.hours_of_clock(row) and row.starts_on else ()
    return ("meet", "extend", "stop", *hour)


def _facts(case: Case, row: Deadline) -> list[tuple[str, Any]]:
    owner = members_named([row.owner_id]).get(row.owner_id, "")
    person = people_named(case).get(row.person_id, "") if row.person_id else ""
    latest = row.latest_on if row.latest_on and row.latest_on != row.due_on else None
    listed = [
        (_("Ends"), _due(row)),
        (_("At the latest"), latest),
        (_("Starts"), row.starts_on),
        (_("Counted to"), row.due_on if row.extended_to else None),
        (_("Person"), person),
        (_("Answers for it"), owner),
    ]
    return [(label, value) for label, value in listed if value]


class _Names(NamedTuple):
    """What the rows of a table of deadlines are shown with."""

    people: dict[UUID, str]
    owners: dict[UUID, str]
    waits: dict[object, tuple[str, ...]]


def _table(caption: str, rows: list[Deadline], names: _Names) -> Table:
    columns = [
        Column(_("Deadline")),
        Column(_("Ends")),
        Column(_("Left")),
        Column(_("Answers for it")),
    ]
    body = [
        [
            Cell(deadline_name(row), href=_address(row), note=_of_whom(row, names.people)),
            Cell(_due(row) or _("The day is not known"), note=_in_doubt(row, names.waits)),
            Cell(*_left(row)),
            Cell(names.owners.get(row.owner_id, "")),
        ]
        for row in rows
    ]
    return Table(caption, columns, body, _("None."))


def _of_whom(row: Deadline, people: dict[UUID, str]) -> str:
    return people.get(row.person_id, "") if row.person_id and len(people) > 1 else ""


def _in_doubt(row: Deadline, waits: dict[object, tuple[str, ...]]) -> str:
    """Why the day may be another, or the deadline none."""
    if row.extended_to:
        return _("Extended")
    if row.pk in waits:
        labels = [label for _href, label in _questions(row, waits[row.pk])]
        return _("Turns on: %(facts)s") % {"facts": ", ".join(labels)} if labels else ""
    return _("Earliest day: a date it rests on is known in part") if row.latest_on else ""


def _questions(row: Deadline, facts: tuple[str, ...]) -> list[tuple[str, str]]:
    """The first few answers a deadline waits for, each with the page that asks it."""
    heads = dict.fromkeys(name.partition(".")[0] for name in facts)
    where = {"case_id": row.case_id, "person_id": row.person_id}
    return [
        (
            reverse("workspace:facts_step", kwargs={**where, "step": step_of(name)}),
            said(shelf().facts[name].label),
        )
        for name in heads
        if name in shelf().facts and step_of(name)
    ][:MOST_QUESTIONS]


MOST_QUESTIONS = 3


def _left(row: Deadline) -> tuple[str, str, str]:
    """The text of the time left, no link, and the colour of its tag."""
    if row.state != Deadline.State.RUNNING:
        return row.get_state_display(), "", COLOURS[row.state]
    due = row.extended_to or row.due_on
    if due is None:
        return "", "", ""
    left = (due - timezone.localdate()).days
    return days_left(due), "", "danger" if left < 0 else "warning" if left <= SOON else "neutral"


SOON = 7


def _due(row: Deadline) -> Any:
    if row.extended_to:
        return row.extended_to
    return row.due_at or row.due_on or ""


def _address(row: Deadline) -> str:
    return reverse("workspace:deadline", kwargs={"case_id": row.case_id, "deadline_id": row.pk})


_CASE = "cases/<uuid:case_id>/deadlines"
urlpatterns = [
    path("deadlines/", deadlines, name="deadlines"),
    path(_CASE, case_deadlines, name="case_deadlines"),
    path(f"{_CASE}/add", deadline_add, name="deadline_add"),
    path(f"{_CASE}/<uuid:deadline_id>", deadline, name="deadline"),
    *(
        path(
            f"{_CASE}/<uuid:deadline_id>/{act}", deadline_act, {"act": act}, name=f"deadline_{act}"
        )
        for act in ACTS
    ),
]
