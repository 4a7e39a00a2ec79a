# SPDX-License-Identifier: EUPL-1.2
"""Names of nobody in twenty scripts and numbers in two hundred shapes, put together from short
lists: what screening must hide.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data/screening"
MOST = 30
"""Names put together for each entry of the list."""


@dataclass(frozen=True)
class Word:
    """A word of a name, with its usual Latin spellings, and those that screening does not know."""

    own: str
    latin: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Name:
    """A name put together, its given name before its family name."""

    script: str
    given: Word
    family: Word

    @property
    def whole(self) -> str:
        return f"{self.given.own} {self.family.own}"


def words() -> dict[str, tuple[list[Word], list[Word]]]:
    """Given names and family names of each script."""
    found: dict[str, tuple[list[Word], list[Word]]] = {}
    script = ""
    for line in (FOLDER / "names.txt").read_text().splitlines():
        if line.startswith("["):
            script = line.strip("[]")
            found[script] = ([], [])
        elif line.startswith(("given:", "family:")):
            kind, _, entries = line.partition(":")
            found[script][kind == "family"].extend(map(_word, entries.split(";")))
    return found


def _word(entry: str) -> Word:
    own, _, latin = entry.strip().partition("=")
    ways = [way for way in latin.split("|") if way]
    return Word(
        own,
        tuple(way for way in ways if not way.startswith("?")),
        tuple(way[1:] for way in ways if way.startswith("?")),
    )


def names() -> list[Name]:
    """Each script's given names with its family names."""
    return [
        Name(script, given, family)
        for script, (givens, families) in words().items()
        for given, family in list(product(givens, families))[:MOST]
    ]


def numbers() -> Iterator[tuple[str, str]]:
    """Each kind of number in each grouping and with each sign between the groups."""
    for line in (FOLDER / "numbers.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        kind, digits, groupings, signs = (part.strip() for part in line.split(";"))
        for grouping in groupings.split():
            for sign in signs.split() if "-" in grouping else ["none"]:
                yield kind, _grouped(digits, grouping, SIGNS[sign])


SIGNS = {
    "none": "", "space": " ", "nbsp": "\u00a0", "narrow": "\u202f", "hyphen": "-", "dash": "–",
    "dot": ".", "slash": "/", "two": "  ", "nbhyphen": "\u2011", "zero": "\u200b", "spaced": " - ",
}  # fmt: skip


def _grouped(digits: str, grouping: str, sign: str) -> str:
    at, groups = 0, []
    for length in map(int, grouping.split("-")):
        groups.append(digits[at : at + length])
        at += length
    assert at == len(digits), (digits, grouping)
    return sign.join(groups)
