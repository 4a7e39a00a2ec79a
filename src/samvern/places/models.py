# SPDX-License-Identifier: EUPL-1.2
"""Places and their rooms, what a room is taken by, bookings, and those who wait."""

from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member, Organisation, Unit
from samvern.access.models.base import BaseModel, VersionedModel
from samvern.access.models.sealed import SealedData, SealedField
from samvern.access.workflow import StatefulModel, TransitionRecord
from samvern.places.choices import (
    ANY_REGION,
    SECURITY,
    ClosingReason,
    PlaceKind,
    SearchOutcome,
    Staffing,
    SubstancePolicy,
)


class Place(BaseModel, VersionedModel):
    """Somewhere people can stay. What is unknown is None, and is asked about, never assumed."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    """Who runs it; without one, all who work with cases there."""
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    """What others call it. Never an address: this is the name lists show."""
    kind = models.CharField(max_length=30, choices=PlaceKind)
    region = models.CharField(max_length=60, default=ANY_REGION)
    district = models.SlugField(max_length=40, blank=True)
    """Where in the region; compared with what somebody must avoid, shown to nobody outside."""
    keeps_from = ArrayField(models.SlugField(max_length=40), default=list, blank=True)
    """Districts: whoever is in danger from people there is not safe here."""
    sexes = ArrayField(models.CharField(max_length=10), default=list)
    youngest = models.PositiveSmallIntegerField(null=True, blank=True)
    oldest = models.PositiveSmallIntegerField(null=True, blank=True)
    children = models.BooleanField(null=True, blank=True)
    """Whether children come along."""
    accessible = models.BooleanField(null=True, blank=True)
    languages = ArrayField(models.CharField(max_length=5), default=list, blank=True)
    security = models.PositiveSmallIntegerField(choices=SECURITY, default=1)
    staffed = models.CharField(max_length=20, choices=Staffing, default=Staffing.NONE)
    policy = models.CharField(max_length=20, choices=SubstancePolicy, blank=True)
    intake_from = models.PositiveSmallIntegerField(null=True, blank=True)
    """Hours of the day in which somebody new is received; None: at any hour."""
    intake_until = models.PositiveSmallIntegerField(null=True, blank=True)
    active = models.BooleanField(default=True)
    notes_sealed = SealedField(
        _("Notes for those who work there"), "pk", Category.CASE, limit=2000, rows=3, optional=True
    )

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class PlaceAddress(BaseModel, VersionedModel):
    """Where a place is: in a table of its own, under policies of its own, sealed."""

    place = models.OneToOneField(Place, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    address_sealed = SealedField(
        _("Address and how to get there"), "pk", None, limit=1000, rows=4, null=True
    )

    def __str__(self) -> str:
        return f"address of {self.place_id}"


class Room(BaseModel):
    """What one booking takes. A room where strangers share is one row for each bed."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="rooms")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    label = models.CharField(max_length=40)
    beds = models.PositiveSmallIntegerField()
    active = models.BooleanField(default=True)
    freed_at = models.DateTimeField(auto_now_add=True)
    """When it last became free before its time, or was there at all."""

    class Meta:
        ordering = ("label",)
        constraints = [models.UniqueConstraint(fields=["place", "label"], name="room_label")]

    def __str__(self) -> str:
        return self.label


class Booking(StatefulModel):
    """A room for somebody of a case, asked of a provider. Her needs are sealed."""

    receiver = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    receiver_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    place = models.ForeignKey(Place, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, related_name="+")
    """Where she is or is to be; where she was before stands in the occupancies."""
    during = DateTimeRangeField()
    held_until = models.DateTimeField()
    beds = models.PositiveSmallIntegerField(default=1)
    """How many beds she needs, the children's included."""
    needs_sealed = SealedData(_("What the place must know"), "pk", Category.CASE)
    """What the provider must know of her: no name."""
    referral_id = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at",)
        indexes = [models.Index(fields=["receiver", "state"], name="booking_received")]

    def __str__(self) -> str:
        return f"booking of {self.room_id}"


class BookingStep(TransitionRecord):
    """A move of a booking, with what it is to be from then on."""

    of = models.ForeignKey(Booking, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)
    until = models.DateTimeField(null=True, blank=True)
    """The end that is wished for or set."""
    room = models.ForeignKey(Room, models.PROTECT, null=True, blank=True, related_name="+")
    """The room moved to."""
    words_sealed = SealedField(
        _("More about it"), "of_id", Category.CASE, limit=500, rows=2, optional=True
    )
    call_sealed = SealedData(
        _("Whom can those who asked ring?"), "of_id", Category.CASE, optional=True
    )
    """Whom the one who asked can ring, with a confirmation."""

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"


class Occupancy(BaseModel):
    """A room is taken for a while, by a booking or because it is closed.

    No two that are live overlap in one room: the database holds it by an exclusion constraint,
    whoever writes. Only functions of the gate write here.
    """

    room = models.ForeignKey(Room, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    booking = models.ForeignKey(Booking, models.PROTECT, null=True, related_name="+")
    case_id = models.UUIDField(null=True, db_index=True)
    during = DateTimeRangeField()
    live = models.BooleanField(default=True)
    why = models.CharField(max_length=20, choices=ClosingReason, blank=True)

    def __str__(self) -> str:
        return f"{self.room_id} {self.during}"


class WaitingListEntry(StatefulModel):
    """Somebody of a case waits for a place of a kind in a region; empty means any."""

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    kind = models.CharField(max_length=30, choices=PlaceKind, blank=True)
    region = models.CharField(max_length=60, blank=True)
    urgency = models.PositiveSmallIntegerField()
    """0 in danger with a child, 1 in danger, 2 a child, 3 neither: the order, before time."""
    needs_sealed = SealedData(_("What the place must know"), "case_id", Category.CASE)
    told_at = models.DateTimeField(null=True, blank=True)
    """When her workers were last told of a free room that fits."""
    passed_at = models.DateTimeField(null=True, blank=True)
    """When it was last seen that no free room fits; those behind need not wait for her then."""

    class Meta:
        db_table = "places_waiting"
        ordering = ("urgency", "created_at")
        indexes = [models.Index(fields=["state", "urgency", "created_at"], name="waiting_order")]

    def __str__(self) -> str:
        return f"waits for {self.kind or 'any'}"


class WaitingListStep(TransitionRecord):
    """A move of a wait."""

    of = models.ForeignKey(WaitingListEntry, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)

    class Meta:
        db_table = "places_waitingstep"

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"


class Demand(models.Model):
    """A search and what came of it: no case, no person, no organisation, no hour."""

    id = models.UUIDField(primary_key=True)
    day = models.DateField(db_index=True)
    kind = models.CharField(max_length=30, blank=True)
    region = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=12, choices=SearchOutcome)
    reason = models.SlugField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.day} {self.outcome}"
