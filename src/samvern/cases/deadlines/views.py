# SPDX-License-Identifier: EUPL-1.2
"""Deadlines: of a case, and of all cases somebody answers for; met, stopped, extended, added."""

from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.dates import format_days_left
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import Conflict
from samvern.access.forms import Form
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.access.unit_of_work import log_read
from samvern.cases.core.decorators import with_open_case
from samvern.cases.core.models import Case
from samvern.cases.core.pack import current_pack, localized
from samvern.cases.core.selectors import (
    get_case,
    get_case_record,
    is_ongoing,
    member_names,
    person_names,
)
from samvern.cases.deadlines import domain
from samvern.cases.deadlines.forms import (
    DeadlineAddForm,
    DeadlineEndForm,
    DeadlineExtendForm,
    DeadlineHourForm,
    DeadlineReasonForm,
)
from samvern.cases.deadlines.models import Deadline, deadline_name
from samvern.cases.deadlines.recount import find_missing_answers, read_deadline_advice
from samvern.cases.facts.sheets import question_step
from samvern.cases.pages.form_page import FormPage, form_page, with_expected
from samvern.cases.pages.rendering import case_page
from samvern.guide.explanation_html import sources
from samvern.guide.loaded_pack import loaded_pack
from samvern.identity.sealing import load_keys

COLOURS = {"running": "info", "met": "success", "stopped": "neutral", "gone": "neutral"}


@workspace_view()
def deadlines(request: Request) -> HttpResponseBase:
    """Running deadlines in all cases I answer for, the nearest first."""
    rows = list(domain.list_own_deadlines(request.actor)[:200])
    load_keys([row.case_id for row in rows if not row.clock])
    log_read("deadlines.see", rows=len(rows))
    columns = [
        TableColumn(_("Deadline")),
        TableColumn(_("Ends")),
        TableColumn(_("Left")),
        TableColumn(_("Case")),
    ]
    body = [
        [
            TableCell(deadline_name(row), href=_address(row)),
            TableCell(_due(row)),
            TableCell(*_left(row)),
            TableCell(row.case.reference),
        ]
        for row in rows
    ]
    table = Table(_("Your deadlines"), columns, body, _("No deadline is running."))
    context = {"table": table, "has_feed": domain.has_feed(request.actor)}
    return render(request, "cases/deadlines.html", context)


@workspace_view()
def case_deadlines(request: Request, case_id: UUID) -> HttpResponseBase:
    """Every deadline of a case."""
    case = get_case(request.actor, case_id, Category.RIGHTS)
    rows = domain.list_deadlines(case)
    log_read("deadlines.see", case=case.pk, rows=len(rows))
    names = _Names(
        person_names(case), member_names(row.owner_id for row in rows), find_missing_answers(rows)
    )
    context = {
        "running": _table(_("Running"), [r for r in rows if r.state == "running"], names),
        "ended": _table(_("Ended"), [r for r in rows if r.state != "running"], names),
    }
    return case_page(request, case, "cases/case_deadlines.html", context)


@workspace_view()
def deadline(request: Request, case_id: UUID, deadline_id: UUID) -> HttpResponseBase:
    """One deadline: what it is, where it is written, and what can be done with it."""
    case = get_case(request.actor, case_id, Category.RIGHTS)
    row = get_case_record(Deadline, case.pk, deadline_id)
    log_read("deadline.see", case=case.pk, object=row.pk, rows=1)
    return _show(request, case, row)


@workspace_view(methods=WRITE)
@with_open_case("case_deadlines")
def deadline_add(request: Request, case: Case) -> HttpResponseBase:
    """A deadline of our own."""
    page = FormPage(
        DeadlineAddForm,
        partial(domain.add_deadline, actor=request.actor, case=case),
        "case_deadlines",
        case=case,
        template="cases/deadline_add.html",
        initial={"owner_id": str(request.actor.member_id)},
        options={"owners": domain.list_possible_owners(case)},
        says_saved=True,
    )
    return form_page(request, page)


