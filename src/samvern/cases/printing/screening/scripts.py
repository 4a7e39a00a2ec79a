# SPDX-License-Identifier: EUPL-1.2
"""Words with all their marks, in every script: letters alone cut a name at its first vowel sign."""

import re
import sys
import unicodedata
from collections.abc import Callable
from functools import cache


def _ranges(wanted: Callable[[str], bool]) -> str:
    """The signs that are wanted, as the inside of a class of a regular expression."""
    found: list[list[int]] = []
    for code in range(min(sys.maxunicode, 0x323AF) + 1):
        if not wanted(unicodedata.category(chr(code))):
            continue
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return "".join(rf"\U{low:08x}-\U{high:08x}" for low, high in found)


MARKS = _ranges(lambda category: category[0] == "M")
LETTERS = _ranges(lambda category: category[0] in "LM")
UNSEEN = _ranges(lambda category: category == "Cf")
"""Signs without a shape: joiners, directions, soft hyphens. They part no word and no number."""

_GENITIVE = f"(?<=[^\\x00-\u036f\u1e00-\u1eff\u2000-\u206f])['’ʼ]?[sS](?![{LETTERS}])"
"""The s of our own languages behind a name of another script: Коваленкоs mor."""
WORD = re.compile(f"[{LETTERS}](?:(?!{_GENITIVE})[{LETTERS}{UNSEEN}'’ʼ])*")
UNSEEN_SIGN = re.compile(f"[{UNSEEN}]")
SOLID = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af]+"
)
"""Scripts that part no words (Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese), and Korean,
where particles stick to the name."""
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
KANA = re.compile("[\u3040-\u30ff]+")
HANGUL = re.compile("[\uac00-\ud7af]+")
LATIN = re.compile("[a-z\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f'’ʼ]+", re.IGNORECASE)


@cache
def is_latin(word: str) -> bool:
    """Whether a word is written in Latin letters alone."""
    return LATIN.fullmatch(word) is not None


def bare_word(word: str) -> str:
    """A word without case, unseen signs, apostrophes and forms that only look different."""
    text = unicodedata.normalize("NFKC", UNSEEN_SIGN.sub("", word)).casefold()
    return unicodedata.normalize("NFC", re.sub("['’ʼ`´]", "", text))
