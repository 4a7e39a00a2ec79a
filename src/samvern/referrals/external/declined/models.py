# SPDX-License-Identifier: EUPL-1.2
"""Those who said no, as counts."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from samvern.access.models import Organisation


class DeclinedReferral(models.Model):
    """One person who said no to being referred, as a count: no case, no day, nobody's name.

    There is no time of writing, which the trail of a case could be held against.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    month = models.DateField()
    """Its first day."""
    region = models.SlugField(max_length=20)
    form = models.SlugField(max_length=20)
    age = models.SlugField(max_length=12)
    sex = models.SlugField(max_length=12)
    met_by = models.SlugField(max_length=20)
    """The kind of organisation that met her."""
    offered = ArrayField(models.SlugField(max_length=20), default=list)
    reason = models.SlugField(max_length=20)

    class Meta:
        db_table = "referrals_unnamed"

    def __str__(self) -> str:
        return f"{self.month}"
