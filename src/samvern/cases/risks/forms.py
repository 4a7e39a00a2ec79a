# SPDX-License-Identifier: EUPL-1.2
"""Judging the risk anew."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.core.form_helpers import add_person_choices
from samvern.cases.core.selectors import PeopleNames
from samvern.cases.risks.models import Risk


class RiskForm(Form):
    """The risk as it is judged now."""

    person_id = fields.RadioField(label=_("Who is at risk?"), choices=())
    level = fields.RadioField(label=_("How grave is it?"), choices=Risk.Level.choices)
    threats = form_field(Risk, "threats")
    plan = form_field(
        Risk,
        "plan",
        help_text=_("Never write where the person lives. A protected address has its own place."),
    )
    review_on = fields.LocalDateField(label=_("When is it to be judged again?"))

    def __init__(self, *args: Any, people: PeopleNames, **options: Any) -> None:
        super().__init__(*args, **options)
        add_person_choices(self, people)
