# SPDX-License-Identifier: EUPL-1.2
"""What opens a case to somebody: the team, a share, an emergency."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import SHAREABLE, Category
from samvern.access.models.base import BaseModel
from samvern.access.models.organisations import Member, Organisation, Unit
from samvern.access.models.sealed import SealedField


class TeamMember(BaseModel):
    """Somebody who works on a case. The owner is one; a former one keeps her row, ended."""

    case_id = models.UUIDField(db_index=True)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    is_owner = models.BooleanField(default=False)
    added_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["member", "case_id"], name="team_of_member")]
        constraints = [
            models.UniqueConstraint(
                fields=["case_id", "member"],
                condition=models.Q(ended_at__isnull=True),
                name="team_once",
            ),
            models.UniqueConstraint(
                fields=["case_id"],
                condition=models.Q(ended_at__isnull=True, is_owner=True),
                name="team_one_owner",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} on {self.case_id}"


class Share(BaseModel):
    """An act of sharing: what, with whom, for what purpose, on which basis, until when."""

    class Basis(models.TextChoices):
        """What allows the sharing."""

        CONSENT = "consent", _("The person's consent")
        STATUTE = "statute", _("A provision of law")

    case_id = models.UUIDField(db_index=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    """The organisation that receives."""
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", null=True, blank=True)
    """The one unit that receives; empty is every case worker of the organisation."""
    categories = ArrayField(
        models.CharField(max_length=20, choices=[(c.value, c.label) for c in SHAREABLE])
    )
    purpose = models.SlugField(max_length=60)
    basis = models.CharField(max_length=12, choices=Basis)
    provision = models.CharField(max_length=200, blank=True)
    """The provision, or the disclosure ground of the pack, where the basis is a statute."""
    consent_id = models.UUIDField(null=True, blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField()
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "until"], name="share_to")]

    def __str__(self) -> str:
        return f"{self.case_id} to {self.organisation_id}"


class EmergencyAccess(BaseModel):
    """An emergency opening of one case: who, why, until when, and what the review said."""

    case_id = models.UUIDField(db_index=True)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    owner_organisation_id = models.UUIDField()
    """Whose case it is: that organisation's leaders review it too."""
    ground = models.SlugField(max_length=40)
    reason_sealed = SealedField(_("What has happened?"), None, Category.CASE)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, blank=True)
    verdict = models.SlugField(max_length=20, blank=True)
    words_sealed = SealedField(_("What must be followed up?"), None, Category.CASE, optional=True)
    """What the leader says must be followed up."""

    class Meta:
        db_table = "access_glass"
        indexes = [models.Index(fields=["member", "expires_at"], name="glass_of_member")]

    def __str__(self) -> str:
        return f"{self.member_id} into {self.case_id}"


class AccessBlock(BaseModel):
    """A member who must never see a case: it is about herself or somebody close to her.

    No role, share or emergency opens it to her.
    """

    case_id = models.UUIDField(db_index=True)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    added_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    review_on = models.DateField(null=True, blank=True)
    """When a leader of the case looks at it again; the database says when."""

    class Meta:
        db_table = "access_bar"
        constraints = [models.UniqueConstraint(fields=["case_id", "member"], name="bar_once")]

    def __str__(self) -> str:
        return f"{self.member_id} never in {self.case_id}"
