# SPDX-License-Identifier: EUPL-1.2
"""Names of the topics that rights fall under."""

from __future__ import annotations

from django.utils.translation import gettext as _


def topic_name(topic: str) -> str:
    """A topic of the pack in the reader's language; one without a translation as it is."""
    names = {
        "residence": _("Residence"),
        "health": _("Health"),
        "social": _("Money and social help"),
        "housing": _("Somewhere to live"),
        "legal_aid": _("Lawyer"),
        "compensation": _("Compensation"),
        "work": _("Work"),
        "education": _("School and training"),
        "guardianship": _("Guardian and representative"),
        "child_measures": _("Children"),
        "prosecution": _("The criminal case"),
        "avert": _("Preventing harm"),
        "identification": _("Identification"),
        "return": _("Return"),
    }
    return names.get(topic, topic.replace("_", " ").capitalize())
