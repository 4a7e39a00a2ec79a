# SPDX-License-Identifier: EUPL-1.2
"""Countries as registers write them: names in bokmål, nynorsk and English, and ISO 3166.

Three-figure numbers are read as ISO 3166, with a leading zero that a spreadsheet took put back.
Norway's own numbers for countries (SSB) are another code and clash with ISO's; they must be
turned into one of the others first.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from samvern.linkage.coding.scripts import romanise

_WORDS_FOR_UNKNOWN = (
    "ukjent|ukjend|unknown|uoppgitt|ikke oppgitt|ikkje oppgitt|not known|n a|nan|none"
)
_UNKNOWN = frozenset([*_WORDS_FOR_UNKNOWN.split("|"), "null", "xxx", "zz", "zzz", "999"])


@lru_cache(maxsize=20_000)
def country(text: str) -> str:
    """The two letters of ISO 3166-1 ("XX" for nobody's citizen), or the name of a `former` state.

    Empty when the register says that it does not know.

    Raises:
        ValueError: nothing this table knows, or a word two countries share.
    """
    word = romanise(text.strip().removesuffix(".0").replace("&", " and "))
    word = word.zfill(3) if word.isdigit() else word
    if not word or word in _UNKNOWN:
        return ""
    if word in _table()["asked"]:
        raise ValueError(f"it may be {_table()['asked'][word]}; write which")
    without = romanise(re.sub(r"\(.*?\)", "", text)).removeprefix("the ")
    known: str | None = _words().get(word) or _words().get(without)
    if known is None:
        raise ValueError("write the country's name, or its code of ISO 3166 (NG, NGA or 566)")
    return known


@cache
def former() -> dict[str, frozenset[str]]:
    """States that became several -> the countries whose papers their people may hold today."""
    return {code: frozenset(state["became"].split()) for code, state in _table()["former"].items()}


@cache
def once_part_of() -> dict[str, tuple[str, ...]]:
    """Country, or former state -> the former states it was part of (a state is its own part)."""
    found: dict[str, tuple[str, ...]] = {code: (code,) for code in former()}
    for code, parts in former().items():
        for part in sorted(parts):
            found[part] = (*found.get(part, ()), code)
    return found


@cache
def _words() -> dict[str, str]:
    table = _table()
    words: dict[str, str] = {}
    for code, line in (table["now"] | table["nobody"]).items():
        codes, *names = line.split("|")
        _add(words, code, [code, *codes.split(), *names])
    for code, line in table["renamed"].items():
        codes, *names = line.split("|")
        _add(words, code, [*codes.split(), *names])
    for code, state in table["former"].items():
        _add(words, code, [code, *str(state["codes"]).split(), *state["names"].split("|")])
    return words


def _add(words: dict[str, str], code: str, spelt: list[str]) -> None:
    for text in spelt:
        words[romanise(text)] = code


@cache
def _table() -> dict[str, dict[str, Any]]:
    text = files("samvern.linkage.coding").joinpath("countries.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return found
