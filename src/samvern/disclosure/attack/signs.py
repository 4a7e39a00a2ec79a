# SPDX-License-Identifier: EUPL-1.2
"""What a sign in place of a number stands for, by an explicit table.

Two houses may mean opposite things by one sign: `.` cannot occur in Statistics Norway's tables and
is secret in those of the German offices. Such a sign is asked about, never guessed.
Sources: Statistics Norway, standardtegn i tabeller; DIN 55301 and statistik-portal.de,
Zeichenerklärung; Swiss Federal Statistical Office, Symbols used; UK Government Statistical Service,
symbols in tables ([c], [x], [z], [low]).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from samvern.disclosure.attack.puzzle import OPEN
from samvern.disclosure.attack.values import Interval, hidden_range, read_number, top_of
from samvern.disclosure.errors import TableError

Meaning = Literal["zero", "impossible", "hidden", "low", "missing"]
MEANINGS: tuple[Meaning, ...] = ("zero", "impossible", "hidden", "low", "missing")

COMMON: dict[str, Meaning] = {
    "": "missing", "..": "missing", "...": "missing", "…": "missing", "na": "missing",
    "n/a": "missing", "[x]": "missing", ":": "hidden", "*": "hidden", "x": "hidden",
    "c": "hidden", "s": "hidden", "hidden": "hidden", "[c]": "hidden", "[z]": "impossible",
    "[low]": "low",
}  # fmt: skip
"""Read alike everywhere, or so that nothing follows from a wrong reading."""
HOUSES: dict[str, dict[str, Meaning]] = {
    "ssb": {"-": "zero", "–": "zero", ".": "impossible"},
    "german": {"-": "zero", "–": "zero", ".": "hidden", "/": "hidden", "x": "impossible"},
    "swiss": {"-": "zero", "–": "zero", "*": "impossible"},
    "gss": {},
}
ASKED = {
    "-": "'-' is zero in the tables of Statistics Norway and of the German and Swiss offices, and "
         "a number held back in others",
    ".": "'.' cannot occur in the tables of Statistics Norway, and is a number held back in those "
         "of the German offices",
}  # fmt: skip
ASKED["–"] = ASKED["-"].replace("'-'", "'–'")


@dataclass
class Signs:
    """The table in use, what bare hiding signs stand for, and how often each sign was met."""

    table: Mapping[str, Meaning]
    span: Interval = (0.0, OPEN)
    met: Counter[tuple[str, str]] = field(default_factory=Counter)
    withheld: set[tuple[str, ...]] = field(default_factory=set)

    def knows(self, text: str) -> bool:
        """Could this text stand in a cell: a number, a range, a sign known or asked about?"""
        text = text.strip().lower()
        return text in self.table or text in ASKED or read_number(text) is not None

    def read(self, text: str, where: str) -> Interval:
        """The interval a printed text leaves. Raises TableError, naming the cell, for a text that
        is none, and for a sign that two houses read differently."""
        text = text.strip().lower()
        if text in self.table:
            meaning = self.table[text]
            self.met[text, meaning] += 1
            return self._interval(meaning)
        found = read_number(text)
        if found is not None:
            if found[0] < found[1]:
                self.met[text, "range"] += 1
            return found
        if text in ASKED:
            raise TableError(
                f"{where}: {ASKED[text]}. Say whose signs they are with --signs "
                f"{'|'.join(HOUSES)}, or --sign '{text}=zero' or '{text}=hidden'."
            )
        raise TableError(
            f"{where}: '{text[:40]}' is neither a count nor a hidden count (<5, 1-4, :) nor a sign "
            "we know. Say what it is with --sign 'SIGN=hidden' (zero, impossible, low, missing)."
        )

    def withholds(self, text: str) -> bool:
        """Does this text hold a count back, so that somebody is there?"""
        text = text.strip().lower()
        found = read_number(text)
        return self.table.get(text) == "hidden" or (found is not None and found[0] < found[1])

    def _interval(self, meaning: Meaning) -> Interval:
        if meaning in ("zero", "impossible"):
            return 0.0, 0.0
        if meaning == "missing":
            return 0.0, OPEN
        return (max(1.0, self.span[0]), self.span[1]) if meaning == "low" else self.span

    def described(self) -> list[dict[str, Any]]:
        """The signs that were met, what each was read as, and in how many cells."""
        out = []
        for (sign, meaning), cells in sorted(self.met.items()):
            low, high = (
                read_number(sign) or (0.0, 0.0) if meaning == "range"
                else self._interval(cast(Meaning, meaning))
            )  # fmt: skip
            out.append({"sign": sign, "reading": meaning, "low": int(low), "high": top_of(high),
                        "cells": cells})  # fmt: skip
        return out


def signs_of(house: str | None, said: Sequence[str] = (), hidden: str | None = None) -> Signs:
    """The table of one house, of what the user says (`SIGN=MEANING`), and of the common signs."""
    table = {**COMMON, **HOUSES[house or "gss"]}
    for text in said:
        sign, equals, meaning = text.rpartition("=")
        if not equals or meaning not in MEANINGS:
            raise TableError(f"'{text[:40]}': write it as SIGN={'|'.join(MEANINGS)}.")
        table[sign.strip().lower()] = meaning
    return Signs(table, hidden_range(hidden))
