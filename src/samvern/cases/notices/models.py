# SPDX-License-Identifier: EUPL-1.2
"""What a member is told inside the system."""

from django.db import models

from samvern.access.models import Member
from samvern.access.models.base import BaseModel


class Notice(BaseModel):
    """Something a member is told, inside the system. Outside it says only that there is one."""

    case_id = models.UUIDField(null=True, blank=True, db_index=True)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    kind = models.SlugField(max_length=40)
    about_id = models.UUIDField(null=True, blank=True)
    key = models.CharField(max_length=120)
    """What makes it the same notice: a job that runs twice tells once."""
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at",)
        indexes = [models.Index(fields=["member", "read_at", "-created_at"], name="notice_of")]
        constraints = [models.UniqueConstraint(fields=["member", "key"], name="notice_once")]

    def __str__(self) -> str:
        return self.kind
