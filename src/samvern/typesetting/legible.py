# SPDX-License-Identifier: EUPL-1.2
"""Words that no face of the paper has are written whole in Latin letters: an archive file must be
able to show every sign it holds (ISO 19005-2, 6.2.11.4), and a word with single letters of it
exchanged can be read by nobody.
"""

import re
from functools import cache

from anyascii import anyascii

from samvern.typesetting.faces import letters

_BASE = (
    "\n\u0020-\u007e\u00a0-\u02ff\u0300-\u0304\u0306-\u030c\u0323\u0370-\u0377\u0384-\u038a"
    "\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff\u1e00-\u1eff\u200c\u200d\u2010-\u2027\u2030-\u203a"
    "\u20ac\u2190-\u2193"
)
"""Latin, Greek and Cyrillic letters and common signs, each tried against the typeface."""
_SPACED = re.compile("(?<=[a-z])(?=[A-Z])")


@cache
def shown() -> re.Pattern[str]:
    """One sign that the faces built here have."""
    return re.compile(f"[{_BASE}{letters()}]")


_PLAIN = re.compile(f"[{_BASE}]")


def legible(text: str) -> str:
    """The text, with each word that holds another sign in Latin letters."""
    return _spell(text, shown())


def plain(text: str) -> str:
    """The text in the letters the first face has."""
    return _spell(text, _PLAIN)


def latin(word: str) -> str:
    """A whole word in Latin letters; what cannot be written so is left out."""
    spelled = _SPACED.sub(" ", anyascii(word)) if not word.isascii() else word
    return "".join(sign for sign in spelled if _PLAIN.match(sign))


def _spell(text: str, has: re.Pattern[str]) -> str:
    words = re.findall(r"\s+|\S+", text)
    return "".join(word if all(map(has.match, word)) else latin(word) for word in words)
