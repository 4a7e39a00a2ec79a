# SPDX-License-Identifier: EUPL-1.2
"""Judging the risk anew."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.views import WRITE, page
from samvern.cases.domain.naming import people_named
from samvern.cases.domain.reaching import get_working_case
from samvern.cases.domain.risks import judge_risk
from samvern.cases.forms.plan import RiskForm
from samvern.cases.views.saving import Asked, ask

USUAL = timedelta(days=30)


@page(methods=WRITE)
def risk_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Judge the risk; what was judged before stays."""
    case = get_working_case(request.actor, case_id)
    save = partial(judge_risk, actor=request.actor, case=case)
    asked = Asked(_("Judge the risk"), f"risk:{case.pk}", "plan")
    first = {"review_on": timezone.localdate() + USUAL}
    return ask(request, case, asked, RiskForm, save, initial=first, people=people_named(case))


urlpatterns = [path("cases/<uuid:case_id>/plan/risk", risk_new, name="risk_new")]
