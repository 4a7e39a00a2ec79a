# SPDX-License-Identifier: EUPL-1.2
"""What is known about a person. Sheets are added, never changed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models.base import VersionedModel
from samvern.access.models.sealed import SealedData, SealedField
from samvern.cases.core.models import CasePersonRecord


class FactSheet(CasePersonRecord):
    """All answers about a person as they were known at a moment; the newest is in force."""

    facts_sealed = SealedData(_("The answers about the person"), "person_id", Category.RIGHTS)
    known_on = models.DateField()
    age_told_on = models.DateField(null=True, blank=True)
    """The day her age was told, when that was before ``known_on``: an age grows older by itself."""
    note_sealed = SealedField(
        _("Note on where you know it from"),
        "person_id",
        Category.RIGHTS,
        limit=1000,
        rows=2,
        optional=True,
    )

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
