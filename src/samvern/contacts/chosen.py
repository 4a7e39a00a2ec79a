# SPDX-License-Identifier: EUPL-1.2
"""The word a caller chooses to be known again by: kept as a blind index, and never as itself."""

import unicodedata
from uuid import UUID

from samvern.identity.blind import WORD, blind_index
from samvern.identity.keys import open_keeper

SHORTEST = 4
"""Letters and digits: a shorter word is one that others choose too."""


def normal(word: str) -> str:
    """The word without case, spaces and signs, as it sounds the same on the phone.

    Accents stay: to many they make another word.
    """
    folded = unicodedata.normalize("NFKC", word).casefold()
    return "".join(sign for sign in unicodedata.normalize("NFC", folded) if sign.isalnum())


def blind_word(organisation_id: UUID, word: str) -> bytes | None:
    """The index of a word in one organisation; None where there is no word to go by."""
    found = normal(word)
    if len(found) < SHORTEST:
        return None
    return blind_index(open_keeper(), WORD, f"{organisation_id}:{found}")
