# SPDX-License-Identifier: EUPL-1.2
"""Where a provision stands is said in the reader's language."""

import re

import pytest

from samvern.law import load_pack
from samvern.law.citations import localized_place

BOOKS = [load_pack(name).ruleset for name in ("norway", "convention")]
CITED = sorted(
    {
        s.at
        for ruleset in BOOKS
        for r in ruleset.rules.values()
        for v in r.versions
        for s in v.sources
    }
    | {source.at for ruleset in BOOKS for change in ruleset.changes for source in change.sources}
)
WORD = re.compile(r"[^\W\d_]{3,}")


@pytest.mark.parametrize(
    ("at", "nn", "en"),
    [
        (
            "§ 257 første ledd bokstav a",
            "§ 257 første ledd bokstav a",
            "§ 257 first paragraph letter a",
        ),
        (
            "§ 44 første og andre ledd",
            "§ 44 første og andre ledd",
            "§ 44 first and second paragraphs",
        ),
        (
            "§ 32 første ledd bokstav b og fjerde ledd",
            "§ 32 første ledd bokstav b og fjerde ledd",
            "§ 32 first paragraph letter b and fourth paragraph",
        ),
        (
            "§§ 17, 78 og 80 bokstav c, e og h",
            "§§ 17, 78 og 80 bokstav c, e og h",
            "§§ 17, 78 and 80 letters c, e and h",
        ),
        (
            "§ 90 slik den lød før 2. juni 2025",
            "§ 90 slik han lydde før 2. juni 2025",
            "§ 90 as worded before 2 June 2025",
        ),
        ("art. 13(1) and (3)", "art. 13(1) og (3)", "art. 13(1) and (3)"),
        ("hele loven", "heile lova", "the Act as a whole"),
    ],
)
def test_a_place_in_each_language(at: str, nn: str, en: str) -> None:
    assert (localized_place(at, "nn"), localized_place(at, "en")) == (nn, en)


def test_no_citation_in_english_keeps_a_norwegian_word() -> None:
    kept = {
        w for at in CITED for w in WORD.findall(at) if w in WORD.findall(localized_place(at, "en"))
    }
    assert kept == {"and", "art", "Dublin", "III", "ROSA"}


def test_no_citation_in_norwegian_has_english_words() -> None:
    assert [
        at for at in CITED for lang in ("nb", "nn") if " and " in localized_place(at, lang)
    ] == []
