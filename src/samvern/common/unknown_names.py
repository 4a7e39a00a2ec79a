# SPDX-License-Identifier: EUPL-1.2
"""Names in a request that mean nothing: refused by every API, as they would be ignored unseen."""

from collections.abc import Iterable


def unknown_names(given: Iterable[str], known: Iterable[str]) -> list[str]:
    """Those of the names that are none of the known ones, in alphabetical order."""
    return sorted(set(given) - set(known))
