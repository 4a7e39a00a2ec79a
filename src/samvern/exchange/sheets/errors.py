# SPDX-License-Identifier: EUPL-1.2
"""What is said of a file that cannot be read, and how names in it are shown."""

from collections.abc import Sequence


class GridError(Exception):
    """A file that is no table we can read: file, line, field, remedy, in one line."""

    exit_code = 2


def shown(names: Sequence[str], most: int = 12) -> str:
    """A list of names short enough to read on one line."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(short(name) for name in names[:most]) + more


def short(text: str) -> str:
    """One name, at most 40 signs, without signs that cannot be printed."""
    printable = "".join(sign if sign.isprintable() else "?" for sign in text)
    return printable if len(printable) <= 40 else printable[:37] + "..."
