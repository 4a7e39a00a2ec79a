# SPDX-License-Identifier: EUPL-1.2
"""Somebody got in touch. No name and no number has a column here."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member, Organisation, Unit
from samvern.access.models.base import BaseModel
from samvern.access.models.sealed import SealedField, SealedLine
from samvern.access.workflow import StatefulModel, TransitionRecord
from samvern.helpline.choices import (
    About,
    Advised,
    AgeGroup,
    Caller,
    Channel,
    Exploitation,
    NextStep,
    Region,
    Urgency,
)


class Enquiry(BaseModel):
    """One call, chat, letter or visit. The row is counted for good; its words go in time."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    channel = models.CharField(max_length=12, choices=Channel, default=Channel.PHONE)
    caller = models.CharField(max_length=16, choices=Caller, default=Caller.UNKNOWN)
    about = models.CharField(max_length=16, choices=About)
    forms = ArrayField(models.CharField(max_length=16, choices=Exploitation), default=list)
    language = models.CharField(max_length=2, blank=True)
    interpreter = models.BooleanField(default=False)
    """Whether one was needed."""
    age_group = models.CharField(max_length=12, choices=AgeGroup, default=AgeGroup.UNKNOWN)
    region = models.CharField(max_length=12, choices=Region, default=Region.UNKNOWN)
    advice = ArrayField(models.CharField(max_length=16, choices=Advised), default=list)
    next_step = models.CharField(max_length=12, choices=NextStep, default=NextStep.NONE)
    urgency = models.CharField(max_length=8, choices=Urgency, default=Urgency.LATER)
    words_sealed = SealedField(_("What was said"), "pk", Category.CASE, rows=3, optional=True)
    """What was said; empty where nothing was, once a case has it, and when its time is over."""
    word_blind = models.BinaryField(null=True, blank=True)
    """Of a word the caller chose, so that she is known again without a number or a name."""
    forgotten_at = models.DateTimeField(null=True, blank=True)
    """Since when its words and its key are gone; the chosen word goes when its time is over."""

    class Meta:
        db_table = "contacts_contact"
        ordering = ("-at",)
        indexes = [
            models.Index(fields=["unit", "-at"], name="contact_of_unit"),
            models.Index(fields=["unit", "word_blind"], name="contact_by_word"),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.pk}"


class EnquiryCase(BaseModel):
    """That a contact became a case. It is the case's row: whoever is not on it learns nothing."""

    case_id = models.UUIDField(db_index=True)
    contact = models.OneToOneField(Enquiry, models.PROTECT, related_name="+")
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        db_table = "contacts_opening"

    def __str__(self) -> str:
        return f"{self.contact_id} became {self.case_id}"


class Callback(StatefulModel):
    """A call somebody was promised. How to reach her is kept until it is made, and no longer."""

    contact = models.ForeignKey(Enquiry, models.PROTECT, related_name="callbacks")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    reach_sealed = SealedLine(
        _("How we reach the person then"), "contact_id", Category.CASE, limit=300, optional=True
    )
    """How, and what must not be said if somebody else answers."""

    class Meta:
        ordering = ("due_at",)
        indexes = [models.Index(fields=["unit", "state", "due_at"], name="callback_of_unit")]

    def __str__(self) -> str:
        return f"{self.state} {self.due_at:%Y-%m-%d}"


class CallbackStep(TransitionRecord):
    """One try, or a change of hour."""

    of = models.ForeignKey(Callback, models.PROTECT, related_name="steps")

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"
