# SPDX-License-Identifier: EUPL-1.2
"""Four pages and then an answer: what they ask, of whom, and how little it takes."""

import re
from typing import Any

import pytest

from samvern.guide.loaded_pack import loaded_pack
from support.visitor import Visitor, text_of

FIRST = ["you", "danger", "person", "seen"]
ANYBODY = ["seen_contact", "seen_control", "seen_threats", "seen_ties"]
Form = dict[str, Any]
DANGER: Form = {"in_danger": "no", "controller_present": "no", "needs_housing": "no"}
WALKS: dict[str, list[Form]] = {
    "nurse": [
        {"profession": "health"},
        DANGER | {"controller_present": "yes"},
        {"age_group": "adult", "residence": "irregular", "already_presumed": "no",
         "activity": ["sells_sex"]},
        {"seen_contact": ["speaks_for"], "seen_control": ["no_passport"],
         "seen_sexual": ["hands_over"]},
    ],
    "inspector": [
        {"profession": "labour_inspection"},
        DANGER,
        {"age_group": "adult", "residence": "eea", "already_presumed": "no", "activity": ["works"]},
        {"seen_control": ["no_passport"], "seen_work": ["long_hours", "low_pay"],
         "seen_workplace": ["bad_home"]},
    ],
    "child welfare": [
        {"profession": "child_welfare"},
        DANGER | {"needs_housing": "yes"},
        {"age_group": "child_16_17", "residence": "norwegian", "already_presumed": "no",
         "activity": ["crime"]},
        {"seen_crime": ["debt_courier"], "seen_child": ["missing"]},
    ],
}  # fmt: skip
COUNTED = {
    "nurse": {"pages": 4, "questions": 13, "clicks": 15},
    "inspector": {"pages": 4, "questions": 14, "clicks": 16},
    "child welfare": {"pages": 4, "questions": 15, "clicks": 14},
}
"""Questions put on the four pages; clicks are the ticks above and one button a page."""


def asked(page: str) -> list[str]:
    """The questions of a page."""
    return re.findall(r'class="(?:ds-fieldset )?question" id="q-(\w+)"', page)


def walked(visitor: Visitor, forms: list[Form]) -> dict[str, int]:
    """Go through the first pages; how many there were, what they asked and what it took."""
    questions, clicks = 0, 0
    address = visitor.see("begin").headers["Location"]
    for form in forms:
        questions += len(asked(text_of(visitor.get(address))))
        clicks += 1 + sum(len(v) if isinstance(v, list) else 1 for v in form.values())
        address = visitor.post(address, {**form, "on": "1"}).headers["Location"]
    assert address == visitor.address("answer")
    return {"pages": len(forms), "questions": questions, "clicks": clicks}


@pytest.mark.parametrize("who", WALKS)
def test_four_pages_and_few_clicks_open_the_help(visitor: Visitor, who: str) -> None:
    assert walked(visitor, WALKS[who]) == COUNTED[who]
    assert "Rimelig grunn" in text_of(visitor.see("answer"))


def test_the_pages_come_in_order_and_say_how_far_it_is(visitor: Visitor) -> None:
    address, seen = visitor.see("begin").headers["Location"], []
    while address != visitor.address("answer"):
        page = text_of(visitor.get(address))
        seen.append((address, re.findall(r"Side \d av \d", page)))
        address = visitor.post(address, {"on": "1"}).headers["Location"]
    assert seen == [
        (visitor.address("step", step=step), [f"Side {at} av 4"] * 2)
        for at, step in enumerate(FIRST, start=1)
    ]


@pytest.mark.parametrize(
    ("name", "of"),
    [("step", {"step": "now"}), ("question", {"fact": "age"}),
     ("further_question", {"fact": "ongoing"}), ("topics", {})],
)  # fmt: skip
def test_what_comes_after_has_no_number(visitor: Visitor, name: str, of: dict[str, str]) -> None:
    assert re.findall(r"(?:Side|Steg) \d", text_of(visitor.see(name, **of))) == []


@pytest.mark.parametrize(
    ("activity", "more"),
    [([], []), (["works"], ["seen_work", "seen_workplace"]),
     (["house_work"], ["seen_work", "seen_workplace", "seen_domestic"]),
     (["begs", "crime"], ["seen_begging", "seen_crime"])],
)  # fmt: skip
def test_only_themes_that_fit_are_asked_about(
    visitor: Visitor, activity: list[str], more: list[str]
) -> None:
    visitor.answer_step("person", {"age_group": "adult", "activity": activity})
    assert asked(text_of(visitor.see("step", step="seen"))) == ANYBODY + more


def test_of_each_set_the_few_ticks_are_shown_that_the_pack_names(visitor: Visitor) -> None:
    page = text_of(visitor.see("step", step="seen"))
    step = next(each for each in loaded_pack().steps if each.id == "seen")
    found = re.findall(r'name="(seen_\w+)" value="([^"]+)"', page)
    assert found == [(name, option) for name in ANYBODY for option in step.shows[name]]


def test_a_few_ticks_leave_those_alone_that_were_made_elsewhere(visitor: Visitor) -> None:
    visitor.tell("seen_control", seen_control=["few_contacts", "no_passport"])
    visitor.answer_step("seen", {"seen_control": ["watched"]})
    page = text_of(visitor.see("question", fact="seen_control"))
    assert re.findall(r'value="(\w+)" id="seen_control-\d+" checked', page) == [
        "watched", "few_contacts",
    ]  # fmt: skip


@pytest.mark.parametrize(("said", "left"), [("~rest", ["no_key", "~rest"]), ("~unknown", [])])
def test_a_few_ticks_keep_what_was_said_of_the_rest(
    visitor: Visitor, said: str, left: list[str]
) -> None:
    visitor.tell("seen_control", seen_control=["no_key", said] if left else [said])
    visitor.answer_step("seen", {})
    page = text_of(visitor.see("question", fact="seen_control"))
    checked = re.findall(r'value="([^"]+)" id="seen_control-\d+" checked', page)
    assert checked == (left or [said])
