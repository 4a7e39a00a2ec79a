# SPDX-License-Identifier: EUPL-1.2
"""Sharing a case, and what others share."""

from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.contact_person import contact_person_of
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.models import Organisation, Share, Unit
from samvern.access.unit_of_work import log_read
from samvern.cases.consents.choices import purpose_name
from samvern.cases.core.form_helpers import add_choices
from samvern.cases.core.models import Case
from samvern.cases.core.permissions import can_manage_case, get_managed_case
from samvern.cases.core.selectors import get_case, person_names
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.cases.sharing import domain
from samvern.cases.sharing.forms import CONSENT, ReceiverForm, ShareForm


@workspace_view()
def sharing(request: Request, case_id: UUID) -> HttpResponseBase:
    """What the case is and was shared as."""
    case = get_case(request.actor, case_id)
    can_manage = can_manage_case(request.actor, case)
    shares = domain.list_shares(case)
    log_read("sharing.see", case=case.pk, rows=len(shares))
    form = ReceiverForm()
    add_choices(form, "to", _names(domain.list_receivers(request.actor)) if can_manage else [])
    context = {
        "live": [_shown(share) for share in shares if domain.is_live_share(share)],
        "over": [_shown(share) for share in shares if not domain.is_live_share(share)],
        "receiver": form,
        "can_manage": can_manage,
    }
    return case_page(request, case, "cases/sharing.html", context)


@workspace_view(methods=WRITE)
def share_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Share with one organisation; ``?to=`` names it."""
    case = get_managed_case(request.actor, case_id)
    receiver = domain.get_receiver(request.actor, _receiver_id(request))
    consents = domain.list_valid_consents(case, receiver)
    judged = domain.find_disclosure_grounds(case, receiver)
    page = FormPage(
        ShareForm,
        partial(share_as_chosen, request, case, receiver),
        "sharing",
        case=case,
        template="cases/share_new.html",
        initial={"until": timezone.localdate() + domain.USUAL_PERIOD},
        options={
            "consents": consents,
            "names": person_names(case),
            "judged": judged,
            "units": list(Unit.objects.filter(organisation=receiver)),
        },
        context={
            "receiver": receiver,
            "judged": judged,
            "consents": consents,
            "action": f"?to={receiver.pk}",
        },
    )
    return form_page(request, page)


@workspace_view(methods=("POST",))
def share_end(request: Request, case_id: UUID, share_id: UUID) -> HttpResponseBase:
    """End a share at once."""
    case = get_managed_case(request.actor, case_id)
    domain.end_share(actor=request.actor, case=case, share_id=share_id)
    return redirect("workspace:sharing", case_id=case.pk)


@workspace_view()
def shared_with_us(request: Request) -> HttpResponseBase:
    """What other organisations share with ours now."""
    rows = domain.list_received_shares(request.actor)
    log_read("sharing.received", rows=len(rows))
    shown = [
        {**_shown(share), "case": case, "call": case and contact_person_of(case.owner)}
        for share, case in rows
    ]
    return render(request, "cases/shared.html", {"shares": shown})


def share_as_chosen(
    request: Request,
    case: Case,
    receiver: Organisation,
    *,
    basis: str,
    unit_id: str,
    purpose: str,
    holds: list[str] | None = None,
    **values: Any,
) -> Share:
    """Share as a :class:`ShareForm` was filled in. Raises Rejected as the sharing itself does."""
    kind, _colon, which = basis.partition(":")
    common = {
        "actor": request.actor,
        "case": case,
        "receiver": receiver,
        "unit_id": UUID(unit_id) if unit_id else None,
        **values,
    }
    if kind == CONSENT:
        return domain.share_by_consent(consent_id=UUID(which), **common)
    return domain.share_by_statute(gate_id=which, said=holds or (), purpose=purpose, **common)


def _receiver_id(request: Request) -> UUID:
    try:
        return UUID(request.GET.get("to", ""))
    except ValueError:
        return UUID(int=0)


def _names(rows: list[Organisation]) -> list[tuple[str, str]]:
    return [(str(row.pk), row.name) for row in rows]


def _shown(share: Share) -> dict[str, Any]:
    return {
        "share": share,
        "what": [Category(each).label for each in share.categories],
        "purpose": purpose_name(share.purpose),
        "last": timezone.localdate(share.until - timedelta(seconds=1)),
    }
