# SPDX-License-Identifier: EUPL-1.2
"""The auditor's pages: who looked at what, and whether the trail is whole. No case content."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Actor, Request
from samvern.access.dates import format_datetime
from samvern.access.decorators import workspace_view
from samvern.access.exports import Export, export_csv, take_out
from samvern.access.models import Member
from samvern.access.roles import PEOPLE, Role
from samvern.access.tables import Pager, Table, TableCell, TableColumn
from samvern.cases.audit.chain import check_chain
from samvern.cases.audit.detail_labels import detail_text
from samvern.cases.audit.domain import (
    MOST,
    AuditLine,
    MemberActivity,
    TrailPage,
    read_access_log,
    search_trail,
    sum_activity,
)
from samvern.cases.audit.forms import TrailForm
from samvern.cases.audit.labels import act_name, actor_name, outcome_label, role_name
from samvern.cases.audit.printing import print_access_log
from samvern.cases.core.models import Case
from samvern.cases.core.selectors import get_own_case
from samvern.cases.pages.rendering import case_page
from samvern.common.downloads import PDF, file_response
from samvern.common.numbers import whole_number

TRAIL_FILE = Export("audit.export", lazy("Who looked"), "audit.export")
LOOKS_FILE = Export("trail.export", lazy("Who has looked"), "audit.export")
LOOKS_PAPER = replace(LOOKS_FILE, quota="print")
DIGITS = 18
"""Of the largest number of a line that is taken: all such are bigints."""


@workspace_view({Role.AUDITOR})
def auditor(request: Request) -> HttpResponseBase:
    """Lines of the trail for a period, a member, a case, a kind; and what each member did."""
    form = _form(request)
    found, table = TrailPage(), None
    if form.is_valid():
        search = form.search(_place(request.GET.get("page", "")))
        found = search_trail(actor=request.actor, search=search)
        since, until = search.since, search.until
        table = _sums(sum_activity(actor=request.actor, since=since, until=until), form)
    lines = trail_table(found.lines, with_case=True)
    pager = Pager(next=str(found.more) if found.more else "")
    asked = urlencode({name: form.data.get(name, "") for name in form.fields})
    lines = replace(lines, pager=pager, csv=f"{reverse('workspace:auditor_csv')}?{asked}")
    context = {"form": form, "sums": table, "lines": lines}
    return render(request, "cases/auditor.html", context, status=400 if form.errors else 200)


@workspace_view({Role.AUDITOR}, fresh=True)
def auditor_csv(request: Request) -> HttpResponseBase:
    """What was asked for, as a table."""
    form = _form(request)
    if not form.is_valid():
        return render(request, "cases/auditor.html", {"form": form}, status=400)

    def rows() -> list[list[str]]:
        found = search_trail(actor=request.actor, search=form.search(), limit=MOST)
        return [[*trail_row(line), line.reference, detail_text(line)] for line in found.lines]

    return export_csv(TRAIL_FILE, "trail", [*_head(), _("Case"), _("Details")], rows)


@workspace_view({Role.AUDITOR})
def auditor_proof(request: Request) -> HttpResponseBase:
    """Check the whole chain, and compare it with what was signed outside the database."""
    return render(request, "cases/auditor_proof.html", {"proof": check_chain(actor=request.actor)})


def _place(text: str) -> int | None:
    """The number of a line; None for what the database could not take as one."""
    return whole_number(text, DIGITS)


def _form(request: Request) -> TrailForm:
    return TrailForm(request.GET, members=_members(request.actor))


def _members(actor: Actor) -> Sequence[Member]:
    mine = Member.objects.filter(organisation_id=actor.organisation_id, role__in=PEOPLE)
    return list(mine.order_by("name"))


def _sums(rows: Sequence[MemberActivity], form: TrailForm) -> Table:
    columns = [
        TableColumn(_("Who")),
        TableColumn(_("Cases opened"), numeric=True),
        TableColumn(_("Looks"), numeric=True),
        TableColumn(_("Refused"), numeric=True),
        TableColumn(_("Allowance used up"), numeric=True),
        TableColumn(_("Emergencies"), numeric=True),
    ]
    body = [
        [
            TableCell(
                row.name, href=f"?{_asking(form, str(row.member_id))}", note=role_name(row.role)
            ),
            TableCell(str(row.cases)),
            TableCell(str(row.looks)),
            _loud(row.refused, "warning"),
            _loud(row.allowances, "danger"),
            _loud(row.emergencies, "danger"),
        ]
        for row in rows
    ]
    return Table(_("Each member in the period"), columns, body, _("Nobody did anything."))


def _asking(form: TrailForm, member: str) -> str:
    kept = {name: form.data.get(name, "") for name in ("since", "until", "kind")}
    return urlencode({**kept, "member": member})


def _loud(value: int, color: str) -> TableCell:
    return TableCell(str(value), tag=color if value else "")


SHOWN, PRINTED = 200, 2000


@workspace_view()
def access_log(request: Request, case_id: UUID) -> HttpResponseBase:
    """The latest entries of the access log."""
    case = get_own_case(request.actor, case_id)
    lines = read_access_log(actor=request.actor, case_id=case.pk, limit=SHOWN)
    file = reverse("workspace:looks_csv", kwargs={"case_id": case.pk})
    table = replace(trail_table(lines), csv=file)
    context = {"table": table, "shown": SHOWN, "full": len(lines) == SHOWN}
    return case_page(request, case, "cases/looks.html", {**context, "section": "team"})


@workspace_view(fresh=True)
def access_log_csv(request: Request, case_id: UUID) -> HttpResponseBase:
    """All of them as a table."""
    case = get_own_case(request.actor, case_id)
    rows = _looks(request.actor, case, MOST)
    return export_csv(LOOKS_FILE, case.reference, _head(), rows, case=case.pk)


@workspace_view(fresh=True)
def access_log_pdf(request: Request, case_id: UUID) -> HttpResponseBase:
    """On paper, for the person who asks who has read about her."""
    case = get_own_case(request.actor, case_id)
    rows = take_out(LOOKS_PAPER, _looks(request.actor, case, PRINTED), case=case.pk)
    content = print_access_log(
        actor=request.actor,
        case=case,
        head=_head(),
        rows=rows,
        language=get_language() or "nb",
    )
    return file_response(f"samvern-{case.reference}.pdf", content, PDF)


def _looks(actor: Actor, case: Case, most: int) -> Callable[[], list[list[str]]]:
    return lambda: [
        trail_row(line) for line in read_access_log(actor=actor, case_id=case.pk, limit=most)
    ]


def trail_table(lines: list[AuditLine], *, with_case: bool = False) -> Table:
    """Lines of the trail as a table."""
    columns = [
        TableColumn(_("When")),
        TableColumn(_("Who")),
        TableColumn(_("What")),
        TableColumn("", unseen=True),
    ]
    if with_case:
        columns.insert(3, TableColumn(_("Case")))
    rows = []
    for line in lines:
        color, outcome = outcome_label(line.outcome)
        row = [
            TableCell(line.at),
            TableCell(actor_name(line), note=role_name(line.role)),
            TableCell(act_name(line.act), note=detail_text(line)),
            TableCell(outcome, tag=color),
        ]
        if with_case:
            row.insert(
                3, TableCell(line.reference or (_("Another’s case") if line.case_id else ""))
            )
        rows.append(row)
    return Table(_("Who looked, and what was done"), columns, rows, _("Nobody has looked yet."))


def trail_row(line: AuditLine) -> list[str]:
    """A line as a row of a table without a screen."""
    outcome = outcome_label(line.outcome)[1]
    return [
        format_datetime(line.at),
        actor_name(line),
        role_name(line.role),
        line.organisation,
        act_name(line.act),
        str(outcome),
    ]


def _head() -> list[str]:
    return [_("When"), _("Who"), _("Role"), _("Organisation"), _("What"), _("Outcome")]
