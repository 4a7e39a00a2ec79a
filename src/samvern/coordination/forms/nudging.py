# SPDX-License-Identifier: EUPL-1.2
"""Forms of a question about a line of the board."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.coordination.course_reasons import ANSWERS
from samvern.coordination.models import Nudge


class NudgeForm(Form):
    """One of the fixed questions, to the holder or to the one that is waited for."""

    to = fields.RadioField(label=_("Who is asked?"), choices=[])
    text = fields.RadioField(
        label=_("What do you ask?"),
        choices=Nudge.Text.choices,
        help_text=_("Only these questions: nothing about a person is written here."),
    )

    def __init__(self, *args: Any, to: Iterable[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["to"].choices = list(to)  # type: ignore[attr-defined]


class NudgeAnswerForm(Form):
    """One of the fixed answers."""

    answer = fields.RadioField(label=_("What do you answer?"), choices=list(ANSWERS.items()))
