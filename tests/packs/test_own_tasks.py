# SPDX-License-Identifier: EUPL-1.2
"""Nobody is told to call herself: it is her own task, and her body is not on the list."""

from datetime import date

import pytest

from samvern.law import load_pack
from samvern.law.model import Rule

NORWAY = load_pack("norway")
BOOK = NORWAY.ruleset
TODAY = date(2026, 11, 23)


def entry(id: str, kind: str, **facts: object) -> dict[str, object]:
    found = NORWAY.assess(facts, asked_on=TODAY).as_dict("en", "texts")[kind]
    return next(one for one in found if one["id"] == id)


@pytest.mark.parametrize(
    ("profession", "name", "actors"),
    [
        ("ngo", "Call 112", ["police", "ambulance"]),
        ("police", "Make the person safe now", ["ambulance"]),
        ("unknown", "Call 112", ["police", "ambulance"]),
        ({"one_of": ["police", "ngo"]}, "Call 112", ["police", "ambulance"]),
    ],
)
def test_the_police_secure_and_others_call(
    profession: object, name: str, actors: list[str]
) -> None:
    found = entry("R-REF-01", "referrals", profession=profession, in_danger=True)
    assert (found["name"], found["actors"]) == (name, actors)


def test_what_is_said_to_child_welfare_sends_nobody_to_child_welfare() -> None:
    found = entry("R-REF-02", "referrals", profession="child_welfare", age=15, seen_child=["alone"])
    assert "your own task" in str(found["text"])
    assert "child_welfare" not in found["actors"]  # type: ignore[operator]


def readers(rule: Rule) -> set[str]:
    """Who works where the rule sends her."""
    return {p for id in rule.actors if id in BOOK.actors for p in BOOK.actors[id].profession}


def test_own_words_are_for_readers_the_rule_would_send_home() -> None:
    for rule in BOOK.rules.values():
        own = rule.extra.get("own")
        extra = {"R-REF-LIFE"}  # the ambulance service is health personnel too
        if isinstance(own, dict) and rule.id not in extra:
            assert set(own) <= readers(rule), rule.id
