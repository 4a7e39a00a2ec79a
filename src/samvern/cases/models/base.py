# SPDX-License-Identifier: EUPL-1.2
"""What the tables of a case have in common."""

from django.db import models

from samvern.access.models import Member
from samvern.access.models.base import Record


class Part(Record):
    """A row that belongs to one case, and who wrote it."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class PersonPart(Part):
    """A row about one of the people of a case."""

    person = models.ForeignKey("cases.Person", models.PROTECT, related_name="+")

    class Meta:
        abstract = True
