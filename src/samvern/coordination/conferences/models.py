# SPDX-License-Identifier: EUPL-1.2
"""A case conference."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import SHAREABLE, Category
from samvern.access.models import Member, Organisation
from samvern.access.models.base import BaseModel
from samvern.access.models.sealed import SealedField, SealedLine
from samvern.access.workflow import StatefulModel, TransitionRecord
from samvern.cases.consents.choices import Purpose


class Conference(StatefulModel):
    """People of several organisations meet about one case, for one purpose, at one time."""

    class Voice(models.TextChoices):
        """How the person is heard on what the conference decides."""

        TAKES_PART = "takes_part", _("Takes part")
        TOLD = "told", _("Has said beforehand what she or he wants")
        REPRESENTED = "represented", _("A guardian or representative speaks for her or him")
        LATER = "later", _("Is heard before anything is decided")
        NOT = "not", _("Is not heard")

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField(null=True, blank=True)
    """The one of the case it is about; empty is all of them."""
    purpose = models.CharField(max_length=20, choices=Purpose)
    starts_at = models.DateTimeField()
    lasts = models.PositiveSmallIntegerField(default=60)
    """In minutes."""
    where_sealed = SealedLine(_("Where?"), "pk", Category.CASE, optional=True)
    agenda_sealed = SealedField(_("What is to be talked about?"), "pk", Category.CASE)
    voice = models.CharField(max_length=12, choices=Voice, blank=True)
    voice_sealed = SealedField(
        _("How and when, or why not?"), "pk", Category.CASE, limit=1000, rows=3, optional=True
    )
    """How, when or why not; needed where somebody is, or may be, a child."""
    moves = models.PositiveSmallIntegerField(default=0)
    """How often it got another time; calendars count it too. Kept by the database."""

    class Meta:
        ordering = ("-starts_at",)

    def __str__(self) -> str:
        return f"{self.case_id} at {self.starts_at}"


class ConferenceStep(TransitionRecord):
    """A conference was held, closed, cancelled."""

    of = models.ForeignKey(Conference, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)

    class Meta(TransitionRecord.Meta):
        pass


class Participant(StatefulModel):
    """The place of one named member. It holds as long as what lets her see the case does."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="participants")
    case_id = models.UUIDField(db_index=True)
    receiver = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    """The organisation she acts for: another one, or the owner's own."""
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, editable=False)
    """Her name when she was asked, which minutes need after the share is over. The database's."""
    share_id = models.UUIDField(null=True, blank=True)
    """The share it rests on; empty for the owner's own people, who see the case anyway."""

    class Meta:
        db_table = "coordination_seat"
        ordering = ("created_at",)
        indexes = [models.Index(fields=["member", "state"], name="seat_of_member")]
        constraints = [
            models.UniqueConstraint(fields=["conference", "member"], name="seat_once"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} at {self.conference_id}"


class ParticipantStep(TransitionRecord):
    """She was asked again, answered, came."""

    of = models.ForeignKey(Participant, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)

    class Meta(TransitionRecord.Meta):
        db_table = "coordination_seatstep"


class PlanItem(StatefulModel):
    """What one of those present does, by when. All who may see plans see it; she always does."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="items")
    case_id = models.UUIDField(db_index=True)
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="items", db_column="seat_id"
    )
    receiver = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    """The organisation of the participant, which can say that it is done."""
    what_sealed = SealedField(
        _("What is to be done?"), "conference_id", Category.CASE, limit=1000, rows=3
    )
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "created_at")

    def __str__(self) -> str:
        return f"{self.participant_id} until {self.due_on}"


class PlanItemStep(TransitionRecord):
    """It was done, taken up again, dropped."""

    of = models.ForeignKey(PlanItem, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)

    class Meta(TransitionRecord.Meta):
        pass


class Minutes(BaseModel):
    """What was said about one category of data. A later version stands beside the earlier one.

    Whoever was there reads the sections whose category is shared with her organisation.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="minutes")
    case_id = models.UUIDField(db_index=True)
    category = models.CharField(max_length=20, choices=[(c.value, c.label) for c in SHAREABLE])
    version = models.PositiveSmallIntegerField(default=1)
    text_sealed = SealedField(
        _("What was said and decided?"), "conference_id", Category.CASE, rows=10
    )
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        ordering = ("category", "-version")
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "category", "version"], name="minutes_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.category} v{self.version}"


class MinutesAnswer(BaseModel):
    """What somebody who was there says of one section as it stood."""

    class Verdict(models.TextChoices):
        """Whether it says what was said."""

        AGREES = "agrees", _("Agrees")
        OBJECTS = "objects", _("Objects")

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="answers")
    case_id = models.UUIDField(db_index=True)
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="answers", db_column="seat_id"
    )
    verdict = models.CharField(max_length=10, choices=Verdict)
    words_sealed = SealedField(
        _("What do you object to?"),
        "minutes.conference_id",
        Category.CASE,
        limit=2000,
        rows=4,
        optional=True,
    )
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        ordering = ("created_at",)
        constraints = [
            models.UniqueConstraint(fields=["minutes", "participant"], name="minutes_answered")
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.verdict}"
