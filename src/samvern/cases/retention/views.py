# SPDX-License-Identifier: EUPL-1.2
"""What is to be erased, the word of two people, and the proofs of what was."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.roles import CASEWORK, Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.case_header.rendering import case_page
from samvern.cases.closing.open_items import list_open_items
from samvern.cases.core.form_helpers import attempt, submitted_data
from samvern.cases.core.pack import current_pack, localized
from samvern.cases.core.selectors import get_own_case
from samvern.cases.retention import domain
from samvern.cases.retention.forms import (
    ArchiveReceiptForm,
    ErasureConfirmForm,
    ErasureRejectForm,
    ErasureRequestForm,
)
from samvern.cases.retention.models import ErasureCertificate

ARCHIVE = "archive"


@workspace_view(CASEWORK)
def retention(request: Request) -> HttpResponseBase:
    """What waits for the actor's word."""
    found = domain.list_proposals(actor=request.actor)
    return render(request, "cases/retention.html", {"proposals": found})


@workspace_view(CASEWORK, methods=WRITE, fresh=True)
def proposal(request: Request, proposal_id: UUID) -> HttpResponseBase:
    """One proposal; a POST says yes, and the second yes erases."""
    found = domain.get_proposal(actor=request.actor, id=proposal_id)
    kind = ArchiveReceiptForm if found.row.action == ARCHIVE else ErasureConfirmForm
    form = kind(submitted_data(request), initial={"receipt": found.row.receipt})
    if request.method == "POST" and form.is_valid():
        receipt = form.cleaned_data.get("receipt", "")
        say_yes = partial(
            domain.confirm_proposal, actor=request.actor, id=proposal_id, receipt=receipt
        )
        done = attempt(form, say_yes)
        if done is not None:
            return redirect("workspace:retention_done" if done else "workspace:retention")
    context = {
        "form": form,
        "proposed": found,
        "lives": list_open_items(found.case),
        "reject": ErasureRejectForm(),
    }
    return render(request, "cases/proposal.html", context, status=400 if form.errors else 200)


@workspace_view(CASEWORK, methods=WRITE, fresh=True)
def proposal_reject(request: Request, proposal_id: UUID) -> HttpResponseBase:
    """Keep the case, with a reason."""
    found = domain.get_proposal(actor=request.actor, id=proposal_id)
    form = ErasureRejectForm(submitted_data(request))
    if request.method == "POST" and form.is_valid():
        say_no = partial(domain.reject_proposal, actor=request.actor, id=proposal_id)
        if attempt(form, lambda: say_no(**form.cleaned_data) or True):
            return redirect("workspace:retention")
    context = {"form": form, "proposed": found}
    return render(
        request, "cases/proposal_reject.html", context, status=400 if form.errors else 200
    )


@workspace_view({Role.LEADER, Role.AUDITOR})
def certificates(request: Request) -> HttpResponseBase:
    """The proofs of erasure, checked."""
    rows, false = domain.list_certificates(actor=request.actor)
    return render(request, "cases/certificates.html", {"table": _table(rows, false)})


@workspace_view(CASEWORK)
def retention_done(request: Request) -> HttpResponseBase:
    """The case is gone; what is left of it."""
    return render(request, "cases/erased.html")


@workspace_view({Role.LEADER}, methods=WRITE, fresh=True)
def erasure_request(request: Request, case_id: UUID) -> HttpResponseBase:
    """Propose a case whose person asked for it."""
    case = get_own_case(request.actor, case_id)
    form = ErasureRequestForm(submitted_data(request))
    if request.method == "POST" and form.is_valid():
        propose = partial(domain.propose_by_request, actor=request.actor, case=case)
        made = attempt(form, propose)
        if made is not None:
            return redirect("workspace:proposal", proposal_id=made.pk)
    return case_page(request, case, "cases/erasure_request.html", {"form": form, "section": "team"})


def _table(rows: list[ErasureCertificate], false: set[UUID]) -> Table:
    columns = [
        TableColumn(_("Erased")),
        TableColumn(_("Unit")),
        TableColumn(_("Rule")),
        TableColumn(_("Keys"), numeric=True),
        TableColumn(_("Files"), numeric=True),
        TableColumn(_("Rows"), numeric=True),
        TableColumn(_("Proof")),
    ]
    body = [
        [
            TableCell(row.erased_at),
            TableCell(row.unit.name),
            TableCell(_rule(row.rule), note=row.receipt),
            TableCell(str(row.keys_destroyed)),
            TableCell(str(row.files_destroyed)),
            TableCell(str(sum(row.rows_erased.values()))),
            TableCell(_("Changed since"), tag="danger")
            if row.pk in false
            else TableCell(_("Whole"), tag="success", note=row.digest[:16]),
        ]
        for row in rows
    ]
    return Table(_("Proofs of erasure"), columns, body, _("Nothing has been erased yet."))


def _rule(id: str) -> str:
    rule = current_pack().ruleset.retention.get(id)
    return localized(rule.name) if rule else _("The person asked for it")
