# SPDX-License-Identifier: EUPL-1.2
"""One's own number at work, which those one works with on a case can ring."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.calling import own_call, write_own_phone
from samvern.access.forms import Form
from samvern.access.roles import CASEWORK
from samvern.access.views import WRITE, page
from samvern.cases.views.attempts import attempt


class NumberForm(Form):
    """The number."""

    phone = fields.PhoneField(
        label=_("Your number at work"),
        help_text=_(
            "Those you refer to, share with and answer can ring it. Never write a private number."
        ),
        required=False,
    )


@page(CASEWORK, methods=WRITE)
def own_number(request: Request) -> HttpResponseBase:
    """Write or change one's own number."""
    form = NumberForm(
        request.POST if request.method == "POST" else None,
        initial={"phone": own_call(request.actor).phone},
    )
    if request.method == "POST" and form.is_valid():
        phone = form.cleaned_data["phone"]
        if attempt(form, lambda: write_own_phone(actor=request.actor, phone=phone)):
            messages.success(request, now("Saved."), fail_silently=True)
            return redirect("workspace:home")
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "cases/number.html", {"form": form}, status=status)


urlpatterns = [path("number", own_number, name="own_number")]
