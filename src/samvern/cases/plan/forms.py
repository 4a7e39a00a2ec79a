# SPDX-License-Identifier: EUPL-1.2
"""Forms of the plan: goals, actions, risk, tasks."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.core.form_helpers import add_person_choices
from samvern.cases.core.selectors import PeopleNames
from samvern.cases.plan.models import Goal


class GoalForm(Form):
    """A new goal; whose it is is asked where the case has several people."""

    person_id = fields.RadioField(label=_("Whose goal is it?"), choices=())
    text = form_field(Goal, "text", help_text=_("In her or his own words, as far as you can."))

    def __init__(self, *args: Any, people: PeopleNames, **options: Any) -> None:
        super().__init__(*args, **options)
        add_person_choices(self, people)


class GoalChangeForm(Form):
    """Other words for a goal, and how far it has come."""

    text = form_field(Goal, "text")
    state = fields.RadioField(label=_("How far has it come?"), choices=Goal.State.choices)
    version = fields.VersionField()
