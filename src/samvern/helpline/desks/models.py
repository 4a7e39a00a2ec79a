# SPDX-License-Identifier: EUPL-1.2
"""Units that give advice."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from samvern.access.models import Organisation, Unit
from samvern.access.models.base import BaseModel
from samvern.helpline.choices import AdviceTopic


class AdvisoryDesk(BaseModel):
    """A unit that answers questions. Everybody signed in may know that there is one."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    actor_code = models.SlugField(max_length=60, blank=True)
    """The actor of the pack whose desk it is, such as ``bufdir_guidance``."""
    topics = ArrayField(models.CharField(max_length=16, choices=AdviceTopic), default=list)
    days = models.PositiveSmallIntegerField(default=3)
    """Working days in which it usually answers."""
    is_open = models.BooleanField(default=True)
    """Whether other organisations may ask."""

    class Meta:
        db_table = "contacts_desk"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
