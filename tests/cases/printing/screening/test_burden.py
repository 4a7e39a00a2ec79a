# SPDX-License-Identifier: EUPL-1.2
"""Screening takes time in proportion to the text, whatever the text, and hides little else."""

import re
from pathlib import Path
from time import process_time

import polib
import pytest

import samvern
from samvern.cases.printing.screening import OpenedClaim, Screen
from support.named import names

KNOWN = [OpenedClaim("p", "name", name.whole) for name in names()[::40]]
HARD = {
    "digits": "1", "digits apart": "1 ", "one letter": "a", "large letters": "A ", "dots": ".",
    "at": "@", "mail": "a.", "dashes": "1---- ", "Han": "王", "Cyrillic": "Зоя ", "lines": "12\n",
    "streets": "Aa gate ", "short names": "An Vo ", "apostrophes": "a’",
}  # fmt: skip


def took(text: str) -> float:
    screen = Screen(
        [
            *KNOWN,
            OpenedClaim("p", "contact", "41234567"),
            OpenedClaim("p", "birth_date", "1990-02-01"),
        ]
    )
    start = process_time()
    screen(text)
    return process_time() - start


@pytest.mark.parametrize("kind", sorted(HARD))
def test_four_times_the_text_takes_about_four_times_as_long(kind: str) -> None:
    took(HARD[kind] * 10)
    short, long = took((HARD[kind] * 20_000)[:20_000]), took((HARD[kind] * 80_000)[:80_000])
    assert long < 8 * short + 0.1


@pytest.mark.long
def test_a_million_signs_are_screened() -> None:
    text = (_own_texts() * 9)[:1_000_000]
    assert took(text) < 60


def _own_texts() -> str:
    """The house's own words, in three languages: about no person at all. The code's are English."""
    found = []
    folder = Path(samvern.__file__).parent
    for file in sorted(folder.rglob("n[bn]/LC_MESSAGES/django.po")):
        own = file.parents[2] == folder / "locale"
        for entry in polib.pofile(str(file)):
            said = entry.msgid if own and file.parents[1].name == "nb" else entry.msgstr
            found.append(re.sub(r"%\(\w+\)\w|<[^>]+>", "X", said or entry.msgid))
    return "\n".join(found)


@pytest.mark.parametrize(("script", "most"), [("Latin", 60), ("Arabic", 60), ("Devanagari", 60)])
def test_of_ordinary_text_little_is_hidden(script: str, most: int) -> None:
    text = _own_texts()[:120_000]
    known = [name.whole for name in names() if name.script.startswith(script)][::9]
    screen = Screen([OpenedClaim("p", "name", each) for each in known])
    screen(text)
    assert screen.hidden <= most
