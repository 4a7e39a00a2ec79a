# SPDX-License-Identifier: EUPL-1.2
"""The page on which a member says how she wants to be told."""

from functools import partial

from django import forms
from django.conf import settings
from django.forms import model_to_dict
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.forms import Form
from samvern.access.roles import PEOPLE
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.coordination.email_digests.domain import read_rule, save_rule
from samvern.coordination.email_digests.models import DigestRule


class TimeOfDayField(forms.TimeField):
    """A time of the day, in Norway."""

    def __init__(self, **options: object) -> None:
        box = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        super().__init__(widget=box, required=False, input_formats=["%H:%M", "%H.%M"], **options)  # type: ignore[arg-type]


class DigestRuleForm(Form):
    """A member's rule."""

    letters = fields.RadioField(
        label=_("Letters about new messages"), choices=DigestRule.Letters.choices
    )
    digest_at = TimeOfDayField(
        label=_("Time of the gathered letter"), help_text=_("Such as 08:00. In Norwegian time.")
    )
    quiet_from = TimeOfDayField(
        label=_("Quiet from"), help_text=_("No letter comes in quiet hours; it waits.")
    )
    quiet_to = TimeOfDayField(label=_("Quiet to"), help_text=_("May be after midnight."))
    quiet_weekends = fields.OptionalBooleanField(label=_("Quiet on Saturdays and Sundays"))
    urgent_passes = fields.OptionalBooleanField(
        label=_("What cannot wait comes at once"),
        help_text=_(
            "A deadline that ends today or has passed, a room that is held with you, "
            "a referral that is overdue, and a case opened in an emergency."
        ),
    )
    language = fields.RadioField(label=_("Language of the letter"), choices=settings.LANGUAGES)


@workspace_view(PEOPLE, methods=WRITE)
def telling(request: Request) -> HttpResponseBase:
    """Letters at once, gathered or none, and the quiet hours."""
    rule = read_rule(actor=request.actor)
    page = FormPage(
        DigestRuleForm,
        partial(save_rule, actor=request.actor),
        "inbox",
        template="coordination/telling.html",
        initial=model_to_dict(rule),
        context={"saved": not rule._state.adding},
    )
    return form_page(request, page)
