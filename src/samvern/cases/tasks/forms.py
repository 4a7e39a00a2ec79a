# SPDX-License-Identifier: EUPL-1.2
"""Forms of what somebody is to do: tasks, and actions of the plan."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.core.selectors import PeopleNames
from samvern.cases.tasks.models import Task


class TaskForm(Form):
    """What is to be done, by whom and when: an action of a goal, or a task of its own."""

    text = form_field(Task, "text")
    owner_id = fields.SelectField(label=_("Who does it?"), choices=())
    due_on = fields.LocalDateField(label=_("By when?"), required=False)

    def __init__(self, *args: Any, team: PeopleNames, **options: Any) -> None:
        super().__init__(*args, **options)
        names = [(str(id), name) for id, name in team.items()]
        self.fields["owner_id"].choices = [("", _("Choose")), *names]  # type: ignore[attr-defined]


class TaskChangeForm(TaskForm):
    """The same, for one that is there already."""

    version = fields.VersionField()
