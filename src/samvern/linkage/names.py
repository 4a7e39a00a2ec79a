# SPDX-License-Identifier: EUPL-1.2
"""Names as they are written and as they sound.

`fold` is the gentle form (spelling habits removed), `skeleton` the coarse one (consonant
classes only, after the idea of Russell's Soundex, 1918, and of Philips' Metaphone, 1990, but
for names that come through several alphabets: no vowel survives, because Arabic and Hebrew
write none).
"""

from __future__ import annotations

import re
from functools import lru_cache

from samvern.linkage.coding.scripts import romanise

# Words that join or ornament names; they come and go between registers.
_PARTICLES = """al el ul ad as ar an at az ibn bin bint ben abu abou umm de del della da di do dos
das du la le van von der den ter zu ould uld"""
PARTICLES = frozenset(_PARTICLES.split())
_NO_NAME = "ukjent unknown ukjend na nn xx xxx none null mangler fornavn etternavn"
_PLACEHOLDERS = frozenset(_NO_NAME.split())

_FOLDS = [
    (re.compile(pattern), into)
    for pattern, into in [
        (r"shch|schtsch|sjtsj|shtsh|stsj|szcz|stch", "sh"),
        (r"tsch|tch|tsj|tsh|cz", "ch"),
        (r"sch|sj|skj|sz", "sh"),
        (r"dzh|dzj|dsch|dj|zh|zj", "Z"),
        (r"kh|ck|q", "k"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"tz|ts", "ts"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"[yj](?=[aeou])", "i"),
        (r"y|j", "i"),
        (r"(.)\1+", r"\1"),
    ]
]
_SKELETON = [
    (re.compile(pattern), into)
    for pattern, into in [
        (r"shch|schtsch|sjtsj|shtsh|stsj|szcz|stch", "S"),
        (r"tsch|tch|tsj|tsh|cz|sch|skj|sh|sj|sz|ch|dzh|dzj|dsch|dj|zh|zj|kj", "S"),
        (r"(?<=[tdbpg])h|(?<=sm)h", ""),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"tz|ts|c(?=[eiy])|z", "s"),
        (r"[ckqg]", "k"),
        (r"x", "ks"),
        (r"[vwf]", "f"),
        (r"m(?=k)", "n"),
        (r"d", "t"),
        (r"b", "p"),
    ]
]


@lru_cache(maxsize=400_000)
def fold(part: str) -> str:
    """A romanised part with spelling habits removed: Jusjtsjenko and Yushchenko agree nearly."""
    for pattern, into in _FOLDS:
        part = pattern.sub(into, part)
    return part


@lru_cache(maxsize=400_000)
def skeleton(part: str, *, hard_j: bool = False) -> str:
    """Consonant classes of a romanised part; empty vowels, doubled letters and aspirates gone.

    `hard_j` reads j as in English *John*; otherwise it is the glide of Norwegian *Johan*.
    """
    text = part
    for pattern, into in _SKELETON:
        text = pattern.sub(into, text)
    text = text.replace("j", "S" if hard_j else "")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", text))


def split(field: str) -> tuple[str, ...]:
    """The romanised parts of a name field, particles dropped unless nothing else is there."""
    words = tuple(word for word in romanise(field).split() if word not in _PLACEHOLDERS)
    kept = tuple(word for word in words if word not in PARTICLES)
    return kept or words
