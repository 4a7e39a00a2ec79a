# SPDX-License-Identifier: EUPL-1.2
"""A leader's pages for what waits for a second person."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.forms import Form
from samvern.access.roles import CASEWORK, Role
from samvern.cases.organisation import confirmations
from samvern.cases.pages.form_page import FormPage, form_page


class AnswerForm(Form):
    """Yes or no."""

    answer = fields.RadioField(
        label=gettext_lazy("Your answer"),
        choices=[
            ("yes", gettext_lazy("Yes, I know that this is right")),
            ("no", gettext_lazy("No, this is wrong: end it")),
        ],
    )


@workspace_view(CASEWORK)
def access_waiting(request: Request) -> HttpResponseBase:
    """Colleagues and programs that wait for a leader, and addresses to open again."""
    context = {
        "waiting": confirmations.list_waiting_access(),
        "addresses": confirmations.list_held_addresses(),
    }
    return render(request, "cases/access_waiting.html", context)


@workspace_view({Role.LEADER}, methods=WRITE, fresh=True)
def access_answer(request: Request, member_id: UUID) -> HttpResponseBase:
    """Say yes or no to one."""
    found = confirmations.get_waiting_access(member_id)

    def save(answer: str) -> None:
        confirmations.answer_access(
            actor=request.actor, member_id=member_id, agrees=answer == "yes"
        )

    page = FormPage(
        AnswerForm,
        save,
        "access_waiting",
        template="cases/access_answer.html",
        context={"found": found, "cancel": reverse("workspace:access_waiting")},
    )
    return form_page(request, page)


@workspace_view(CASEWORK, methods=WRITE, fresh=True)
def access_address(request: Request, address_id: UUID, member_id: UUID) -> HttpResponseBase:
    """Open a protected address to a colleague again."""
    held = next(
        (
            each
            for each in confirmations.list_held_addresses()
            if (each.address_id, each.member_id) == (address_id, member_id)
        ),
        None,
    )
    if held is None:
        raise NotFound("address", address_id)
    names = {"name": held.name, "reference": held.reference}
    page = FormPage(
        Form,
        partial(
            confirmations.open_held_address,
            actor=request.actor,
            address_id=address_id,
            member_id=member_id,
        ),
        "access_waiting",
        template="workspace/confirm.html",
        title=_("Open a protected address again"),
        context={
            "text": _("%(name)s may read a protected address in case %(reference)s again.") % names,
            "consequences": [
                _("Be sure it is she or he who signs in now: meet, or call a number you know.")
            ],
            "submit": _("Open"),
            "cancel": reverse("workspace:access_waiting"),
        },
    )
    return form_page(request, page)
