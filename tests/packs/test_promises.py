# SPDX-License-Identifier: EUPL-1.2
"""Promises the duties and secrecy gates keep whatever else is known."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from samvern.law import Truth, load_pack
from samvern.law.result import Result
from support.packs import values

NORWAY = load_pack("norway")
FACTS = NORWAY.ruleset.facts
ASKED = date(2026, 11, 23)
GATE_FACTS = [
    "public_task", "consents", "patient_objects", "protected_address", "serious_harm_risk",
    "own_task", "receiver_task", "public_interest", "weighty_interest", "ordered_to_tell",
    "akrim_cooperation", "prevents_crime", "receiver_knows", "in_danger", "accepts_help",
    "already_presumed", "unaccompanied", "most_likely", "ongoing", "serious_violence",
]  # fmt: skip
PROFESSIONS = [option.id for option in FACTS["profession"].options]
NOTIFYING = [p for p in PROFESSIONS if p not in ("ngo", "lawyer", "private_person", "self")]
# Telling the police of a hidden address is another matter than telling them of a crime.
APART = {("R-SHARE-BV-HIDDEN-ADDRESS", "R-SHARE-BV-CRIME-NOT")}


@st.composite
def situations(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(GATE_FACTS), unique=True))
    return {name: draw(values(FACTS[name])) for name in names}


def ask(facts: dict[str, Any]) -> Result:
    return NORWAY.assess(facts, asked_on=ASKED)


def open_gates(result: Result, strength: str) -> dict[str, set[str]]:
    """The gates of this strength that are open, each with whom it leads to."""
    return {
        rule.id: {str(to) for to in rule.extra["to"]}  # type: ignore[attr-defined]
        for rule in NORWAY.ruleset.rules.values()
        if rule.kind == "sharing"
        and rule.extra["strength"] == strength
        and result.value(rule.id) is Truth.YES
    }


@given(situations(), st.sampled_from(PROFESSIONS), st.sampled_from([15, 30]))
def test_nobody_is_told_both_that_they_must_and_that_they_may_not(
    facts: dict[str, Any], profession: str, age: int
) -> None:
    result = ask(facts | {"profession": profession, "age": age})
    must, may_not = open_gates(result, "must"), open_gates(result, "may_not")
    clashes = {(m, n) for m, to in must.items() for n, not_to in may_not.items() if to & not_to}
    assert clashes - APART == set()


@given(situations())
def test_an_organisation_never_tells_the_police_of_an_adult_who_said_no(
    facts: dict[str, Any],
) -> None:
    calm = {"in_danger": False, "serious_harm_risk": False, "ongoing": False}
    said_no = {"consents": {"not": ["tell_police"]}, "ordered_to_tell": {"only": []}}
    adult = {"profession": "ngo", "public_task": False, "age": 30}
    result = ask(facts | calm | said_no | adult)
    to_police = {
        gate
        for strength in ("must", "may")
        for gate, to in open_gates(result, strength).items()
        if "police" in to
    }
    assert (result.value("R-SHARE-NGO-POLICE-NOT"), to_police) == (Truth.YES, set())


@given(situations(), st.sampled_from(NOTIFYING), st.sampled_from(["maybe_child", "child_12_15"]))
def test_a_child_is_notified_whatever_anybody_consents_to(
    facts: dict[str, Any], profession: str, age_group: str
) -> None:
    child = {"age_group": age_group, "purpose_seen": ["begging"], "profession": profession}
    result = ask(facts | child)
    own = profession == "child_welfare"
    assert result.value("R-CH-OWN-REVIEW" if own else "R-SHARE-CHILD") is Truth.YES
    assert result.value("R-REF-02") is Truth.YES
    assert result.value("R-CH-04") is Truth.YES


@given(situations(), st.sampled_from(PROFESSIONS), st.sampled_from([15, 30]))
def test_no_right_depends_on_telling_the_police(
    facts: dict[str, Any], profession: str, age: int
) -> None:
    person = facts | {"profession": profession, "age": age, "already_presumed": True}
    told = ask(person | {"consents": {"has": ["tell_police"]}})
    not_told = ask(person | {"consents": {"not": ["tell_police"]}})
    rights = [rule.id for rule in NORWAY.ruleset.rules.values() if rule.kind == "right"]
    assert [(r, told.value(r)) for r in rights] == [(r, not_told.value(r)) for r in rights]
    assert not_told.value("R-CONS-02") is Truth.YES
