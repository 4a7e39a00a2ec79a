# SPDX-License-Identifier: EUPL-1.2
"""What the pages say in bokmål, nynorsk and English: one form of each word, and its own signs.

The packs have a test of their own (tests/packs/test_language.py). What is forbidden here was found
in the translations once.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

LOCALES = sorted((Path(__file__).parents[2] / "src").rglob("LC_MESSAGES/*.po"))
NYNORSK = (
    "lat vedkjem korkje galdt samstundes blei gje gjeven viss svarer svarte svart usamd samd også "
    "ikke noe noen hva hvem hvor hvordan hvis selv jeg dere myndigheit nødtilgang formål trugsmål "
    "førespurnader løn vegvisaren"
)
BOKMAL = "ikkje noko nokon korleis kva kven frå vere kome teieplikt rettar lista framtida frem"
FORBIDDEN = {
    "nn": rf"(?i)\b(?:{'|'.join(NYNORSK.split())})\b",
    "nb": rf"(?i)\b(?:{'|'.join(BOKMAL.split())})\b|rører ved|sier seg å|veiviser|vennligst",
    "en": r"\d\. [A-Z][a-z]+ \d{4}|\btouch(?:es|ed)\b|\bwhat holds\b|possible victim",
}
SIGNS = {"nn": r"\w'\w|  | [,;:.] ", "nb": r"\w'\w|  | [,;:.] ", "en": r"[«»]|  "}
CODE = re.compile(r"<[^>]*>|\{[^}]*\}|%\(\w+\)[sd]|^[a-z-]+/.*$")


def _texts(path: Path) -> Iterator[str]:
    """Every translation in a catalogue but its head."""
    for entry in path.read_text().split("\n\n")[1:]:
        for one in re.split(r"\nmsgstr(?:\[\d\])? ", entry)[1:]:
            parts = (ast.literal_eval(line) for line in one.split("\n") if line.startswith('"'))
            yield CODE.sub("x", "".join(parts))


TEXTS = [(path.parts[-3], text) for path in LOCALES for text in _texts(path) if text]


def test_every_catalogue_is_read() -> None:
    assert {lang for lang, _ in TEXTS} == {"nb", "nn", "en"}
    assert len(TEXTS) > 4000


@pytest.mark.parametrize("lang", sorted(FORBIDDEN))
def test_one_form_of_each_word(lang: str) -> None:
    words = re.compile(FORBIDDEN[lang])
    assert [text for which, text in TEXTS if which == lang and words.search(text)] == []


@pytest.mark.parametrize("lang", sorted(SIGNS))
def test_signs_are_those_of_the_language(lang: str) -> None:
    signs = re.compile(SIGNS[lang])
    assert [text for which, text in TEXTS if which == lang and signs.search(text)] == []
