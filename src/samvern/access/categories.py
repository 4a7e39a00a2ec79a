# SPDX-License-Identifier: EUPL-1.2
"""The categories of data that row security and shares know. A share names categories."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Category(TextChoices):
    """What a table holds, for row security, shares and consents.

    ``ADDRESS`` (a protected address) is in no share: only people named on it may open it.
    """

    CASE = "case", _("That the case exists, and who has it")
    IDENTITY = "identity", _("Names, numbers and contact details")
    ASSESSMENT = "assessment", _("Assessments and decisions")
    RIGHTS = "rights", _("Answers, rights and deadlines")
    ASSISTANCE = "assistance", _("Help given and refused")
    PLAN = "plan", _("Plan, tasks and safety")
    NOTES = "notes", _("Notes")
    DOCUMENTS = "documents", _("Documents")
    CONSENT = "consent", _("Consents")
    ADDRESS = "address", _("Protected address")


SHAREABLE = tuple(each for each in Category if each is not Category.ADDRESS)
