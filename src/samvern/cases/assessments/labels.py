# SPDX-License-Identifier: EUPL-1.2
"""Names of what the tables of a case keep as short words."""

from django.utils.translation import gettext as _


def authority_name(authority: str) -> str:
    """Who assesses: police, immigration, child welfare, or those who help."""
    names = {
        "police": _("Police or prosecution"),
        "immigration": _("Immigration authorities"),
        "child_welfare": _("Child welfare"),
        "helper": _("Those who help"),
    }
    return names.get(authority, authority)
