# SPDX-License-Identifier: EUPL-1.2
"""Signs the paper's typeface has not are written with letters it has: an archive file must be able
to show every sign it holds (ISO 19005-2, 6.2.11.4).
"""

import re

from anyascii import anyascii

SHOWN = re.compile(
    "[\n\u0020-\u007e\u00a0-\u02ff\u0300-\u0304\u0370-\u0377\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u04ff\u0621-\u063a\u0641-\u064a\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ac\u2190-\u2193]"
)
"""Latin, Greek, Cyrillic and Arabic letters and common signs, each tried against the typeface."""


def legible(text: str) -> str:
    """The text with every other sign in Latin letters, or left out where there are none."""
    return "".join(sign if SHOWN.match(sign) else plain(sign) for sign in text)


def plain(text: str) -> str:
    """The text in the letters every typeface has."""
    return "".join(sign for sign in anyascii(text) if SHOWN.match(sign))
