# SPDX-License-Identifier: EUPL-1.2
"""One file's values turned into codes, and every value that could not be, remembered by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from samvern.linkage.coding import places
from samvern.linkage.coding.country import country
from samvern.linkage.coding.dates import UNKNOWN, BirthDate, is_serial, parse_birth
from samvern.linkage.coding.numbers import birth_of, canonical
from samvern.linkage.coding.scripts import romanise
from samvern.linkage.coding.sex import sex
from samvern.linkage.errors import LinkageError

_SHOWN = 5


class Coder:
    """Reads coded fields.

    Attributes:
        file: its name, for refusals.
        codes: field -> text -> code, as they were read so far.
        serials: birth dates that were a spreadsheet's day numbers.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.codes: dict[str, dict[str, str]] = {}
        self.serials = 0
        self._refused: dict[tuple[str, str], tuple[int, str]] = {}

    def check(self) -> None:
        """Raises LinkageError: names what could not be read: the first with its line and why."""
        if not self._refused:
            return
        ((field, text), (line, why)), *more = self._refused.items()
        also = ", ".join(f"{other!r} ({name})" for name, other in list(self._refused)[1:_SHOWN])
        rest = f"; nor can {len(more):,} more: {also}" if more else ""
        raise LinkageError(
            f"{self.file}: line {line}: field {field}: {text!r} cannot be read; {why}{rest}"
        )

    def sex(self, line: int, texts: Sequence[str]) -> str:
        """As `coding.sex`."""
        return self._read("sex", line, sex, " ".join(texts)) if texts else ""

    def nationalities(self, line: int, texts: Sequence[str]) -> tuple[str, ...]:
        """Codes of every country named; several may stand in one cell."""
        found: list[str] = []
        for text in texts:
            found += self._countries(line, text)
        return tuple(dict.fromkeys(filter(None, found)))

    def numbers(self, line: int, texts: Sequence[str]) -> Iterator[str]:
        """Canonical numbers, each once."""
        found = [self._read("number", line, canonical, text, keep=False) for text in texts]
        yield from dict.fromkeys(filter(None, found))

    def birth(self, line: int, texts: Sequence[str], numbers: Sequence[str]) -> BirthDate:
        """The most exact of the dates given; from the person's number when there is no day."""
        dates = [self._birth(line, text) for text in texts]
        dates += [birth_of(number) for number in numbers]
        return max(dates, key=lambda date: sum(part is not None for part in date), default=UNKNOWN)

    def place(self, field: str, texts: Sequence[str]) -> str:
        """An address, telephone or case number as it is compared."""
        return places.BY_FIELD.get(field, romanise)(" ".join(texts))

    def _birth(self, line: int, text: str) -> BirthDate:
        self.serials += is_serial(text)
        try:
            return parse_birth(text)
        except ValueError as error:
            self._refused.setdefault(("birth", text), (line, str(error)))
            return UNKNOWN

    def _countries(self, line: int, text: str) -> list[str]:
        for parts in ([text], re.split(r"[;|/,]", text)):
            try:
                found = [country(part) for part in parts if part.strip()]
            except ValueError:
                continue
            self.codes.setdefault("nationality", {})[text] = "+".join(found) or "not known"
            return found
        wanted = [part.strip() for part in re.split(r"[;|/]", text) if part.strip()]
        return [self._read("nationality", line, country, part) for part in wanted]

    def _read(
        self, field: str, line: int, read: Callable[[str], str], text: str, *, keep: bool = True
    ) -> str:
        try:
            code = read(text)
        except ValueError as error:
            self._refused.setdefault((field, text), (line, str(error)))
            return ""
        if keep:
            self.codes.setdefault(field, {})[text] = code or "not known"
        return code
