# SPDX-License-Identifier: EUPL-1.2
"""Forms of the plan: goals, actions, risk, tasks."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.models import Goal, Risk

Names = Mapping[UUID, str]


class GoalForm(Form):
    """A new goal; whose it is is asked where the case has several people."""

    person_id = fields.RadioField(label=_("Whose goal is it?"), choices=())
    text = fields.TextField(
        label=_("What does the person want to reach?"),
        help_text=_("In her or his own words, as far as you can."),
        limit=1000,
        rows=3,
    )

    def __init__(self, *args: Any, people: Names, **options: Any) -> None:
        super().__init__(*args, **options)
        ask_who(self, people)


class GoalChangeForm(Form):
    """Other words for a goal, and how far it has come."""

    text = fields.TextField(label=_("What does the person want to reach?"), limit=1000, rows=3)
    state = fields.RadioField(label=_("How far has it come?"), choices=Goal.State.choices)
    version = fields.VersionField()


class DutyForm(Form):
    """What is to be done, by whom and when: an action of a goal, or a task of its own."""

    text = fields.TextField(label=_("What is to be done?"), limit=1000, rows=3)
    owner_id = fields.SelectField(label=_("Who does it?"), choices=())
    due_on = fields.NearDayField(label=_("By when?"), required=False)

    def __init__(self, *args: Any, team: Names, **options: Any) -> None:
        super().__init__(*args, **options)
        names = [(str(id), name) for id, name in team.items()]
        self.fields["owner_id"].choices = [("", _("Choose")), *names]  # type: ignore[attr-defined]


class DutyChangeForm(DutyForm):
    """The same, for one that is there already."""

    version = fields.VersionField()


class RiskForm(Form):
    """The risk as it is judged now."""

    person_id = fields.RadioField(label=_("Who is at risk?"), choices=())
    level = fields.RadioField(label=_("How grave is it?"), choices=Risk.Level.choices)
    threats = fields.TextField(
        label=_("What is the danger, and who or what does it come from?"), rows=4
    )
    plan = fields.TextField(
        label=_("What is done to be safe, by whom, and what if it gets worse?"),
        help_text=_("Never write where the person lives. A protected address has its own place."),
        rows=5,
    )
    review_on = fields.NearDayField(label=_("When is it to be judged again?"))

    def __init__(self, *args: Any, people: Names, **options: Any) -> None:
        super().__init__(*args, **options)
        ask_who(self, people)


def ask_who(form: Form, people: Names) -> None:
    """Give a form the people of its case; of one alone nothing needs to be asked."""
    field = form.fields["person_id"]
    field.choices = [(str(id), name) for id, name in people.items()]  # type: ignore[attr-defined]
    if len(people) == 1:
        field.initial = str(next(iter(people)))
        field.widget = field.hidden_widget()
