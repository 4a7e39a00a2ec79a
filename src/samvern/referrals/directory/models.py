# SPDX-License-Identifier: EUPL-1.2
"""What organisations offer, and to whom."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from samvern.access.models import Organisation, Unit
from samvern.access.models.base import BaseModel, VersionedModel


class Service(BaseModel, VersionedModel):
    """What an organisation offers, and to whom. It tells of no person; everybody in casework
    reads it, and the organisation's leaders keep it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", null=True, blank=True)
    """The unit a referral goes to; empty is every case worker of the organisation."""
    name = models.CharField(max_length=120)
    words = models.CharField(max_length=600, blank=True)
    needs = ArrayField(models.SlugField(max_length=30))
    """The needs of the pack's directory it meets, such as ``housing``."""
    regions = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    """Places it takes people from; empty, or ``national``, is the whole country."""
    sexes = ArrayField(models.SlugField(max_length=12), default=list, blank=True)
    """``female``, ``male``; empty is everybody."""
    youngest = models.PositiveSmallIntegerField(null=True, blank=True)
    oldest = models.PositiveSmallIntegerField(null=True, blank=True)
    with_children = models.BooleanField(null=True, blank=True)
    """Whether she may bring children; None is not said."""
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    """Languages spoken there without an interpreter."""
    accessible = models.BooleanField(null=True, blank=True)
    """Whether somebody in a wheelchair can use it; None is not said."""
    phone = models.CharField(max_length=40, blank=True, default="", db_default="")
    """Where somebody on duty answers, for those who refer."""
    phone_hours = models.CharField(max_length=80, blank=True, default="", db_default="")
    """When that number is answered, in words."""
    round_the_clock = models.BooleanField(default=False)
    hours = models.JSONField(default=dict, blank=True)
    """Hours of the week: ``{"0": ["08:00", "15:30"]}``, Monday is 0; empty is not said."""
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
