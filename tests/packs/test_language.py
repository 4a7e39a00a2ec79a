# SPDX-License-Identifier: EUPL-1.2
"""How the packs write: each language in its own words, signs and dates, in sentences one can read.

What is forbidden here was found in the texts once. A word that stands in a statute's own wording is
read where it is quoted, and is not counted.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

PACKS = Path(__file__).parents[2] / "src/samvern/packs"
MOST_WORDS = 30
NYNORSK = (
    "lat vedkjem korkje galdt samstundes blei gje svarer svarte samd usamd noe noen hva hvem hvor "
    "hvordan hvis fra også bare selv ikke jeg dere mulig vold uke måned formål formålet prov løn "
    "trugsmål"
)
BOKMAL = "ikkje noko nokon korleis kva kven frå vere kome teieplikt rettar lista framtida frem"
FORBIDDEN = {
    "nn": rf"(?i)\b(?:{'|'.join(NYNORSK.split())})\b|myndig(?:het|heit)|hjemm|utsendelse|tjeneste",
    "nb": rf"(?i)\b(?:{'|'.join(BOKMAL.split())})\b|rører ved|sier seg å|vennligst|står for seg",
    "en": (
        r"\bss?\. \d|\d\. [A-Z][a-z]+ \d{4}|\bWhoever\b|\b[Jj]urist\b|\b[Gg]rading\b"
        r"|\b[Cc]o-(?:op|ord)"
        r"|\btouch(?:es|ed)\b|\b[Gg]rave\b|\bacute\b|\bOrder a|(?<!identifying )possible victim"
        r"|\bmilieu\b|own gain\b(?<!for their own gain)|\bturns? on\b (?!off)"
    ),
}
SIGNS = {
    "nn": r"[“”\"]|\w'\w|  | [,;:.]",
    "nb": r"[“”\"]|\w'\w|  | [,;:.]",
    "en": r"[«»\"]|\w'\w|s' |  | [,;:.]",
}
QUOTED = re.compile(r"«[^»]*»|“[^”]*”")


def _texts(node: Any) -> Iterator[dict[str, str]]:
    if isinstance(node, dict):
        if {"nb", "nn", "en"} <= node.keys():
            yield {str(lang): " ".join(str(text).split()) for lang, text in node.items()}
            return
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)


TEXTS = [
    text
    for path in sorted(PACKS.rglob("*.yaml"))
    if "cases" not in path.parts
    for text in _texts(yaml.load(path.read_text(), yaml.CSafeLoader))
]


def test_every_pack_is_read() -> None:
    assert len(TEXTS) > 3000


@pytest.mark.parametrize("lang", sorted(FORBIDDEN))
def test_no_words_of_another_language_and_no_calques(lang: str) -> None:
    words = re.compile(FORBIDDEN[lang])
    assert [t[lang] for t in TEXTS if words.search(QUOTED.sub("", t[lang]))] == []


@pytest.mark.parametrize("lang", sorted(SIGNS))
def test_quotes_apostrophes_and_spaces_are_those_of_the_language(lang: str) -> None:
    assert [t[lang] for t in TEXTS if re.search(SIGNS[lang], t[lang])] == []


@pytest.mark.parametrize("lang", sorted(SIGNS))
def test_a_sentence_is_short_enough_to_read(lang: str) -> None:
    sentences = (s for t in TEXTS for s in re.split(r"(?<=[.;:?!])\s", t[lang]))
    assert [s for s in sentences if len(s.split()) > MOST_WORDS] == []


def test_a_text_has_no_more_than_its_languages() -> None:
    assert [text for text in TEXTS if text.keys() != {"nb", "nn", "en"}] == []
