# SPDX-License-Identifier: EUPL-1.2
"""The auditor's pages: who looked at what, and whether the trail is whole. No case content."""

from collections.abc import Sequence

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from samvern.access.actor import Actor, Request
from samvern.access.audit import record
from samvern.access.budget import spend
from samvern.access.csvout import csv_response
from samvern.access.models import Member
from samvern.access.roles import PEOPLE, Role
from samvern.access.tables import Cell, Column, Pager, Table
from samvern.access.views import page
from samvern.cases.domain.auditing import MOST, Found, Sum, search_trail, sums
from samvern.cases.domain.proving import prove
from samvern.cases.forms.looking import TrailForm
from samvern.cases.trail_words import detail_words, role_name
from samvern.cases.views.looks import row_of, trail_table

DIGITS = 18
"""Of the largest number of a line that is taken: all such are bigints."""


@page({Role.AUDITOR})
def auditor(request: Request) -> HttpResponseBase:
    """Lines of the trail for a period, a member, a case, a kind; and what each member did."""
    form = _form(request)
    found, table = Found(), None
    if form.is_valid():
        search = form.search(_place(request.GET.get("page", "")))
        found = search_trail(actor=request.actor, search=search)
        since, until = search.since, search.until
        table = _sums(sums(actor=request.actor, since=since, until=until), form)
    lines = trail_table(found.lines, with_case=True)
    pager = Pager(next=str(found.more) if found.more else "")
    context = {
        "form": form,
        "sums": table,
        "lines": Table(lines.caption, lines.columns, lines.rows, lines.empty, pager=pager),
        "query": urlencode({name: form.data.get(name, "") for name in form.fields}),
    }
    return render(request, "cases/auditor.html", context, status=400 if form.errors else 200)


@page({Role.AUDITOR}, fresh=True)
def auditor_csv(request: Request) -> HttpResponseBase:
    """What was asked for, as a table."""
    form = _form(request)
    if not form.is_valid():
        return render(request, "cases/auditor.html", {"form": form}, status=400)
    spend("audit.export")
    found = search_trail(actor=request.actor, search=form.search(), limit=MOST)
    record("audit.export", lines=len(found.lines))
    head = [_("When"), _("Who"), _("Role"), _("Organisation"), _("What"), _("Outcome"), _("Case")]
    rows = ([*row_of(line), line.reference, detail_words(line)] for line in found.lines)
    return csv_response("samvern-trail", [*head, _("Details")], rows)


@page({Role.AUDITOR})
def auditor_proof(request: Request) -> HttpResponseBase:
    """Check the whole chain, and compare it with what was signed outside the database."""
    return render(request, "cases/auditor_proof.html", {"proof": prove(actor=request.actor)})


def _place(text: str) -> int | None:
    """The number of a line; None for what the database could not take as one."""
    good = text.isascii() and text.isdecimal() and len(text) <= DIGITS
    return int(text) if good else None


def _form(request: Request) -> TrailForm:
    return TrailForm(request.GET, members=_members(request.actor))


def _members(actor: Actor) -> Sequence[Member]:
    mine = Member.objects.filter(organisation_id=actor.organisation_id, role__in=PEOPLE)
    return list(mine.order_by("name"))


def _sums(rows: Sequence[Sum], form: TrailForm) -> Table:
    columns = [
        Column(_("Who")),
        Column(_("Cases opened"), numeric=True),
        Column(_("Looks"), numeric=True),
        Column(_("Refused"), numeric=True),
        Column(_("Allowance used up"), numeric=True),
        Column(_("Emergencies"), numeric=True),
    ]
    body = [
        [
            Cell(row.name, href=f"?{_asking(form, str(row.member_id))}", note=role_name(row.role)),
            Cell(str(row.cases)),
            Cell(str(row.looks)),
            _loud(row.refused, "warning"),
            _loud(row.allowances, "danger"),
            _loud(row.glasses, "danger"),
        ]
        for row in rows
    ]
    return Table(_("Each member in the period"), columns, body, _("Nobody did anything."))


def _asking(form: TrailForm, member: str) -> str:
    kept = {name: form.data.get(name, "") for name in ("since", "until", "kind")}
    return urlencode({**kept, "member": member})


def _loud(value: int, color: str) -> Cell:
    return Cell(str(value), tag=color if value else "")


urlpatterns = [
    path("auditor/", auditor, name="auditor"),
    path("auditor/trail.csv", auditor_csv, name="auditor_csv"),
    path("auditor/proof", auditor_proof, name="auditor_proof"),
]
