# SPDX-License-Identifier: EUPL-1.2
"""One word of a name in the forms that are compared: as written, folded, in Latin letters."""

import re
import unicodedata
from functools import lru_cache
from itertools import islice

from anyascii import anyascii

from samvern.cases.printing.screening.scripts import KANA, bare_word, is_latin
from samvern.identity.claims.normalisation import normalise_name

MOST_APOSTROPHES = 3
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_HEBREW = re.compile("[\u0590-\u05ff]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_UNWRITTEN = re.compile("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_ONE_LETTER = str.maketrans(
    {**dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("ىیېئ", "ي"), "ک": "ك", "ؤ": "و"}
    | dict.fromkeys("ةہھەۀ", "ه") | {"ء": None}
)  # fmt: skip
_ARABIC_FRONT = re.compile("^(?:[وفبلك]?ال|لل|[وفبلك])")
_HEBREW_FRONT = re.compile("^[והבלמשכ]{1,2}")
_CASES_WORDS = "а я о е ё у ю и ы і ь й ой ей ою ею ом ем ам ям ах ях ым им ую юю ого ему ому ими"
_CASES = frozenset(_CASES_WORDS.split())
"""Endings of Russian and Ukrainian cases."""
_DIGRAPHS = (("ck", "k"), ("qu", "k"), ("ph", "f"), ("ou", "u"), ("ee", "i"), ("oo", "u"),
             ("kh", "k"), ("tsj", "s"), ("sch", "s"), ("ch", "k"), ("sh", "s"), ("zh", "s"),
    ("zj", "s"), ("sj", "s"), ("z", "s"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("bh", "b"),
    ("x", "ks"))  # fmt: skip
_SOUNDS = str.maketrans({"c": "k", "q": "k", "w": "v", "y": "i", "j": "i", "o": "u"})
DOUBLED_LETTERS = re.compile(r"(.)\1+")


@lru_cache(maxsize=100_000)
def word_forms(word: str) -> frozenset[str]:
    """Every form by which two spellings of one word are the same.

    As it is written in its own script, without vowel points and variants of a letter; in plain
    a-z; and, for Cyrillic, without the ending of a case.
    """
    own = bare_word(word)
    found = {own}
    if _ARABIC.search(own):
        found.add(_UNWRITTEN.sub("", own).translate(_ONE_LETTER))
    elif _HEBREW.search(own):
        found.add(_UNWRITTEN.sub("", unicodedata.normalize("NFD", own)))
    elif is_latin(own) or KANA.search(own):
        found.add(latin_word(own))
    elif _CYRILLIC.search(own) and len(own) > 2:
        found |= {
            f"{own[:-end]}-" for end in (1, 2, 3) if own[-end:] in _CASES and len(own) > end + 1
        }
    return frozenset(found - {""})


@lru_cache(maxsize=100_000)
def readings(word: str) -> frozenset[str]:
    """The forms of a word met in a text: also without what is joined to its front or end."""
    found = set(word_forms(word))
    for apostrophe in islice(re.finditer("['’ʼ]", word), MOST_APOSTROPHES):
        found |= word_forms(word[: apostrophe.start()])
        if apostrophe.start() <= 2:  # d’Amina
            found |= word_forms(word[apostrophe.end() :])
    own = bare_word(word)
    if is_latin(own) and own.endswith("s") and len(own) > 2:
        found |= word_forms(own[:-1])
    for front in (_ARABIC_FRONT, _HEBREW_FRONT):
        for each in list(found):
            found.add(front.sub("", each))
    return frozenset(found - {""})


@lru_cache(maxsize=100_000)
def latin_word(word: str) -> str:
    """A word in a-z, as names are looked up."""
    return normalise_name(word).replace(" ", "")


@lru_cache(maxsize=100_000)
def sound_key(word: str) -> str:
    """A Latin word with the spellings of one sound made one: Zoja is Zoya, Mohamed Mohammed."""
    text = latin_word(word)
    for written, heard in _DIGRAPHS:
        text = text.replace(written, heard)
    return DOUBLED_LETTERS.sub(r"\1", text.translate(_SOUNDS)).rstrip("h")


@lru_cache(maxsize=100_000)
def consonant_key(word: str) -> str:
    """The first letter and the consonants: what Fatima, Fatma and Fatemah have alike."""
    heard = sound_key(word.lower().replace("w", "u"))
    return heard[:1] + re.sub("[aeiouhy]", "", heard[1:])


def initial(word: str) -> str:
    """The first letter, Latin where the script is another: the first sign of a Chinese name is
    the whole family name. Empty when there is none, or when it would be all of the name.
    """
    own = bare_word(word)
    if is_latin(own):
        return own[0].upper() if len(own) > 1 else ""
    # An ain or an alef at the front is heard as a vowel.
    latin = re.sub("^['`]+", "a", anyascii(own))
    return next((sign.upper() for sign in latin if sign.isalpha()), "")
