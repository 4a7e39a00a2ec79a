# SPDX-License-Identifier: EUPL-1.2
"""The page on which a member says how she wants to be told."""

from functools import partial

from django.forms import model_to_dict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.roles import PEOPLE
from samvern.cases.core.form_helpers import attempt, submitted_data
from samvern.coordination.email_digests.domain import read_rule, save_rule
from samvern.coordination.email_digests.forms import DigestRuleForm


@workspace_view(PEOPLE, methods=WRITE)
def telling(request: Request) -> HttpResponseBase:
    """Letters at once, gathered or none, and the quiet hours."""
    rule = read_rule(actor=request.actor)
    form = DigestRuleForm(submitted_data(request), initial=model_to_dict(rule))
    if request.method == "POST" and form.is_valid():
        put = partial(save_rule, actor=request.actor)
        if attempt(form, lambda: put(**form.cleaned_data)):
            return redirect("workspace:inbox")
    context = {"form": form, "saved": not rule._state.adding}
    return render(request, "coordination/telling.html", context, status=400 if form.errors else 200)
