# SPDX-License-Identifier: EUPL-1.2
"""Answers of the guide on their way into a case."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.models.base import BaseModel
from samvern.access.models.sealed import SealedData


class GuideTransfer(BaseModel):
    """Answers from the guide on their way into a case: opened once, by the one with the code."""

    code_hash = models.BinaryField(unique=True)
    answers_sealed = SealedData(_("The answers from the guide"), None, None)
    expires_at = models.DateTimeField()
    lane = models.PositiveSmallIntegerField(default=0)
    """One of 256 shares of the room there is (``access.client_ip.client_lane``)."""

    class Meta:
        db_table = "cases_parcel"
        indexes = [models.Index(fields=["lane"], name="guide_transfer_lane")]

    def __str__(self) -> str:
        return str(self.id)
