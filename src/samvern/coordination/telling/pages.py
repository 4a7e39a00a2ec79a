# SPDX-License-Identifier: EUPL-1.2
"""The page on which a member says how she wants to be told."""

from functools import partial

from django.forms import model_to_dict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path

from samvern.access.actor import Request
from samvern.access.roles import PEOPLE
from samvern.access.views import WRITE, page
from samvern.cases.views.attempts import attempt
from samvern.cases.views.saving import sent
from samvern.coordination.telling.forms import TellingForm
from samvern.coordination.telling.wishing import put_rule, read_rule


@page(PEOPLE, methods=WRITE)
def telling(request: Request) -> HttpResponseBase:
    """Letters at once, gathered or none, and the quiet hours."""
    rule = read_rule(actor=request.actor)
    form = TellingForm(sent(request), initial=model_to_dict(rule))
    if request.method == "POST" and form.is_valid():
        put = partial(put_rule, actor=request.actor)
        if attempt(form, lambda: put(**form.cleaned_data)):
            return redirect("workspace:inbox")
    context = {"form": form, "saved": not rule._state.adding}
    return render(request, "coordination/telling.html", context, status=400 if form.errors else 200)


urlpatterns = [path("inbox/letters", telling, name="telling")]
