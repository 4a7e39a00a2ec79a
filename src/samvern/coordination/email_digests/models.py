# SPDX-License-Identifier: EUPL-1.2
"""How a member wants to be told outside the system."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.models import Member
from samvern.access.models.base import BaseModel


class DigestRule(BaseModel):
    """Letters at once, gathered, or none; and the hours in which none comes. Times are Norway's."""

    class Letters(models.TextChoices):
        """When a letter says there are new messages."""

        AT_ONCE = "at_once", _("At once")
        DIGEST = "digest", _("Gathered, once a day")
        OFF = "off", _("Never: I read them in Samvern")

    member = models.OneToOneField(Member, models.PROTECT, related_name="+")
    letters = models.CharField(max_length=12, choices=Letters, default=Letters.AT_ONCE)
    digest_at = models.TimeField(null=True, blank=True)
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_to = models.TimeField(null=True, blank=True)
    quiet_weekends = models.BooleanField(default=False)
    urgent_passes = models.BooleanField(default=True)
    """What cannot wait is told at once, in quiet hours too."""
    language = models.CharField(max_length=8, default="nb")

    class Meta:
        db_table = "coordination_tellingrule"

    def __str__(self) -> str:
        return f"{self.member_id}: {self.letters}"
