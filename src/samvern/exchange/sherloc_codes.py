# SPDX-License-Identifier: EUPL-1.2
"""The words codings of judgments use for acts, means and purposes, and what each is here.

The phrases stand in `sherloc_codes.yaml`. An "or" of two is read as the wider: both are means under
ETS 197 art. 4 a.
"""

import re
from functools import cache
from pathlib import Path

import yaml

# Nothing is stated: an empty cell, or a word for one.
NOTHING = frozenset({
    "", "na", "n/a", "n.a", "nan", "none", "null", "nil", "-", "--", "–", "?", "unknown", "ukjent",
    "not stated", "not specified", "not available", "not applicable", "not known", "no information",
    "unspecified", "missing", "blank",
})  # fmt: skip

_SPELLING = {
    "labor": "labour", "labors": "labour", "labours": "labour", "harbor": "harbour",
    "harboring": "harbouring", "harbored": "harboured", "trafficing": "trafficking",
    "individuals": "persons", "people": "persons",
}  # fmt: skip
MINORS = {
    "yes": "yes", "y": "yes", "ja": "yes", "true": "yes", "1": "yes", "minors": "yes",
    "no": "no", "n": "no", "nei": "no", "false": "no", "0": "no", "adults only": "no",
}  # fmt: skip


def plain(code: str) -> str:
    """A code in small letters and British spelling; a stroke or "and" between two is "or"."""
    text = re.sub(r"\[[^\]]*\]|\s*\(\s*(?:s|es)\s*\)", "", code).casefold()
    text = re.sub(r"\s*[/&|+]\s*|\s+and\s+", " or ", text) if text not in NOTHING else text
    words = re.sub(r"[\s_\-–]+", " ", text.strip(" .*:'\"\r\t,")).split()
    return " ".join(_SPELLING.get(word, word) for word in words if word not in ("the", "any"))


def says_nothing(code: str) -> bool:
    """Is this a word for nothing being stated?"""
    return code.strip(" *\r\t\"'").casefold() in NOTHING or plain(code) in NOTHING


@cache
def _codes() -> dict[str, tuple[str, str]]:
    phrases: dict[str, dict[str, list[str]]] = yaml.safe_load(
        Path(__file__).with_name("sherloc_codes.yaml").read_text("utf-8")
    )
    return {
        plain(phrase): (fact, option)
        for fact, options in phrases.items()
        for option, known in options.items()
        for phrase in known
    }


def meaning(code: str) -> tuple[str, str] | None:
    """The fact and the option a code stands for; None for a code that is not known."""
    return _codes().get(plain(code))
