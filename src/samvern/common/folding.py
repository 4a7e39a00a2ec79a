# SPDX-License-Identifier: EUPL-1.2
"""Words as a search compares them: however they were capitalised, composed and typed.

Somebody without å, ø and æ on the keyboard writes aa, oe and ae, or a and o; a telephone may send å
as an a with a ring after it. All of them mean the same word.
"""

import re
import unicodedata

_LETTERS = str.maketrans({"æ": "a", "ø": "o", "œ": "o", "đ": "d", "ð": "d", "ł": "l"})
_SPELLED = re.compile("aa|ae|oe")
_TYPED = {"aa": "å", "ae": "æ", "oe": "ø"}


def folded(text: str) -> str:
    """``text`` in small letters without marks, with å, aa, æ and ae as a, ø and oe as o."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _SPELLED.sub(lambda found: found[0][0], plain.translate(_LETTERS))


def composed(text: str) -> str:
    """``text`` in small letters, each with its marks in one sign."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())


def as_typed_with_norwegian_letters(word: str) -> str:
    """``word`` with å, æ and ø where aa, ae and oe stand."""
    return _SPELLED.sub(lambda found: _TYPED[found[0]], word)
