# SPDX-License-Identifier: EUPL-1.2
"""One form of a name for exact look-up, however it was written down.

Case, accents, hyphens, apostrophes and the order of the parts make no difference, nor whether æ,
ø and å were kept, spelled ae, oe and aa as in the machine-readable zone of a passport (ICAO Doc
9303, part 3, section 6), or lost stroke and ring as in many foreign registers. So Bjørn, Bjoern
and Bjorn are one; the price is that Joel and Jol are too, and a person looks at what is found.
Other scripts are romanised letter by letter.
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

_LETTERS = str.maketrans(
    {"æ": "a", "ä": "a", "å": "a", "ø": "o", "ö": "o", "œ": "o", "đ": "d", "ð": "d", "þ": "th"}
)
_SPELLED = re.compile("ae|aa|oe")
_INSIDE = re.compile(r"['’ʼ`´]")


def normalise_name(name: str) -> str:
    """The parts of a name in small a-z and digits, in alphabetical order, one space between.

    Empty when nothing can be read.
    """
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())
    latin = anyascii(_INSIDE.sub("", text).translate(_LETTERS)).lower()
    parts = re.findall("[a-z0-9]+", _INSIDE.sub("", latin))
    return " ".join(sorted(_SPELLED.sub(lambda found: found[0][0], part) for part in parts))


def normalise_contact(text: str) -> str:
    """A telephone number or address of mail in one form: no spaces, +47 for eight digits."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    if "@" in folded:
        return "".join(folded.split())
    digits = "".join(str(unicodedata.decimal(sign)) for sign in folded if sign.isdecimal())
    if folded.startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+47{digits}" if len(digits) == 8 else digits


def normalise_paper(text: str) -> str:
    """The number of an identity paper: letters and digits alone, large."""
    kept = unicodedata.normalize("NFKC", text).upper()
    return "".join(sign for sign in kept if sign.isalnum())
