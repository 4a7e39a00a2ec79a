# SPDX-License-Identifier: EUPL-1.2
"""Two people changed the same thing: the form comes back with both texts, and what was chosen
for each field is made one form again.
"""

from typing import Any

from django.http import QueryDict

CHOICE, SAVED = "choose-", "saved-"
SAVED_ONE = "saved"
"""The answer to ``choose-<field>`` that takes what is saved rather than what was typed."""


def merged(data: Any) -> Any:
    """``data`` with the saved value where it was chosen; unchanged if nothing was to choose."""
    choices = [key for key in data if key.startswith(CHOICE)] if hasattr(data, "setlist") else []
    if not choices:
        return data
    whole = QueryDict(mutable=True)
    taken = tuple(k.removeprefix(CHOICE) for k in choices if data[k] == SAVED_ONE)
    for key, values in data.lists():
        if key.startswith(CHOICE):
            continue
        if key.startswith(SAVED):
            if _belongs(key.removeprefix(SAVED), taken):
                whole.setlist(key.removeprefix(SAVED), values)
        elif not _belongs(key, taken):
            whole.setlist(key, values)
    return whole


def _belongs(key: str, fields: tuple[str, ...]) -> bool:
    return any(key == field or key.startswith(f"{field}.") for field in fields)
