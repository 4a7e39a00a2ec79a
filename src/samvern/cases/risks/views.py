# SPDX-License-Identifier: EUPL-1.2
"""Judging the risk anew."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.cases.core.selectors import get_working_case, person_names
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.risks.domain import record_risk
from samvern.cases.risks.forms import RiskForm

USUAL_REVIEW = timedelta(days=30)


@workspace_view(methods=WRITE)
def risk_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Judge the risk; what was judged before stays."""
    case = get_working_case(request.actor, case_id)
    page = FormPage(
        RiskForm,
        partial(record_risk, actor=request.actor, case=case),
        "plan",
        case=case,
        title=_("Judge the risk"),
        draft=f"risk:{case.pk}",
        initial={"review_on": timezone.localdate() + USUAL_REVIEW},
        options={"people": person_names(case)},
        context={"section": "plan"},
    )
    return form_page(request, page)
