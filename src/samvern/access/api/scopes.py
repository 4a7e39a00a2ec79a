# SPDX-License-Identifier: EUPL-1.2
"""What a program of an organisation may be allowed, and the categories of data each opens."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category

ANY = ""
"""What every token has: enough to ask who one is."""
C = Category
SCOPES: dict[str, tuple[Any, frozenset[Category]]] = {
    "referrals:read": (_("Read referrals"), frozenset({C.CASE})),
    "referrals:write": (_("Send and answer referrals"), frozenset({C.CASE, C.CONSENT, C.RIGHTS})),
    "places:read": (_("Read places and bookings"), frozenset({C.CASE})),
    "places:write": (_("Change places and answer bookings"), frozenset({C.CASE, C.CONSENT})),
    "contacts:read": (_("Read contacts to the helpline"), frozenset({C.CASE})),
    "contacts:write": (_("Write down contacts to the helpline"), frozenset({C.CASE})),
    "guidance:read": (_("Read questions for guidance"), frozenset({C.CASE})),
    "guidance:write": (_("Ask for guidance and answer"), frozenset({C.CASE})),
    "conferences:read": (_("Read case conferences"), frozenset({C.CASE, C.PLAN})),
    "board:read": (_("Read the coordinator’s figures"), frozenset()),
}
"""Name and categories of each scope."""


def categories_of(scopes: Iterable[str]) -> list[str]:
    """The categories a session with these scopes opens, in a fixed order."""
    found: set[Category] = set()
    for scope in scopes:
        found |= SCOPES[scope][1]
    return sorted(each.value for each in found)
