# SPDX-License-Identifier: EUPL-1.2
"""What is to be erased, the word of two people, and the proofs of what was."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.roles import CASEWORK, Role
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import WRITE, page
from samvern.cases.domain import retention as keeping
from samvern.cases.domain.living import what_lives
from samvern.cases.domain.reaching import get_own_case
from samvern.cases.forms.erasing import ArchivedForm, ConfirmForm, RejectForm, RequestForm
from samvern.cases.law import law, said
from samvern.cases.models import Certificate
from samvern.cases.views.attempts import attempt
from samvern.cases.views.saving import sent
from samvern.cases.views.shell import case_page

ARCHIVE = "archive"


@page(CASEWORK)
def retention(request: Request) -> HttpResponseBase:
    """What waits for the actor's word."""
    found = keeping.proposals_for(actor=request.actor)
    return render(request, "cases/retention.html", {"proposals": found})


@page(CASEWORK, methods=WRITE, fresh=True)
def proposal(request: Request, proposal_id: UUID) -> HttpResponseBase:
    """One proposal; a POST says yes, and the second yes erases."""
    found = keeping.get_proposal(actor=request.actor, id=proposal_id)
    kind = ArchivedForm if found.row.action == ARCHIVE else ConfirmForm
    form = kind(sent(request), initial={"receipt": found.row.receipt})
    if request.method == "POST" and form.is_valid():
        receipt = form.cleaned_data.get("receipt", "")
        say_yes = partial(keeping.confirm, actor=request.actor, id=proposal_id, receipt=receipt)
        done = attempt(form, say_yes)
        if done is not None:
            return redirect("workspace:retention_done" if done else "workspace:retention")
    context = {
        "form": form,
        "proposed": found,
        "lives": what_lives(found.case),
        "reject": RejectForm(),
    }
    return render(request, "cases/proposal.html", context, status=400 if form.errors else 200)


@page(CASEWORK, methods=WRITE, fresh=True)
def proposal_reject(request: Request, proposal_id: UUID) -> HttpResponseBase:
    """Keep the case, with a reason."""
    found = keeping.get_proposal(actor=request.actor, id=proposal_id)
    form = RejectForm(sent(request))
    if request.method == "POST" and form.is_valid():
        say_no = partial(keeping.reject, actor=request.actor, id=proposal_id)
        if attempt(form, lambda: say_no(**form.cleaned_data) or True):
            return redirect("workspace:retention")
    context = {"form": form, "proposed": found}
    return render(
        request, "cases/proposal_reject.html", context, status=400 if form.errors else 200
    )


@page({Role.LEADER, Role.AUDITOR})
def certificates(request: Request) -> HttpResponseBase:
    """The proofs of erasure, checked."""
    rows, false = keeping.certificates(actor=request.actor)
    return render(request, "cases/certificates.html", {"table": _table(rows, false)})


@page(CASEWORK)
def retention_done(request: Request) -> HttpResponseBase:
    """The case is gone; what is left of it."""
    return render(request, "cases/erased.html")


@page({Role.LEADER}, methods=WRITE, fresh=True)
def erasure_request(request: Request, case_id: UUID) -> HttpResponseBase:
    """Propose a case whose person asked for it."""
    case = get_own_case(request.actor, case_id)
    form = RequestForm(sent(request))
    if request.method == "POST" and form.is_valid():
        propose = partial(keeping.propose_by_request, actor=request.actor, case=case)
        made = attempt(form, propose)
        if made is not None:
            return redirect("workspace:proposal", proposal_id=made.pk)
    return case_page(request, case, "cases/erasure_request.html", {"form": form, "section": "team"})


def _table(rows: list[Certificate], false: set[UUID]) -> Table:
    columns = [
        Column(_("Erased")),
        Column(_("Unit")),
        Column(_("Rule")),
        Column(_("Keys"), numeric=True),
        Column(_("Files"), numeric=True),
        Column(_("Rows"), numeric=True),
        Column(_("Proof")),
    ]
    body = [
        [
            Cell(row.erased_at),
            Cell(row.unit.name),
            Cell(_rule(row.rule), note=row.receipt),
            Cell(str(row.keys_destroyed)),
            Cell(str(row.files_destroyed)),
            Cell(str(sum(row.rows_erased.values()))),
            Cell(_("Changed since"), tag="danger")
            if row.pk in false
            else Cell(_("Whole"), tag="success", note=row.digest[:16]),
        ]
        for row in rows
    ]
    return Table(_("Proofs of erasure"), columns, body, _("Nothing has been erased yet."))


def _rule(id: str) -> str:
    rule = law().book.retention.get(id)
    return said(rule.name) if rule else _("The person asked for it")


urlpatterns = [
    path("retention/", retention, name="retention"),
    path("retention/done", retention_done, name="retention_done"),
    path("retention/proofs", certificates, name="certificates"),
    path("retention/<uuid:proposal_id>", proposal, name="proposal"),
    path("retention/<uuid:proposal_id>/keep", proposal_reject, name="proposal_reject"),
    path("cases/<uuid:case_id>/erase", erasure_request, name="erasure_request"),
]
