# SPDX-License-Identifier: EUPL-1.2
"""Names of the topics that rights fall under."""

from __future__ import annotations

from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _


def topic_name(topic: str) -> str:
    """A topic of the pack in the reader's language; one without a translation as it is."""
    return topics(get_language() or "").get(topic, topic.replace("_", " ").capitalize())


@cache
def topics(language: str) -> dict[str, str]:
    """The topics there are words for, in the language in use, which must be the one named."""
    return {
        "advice": _("Advice"),
        "assistance": _("Help"),
        "avert": _("Preventing harm"),
        "child": _("Children"),
        "child_measures": _("What child welfare can do"),
        "compensation": _("Compensation"),
        "criminal_case": _("The criminal case"),
        "education": _("School and training"),
        "guardianship": _("Guardian and representative"),
        "health": _("Health"),
        "housing": _("Somewhere to live"),
        "identification": _("Identification"),
        "information": _("Information"),
        "investigation": _("The criminal case"),
        "legal": _("Lawyer"),
        "legal_aid": _("Lawyer"),
        "non_punishment": _("Not to be punished"),
        "prosecution": _("The criminal case"),
        "protection": _("Protection"),
        "residence": _("Residence"),
        "return": _("Return"),
        "social": _("Money and social help"),
        "work": _("Work"),
    }
