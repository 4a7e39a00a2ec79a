# SPDX-License-Identifier: EUPL-1.2
"""How each element is known stands beside it on page, paper and in JSON, and weighs nothing."""

import io
import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from samvern.law import InputError, load_pack
from support.packs import whole_situations
from support.visitor import Visitor, text_of

NORWAY = load_pack("norway")
ASKED = date(2026, 11, 23)
TELLING = {fact.id: fact for fact in NORWAY.ruleset.facts.values() if fact.known_of}
WAYS = ["seen", "told_by_person", "told_by_others", "inferred", "contested"]
FACTS: dict[str, Any] = {
    "age": 27, "purpose_seen": ["prostitution"], "means_seen": ["threats"],
    "conduct_seen": ["exploits"],
}  # fmt: skip
SAID = {
    "nb": ("Personen har fortalt det", "Noen sier imot"),
    "nn": ("Personen har fortalt det", "Nokon seier imot"),
    "en": ("The person has told me", "Somebody disputes it"),
}


def post(facts: dict[str, Any], query: str = "") -> Any:
    body = json.dumps({"facts": facts})
    return Client().post(f"/api/guide/assess{query}", body, "application/json").json()


def test_each_element_can_be_told_in_five_ways() -> None:
    assert {
        fact.known_of: [o.id for o in fact.options] for fact in TELLING.values()
    } == dict.fromkeys(("conduct", "means", "purpose", "minor"), WAYS)


@pytest.mark.parametrize("language", sorted(SAID))
def test_it_stands_beside_the_element_on_the_page_and_on_paper(language: str) -> None:
    visitor = Visitor(language)
    visitor.tell("purpose_seen", purpose_seen=["prostitution"])
    visitor.tell("follow_up", follow_up=["assessment"])
    visitor.tell("known_means", known_means=["told_by_person", "contested"])
    page = text_of(visitor.see("answer"))
    paper = PdfReader(io.BytesIO(visitor.post(visitor.address("pdf")).content))
    printed = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())
    for words in SAID[language]:
        assert words in page
        assert words in printed


def test_a_program_gets_it_too_and_nothing_else_changes() -> None:
    plain = post(FACTS)
    told = post({**FACTS, **{id: ["contested", "inferred"] for id in TELLING}})
    ways = {id: element.pop("known_by") for id, element in told["elements"].items()}
    assert set(map(tuple, ways.values())) == {("inferred", "contested")}
    assert [element.pop("known_by") for element in plain["elements"].values()] == [[]] * 4
    for facts in (plain, told):
        del facts["facts"], facts["next_questions"]
    assert told == plain


def test_its_words_come_with_the_texts() -> None:
    told = post({**FACTS, "known_purpose": ["seen"]}, "?include=texts&lang=en")
    assert told["elements"]["purpose"]["known_by_words"] == ["I have seen it myself"]


@given(st.data())
def test_it_never_changes_a_level_or_a_conclusion(data: st.DataObject) -> None:
    facts = data.draw(whole_situations(NORWAY.ruleset, most=25))
    plain = {name: value for name, value in facts.items() if name not in TELLING}
    told = {id: data.draw(st.lists(st.sampled_from(WAYS), unique=True)) for id in TELLING}
    try:
        before = NORWAY.assess(plain, asked_on=ASKED)
    except InputError:
        return
    after = NORWAY.assess({**plain, **told}, asked_on=ASKED)
    assert after.level == before.level
    assert (after.certain, after.possible) == (before.certain, before.possible)
