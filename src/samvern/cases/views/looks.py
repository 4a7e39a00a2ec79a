# SPDX-License-Identifier: EUPL-1.2
"""Who has looked at this case: for its workers, on the screen, as a table and on paper."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.audit import record
from samvern.access.budget import spend
from samvern.access.csvout import csv_response
from samvern.access.days import moment_name
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import page
from samvern.cases.domain.auditing import MOST, Line, looks_at
from samvern.cases.domain.reaching import get_own_case
from samvern.cases.paper.log import print_log
from samvern.cases.trail_words import OUTCOMES, act_name, detail_words, role_name, who_did
from samvern.cases.views.shell import case_page

SHOWN, PRINTED = 200, 2000


@page()
def looks(request: Request, case_id: UUID) -> HttpResponseBase:
    """The latest looks."""
    case = get_own_case(request.actor, case_id)
    lines = looks_at(actor=request.actor, case_id=case.pk, limit=SHOWN)
    context = {"table": trail_table(lines), "shown": SHOWN, "full": len(lines) == SHOWN}
    return case_page(request, case, "cases/looks.html", {**context, "section": "team"})


@page(fresh=True)
def looks_csv(request: Request, case_id: UUID) -> HttpResponseBase:
    """All of them as a table."""
    case = get_own_case(request.actor, case_id)
    spend("audit.export")
    lines = looks_at(actor=request.actor, case_id=case.pk, limit=MOST)
    record("trail.export", case=case.pk, lines=len(lines))
    return csv_response(f"samvern-{case.reference}", _head(), (row_of(line) for line in lines))


@page(fresh=True)
def looks_pdf(request: Request, case_id: UUID) -> HttpResponseBase:
    """On paper, for the person who asks who has read about her."""
    case = get_own_case(request.actor, case_id)
    spend("print", about=case.pk)
    lines = looks_at(actor=request.actor, case_id=case.pk, limit=PRINTED)
    record("trail.export", case=case.pk, lines=len(lines))
    content = print_log(
        actor=request.actor,
        case=case,
        head=_head(),
        rows=[row_of(line) for line in lines],
        language=get_language() or "nb",
    )
    response = HttpResponse(content, content_type="application/pdf")
    name = f"samvern-{case.reference}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def trail_table(lines: list[Line], *, with_case: bool = False) -> Table:
    """Lines of the trail as a table."""
    columns = [Column(_("When")), Column(_("Who")), Column(_("What")), Column("", unseen=True)]
    if with_case:
        columns.insert(3, Column(_("Case")))
    rows = []
    for line in lines:
        color, outcome = OUTCOMES.get(line.outcome, ("neutral", line.outcome))
        row = [
            Cell(line.at),
            Cell(who_did(line), note=role_name(line.role)),
            Cell(act_name(line.act), note=detail_words(line)),
            Cell(outcome, tag=color),
        ]
        if with_case:
            row.insert(3, Cell(line.reference or (_("Another’s case") if line.case_id else "")))
        rows.append(row)
    return Table(_("Who looked, and what was done"), columns, rows, _("Nobody has looked yet."))


def row_of(line: Line) -> list[str]:
    """A line as a row of a table without a screen."""
    outcome = OUTCOMES.get(line.outcome, ("", line.outcome))[1]
    return [
        moment_name(line.at),
        who_did(line),
        role_name(line.role),
        line.organisation,
        act_name(line.act),
        str(outcome),
    ]


def _head() -> list[str]:
    return [_("When"), _("Who"), _("Role"), _("Organisation"), _("What"), _("Outcome")]


CASE = "cases/<uuid:case_id>/looks"
urlpatterns = [
    path(CASE, looks, name="looks"),
    path(f"{CASE}.csv", looks_csv, name="looks_csv"),
    path(f"{CASE}.pdf", looks_pdf, name="looks_pdf"),
]
