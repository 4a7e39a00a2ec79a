# SPDX-License-Identifier: EUPL-1.2
"""The plan of a case: safety, goals with their actions, tasks."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import path

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.categories import Category
from samvern.access.views import page
from samvern.cases.domain.naming import people_named
from samvern.cases.domain.plans import aims_of
from samvern.cases.domain.reaching import get_case
from samvern.cases.domain.risks import risks_of
from samvern.cases.domain.tasks import tasks_of
from samvern.cases.views.shell import case_page


@page()
def plan(request: Request, case_id: UUID) -> HttpResponseBase:
    """Everything planned in a case, on one page."""
    case = get_case(request.actor, case_id, Category.PLAN)
    aims, risks, tasks = aims_of(case), risks_of(case), tasks_of(case)
    steps = sum(len(aim.steps) for aim in aims)
    see("plan.see", case=case.pk, rows=len(aims) + steps + len(risks) + len(tasks))
    context = {
        "aims": aims,
        "people": people_named(case),
        "risks": [risk for risk in risks if risk.in_force],
        "former": [risk for risk in risks if not risk.in_force],
        "tasks": tasks,
    }
    return case_page(request, case, "cases/plan.html", context)


urlpatterns = [path("cases/<uuid:case_id>/plan", plan, name="plan")]