@workspace_view(methods=("POST",))
@with_open_case("case_deadlines", "deadline_id")
def deadline_act(request: Request, case: Case, deadline_id: UUID, act: str) -> HttpResponseBase:
    """Meet, stop, restart or extend a deadline, or say at which hour it began."""
    row = get_case_record(Deadline, case.pk, deadline_id)
    kind, save = ACTS[act]

    def overtaken(form: Form, conflict: Conflict) -> HttpResponseBase:
        form.add_error(None, _("Somebody else changed it meanwhile. Look, and try again."))
        return _show(request, case, conflict.current, {act: form}, status=409)

    page = FormPage(
        kind,
        partial(save, actor=request.actor, deadline=row),
        "deadline",
        case=case,
        where={"deadline_id": row.pk},
        options={"prefix": act},
        values=with_expected,
        conflict=overtaken,
        show=lambda form: _show(request, case, row, {act: form}, status=400),
        says_saved=True,
    )
    return form_page(request, page)


ACTS: dict[str, tuple[Any, Any]] = {
    "meet": (DeadlineEndForm, domain.meet_deadline),
    "stop": (DeadlineReasonForm, domain.stop_deadline),
    "restart": (DeadlineReasonForm, domain.restart_deadline),
    "extend": (DeadlineExtendForm, domain.extend_deadline),
    "hour": (DeadlineHourForm, domain.set_hour),
}


def _show(
    request: Request,
    case: Case,
    row: Deadline,
    sent: dict[str, Any] | None = None,
    status: int | None = None,
) -> HttpResponseBase:
    rule = current_pack().ruleset.rules.get(row.clock)
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
        "waits": _questions(row, find_missing_answers([row]).get(row.pk, ())),
        "advice": read_deadline_advice(row, request.LANGUAGE_CODE),
        "text": localized(version.text) if version else "",
        "sources": sources(version, request.LANGUAGE_CODE) if version else "",
        "rows": _facts(case, row),
        "reason": domain.read_deadline_reason(row),
        "forms": forms if case.state == Case.State.OPEN or is_ongoing(case, row.pk) else {},
    }
    return case_page(request, case, "cases/deadline.html", context, status=status)


def _possible(row: Deadline) -> tuple[str, ...]:
    if row.state != Deadline.State.RUNNING:
        return ("restart",) if row.state != Deadline.State.GONE else ()
    hour = ("hour",) if domain.clock_hours(row) and row.starts_on else ()
    return ("meet", "extend", "stop", *hour)


def _facts(case: Case, row: Deadline) -> list[tuple[str, Any]]:
    owner = member_names([row.owner_id]).get(row.owner_id, "")
    person = person_names(case).get(row.person_id, "") if row.person_id else ""
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
        TableColumn(_("Deadline")),
        TableColumn(_("Ends")),
        TableColumn(_("Left")),
        TableColumn(_("Answers for it")),
    ]
    body = [
        [
            TableCell(deadline_name(row), href=_address(row), note=_of_whom(row, names.people)),
            TableCell(_due(row) or _("The day is not known"), note=_in_doubt(row, names.waits)),
            TableCell(*_left(row)),
            TableCell(names.owners.get(row.owner_id, "")),
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
            reverse("workspace:facts_step", kwargs={**where, "step": question_step(name)}),
            localized(loaded_pack().facts[name].label),
        )
        for name in heads
        if name in loaded_pack().facts and question_step(name)
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
    return (
        format_days_left(due),
        "",
        "danger" if left < 0 else "warning" if left <= SOON else "neutral",
    )


SOON = 7


def _due(row: Deadline) -> Any:
    if row.extended_to:
        return row.extended_to
    return row.due_at or row.due_on or ""


def _address(row: Deadline) -> str:
    return reverse("workspace:deadline", kwargs={"case_id": row.case_id, "deadline_id": row.pk})
