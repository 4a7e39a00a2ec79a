# SPDX-License-Identifier: EUPL-1.2
"""The administrator decides what the coordinators' board shows of her organisation."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.roles import Role
from samvern.access.views import WRITE, page
from samvern.cases.views.attempts import attempt
from samvern.cases.views.saving import sent
from samvern.coordination.domain.rule import decide_board, rules_of, shows_now
from samvern.coordination.forms.board import RuleForm


@page({Role.ADMINISTRATOR}, methods=WRITE)
def board_rule(request: Request) -> HttpResponseBase:
    """What holds, who decided it when, and another decision."""
    rules = rules_of(request.actor)
    form = RuleForm(sent(request), initial={"shows": shows_now(rules)})
    if request.method == "POST" and form.is_valid():
        shows = form.cleaned_data["shows"]
        if attempt(form, lambda: decide_board(actor=request.actor, shows=shows)):
            messages.success(request, _("Decided. The board shows it from now on."))
            return redirect("workspace:board_rule")
    context = {"form": form, "rules": rules}
    status = 400 if form.errors else 200
    return render(request, "coordination/rule.html", context, status=status)


urlpatterns = [path("board-rule/", board_rule, name="board_rule")]
