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
from samvern.cases.closing.open_items import list_open_items
from samvern.cases.core.pack import current_pack, localized
from samvern.cases.core.selectors import get_own_case
from samvern.cases.pages.form_page import FormPage, form_page
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
    page = FormPage(
        ArchiveReceiptForm if found.row.action == ARCHIVE else ErasureConfirmForm,
        partial(domain.confirm_proposal, actor=request.actor, id=proposal_id),
        lambda erased: redirect("workspace:retention_done" if erased else "workspace:retention"),
        template="cases/proposal.html",
        values=lambda form: {"receipt": form.cleaned_data.get("receipt", "")},
        initial={"receipt": found.row.receipt},
        context={
            "proposed": found,
            "lives": list_open_items(found.case),
            "reject": ErasureRejectForm(),
        },
    )
    return form_page(request, page)


@workspace_view(CASEWORK, methods=WRITE, fresh=True)
def proposal_reject(request: Request, proposal_id: UUID) -> HttpResponseBase:
    """Keep the case, with a reason."""
    found = domain.get_proposal(actor=request.actor, id=proposal_id)
    page = FormPage(
        ErasureRejectForm,
        partial(domain.reject_proposal, actor=request.actor, id=proposal_id),
        "retention",
        template="cases/proposal_reject.html",
        context={"proposed": found},
    )
    return form_page(request, page)


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
    page = FormPage(
        ErasureRequestForm,
        lambda **_answers: domain.propose_by_request(actor=request.actor, case=case),
        lambda made: redirect("workspace:proposal", proposal_id=made.pk),
        case=case,
        template="cases/erasure_request.html",
        context={"section": "team"},
    )
    return form_page(request, page)


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
