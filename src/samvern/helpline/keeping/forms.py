# SPDX-License-Identifier: EUPL-1.2
"""The form of the decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samvern.access.forms import Form
from samvern.helpline.keeping.models import LONGEST


class KeepingForm(Form):
    """How many days."""

    days = forms.IntegerField(
        label=_("How many days are the words kept?"),
        min_value=1,
        max_value=LONGEST,
        help_text=_("From 1 to 183. What is older is destroyed in the coming night, for good."),
    )
