# SPDX-License-Identifier: EUPL-1.2
"""Opening a case in an emergency, and judging it afterwards."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound, Rejected
from samvern.access.roles import Role
from samvern.cases.case_header.domain import list_own_emergency_accesses
from samvern.cases.emergency_access import domain
from samvern.cases.emergency_access.forms import DangerReviewForm, EmergencyAccessForm, ReviewForm
from samvern.cases.pages.form_page import FormPage, form_page


@workspace_view(methods=WRITE, fresh=True)
def emergency_access(request: Request) -> HttpResponseBase:
    """Open one case, with a sign-in of the last minutes; every refusal reads the same."""

    def save(reference: str, hours: str, **values: Any) -> UUID:
        try:
            return domain.start_emergency_access(
                actor=request.actor,
                reference=domain.normalise_typed_reference(reference),
                hours=int(hours),
                **values,
            )
        except NotFound as error:
            text = _("There is no case with this reference to open.")
            raise Rejected({"reference": text}) from error

    page = FormPage(
        EmergencyAccessForm,
        save,
        lambda case_id: redirect("workspace:case", case_id=case_id),
        template="cases/glass.html",
        context=lambda _form: {
            "openings": list_own_emergency_accesses(request.actor),
            "follow_up": domain.list_follow_ups(request.actor),
        },
        keeps_refused=True,
    )
    return form_page(request, page)


@workspace_view(methods=("POST",))
def emergency_access_end(request: Request, glass_id: UUID) -> HttpResponseBase:
    """End one's own opening, or one of a case one has or leads."""
    case_id = domain.end_emergency_access(actor=request.actor, access_id=glass_id)
    if request.POST.get("from") == "team":
        return redirect("workspace:team", case_id=case_id)
    return redirect("workspace:home")


@workspace_view({Role.LEADER})
def emergency_access_reviews(request: Request) -> HttpResponseBase:
    """Openings that wait for a leader, and those judged last."""
    context = {
        "waiting": domain.list_accesses_to_review(request.actor),
        "judged": domain.list_reviewed_accesses(request.actor),
    }
    return render(request, "cases/glass_reviews.html", context)


@workspace_view({Role.LEADER}, methods=WRITE)
def emergency_access_review(request: Request, glass_id: UUID) -> HttpResponseBase:
    """Judge one opening."""
    waiting = domain.list_accesses_to_review(request.actor)
    opening = next((each for each in waiting if each.access.pk == glass_id), None)
    if opening is None:
        raise NotFound("opening", glass_id)
    page = FormPage(
        DangerReviewForm if domain.must_answer_danger(glass_id) else ReviewForm,
        partial(domain.review_emergency_access, actor=request.actor, access_id=glass_id),
        "glass_reviews",
        template="cases/glass_review.html",
        values=lambda form: {
            **form.cleaned_data,
            "lasts": form.cleaned_data.get("lasts") == "on",
        },
        context={"opening": opening},
    )
    return form_page(request, page)
