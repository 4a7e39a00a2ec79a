# SPDX-License-Identifier: EUPL-1.2
"""What a login name may be: one that cannot be taken for another.

A Cyrillic а looks like a Latin a, and signs without width are not seen at all. So new names are
small a to z and digits, with single . - _ @ or + inside; names that are in use already stay.
"""

import re
import unicodedata

from django.utils.translation import gettext as _

from samvern.access.errors import Rejected

ADDED_DIGITS = re.compile(r"\.[0-9]{4,8}(?=@|$)")
"""What the database adds to the name an administrator asked for (``gate.with_digits``)."""
RESERVED = "program."
"""Begins the name of a member that is no person; the gate knows them by it (``gate.acting``)."""
_NAME = re.compile(r"[a-z0-9]+(?:[.\-_@+][a-z0-9]+)*")


def normalised_login(typed: str) -> str:
    """A login name as it is kept and compared: in small letters, wide letters as plain ones.

    A name from before, with other letters, is compared as it was written.
    """
    found = unicodedata.normalize("NFKC", typed).strip().lower()
    return found if found.isascii() else typed.strip().lower()


def new_login(typed: str) -> str:
    """A name for somebody new.

    Raises:
        Rejected: it has signs that can be taken for others, or is kept for programs.
    """
    found = normalised_login(typed)
    if found.startswith(RESERVED):
        raise Rejected(_("Names that begin with “program.” are for programs. Choose another."))
    if not _NAME.fullmatch(found):
        raise Rejected(
            _(
                "A login name has letters from a to z and digits, and between them single "
                "full stops, hyphens, underscores, plus signs or @. Other letters look too "
                "much alike: write ae, o and a for æ, ø and å."
            )
        )
    return found
