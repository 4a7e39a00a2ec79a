# SPDX-License-Identifier: EUPL-1.2
"""Blind indexes: what finds a value by itself, and tells nothing to whoever lacks the key.

HMAC-SHA256 under the field's own key, cut to 16 bytes. There are only some fifty million
fødselsnummer, so whoever holds the key can try them all: it never lies in the database, and no
field with few values (sex, nationality, language) has an index at all.
"""

from __future__ import annotations

import hmac

from samvern.identity.keys import KeyKeeper

NUMBER = "number"
NAME_AND_BIRTH = "name_and_birth"
CONTACT = "contact"
PAPER = "paper"
WORD = "word"
"""One that somebody chose herself, to be known again by."""
FIELDS = (NUMBER, NAME_AND_BIRTH, CONTACT, PAPER, WORD)
_BYTES = 16


def blind_index(keeper: KeyKeeper, field: str, normalised: str) -> bytes:
    """The index of a normalised value in one of ``FIELDS``.

    Raises:
        ValueError: the field has no index, or there is nothing to find by.
    """
    if field not in FIELDS or not normalised:
        raise ValueError(f"no index of {field!r}, or nothing to find by")
    return hmac.digest(keeper.index_key(field), normalised.encode(), "sha256")[:_BYTES]
