# SPDX-License-Identifier: EUPL-1.2
"""Tables of identity: keys, claims, protected addresses."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member
from samvern.access.models.base import BaseModel, VersionedModel
from samvern.access.models.sealed import SealedField, SealedLine


class Key(BaseModel):
    """The key of one subject (a person or a case), wrapped. Destroying it erases the subject."""

    case_id = models.UUIDField(db_index=True)
    subject_id = models.UUIDField()
    version = models.PositiveIntegerField(default=1)
    keeper = models.CharField(max_length=80)
    """Which key-encryption key wraps it."""
    wrapped = models.BinaryField(null=True)
    shredded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject_id", "version"], name="key_of_subject")
        ]

    def __str__(self) -> str:
        return f"{self.subject_id} v{self.version}"


class Claim(BaseModel):
    """One thing somebody said, or a paper showed, about who the person is. Never overwritten."""

    class Kind(models.TextChoices):
        """What is claimed."""

        NAME = "name", _("Name")
        ALIAS = "alias", _("Also called")
        BIRTH_DATE = "birth_date", _("Date of birth")
        NUMBER = "number", _("Identity number")
        NATIONALITY = "nationality", _("Nationality")
        LANGUAGE = "language", _("Language")
        SEX = "sex", _("Sex")
        CONTACT = "contact", _("Safe contact")
        PAPER = "paper", _("Identity paper")

    class Source(models.TextChoices):
        """Where it comes from."""

        PERSON = "person", _("The person herself")
        DOCUMENT = "document", _("A document we have seen")
        AUTHORITY = "authority", _("An authority")
        OTHER = "other", _("Somebody else")

    class Confidence(models.TextChoices):
        """How sure the one who recorded it is."""

        CERTAIN = "certain", _("Certain")
        PROBABLE = "probable", _("Probable")
        DOUBTFUL = "doubtful", _("Doubtful")

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=20, choices=Kind)
    value_sealed = SealedLine(
        _("What was said or shown"), "person_id", Category.IDENTITY, limit=150
    )
    source = models.CharField(max_length=20, choices=Source)
    confidence = models.CharField(max_length=20, choices=Confidence)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    """When it was set aside, because it was wrong or another took its place."""
    ended_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, blank=True)
    end_sealed = SealedLine(
        _("Why does it not hold?"), "person_id", Category.IDENTITY, limit=255, optional=True
    )
    replaced_by_id = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ("kind", "created_at")

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"


class LookUp(BaseModel):
    """A blind index of a claim: found by exact value only, through one counted function."""

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    claim_id = models.UUIDField(db_index=True)
    with_claim_id = models.UUIDField(null=True, blank=True)
    """The other claim of an index of two: a name and a date of birth."""
    blind = models.BinaryField(db_index=True)

    def __str__(self) -> str:
        return str(self.claim_id)


class ProtectedAddress(BaseModel, VersionedModel):
    """Where a person in hiding lives. In no list, search, count, export, map or notice."""

    class Grade(models.TextChoices):
        """How strictly (folkeregisterloven § 10-4)."""

        FORTROLIG = "fortrolig", _("Confidential (fortrolig)")
        STRENGT = "strengt_fortrolig", _("Strictly confidential (strengt fortrolig)")
        KLIENT = "klientadresse", _("Client address (klientadresse)")

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField(db_index=True)
    grade = models.CharField(max_length=20, choices=Grade)
    address_sealed = SealedField(_("Address"), "person_id", Category.ADDRESS, limit=500, rows=3)
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.id)


class AddressReader(BaseModel):
    """A member named on a protected address: proposed by a reader, approved by a second person.

    The second person need not read the address; she answers for the one who is to.
    """

    case_id = models.UUIDField(db_index=True)
    address = models.ForeignKey(ProtectedAddress, models.CASCADE, related_name="readers")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    asked = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True)
    """The second person who was asked to approve."""
    approved_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["address", "member"],
                condition=models.Q(ended_at__isnull=True),
                name="reader_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.member_id} of {self.address_id}"


class Inquiry(BaseModel):
    """A question to all other organisations: is this person known to you?"""

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    asked_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    purpose = models.SlugField(max_length=60)
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"{self.purpose} by {self.asked_by_id}"


class Answer(BaseModel):
    """An inquiry as it reached a case it may be about. Whoever asked hears of a yes alone."""

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    inquiry_id = models.UUIDField(db_index=True)
    """Not a key of the database: the asker's case may be erased before this one."""
    asker = models.CharField(max_length=250)
    """Name and organisation of whoever asked: her own case is not for others to see."""
    purpose = models.SlugField(max_length=60)
    expires_at = models.DateTimeField()
    is_yes = models.BooleanField(null=True, blank=True)
    answered_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    contact = models.CharField(max_length=250, blank=True)
    """Whom to talk to, as the one who said yes wrote it."""

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"answer in {self.case_id}"
