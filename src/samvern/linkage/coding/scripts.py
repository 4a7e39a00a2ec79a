# SPDX-License-Identifier: EUPL-1.2
"""From any script to plain Latin letters, so that spellings can be compared at all.

`anyascii` knows every script; it does not know that Arabic and Hebrew leave vowels out, that
a Thai vowel is written before the consonant it follows, or that Chinese has no spaces.
Those four habits are mended here, before and after.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_THAI_LEADING_VOWEL = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
_THAI_SILENT = re.compile("[\u0e01-\u0e2e]\u0e4c")
_THAI_HIGH_H = re.compile("\u0e2b(?=[\u0e07\u0e0d\u0e19\u0e1a\u0e21\u0e22\u0e23\u0e25\u0e27])")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_HEBREW = re.compile("[\u0590-\u05ff]")
_HAN = re.compile("[\u3400-\u9fff\uac00-\ud7af]")
_TATWEEL_AND_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")

# Letters whose usual Latin spelling is not the one `anyascii` chooses.
_LETTERS = {
    "ø": "o", "å": "a", "æ": "ae", "ä": "a", "ö": "o", "ü": "u", "đ": "d", "ð": "d",
    "þ": "th", "ß": "ss", "ə": "a", "ı": "i", "ş": "sh", "ș": "sh", "ç": "ch", "ć": "ch",
    "č": "ch", "š": "sh", "ž": "zh", "ț": "ts", "ţ": "ts", "ğ": "g", "ł": "l", "ń": "n",
    "ñ": "n", "ў": "u", "є": "ye", "ї": "yi", "і": "i", "щ": "shch", "х": "kh", "ё": "e",
    "ъ": "", "ь": "", "ђ": "dj", "ћ": "ch", "џ": "dj", "љ": "lj", "њ": "nj", "ц": "ts",
    "ж": "zh", "й": "i", "ы": "y", "ј": "j", "ة": "a", "ى": "a", "ئ": "", "ؤ": "", "ء": "",
    "ع": "", "چ": "ch", "گ": "g", "پ": "p", "ژ": "zh", "ਂ": "n", "ं": "n", "ং": "n",
}  # fmt: skip
_LETTER_TABLE = str.maketrans(_LETTERS)


@lru_cache(maxsize=200_000)
def romanise(text: str) -> str:
    """`text` in lower-case a-z, digits and single spaces; empty when nothing is legible.

    NFKC first (full-width and presentation forms), then the script's own habits, then
    letter by letter.
    """
    prepared = _prepare(unicodedata.normalize("NFKC", text).casefold())
    latin = anyascii(prepared.translate(_LETTER_TABLE))
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['`´’-]", "", latin.lower())).strip()


def _prepare(text: str) -> str:
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    text = _THAI_SILENT.sub("", text)
    text = _THAI_HIGH_H.sub("", text)
    text = _THAI_LEADING_VOWEL.sub(r"\2\1", text)
    if _ARABIC.search(text):
        text = _arabic(text)
    if _HEBREW.search(text):
        text = re.sub("(?<=\\S)\u05d5", "o", text)
    return _HAN.sub(lambda han: anyascii(han.group()).lower(), text)


def _arabic(text: str) -> str:
    """Waw and ya inside a word are mostly vowels; the article sticks to its word."""
    text = _TATWEEL_AND_MARKS.sub("", text)
    text = re.sub("(?<=\\S)\u0648", "u", text)
    text = re.sub("(?<=\\S)[\u064a\u06cc]", "i", text)
    text = re.sub("\u0632(?=\u0647)", "\u0632a", text)  # z and h are two sounds here
    return re.sub("\\b\u0627\u0644", "al", text)
