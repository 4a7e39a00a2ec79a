# SPDX-License-Identifier: EUPL-1.2
"""Forms of a question to a desk."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.helpline.choices import AdviceTopic
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.questions.domain import KEPT
from samvern.helpline.questions.models import AdviceQuestion, AdviceQuestionStep
from samvern.helpline.workflow import QUESTION


def kept_field(choices: Iterable[tuple[str, Any]] = tuple(KEPT.items())) -> fields.RadioField:
    """Why something that could point to somebody stays; asked only where there is something."""
    return fields.RadioField(
        label=_("Why may what is marked stay?"), choices=choices, required=False
    )


class QuestionForm(Form):
    """A question to a desk."""

    desk_id = fields.SelectField(label=_("Which desk?"), choices=[], coerce=UUID)
    topic = fields.SelectField(label=_("Topic"), choices=AdviceTopic.choices)
    about_child = fields.OptionalBooleanField(
        label=_("It is about a child, or somebody who may be one")
    )
    text = fields.MultiLineField(
        label=_("Your question"),
        help_text=_(
            "Write so that nobody can see who it is about: no name, number, address or place"
            " smaller than a county. “A woman of about 20” is enough."
        ),
        rows=8,
    )
    kept = kept_field()
    circle = fields.RadioField(
        label=_("Who on our side sees it?"),
        choices=AdviceQuestion.Circle.choices,
        initial=AdviceQuestion.Circle.UNIT,
    )

    def __init__(self, *args: Any, desks: list[AdvisoryDesk], marked: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        names = [(str(d.pk), f"{d.name} – {d.organisation.name}") for d in desks]
        self.fields["desk_id"].choices = [("", _("Choose")), *names]  # type: ignore[attr-defined]
        _ask_why(self, marked=marked)


class QuestionMoveForm(Form):
    """What is said in a move; ``move`` is one of those open now."""

    move = fields.RadioField(label=_("What do you do?"), choices=[])
    words = form_field(AdviceQuestionStep, "words")
    kept = kept_field()
    reason = fields.SelectField(
        label=_("Why is it not for you?"),
        choices=list((QUESTION.transition("decline").reasons or {}).items()),
        required=False,
    )

    def __init__(self, *args: Any, moves: list[tuple[str, Any]], marked: bool, **o: Any) -> None:
        super().__init__(*args, **o)
        self.fields["move"].choices = moves  # type: ignore[attr-defined]
        _ask_why(self, marked=marked)
        if "decline" not in dict(moves):
            del self.fields["reason"]


def _ask_why(form: Form, *, marked: bool) -> None:
    """Ask why something stays where there is something, and only there."""
    if marked:
        form.fields["kept"].required = True
    else:
        del form.fields["kept"]
