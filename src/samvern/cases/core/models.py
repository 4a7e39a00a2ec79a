# SPDX-License-Identifier: EUPL-1.2
"""What the tables of a case have in common."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member, Organisation, Unit
from samvern.access.models.base import BaseModel, VersionedModel
from samvern.access.models.sealed import SealedField, SealedLine
from samvern.access.models.walled_text import WalledTextField


class CaseRecord(BaseModel):
    """A row that belongs to one case, and who wrote it."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class CasePersonRecord(CaseRecord):
    """A row about one of the people of a case."""

    person = models.ForeignKey("cases.Person", models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Case(BaseModel, VersionedModel):
    """What one organisation does for one person, or for people who belong together."""

    class Kind(models.TextChoices):
        """The case type; retention follows from it (the pack's retention rules)."""

        ASSISTANCE = "assistance", _("Assistance and protection")
        CHILD = "child", _("Child welfare")
        POLICE = "police", _("Police: safety and identification")
        IMMIGRATION = "immigration", _("Immigration: stay and return")
        HEALTH = "health", _("Health care")
        LABOUR = "labour", _("Labour inspection and wages")

    class Visibility(models.TextChoices):
        """Who in the organisation sees it, beside the unit's leaders."""

        TEAM = "team", _("Only those on the case")
        UNIT = "unit", _("Everyone in the unit")

    class State(models.TextChoices):
        """Whether work goes on."""

        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")

    class Origin(models.TextChoices):
        """What it was opened from."""

        NOTHING = "nothing", _("Opened here")
        GUIDE = "guide", _("From the guide")
        CONTACT = "contact", _("From the helpline")

    reference = WalledTextField(max_length=12, unique=True)
    """Random, so that it tells neither how many there are nor when it was opened."""
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.ASSISTANCE)
    circle = models.CharField(max_length=10, choices=Visibility, default=Visibility.TEAM)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.NOTHING)
    label_sealed = SealedLine(_("Working name"), "pk", Category.CASE, limit=60, optional=True)
    """A working name for the case, if its workers want one."""
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    close_ground = models.SlugField(max_length=40, blank=True)
    close_sealed = SealedField(
        _("More about it"), "pk", Category.CASE, limit=1000, rows=3, optional=True
    )
    held_at = models.DateTimeField(null=True, blank=True)
    """Since when a legal hold stops every deletion."""
    held_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, blank=True)
    hold_sealed = SealedField(_("Why?"), "pk", Category.CASE, limit=1000, rows=3, optional=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-changed_at",)
        indexes = [
            models.Index(fields=["unit", "state", "-changed_at"], name="case_of_unit"),
            models.Index(fields=["owner", "state", "-changed_at"], name="case_of_owner"),
        ]

    def __str__(self) -> str:
        return str(self.reference)


class Person(CaseRecord, VersionedModel):
    """A person in a case, in her own right: main person, child, parent, sibling, co-victim."""

    class RoleInCase(models.TextChoices):
        """What the person is in the case."""

        MAIN = "main", _("The person the case is about")
        CHILD = "child", _("Accompanying child")
        PARENT = "parent", _("Parent")
        SIBLING = "sibling", _("Sibling")
        CO_VICTIM = "co_victim", _("Exploited together")
        OTHER = "other", _("Other")

    class AgeSeen(models.TextChoices):
        """What is taken as her age; unknown is treated as a child until it is decided."""

        CHILD = "child", _("Child (under 18)")
        ADULT = "adult", _("Adult")
        UNKNOWN = "unknown", _("Not known: treated as a child until it is decided")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    role_in_case = models.CharField(max_length=20, choices=RoleInCase, default=RoleInCase.MAIN)
    number = models.PositiveSmallIntegerField(default=1)
    """Her number in the case; pages call her by it when nothing else is known."""
    initials_sealed = SealedLine(
        _("Initials or working name"), "pk", Category.CASE, limit=20, optional=True
    )
    age_seen = models.CharField(max_length=10, choices=AgeSeen, default=AgeSeen.UNKNOWN)
    age_decided_by = models.ForeignKey(
        Member, models.PROTECT, related_name="+", null=True, blank=True
    )
    age_ground_sealed = SealedField(
        _("Why"), "pk", Category.CASE, limit=1000, rows=3, optional=True
    )
    age_told = models.CharField(max_length=10, default="unknown", db_default="unknown")
    """What everything that was told of her age agrees on (``cases.ages.domain``): child, adult, or
    unknown; nobody has decided it."""
    exploited_as_child = models.BooleanField(null=True, blank=True)
    address_protected = models.BooleanField(default=False, db_default=False)
    """That she has a protected address, and nothing of it: the database writes it."""
    own_case_id = models.UUIDField(null=True, blank=True)
    """A case of her own, when one was opened."""

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="person_number")]

    @property
    def is_treated_as_child(self) -> bool:
        """Decided to be a child; or not decided, and not all that was told says grown up."""
        if self.age_seen == self.AgeSeen.UNKNOWN:
            return self.age_told != self.AgeSeen.ADULT
        return self.age_seen == self.AgeSeen.CHILD

    def __str__(self) -> str:
        return f"{self.case_id}/{self.number}"


class Aftercare(CaseRecord):
    """What goes on although the case is closed, and who answers for it now.

    Ended when the case is opened again: then its owner answers.
    """

    kind = models.SlugField(max_length=40)
    """The kind of the thing (``access.case_closing``)."""
    thing_id = models.UUIDField()
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "thing_id"],
                condition=models.Q(ended_at__isnull=True),
                name="aftercare_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.case_id}"
