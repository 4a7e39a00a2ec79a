# SPDX-License-Identifier: EUPL-1.2
"""The leader's page."""

from collections.abc import Sequence
from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import workspace_view
from samvern.access.roles import Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.case_header.alerts import describe_signs
from samvern.cases.unit_dashboard.domain import (
    EndangeredCase,
    OverdueDeadline,
    UnansweredEntry,
    UnitDashboard,
    Workload,
    read_unit_dashboard,
)


@workspace_view({Role.LEADER})
def leader(request: Request) -> HttpResponseBase:
    """Load, what is late, what nobody answers, and cases whose owner has left."""
    found = read_unit_dashboard(actor=request.actor)
    return render(request, "cases/leader.html", {"overview": found, "tables": list(_tables(found))})


def _tables(found: UnitDashboard) -> list[Table]:
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


def _endangered(rows: Sequence[EndangeredCase]) -> Table:
    columns = [
        TableColumn(_("Case")),
        TableColumn(_("Look out for")),
        TableColumn(_("Responsible")),
    ]
    body = [
        [
            TableCell(row.reference, href=_to("case", row.case_id)),
            TableCell(tags=describe_signs(row.signs)),
            TableCell(row.owner),
        ]
        for row in rows
    ]
    empty = _("No open case says danger now or high risk.")
    return Table(_("Danger now, or high risk"), columns, body, empty)


def _loads(loads: Sequence[Workload]) -> Table:
    columns = [
        TableColumn(_("Name")),
        TableColumn(_("Open cases"), numeric=True),
        TableColumn(_("Late deadlines"), numeric=True),
        TableColumn(_("Tasks to do"), numeric=True),
        TableColumn(_("Late tasks"), numeric=True),
    ]
    rows = [
        [
            TableCell(
                load.member.name,
                href=reverse("workspace:leaving", kwargs={"member_id": load.member.pk}),
                note=load.member.unit.name if load.member.unit else "",
            ),
            TableCell(str(load.cases)),
            _number(load.deadlines_late),
            TableCell(str(load.tasks)),
            _number(load.tasks_late),
        ]
        for load in loads
    ]
    return Table(_("Who has what in hand"), columns, rows, _("Nobody works in your unit yet."))


def _late(rows: Sequence[OverdueDeadline]) -> Table:
    columns = [
        TableColumn(_("Case")),
        TableColumn(_("Deadline")),
        TableColumn(_("Ended")),
        TableColumn(_("Responsible")),
    ]
    body = [
        [
            TableCell(row.reference, href=_to("case_deadlines", row.case_id)),
            TableCell(row.name),
            TableCell(row.due),
            TableCell(row.owner),
        ]
        for row in rows
    ]
    return Table(_("Deadlines that have passed"), columns, body, _("No deadline has passed."))


def _waiting(
    caption: str, who: str, since: str, rows: Sequence[UnansweredEntry], empty: str, to: str
) -> Table:
    columns = [TableColumn(_("Case")), TableColumn(who), TableColumn(since)]
    body = [
        [
            TableCell(row.reference, href=_to(to, row.case_id)),
            TableCell(row.who),
            TableCell(row.since),
        ]
        for row in rows
    ]
    return Table(caption, columns, body, empty)


def _number(value: int) -> TableCell:
    return TableCell(str(value), tag="danger" if value else "")


def _to(page: str, case_id: Any) -> str:
    return reverse(f"workspace:{page}", kwargs={"case_id": case_id})
