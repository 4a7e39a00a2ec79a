# SPDX-License-Identifier: EUPL-1.2
"""How the people of a case belong together."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.cases.core.models import CaseRecord, Person


class Relation(CaseRecord):
    """How two people of a case belong together."""

    class Kind(models.TextChoices):
        """What the first is to the second."""

        PARENT = "parent", _("is the parent of")
        SIBLING = "sibling", _("is the sibling of")
        PARTNER = "partner", _("is the partner of")
        GUARDIAN = "guardian", _("is the guardian of")
        CO_VICTIM = "co_victim", _("was exploited together with")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.other_id}"
