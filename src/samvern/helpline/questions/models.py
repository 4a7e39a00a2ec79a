# SPDX-License-Identifier: EUPL-1.2
"""Desks that give advice, and questions put to them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member, Organisation, Unit
from samvern.access.models.base import BaseModel
from samvern.access.models.sealed import SealedField
from samvern.access.workflow import StatefulModel, TransitionRecord
from samvern.helpline.choices import AdviceTopic
from samvern.helpline.desks.models import AdvisoryDesk


class AdviceQuestion(StatefulModel):
    """A question from one organisation to another's desk, or to a desk of its own."""

    class Circle(models.TextChoices):
        """Who sees it on the asker's side, beside the unit's leader."""

        UNIT = "unit", _("Everyone in my unit")
        ME = "me", _("Only I, and those on the case it came from")

    desk = models.ForeignKey(AdvisoryDesk, models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    receiver_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    """The asker's."""
    circle = models.CharField(max_length=8, choices=Circle, default=Circle.UNIT)
    topic = models.CharField(max_length=16, choices=AdviceTopic)
    about_child = models.BooleanField(default=False)
    language = models.CharField(max_length=2, default="nb")
    text_sealed = SealedField(_("Your question"), "pk", Category.CASE, optional=True)
    """Filled in once, when the question has its key."""
    kept = models.SlugField(max_length=24, blank=True)
    """Why what could point to somebody was left in; empty where nothing was."""
    due_on = models.DateField()
    forgotten_at = models.DateTimeField(null=True, blank=True)
    """When its text was destroyed: with the case it came from, or because it was old."""

    class Meta:
        db_table = "contacts_question"
        ordering = ("-created_at",)
        indexes = [
            models.Index(fields=["receiver", "state", "due_on"], name="question_to"),
            models.Index(fields=["organisation", "-created_at"], name="question_from"),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.state}"


class AdviceQuestionStep(TransitionRecord):
    """One move of a question, with what was said in it."""

    of = models.ForeignKey(AdviceQuestion, models.PROTECT, related_name="steps")
    words_sealed = SealedField(_("Text"), "of_id", None, rows=6, optional=True)

    class Meta:
        db_table = "contacts_questionstep"

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"


class QuestionOrigin(BaseModel):
    """The case a question came from: a row of the case, which the desk has no way to."""

    case_id = models.UUIDField(db_index=True)
    question = models.OneToOneField(AdviceQuestion, models.PROTECT, related_name="+")
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        db_table = "contacts_origin"

    def __str__(self) -> str:
        return f"{self.question_id} from {self.case_id}"
