# SPDX-License-Identifier: EUPL-1.2
"""How long words outside a case are kept: what holds, who decided it, and another decision."""

from functools import partial

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.roles import Role
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.helpline.keeping.domain import decide_keeping, list_keeping_rules, words_kept
from samvern.helpline.keeping.forms import KeepingForm


@workspace_view({Role.ADMINISTRATOR}, methods=WRITE)
def keeping_rule(request: Request) -> HttpResponseBase:
    """What holds and who decided it, and another decision."""
    page = FormPage(
        KeepingForm,
        partial(decide_keeping, actor=request.actor),
        "keeping_rule",
        template="contacts/keeping.html",
        initial={"days": words_kept().days},
        context={"rules": list_keeping_rules(request.actor)},
        says_saved=_("Decided. It holds from the coming night on."),
    )
    return form_page(request, page)
