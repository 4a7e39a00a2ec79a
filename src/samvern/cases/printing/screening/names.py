# SPDX-License-Identifier: EUPL-1.2
"""Finding the names a case knows in a text: any length, any script, any usual spelling.

A word that is a name and an ordinary word too (An, Le, Hope, Liv) is hidden when it begins with a
large letter, or stands beside another word of the name. Alone and in small letters it stays, and
is counted: hidden, «det kommer A. på» would tell which name it is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise
from pathlib import Path

from samvern.cases.printing.screening.romanised_surnames import LATIN, surnames_written_as
from samvern.cases.printing.screening.scripts import (
    HAN,
    HANGUL,
    KANA,
    SOLID,
    UNSEEN,
    WORD,
    bare_word,
    is_latin,
)
from samvern.cases.printing.screening.spans import Span
from samvern.cases.printing.screening.spelling import (
    consonant_key,
    initial,
    latin_word,
    readings,
    sound_key,
    word_forms,
)
from samvern.cases.printing.screening.transliteration import (
    Transliteration,
    latin_consonants,
    transliterate,
)
from samvern.cases.printing.screening.unspaced_names import UnspacedNameFinder, split_full_name

BETWEEN = re.compile(rf"[\s,.{UNSEEN}‐-―·-]{{1,4}}")
TOGETHER = re.compile(rf"[ \u00a0{UNSEEN}‐-―-]{{1,3}}")
HYPHENS = frozenset("-‐‑‒–")
LONGEST = 40
"""No word of a name is longer; what is, is not compared by ear."""
_PARTICLES_WORDS = "de del della da das dos van von der den al el ul bin ibn bint"
PARTICLES = frozenset(_PARTICLES_WORDS.split())


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    text = Path(__file__).with_name("ordinary.txt").read_text()
    common, named = text.split("# Names", 1)
    kept = [line for line in common.splitlines() if not line.startswith("#")]
    return frozenset(" ".join(kept).split()), frozenset(named.partition("\n")[2].split())


def _common() -> frozenset[str]:
    return _words()[0]


@cache
def _ordinary() -> frozenset[str]:
    return _words()[0] | _words()[1]


_ENDING = re.compile("(?<=[a-zæøå])(?:['’ʼ]?s|['’ʼ])$", re.IGNORECASE)


class WordMatch(Enum):
    """What a word of a text is."""

    NO = 0
    MAYBE = 1
    """Of a name, but an ordinary word too."""
    PARTICLE = 2
    NAME = 3


@dataclass(frozen=True)
class NameMatches:
    """Where the names are, and how many words were left that may be one."""

    spans: list[Span]
    doubtful: int


class NameFinder:
    """The names of a case, ready to be looked for."""

    def __init__(self, names: Iterable[str]) -> None:
        whole = [_parts(name) for name in names]
        parts = {
            part for each in whole for part in each if len(bare_word(part)) > 1 or SOLID.match(part)
        }
        joined = {"".join(each[low:high]) for each in whole for low, high in _stretches(len(each))}
        turned = {"".join(reversed(each)) for each in whole if len(each) > 1}
        every = parts | joined | turned
        self._forms = frozenset(form for part in every for form in _known_as(part))
        latin = [each for each in every if is_latin(bare_word(each))]
        self._near = frozenset(way for each in latin for way in _near(each))
        self._heard = [
            transliterate(each)
            for each in every
            if not is_latin(bare_word(each)) and not HAN.search(each)
        ]
        self._latin = frozenset(
            way for each in latin for way in latin_consonants(each) if len(way) > 1
        )
        every |= {own for each in latin for own in surnames_written_as(each)}
        self._starts = _starts(self._forms, self._heard)
        self._solid = UnspacedNameFinder(every)
        self._seen: dict[str, WordMatch] = {}
        self._pairs: dict[tuple[tuple[str, ...], bool], bool] = {}

    def find(self, text: str) -> NameMatches:
        """Every word of a name in a text in NFC."""
        words = list(WORD.finditer(text))
        kinds = [self._is(word[0]) for word in words]
        self._join(words, _gaps(text, words, TOGETHER), kinds)
        _settle(words, _gaps(text, words, BETWEEN), kinds)
        spans = [
            self._span(word)
            for word, kind in zip(words, kinds, strict=True)
            if kind is WordMatch.NAME
        ]
        return NameMatches([*spans, *self._solid.find(text)], kinds.count(WordMatch.MAYBE))

    def _is(self, word: str) -> WordMatch:
        if word not in self._seen:
            self._seen[word] = self._judge(word)
        return self._seen[word]

    def _judge(self, word: str) -> WordMatch:
        own = bare_word(word)
        if len(own) < 2 and not SOLID.match(own):
            return WordMatch.NO
        if readings(word) & self._forms:
            if word != word.lower() or not is_latin(own):
                return WordMatch.NAME
            if own in PARTICLES:
                return WordMatch.PARTICLE
            return WordMatch.MAYBE if _is_ordinary(own) else WordMatch.NAME
        if len(own) > LONGEST:
            return WordMatch.NO
        near = self._sounds_like(word, own) if is_latin(own) else self._heard_as(own)
        return WordMatch.NAME if near else WordMatch.NO

    def _sounds_like(self, word: str, own: str) -> bool:
        large = word != word.lower()
        if own in (_common() if large else _ordinary()):
            return False
        ways = {own, own.removesuffix("s")}
        if large and any(near in self._near for way in ways for near in _near(way)):
            return True
        least = 1 if large else 3
        return any(
            heard.consonants >= least and heard.may_be(form)
            for heard in self._heard
            for way in ways
            for form in latin_consonants(way)
        )

    def _heard_as(self, own: str) -> bool:
        if not self._latin or HAN.search(own):
            return False
        ends = range(1, min(len(own), 5) + 1) if HANGUL.match(own) else (len(own),)
        ways = {own[:end] for end in ends} | {way for way in readings(own) if not is_latin(way)}
        # Of «Оленою» the case leaves «олен»; Olena is the name.
        ways |= {way.replace("-", "а") for way in ways if way.endswith("-")}
        return any(self._may_be_known(transliterate(way)) for way in ways if len(way) > 1)

    def _may_be_known(self, heard: Transliteration) -> bool:
        return heard.consonants > 0 and any(heard.may_be(latin) for latin in self._latin)

    def _span(self, word: re.Match[str]) -> Span:
        """The whole word; a genitive keeps its ending: Marias is M.s."""
        text, letter = word[0], initial(word[0])
        ending = _ENDING.search(text)
        kept = ending[0] if ending and not word_forms(text) & self._forms else ""
        return Span(word.start(), word.end(), f"{letter}." if letter else "", kept)

    def _join(self, words: list[re.Match[str]], gaps: list[bool], kinds: list[WordMatch]) -> None:
        """Mei Ling for Meiling: two or three words that are one word of a name."""
        for at in range(len(gaps)):
            if not gaps[at] or not self._starts & {word[:1] for word in word_forms(words[at][0])}:
                continue
            for last in (at + 1, at + 2):
                if last > len(gaps) or not all(gaps[at:last]):
                    break
                hyphen = words[at].string[words[at].end()] in HYPHENS
                if self._known_joined(tuple(word[0] for word in words[at : last + 1]), hyphen):
                    kinds[at : last + 1] = [WordMatch.NAME] * (last - at + 1)

    def _known_joined(self, words: tuple[str, ...], hyphen: bool) -> bool:
        key = (words, hyphen)
        if key not in self._pairs:
            self._pairs[key] = self._is_joined(words, hyphen)
        return self._pairs[key]

    def _is_joined(self, words: tuple[str, ...], hyphen: bool) -> bool:
        joined = bare_word("".join(words))  # what follows «Maria’s» is not joined to Maria
        if not 3 < len(joined) < LONGEST:
            return False
        if readings(joined) & self._forms:
            return True
        large = (
            is_latin(joined)
            and words[0][0].isupper()
            and (
                hyphen
                or all(word[0].isupper() and bare_word(word) not in _common() for word in words)
            )
        )
        least = 1 if hyphen else 2
        return large and any(
            heard.consonants >= least and heard.may_be(latin_word(joined)) for heard in self._heard
        )


def _gaps(text: str, words: list[re.Match[str]], gap: re.Pattern[str]) -> list[bool]:
    return [gap.fullmatch(text, a.end(), b.start()) is not None for a, b in pairwise(words)]


def _parts(name: str) -> list[str]:
    words = WORD.findall(name)
    return split_full_name(words[0]) if len(words) == 1 else words


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    for low in range(length):
        for high in range(low + 2, length + 1):
            yield low, high


def _known_as(part: str) -> set[str]:
    own = bare_word(part)
    found = {form for way in (part, *LATIN.get(own, ())) for form in word_forms(way)}
    latin = "" if is_latin(own) else latin_word(part)
    # A short row of consonants, as Arabic leaves it, is many words.
    if HAN.search(own) or KANA.search(own) or (len(latin) > 3 and re.search("[aeiou]", latin)):
        found.add(latin)
    return found - {""}


def _starts(known: frozenset[str], heard: list[Transliteration]) -> frozenset[str]:
    """The letters a name may begin with, so that most words are passed by at once."""
    return frozenset({form[0] for form in known} | {way for each in heard for way in each.first})


def _near(word: str) -> set[str]:
    """How a Latin word sounds, and its consonants where they are many enough to tell."""
    heard, consonants = sound_key(word), consonant_key(word)
    return {way for way in (heard, f"{consonants}-") if len(way) > 2 + way.endswith("-")}


def _is_ordinary(own: str) -> bool:
    return own in _ordinary() or own.removesuffix("s") in _ordinary()


def _settle(words: list[re.Match[str]], gaps: list[bool], kinds: list[WordMatch]) -> None:
    """A word that may be one is one beside another; from the front and then from the back."""
    unsure = (WordMatch.MAYBE, WordMatch.PARTICLE)
    for order in (range(len(gaps)), range(len(gaps) - 1, -1, -1)):
        for at in order:
            pair = (kinds[at], kinds[at + 1])
            differ = words[at][0] != words[at + 1][0]
            if (
                gaps[at]
                and differ
                and (WordMatch.NAME in pair or pair == (WordMatch.MAYBE, WordMatch.MAYBE))
            ):
                for each in (at, at + 1):
                    kinds[each] = WordMatch.NAME if kinds[each] in unsure else kinds[each]
