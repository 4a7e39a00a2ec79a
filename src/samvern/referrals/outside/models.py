# SPDX-License-Identifier: EUPL-1.2
"""What is sent outside, notified of a child, counted without a person, and across a border."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.courses import InCourse, Step
from samvern.access.models import Member, Organisation, Share
from samvern.access.models.base import Record
from samvern.referrals.outside import lists


class Sending(InCourse):
    """Chosen fields about one person, sent to somebody without an account.

    What was sent lies nowhere in clear: a link's content lies in the gate, sealed with the link
    and the code together, and a letter is printed and kept nowhere.
    """

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    way = models.CharField(max_length=10, choices=lists.Way)
    kind = models.CharField(max_length=20, choices=lists.Kind)
    need = models.SlugField(max_length=30)
    purpose = models.SlugField(max_length=60)
    fields = ArrayField(models.SlugField(max_length=30), default=list)
    basis = models.CharField(max_length=12, choices=Share.Basis)
    provision = models.CharField(max_length=200, blank=True)
    consent_id = models.UUIDField(null=True, blank=True, db_index=True)
    crossing_id = models.UUIDField(null=True, blank=True, db_index=True)
    """The crossing of a border it is for."""
    language = models.CharField(max_length=2)
    """Of the letter or the link: nb, nn or en."""
    receiver_sealed = models.BinaryField()
    """Who is to have it, in words."""
    message_sealed = models.BinaryField(null=True, blank=True)
    answer_sealed = models.BinaryField(null=True, blank=True)
    """The private key that answers through a link are sealed to."""
    expires_at = models.DateTimeField(null=True, blank=True)
    """When a link opens no more; a letter has no such time."""

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"{self.way} of {self.case_id}"


class SendingStep(Step):
    """A move of something sent. Who opened a link is nobody here: then ``made_by`` is empty."""

    of = models.ForeignKey(Sending, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)
    made_by = models.ForeignKey(  # type: ignore[assignment]
        Member, models.PROTECT, related_name="+", editable=False, null=True, blank=True
    )
    words_sealed = models.BinaryField(null=True, blank=True)
    """An answer; through a link it is sealed to the sending's own key."""

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"


class Concern(InCourse):
    """A notification of concern to child welfare, and how the child was heard before it."""

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    receiver = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, blank=True
    )
    receiver_sealed = models.BinaryField(null=True, blank=True)
    """Who received it, in words, where that is nobody with an account."""
    referral_id = models.UUIDField(null=True, blank=True)
    how = models.CharField(max_length=12, choices=lists.How)
    made_at = models.DateTimeField()
    rule = models.CharField(max_length=60)
    """The rule of the pack that obliges or lets the notifier."""
    provision = models.CharField(max_length=200)
    reply_on = models.DateField(null=True, blank=True)
    """The last day for child welfare to confirm that it has the notification."""
    deadline_id = models.UUIDField(null=True, blank=True)
    heard = models.CharField(max_length=12, choices=lists.Heard)
    heard_on = models.DateField(null=True, blank=True)
    guardians = models.CharField(max_length=12, choices=lists.Guardians)
    words_sealed = models.BinaryField(null=True, blank=True)
    """What the child said, or why she was not heard, and what guardians were told."""

    class Meta:
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"concern in {self.case_id}"


class ConcernStep(Step):
    """What came back from child welfare."""

    of = models.ForeignKey(Concern, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)
    happened_on = models.DateField()
    words_sealed = models.BinaryField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"


class Unnamed(models.Model):
    """One person who said no to being referred, as a count: no case, no day, nobody's name.

    There is no time of writing, which the trail of a case could be held against.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    month = models.DateField()
    """Its first day."""
    region = models.SlugField(max_length=20)
    form = models.SlugField(max_length=20)
    age = models.SlugField(max_length=12)
    sex = models.SlugField(max_length=12)
    met_by = models.SlugField(max_length=20)
    """The kind of organisation that met her."""
    offered = ArrayField(models.SlugField(max_length=20), default=list)
    reason = models.SlugField(max_length=20)

    def __str__(self) -> str:
        return f"{self.month}"


class Crossing(InCourse):
    """A person's way to another state: its mechanism, or home with assistance."""

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    kind = models.CharField(max_length=20, choices=lists.CrossingKind)
    country = models.CharField(max_length=2)
    """ISO 3166-1."""
    receiver_kind = models.CharField(max_length=20, choices=lists.Abroad)
    receiver_sealed = models.BinaryField()
    consent_id = models.UUIDField(null=True, blank=True, db_index=True)
    """The consent it goes back to; withdrawn before it is sent, it stops."""
    transfer = models.CharField(max_length=12, choices=lists.Transfer)
    accompanied = models.BooleanField(null=True, blank=True)
    travels_on = models.DateField(null=True, blank=True)
    documents_sealed = models.BinaryField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"{self.kind} to {self.country}"


class CrossingStep(Step):
    """A move of a crossing."""

    of = models.ForeignKey(Crossing, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)
    happened_on = models.DateField(null=True, blank=True)
    words_sealed = models.BinaryField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"


class CrossingCheck(Record):
    """One thing that must be settled before a crossing; the newest of its kind counts."""

    class Kind(models.TextChoices):
        """What was looked into."""

        WISH = "wish", _("Her own wish")
        RISK = "risk", _("Risk")
        PROSECUTOR = "prosecutor", _("Prosecutor")
        STAY = "stay", _("Stay in Norway")
        CHILD_WELFARE = "child_welfare", _("Child welfare")
        GUARDIAN = "guardian", _("Guardian or representative")
        BEST_INTERESTS = "best_interests", _("The child’s best interests")

    of = models.ForeignKey(Crossing, models.PROTECT, related_name="checks")
    case_id = models.UUIDField(db_index=True)
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=Kind)
    outcome = models.SlugField(max_length=16)
    """``clear`` lets it go on; everything else holds it."""
    done_on = models.DateField()
    """The day it was asked, answered or assessed."""
    rule = models.CharField(max_length=60, blank=True)
    words_sealed = models.BinaryField(null=True, blank=True)
    """The answers and what they rest on, as JSON."""

    class Meta:
        ordering = ("created_at",)

    def __str__(self) -> str:
        return f"{self.kind} {self.outcome}"
