# SPDX-License-Identifier: EUPL-1.2
"""The leader's page."""

from collections.abc import Sequence
from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.roles import Role
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import page
from samvern.cases.domain.band import shown_signs
from samvern.cases.domain.leading import Endangered, Late, Load, Overview, Waiting, overview


@page({Role.LEADER})
def leader(request: Request) -> HttpResponseBase:
    """Load, what is late, what nobody answers, and cases whose owner has left."""
    found = overview(actor=request.actor)
    return render(request, "cases/leader.html", {"overview": found, "tables": list(_tables(found))})


def _tables(found: Overview) -> list[Table]:
    return [
        _endangered(found.endangered),
        _loads(found.loads),
        _late(found.late),
        _waiting(
            _("Cases whose owner has left"),
            _("Former owner"),
            _("Since"),
            found.ownerless,
            _("Every open case has an owner at work."),
            "team",
        ),
        _waiting(
            _("Handovers nobody has answered for two days"),
            _("Waits for"),
            _("Offered"),
            found.handovers,
            _("No handover waits."),
            "team",
        ),
        _waiting(
            _("Shared with us, opened by nobody"),
            _("From"),
            _("Shared"),
            found.shares,
            _("Everything shared with us has been opened."),
            "case",
        ),
    ]


def _endangered(rows: Sequence[Endangered]) -> Table:
    columns = [Column(_("Case")), Column(_("Look out for")), Column(_("Responsible"))]
    body = [
        [
            Cell(row.reference, href=_to("case", row.case_id)),
            Cell(tags=shown_signs(row.signs)),
            Cell(row.owner),
        ]
        for row in rows
    ]
    empty = _("No open case says danger now or high risk.")
    return Table(_("Danger now, or high risk"), columns, body, empty)


def _loads(loads: Sequence[Load]) -> Table:
    columns = [
        Column(_("Name")),
        Column(_("Open cases"), numeric=True),
        Column(_("Late deadlines"), numeric=True),
        Column(_("Tasks to do"), numeric=True),
        Column(_("Late tasks"), numeric=True),
    ]
    rows = [
        [
            Cell(
                load.member.name,
                href=reverse("workspace:leaving", kwargs={"member_id": load.member.pk}),
                note=load.member.unit.name if load.member.unit else "",
            ),
            Cell(str(load.cases)),
            _number(load.deadlines_late),
            Cell(str(load.tasks)),
            _number(load.tasks_late),
        ]
        for load in loads
    ]
    return Table(_("Who has what in hand"), columns, rows, _("Nobody works in your unit yet."))


def _late(rows: Sequence[Late]) -> Table:
    columns = [
        Column(_("Case")),
        Column(_("Deadline")),
        Column(_("Ended")),
        Column(_("Responsible")),
    ]
    body = [
        [
            Cell(row.reference, href=_to("case_deadlines", row.case_id)),
            Cell(row.name),
            Cell(row.due),
            Cell(row.owner),
        ]
        for row in rows
    ]
    return Table(_("Deadlines that have passed"), columns, body, _("No deadline has passed."))


def _waiting(
    caption: str, who: str, since: str, rows: Sequence[Waiting], empty: str, to: str
) -> Table:
    columns = [Column(_("Case")), Column(who), Column(since)]
    body = [
        [Cell(row.reference, href=_to(to, row.case_id)), Cell(row.who), Cell(row.since)]
        for row in rows
    ]
    return Table(caption, columns, body, empty)


def _number(value: int) -> Cell:
    return Cell(str(value), tag="danger" if value else "")


def _to(page: str, case_id: Any) -> str:
    return reverse(f"workspace:{page}", kwargs={"case_id": case_id})


urlpatterns = [path("leader/", leader, name="leader")]
