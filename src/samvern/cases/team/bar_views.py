# SPDX-License-Identifier: EUPL-1.2
"""A leader's pages about who is shut out of cases."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.forms import Form
from samvern.access.roles import Role
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.team import bars as domain


class BarAnswerForm(Form):
    """Whether somebody stays shut out."""

    answer = fields.RadioField(
        label=_("Is the colleague still to be shut out of the case?"),
        choices=[
            ("keep", _("Yes. Ask again in half a year")),
            ("end", _("No. Open the case to the colleague as to others")),
        ],
    )


@workspace_view({Role.LEADER})
def bars(request: Request) -> HttpResponseBase:
    """Everybody who is shut out of a case this leader answers for."""
    found = domain.read_bars(request.actor)
    return render(request, "cases/bars.html", {"bars": found, "today": timezone.localdate()})


@workspace_view({Role.LEADER}, methods=WRITE, fresh=True)
def bar_answer(request: Request, bar_id: UUID) -> HttpResponseBase:
    """Look again at somebody who is shut out: keep it, or end it."""
    found = domain.get_bar_to_answer(request.actor, bar_id)

    def save(answer: str) -> None:
        domain.answer_bar(actor=request.actor, id=bar_id, keeps=answer == "keep")

    context = {"found": found, "cancel": reverse("workspace:bars")}
    page = FormPage(BarAnswerForm, save, "bars", template="cases/bar_answer.html", context=context)
    return form_page(request, page)
