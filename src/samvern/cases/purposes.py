# SPDX-License-Identifier: EUPL-1.2
"""What a consent or a share is for. One purpose each: a new purpose asks anew."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Purpose(TextChoices):
    """Why somebody else is to know."""

    PROTECTION = "protection", _("Safety and protection")
    HOUSING = "housing", _("A safe place to live")
    HEALTH = "health", _("Health care")
    LEGAL_AID = "legal_aid", _("Legal aid and compensation")
    IDENTIFICATION = "identification", _("Identification as a victim")
    RESIDENCE = "residence", _("Residence and reflection period")
    CRIMINAL_CASE = "criminal_case", _("Report and criminal case")
    CHILD_CARE = "child_care", _("Care and follow-up of a child")
    INCOME = "income", _("Income, work and training")
    RETURN = "return", _("Voluntary return")
    COORDINATION = "coordination", _("Working together on the plan")
