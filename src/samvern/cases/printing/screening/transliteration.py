# SPDX-License-Identifier: EUPL-1.2
"""Whether a Latin word may be a word of another script written as it sounds.

Arabic and Hebrew leave vowels out, Indian scripts the commonest one, and each consonant has
several usual spellings: محمد is Mohammed, Muhammad and Mohamed. A word of another script becomes
a list of what may stand at each place, and a Latin word is walked along it once. No regular
expression is made of it, so no word can make the walk long.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from anyascii import anyascii

from samvern.cases.printing.screening.scripts import bare_word
from samvern.cases.printing.screening.spelling import DOUBLED_LETTERS, latin_word

_FULL = re.compile("[\u0370-\u052f\u0531-\u058f\u10a0-\u10ff\u1c90-\u1cbf\u1f00-\u1fff]")
"""Greek, Cyrillic, Armenian and Georgian write every vowel."""
_TWO_AS_ONE = (
    ("ου", "u"), ("ει", "i"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γκ", "g"), ("μπ", "b"),
    ("ντ", "nt"), ("χ", "kh"), ("υ", "i"), ("η", "i"), ("β", "v"), ("ու", "u"),
)  # fmt: skip
_GREEK_MARK = re.compile("(?<=[\u0370-\u03ff])[\u0300-\u036f]+")
_THAI_FRONT = re.compile("([\u0e40-\u0e44\u0ec0-\u0ec4])([\u0e01-\u0e2e\u0e81-\u0eae])")
_SILENT = re.compile("[\u0e01-\u0e2e]\u0e4c")

FREE = ("",)
"""Up to three vowels, or none."""
_VOWELS = frozenset("aeiouyjwhv")
_CONSONANTS = {
    "shch": ("shch", "sch", "stsj", "sj", "shtsh", "sh"),
    "sh": ("sh", "s", "sch", "sj", "skj", "ch", "sz", "x"),
    "zh": ("zh", "z", "j", "zj", "sh", "g", "dj"), "kh": ("kh", "k", "h", "ch", "x", "q", "c", "g"),
    "ch": ("ch", "c", "tch", "tj", "tsj", "kj", "tsch", "cz", "j", "sh", "t", "k"),
    "ts": ("ts", "tz", "c", "z", "s", "cz"), "dz": ("dz", "z", "ds"),
    "gh": ("gh", "g", "q", "r", "k"), "th": ("th", "t", "s", "d", "ht"),
    "dh": ("dh", "d", "z", "t"),
    "ph": ("ph", "p", "f", "b"), "bh": ("bh", "b", "p", "v"), "ng": ("ng", "n", "nk"),
    "jh": ("jh", "j", "dj"), "b": ("b", "p", "v", "w"), "c": ("c", "ch", "k", "s", "j"),
    "d": ("d", "t", "th", "dh"), "f": ("f", "ph", "v"),
    "g": ("g", "gh", "j", "y", "k", "q", "dj", "h"),
    "j": ("j", "dj", "g", "dsj", "y", "z", "ch", "c", ""), "k": ("k", "c", "q", "ck", "g", "kh"),
    "l": ("l", "n", "r", "hl"), "m": ("m", "n"), "n": ("n", "m", "ng"), "p": ("p", "b", "f", "ph"),
    "q": ("q", "k", "g", "gh", "c", "kh"), "r": ("r", "l", "n", "rh"),
    "s": ("s", "c", "ss", "z", "t", "th", "sh", "x"),
    "t": ("t", "th", "d", "s"), "v": ("v", "w", "f", "b", "u"), "w": ("w", "v", "u", "o", "ou"),
    "x": ("x", "ks", "kh", "h"), "z": ("z", "s", "dh", "d", "th", "ts", "j"),
}  # fmt: skip
_FULL_VOWELS = {
    "a": ("a", "ah", "ha"), "e": ("e", "ie", "ye", "je", "i", "yo", "jo"),
    "i": ("i", "ei", "y", "e", "ie", "j", "iy", "ij", "yi", "yj"),
    "o": ("o", "u", "ou", "yo", "jo"),
    "u": ("u", "o", "ou", "v", "w", "iu", "ju"), "y": ("", "y", "i", "j", "u", "ij", "iy"),
    "h": ("", "h", "ch", "kh"),
}  # fmt: skip
_SILENT_FIRST = tuple("اآأإئאע")
_FIRST_VOWEL = ("a", "e", "i", "o", "u", "y", "ha", "he", "ya", "ye")
_HALF_VOWELS = {
    "h": ("", "h", "ch", "kh", "x"), "w": ("", "w", "v", "u", "o", "ou", "f", "b"),
    "v": ("", "v", "w", "u", "o", "f", "b"), "y": ("", "y", "j", "i", "e", "n"),
}  # fmt: skip
_PIECE = re.compile("shch|sh|zh|kh|ch|ts|dz|gh|th|dh|ph|bh|ng|jh|[a-z]")


@dataclass(frozen=True)
class Transliteration:
    """What may stand at each place, and how many consonants there are."""

    places: tuple[tuple[str, ...], ...]
    consonants: int

    @cached_property
    def first(self) -> frozenset[str]:
        """The letters it may begin with."""
        found: set[str] = set()
        for place in self.places:
            found |= {way[0] for way in place if way} | (set(_VOWELS) if place is FREE else set())
            if "" not in place:
                break
        return frozenset(found)

    def may_be(self, latin: str) -> bool:
        """Whether a plain Latin word, without doubled letters, is a way to write it."""
        if latin[:1] not in self.first:
            return False
        at = {0}
        for place in self.places:
            at = _free(latin, at) if place is FREE else _next(latin, at, place)
            if not at:
                return False
        return len(latin) in at


@lru_cache(maxsize=100_000)
def latin_consonants(word: str) -> tuple[str, ...]:
    """A Latin word in a-z, and without doubled letters; x is two sounds."""
    ways = latin_word(word), latin_word(word).replace("x", "ks")
    return tuple({*ways, *(DOUBLED_LETTERS.sub(r"\1", way) for way in ways)})


@lru_cache(maxsize=50_000)
def transliterate(word: str) -> Transliteration:
    """What a word that is not in Latin letters may be written as."""
    own = bare_word(word)
    if _FULL.search(own):
        return _full(own)
    text = _THAI_FRONT.sub(r"\2\1", _SILENT.sub("", own))
    return _open(unicodedata.normalize("NFC", text))


def _full(own: str) -> Transliteration:
    folded = unicodedata.normalize("NFC", _GREEK_MARK.sub("", unicodedata.normalize("NFD", own)))
    for written, heard in _TWO_AS_ONE:
        folded = folded.replace(written, heard)
    pieces = _pieces(folded)
    places = [_FULL_VOWELS.get(each) or _CONSONANTS.get(each, (each,)) for each in pieces]
    return Transliteration(tuple(places), sum(each not in _FULL_VOWELS for each in pieces))


def _pieces(text: str) -> list[str]:
    return [piece for sign in text for piece in _PIECE.findall(anyascii(sign).lower())]


def _open(text: str) -> Transliteration:
    first = "a" if text[:1] in _SILENT_FIRST or anyascii(text)[:1] in ("'", "`") else ""
    text = text.replace("\u0e4d\u0e32", "\u0e21").replace(
        "\u0ecd\u0eb2", "\u0ea1"
    )  # am, in Thai and Lao
    places: list[tuple[str, ...]] = []
    consonants = 0
    for number, each in enumerate(_pieces(first + text)):
        if number == 0 and each in "aeiou":
            places.append(_FIRST_VOWEL)
        elif each in _HALF_VOWELS:
            places.append(_HALF_VOWELS[each])
        elif each not in _VOWELS or each == "j":
            places.append(_CONSONANTS[each])
            consonants += 1
        places.append(FREE)
    return Transliteration(tuple(places), consonants)


def _next(latin: str, at: set[int], place: tuple[str, ...]) -> set[int]:
    return {here + len(each) for here in at for each in place if latin.startswith(each, here)}


def _free(latin: str, at: set[int]) -> set[int]:
    found = set(at)
    for here in at:
        for there in range(here, min(here + 3, len(latin))):
            if latin[there] not in _VOWELS:
                break
            found.add(there + 1)
    return found
