# SPDX-License-Identifier: EUPL-1.2
"""What somebody was writing when she was interrupted."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.models import Member
from samvern.access.models.base import BaseModel
from samvern.access.models.sealed import SealedData


class Draft(BaseModel):
    """What somebody was writing when she was interrupted. Hers alone, sealed, gone in a week."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    case_id = models.UUIDField(null=True, blank=True)
    form = models.CharField(max_length=160)
    content_sealed = SealedData(_("Draft"), "case_id", None)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "form"], name="draft_once")]

    def __str__(self) -> str:
        return self.form
