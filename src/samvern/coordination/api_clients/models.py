# SPDX-License-Identifier: EUPL-1.2
"""API clients that act for an organisation. Their secrets are kept where nobody reads them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from samvern.access.models import Member
from samvern.access.workflow import StatefulModel, TransitionRecord


class ApiClient(StatefulModel):
    """An API client with a membership of its own, so that the trail names it."""

    name = models.CharField(max_length=80)
    client_id = models.SlugField(max_length=40, unique=True)
    scopes = ArrayField(models.CharField(max_length=40))
    member = models.OneToOneField(Member, models.PROTECT, related_name="+")
    used_at = models.DateTimeField(null=True, blank=True)
    """When it last asked for a token."""

    class Meta:
        db_table = "coordination_program"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class ApiClientStep(TransitionRecord):
    """What happened to an API client."""

    of = models.ForeignKey(ApiClient, models.PROTECT, related_name="steps")

    class Meta:
        db_table = "coordination_programstep"

    def __str__(self) -> str:
        return f"{self.of_id}: {self.move}"
