# SPDX-License-Identifier: EUPL-1.2
"""Sixty people from other countries' judgments, written by somebody who had not seen the rule."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from samvern.law import load_pack

NORWAY = load_pack("norway")
ASKED = date(2026, 11, 29)
FILE = Path(__file__).parents[1] / "data/threshold/people.yaml"
PEOPLE = yaml.safe_load(FILE.read_text(encoding="utf-8"))["people"]
TABLE = (
    Path(__file__).parents[2] / "src/samvern/packs/norway/rules/identification/grip.yaml"
).read_text(encoding="utf-8")
FOR_CHILDREN = {"seen_child", "seen_child_life"}
SIDES = {
    "info": "below",
    "concern": "below",
    "reasonable_grounds": "at_least_reasonable",
    "strong": "at_least_reasonable",
}


@pytest.mark.parametrize("person", PEOPLE, ids=[person["id"] for person in PEOPLE])
def test_a_person_is_on_the_side_the_law_says(person: dict[str, Any]) -> None:
    result = NORWAY.assess(person["facts"], asked_on=ASKED, event_on=person.get("event"))
    assert SIDES[result.level] == person["expect"], person["story"]


def test_there_are_thirty_of_each_side() -> None:
    sides = [person["expect"] for person in PEOPLE]
    assert (sides.count("at_least_reasonable"), sides.count("below")) == (30, 30)


def test_no_hold_raises_the_offence_without_a_means() -> None:
    """The threshold of help and the offence part: one grip opens the help, § 257 stays open."""
    grips = {
        "seen_control": ["no_passport", "watched", "money_controlled", "home_decided"],
        "seen_ties": ["debt", "cannot_quit", "against_will", "oath"],
        "seen_journey": ["sold"],
        "seen_threats": ["drugged"],
    }
    found = {
        (fact, option): (
            result.level,
            [result.value(id).value for id in ("strl_257", "strl_258", "R-AVERT-01")],
        )
        for fact, options in grips.items()
        for option in options
        for result in [
            NORWAY.assess(
                {"age": 30, "purpose_seen": ["prostitution"], fact: [option]}, asked_on=ASKED
            )
        ]
    }
    assert set(map(str, found.values())) == {str(("reasonable_grounds", ["unknown"] * 3))}


def test_every_sign_about_an_adult_stands_in_the_table() -> None:
    """A new option of a set is decided on, or this fails."""
    rows = re.findall(r"^# (seen_\w+) (.*?)(?=^# seen_|^rules:)", TABLE, re.MULTILINE | re.DOTALL)
    decided = {name: set(re.findall(r"\w+", row)) for name, row in rows}
    left_out = {
        f"{fact.id}.{option.id}"
        for fact in NORWAY.ruleset.facts.values()
        if fact.id.startswith("seen_") and fact.id not in FOR_CHILDREN
        for option in fact.options
        if option.id not in decided.get(fact.id, set())
    }
    assert left_out == set()
