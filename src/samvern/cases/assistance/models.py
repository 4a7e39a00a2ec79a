# SPDX-License-Identifier: EUPL-1.2
"""The help that was actually given, or not."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models.base import VersionedModel
from samvern.access.models.sealed import SealedField, SealedLine
from samvern.cases.core.models import CasePersonRecord


class Assistance(CasePersonRecord, VersionedModel):
    """One kind of help from one provider, from and to, or refused and why."""

    class State(models.TextChoices):
        """How it stands."""

        ASKED = "asked", _("Asked for")
        GIVEN = "given", _("Given")
        ENDED = "ended", _("Ended")
        DECLINED = "declined", _("The person said no")
        REFUSED = "refused", _("The provider said no")

    kind = models.SlugField(max_length=60)
    """A right of the pack, or a kind of help of its own."""
    provider_sealed = SealedLine(
        _("Who gives it, or was asked?"), "person_id", Category.ASSISTANCE, limit=120
    )
    state = models.CharField(max_length=12, choices=State)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    ground = models.SlugField(max_length=40, blank=True)
    words_sealed = SealedField(
        _("More about it"), "person_id", Category.ASSISTANCE, limit=2000, rows=3, optional=True
    )

    class Meta:
        ordering = ("-since", "-created_at")

    def __str__(self) -> str:
        return f"{self.kind} for {self.person_id}"
