# SPDX-License-Identifier: EUPL-1.2
"""Advice that may be of use to others: written anew, without anybody in it, and read twice."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models.sealed import SealedData, SealedField
from samvern.access.workflow import StatefulModel, TransitionRecord
from samvern.helpline.choices import AdviceTopic
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.questions.models import AdviceQuestion


class Advice(StatefulModel):
    """A question and its answer for everybody. Sealed until a second person has approved it."""

    desk = models.ForeignKey(AdvisoryDesk, models.PROTECT, related_name="+")
    question = models.ForeignKey(
        AdviceQuestion, models.PROTECT, related_name="+", null=True, blank=True
    )
    """The question it grew out of."""
    draft_sealed = SealedData(_("The advice"), "pk", Category.CASE, optional=True)
    """Title, question and answer as JSON, until they are approved."""
    language = models.CharField(max_length=2, default="nb")
    topics = ArrayField(models.CharField(max_length=16, choices=AdviceTopic), default=list)
    rules = ArrayField(models.CharField(max_length=60), default=list)
    """Ids of rules of the pack that it rests on."""
    title = models.CharField(max_length=200, blank=True)
    asked = models.TextField(blank=True)
    answered = models.TextField(blank=True)
    approved_on = models.DateField(null=True, blank=True)
    search = SearchVectorField(null=True, editable=False)
    """Made by the database from title, question and answer."""

    class Meta:
        ordering = ("-created_at",)
        indexes = [GinIndex(fields=["search"], name="advice_search")]

    def __str__(self) -> str:
        return self.title or str(self.pk)


class AdviceStep(TransitionRecord):
    """One move: approved, sent back, withdrawn."""

    of = models.ForeignKey(Advice, models.PROTECT, related_name="steps")
    words_sealed = SealedField(_("What must be mended?"), "of_id", None, rows=3, optional=True)

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"
