# SPDX-License-Identifier: EUPL-1.2
"""The address of a page in every language it is offered in."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation


def addresses_by_language(name: str) -> dict[str, str]:
    """The address of a page without arguments, by language code; main language first.

    Raises:
        NoReverseMatch: no page has that name.
    """
    found = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found[code] = reverse(name)
    return found
