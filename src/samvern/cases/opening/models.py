# SPDX-License-Identifier: EUPL-1.2
"""Answers of the guide on their way into a case."""

from django.db import models

from samvern.access.models.base import BaseModel


class GuideTransfer(BaseModel):
    """Answers from the guide on their way into a case: opened once, by the one with the code."""

    code_hash = models.BinaryField(unique=True)
    answers_sealed = models.BinaryField()
    expires_at = models.DateTimeField()

    class Meta:
        db_table = "cases_parcel"

    def __str__(self) -> str:
        return str(self.id)
