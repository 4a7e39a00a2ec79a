# SPDX-License-Identifier: EUPL-1.2
"""Somebody is in danger now: the numbers come at once, and the walk goes on when it is safe."""

import re

import pytest

from support.visitor import Visitor, text_of

NUMBERS = ["tel:112", "tel:113", "tel:116111"]


def calls(page: str) -> list[str]:
    """The numbers to tap on a page."""
    return re.findall(r'href="(tel:\d+)"', page.partition("<main")[2])


def onward(visitor: Visitor) -> list[str]:
    """Where the page of numbers leads."""
    page = text_of(visitor.see("emergency"))
    return re.findall(r'class="ds-button"[^>]* href="([^"]+)"', page)


@pytest.mark.parametrize("button", ["on", "stop", "skip"])
def test_a_yes_leads_to_the_numbers_at_once(anyone: Visitor, button: str) -> None:
    response = anyone.answer_step("danger", {"in_danger": "yes"}, button)
    assert response.headers["Location"] == anyone.address("emergency")
    assert calls(text_of(anyone.see("emergency"))) == NUMBERS


def test_a_yes_to_the_single_question_does_too(visitor: Visitor) -> None:
    response = visitor.tell("in_danger", in_danger="yes")
    assert response.headers["Location"] == visitor.address("emergency")


@pytest.mark.parametrize("said", ["no", "~unknown", ""])
def test_anything_else_goes_on(visitor: Visitor, said: str) -> None:
    response = visitor.answer_step("danger", {"in_danger": said})
    assert response.headers["Location"] == visitor.address("step", step="person")


def test_a_yes_said_before_is_not_stopped_again(visitor: Visitor) -> None:
    visitor.answer_step("danger", {"in_danger": "yes"})
    response = visitor.answer_step("danger", {"in_danger": "yes", "needs_housing": "no"})
    assert response.headers["Location"] == visitor.address("step", step="person")


def test_each_number_says_what_it_is_for_and_the_page_what_to_do(visitor: Visitor) -> None:
    page = text_of(visitor.see("emergency"))
    for text in (
        "Noen er i fare, blir truet eller holdt mot sin vilje",
        "Noen er skadet eller alvorlig syk, eller det står om livet",
        "Et barn trenger hjelp nå, og barnevernstjenesten er stengt",
        "Ikke konfronter den som kontrollerer personen",
        "Si hvor du er",
    ):
        assert page.count(text) == 1, text


def test_the_page_that_asks_has_the_numbers_too(visitor: Visitor) -> None:
    assert calls(text_of(visitor.see("step", step="danger"))) == NUMBERS
    assert calls(text_of(visitor.see("step", step="person"))) == []


def test_on_when_it_is_safe_leads_to_the_first_page_not_answered(visitor: Visitor) -> None:
    visitor.answer_step("you", {"profession": "health"})
    visitor.answer_step("danger", {"in_danger": "yes"})
    answer = visitor.address("answer")
    assert onward(visitor) == [visitor.address("step", step="person"), answer]
    visitor.answer_step("person", {"age_group": "adult"})
    visitor.answer_step("seen", {"seen_contact": ["afraid"]})
    assert onward(visitor) == [answer]
