# SPDX-License-Identifier: EUPL-1.2
"""Names in scripts that part no words: found inside a line, not between its spaces.

Chinese signs are compared by how they are read too, which makes 陳 and 陈 one, and finds a name
that the case has in Latin letters alone.
"""

import re
from collections.abc import Iterable, Iterator

from anyascii import anyascii

from samvern.cases.printing.screening.scripts import HAN, HANGUL, MARKS, SOLID, bare_word, is_latin
from samvern.cases.printing.screening.spans import Span
from samvern.cases.printing.screening.spelling import initial, latin_word

_DOUBLE_WORDS = "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 东方 東方 皇甫 尉迟 公孙 남궁 황보 제갈"
DOUBLE = frozenset(_DOUBLE_WORDS.split())
"""Family names of two signs."""
CALLED = "(?=$|[^\uac00-\ud7af]|씨|님|선생|여사|양|군)"
MOST_SIGNS = 6


def split_full_name(name: str) -> list[str]:
    """Family name and given name of a Chinese or Korean name written as one."""
    if not (HAN.fullmatch(name) or HANGUL.fullmatch(name)) or not 2 <= len(name) <= 4:
        return [name]
    family = 2 if len(name) > 2 and (name[:2] in DOUBLE or len(name) == 4) else 1
    return [name[:family], name[family:]]


class UnspacedNameFinder:
    """The parts of names that are looked for inside a line."""

    def __init__(self, parts: Iterable[str]) -> None:
        own = {bare_word(part) for part in parts}
        solid = {part for part in own if SOLID.fullmatch(part)}
        self._pattern = _either(solid)
        self._read = {latin_word(part) for part in solid if HAN.fullmatch(part) and len(part) > 1}
        self._latin = {latin_word(part) for part in own if is_latin(part)}

    def find(self, text: str) -> Iterator[Span]:
        """Every part of a name, as written and as read."""
        if self._pattern:
            for found in self._pattern.finditer(text):
                yield _span(found.start(), found.end(), found[0])
        for run in HAN.finditer(text) if self._read or self._latin else ():
            yield from self._by_reading(run)

    def _by_reading(self, run: re.Match[str]) -> Iterator[Span]:
        read = [latin_word(sign) for sign in run[0]]
        for start in range(len(read)):
            for end in range(min(start + MOST_SIGNS, len(read)), start, -1):
                said = "".join(read[start:end])
                if said in self._latin or (end - start > 1 and said in self._read):
                    yield _span(run.start() + start, run.start() + end, run[0][start:end])
                    break


def _either(parts: set[str]) -> re.Pattern[str] | None:
    ways = [
        re.escape(part) + (CALLED if HANGUL.fullmatch(part) and len(part) == 1 else "")
        for part in sorted(parts, key=lambda part: (-len(part), part))
    ]
    return re.compile(f"(?:{'|'.join(ways)})(?![{MARKS}])") if ways else None


def _span(start: int, end: int, text: str) -> Span:
    letter = initial(text) or anyascii(text)[:1].upper()
    return Span(start, end, f"{letter}." if letter else "")
