# SPDX-License-Identifier: EUPL-1.2
"""How a person may be reached, and how not."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models.base import VersionedModel
from samvern.access.models.sealed import SealedData
from samvern.cases.core.models import CasePersonRecord


class ContactRule(CasePersonRecord, VersionedModel):
    """Safe channel, safe times, words to leave out, code word: all in one sealed text (JSON)."""

    rule_sealed = SealedData(_("How to reach the person"), "person_id", Category.IDENTITY)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], name="one_contact_rule")]

    def __str__(self) -> str:
        return f"rule of {self.person_id}"
