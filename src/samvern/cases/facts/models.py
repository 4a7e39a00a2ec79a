# SPDX-License-Identifier: EUPL-1.2
"""What is known about a person. Sheets are added, never changed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from samvern.access.models.base import VersionedModel
from samvern.cases.core.models import CasePersonRecord


class FactSheet(CasePersonRecord):
    """All answers about a person as they were known at a moment; the newest is in force."""

    facts_sealed = models.BinaryField()
    known_on = models.DateField()
    age_told_on = models.DateField(null=True, blank=True)
    """The day her age was told, when that was before ``known_on``: an age grows older by itself."""
    note_sealed = models.BinaryField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-created_at"], name="newest_facts")]

    def __str__(self) -> str:
        return f"facts of {self.person_id}"


class PersonSigns(CasePersonRecord, VersionedModel):
    """The pack's alerts and first calls that hold for a person by what is known of her now.

    It says in a row what lies sealed in her answers, so that a list need not open them.
    """

    rules = ArrayField(models.CharField(max_length=60), default=list)
    """Ids of rules of the pack."""

    class Meta:
        db_table = "cases_sign"
        constraints = [models.UniqueConstraint(fields=["person"], name="one_sign")]

    def __str__(self) -> str:
        return f"signs of {self.person_id}"
