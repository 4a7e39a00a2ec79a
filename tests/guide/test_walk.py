# SPDX-License-Identifier: EUPL-1.2
"""Walking the guide over HTTP as somebody would, in every language."""

import re
from typing import Any

import pytest

from samvern.guide.loaded_pack import loaded_pack
from support.visitor import LANGUAGES, Visitor, step_form, text_of

ROUNDS = 80


def walk(visitor: Visitor, how: str, **forms: dict[str, str]) -> list[str]:
    """Go through the first pages and all topics in one way, but those named; what was asked."""
    response = visitor.see("begin")
    asked: list[str] = []
    while step := following(visitor, response, asked):
        assert len(asked) < ROUNDS
        assert visitor.see("step", step=step).status_code == 200
        form = {} if how == "nothing" else step_form(step, how)
        asked.append(step)
        response = visitor.answer_step(step, forms.get(step, form))
        assert response.status_code == 302, text_of(response)
    return asked


def following(visitor: Visitor, response: Any, asked: list[str]) -> str | None:
    """The next page of those that come first, then the first topic not yet taken."""
    if response.headers["Location"] == visitor.address("emergency"):
        link = re.search(r'class="ds-button" href="([^"]+)"', text_of(visitor.see("emergency")))
        assert link
        response.headers["Location"] = link[1]
    if response.headers["Location"] != visitor.address("answer"):
        return str(response.headers["Location"]).rstrip("/").rpartition("/")[2]
    return next((step for step in topics(visitor) if step not in asked), None)


def topics(visitor: Visitor) -> list[str]:
    """The topics that are offered."""
    page = text_of(visitor.see("topics")).partition('<ul class="topics">')[2].partition("</ul>")[0]
    return [link.rstrip("/").rpartition("/")[2] for link in re.findall('href="([^"]+)"', page)]


@pytest.mark.parametrize("how", ["unknown", "all", "closed"])
def test_the_whole_guide_can_be_walked(anyone: Visitor, how: str) -> None:
    asked = walk(anyone, how)
    assert asked[:4] == ["you", "danger", "person", "seen"]
    assert anyone.see("answer").status_code == 200


def test_not_knowing_anything_asks_about_everything(visitor: Visitor) -> None:
    assert walk(visitor, "unknown") == [step.id for step in loaded_pack().steps]


def test_with_everything_ticked_the_cookie_stays_under_four_kilobytes(visitor: Visitor) -> None:
    walk(visitor, "all")
    everything = len("samvern=") + len(visitor.cookie)
    visitor.cookies.clear()
    walk(visitor, "unknown")
    assert everything == len("samvern=") + len(visitor.cookie)
    assert everything < 4096


@pytest.mark.parametrize("how", ["unknown", "all", "closed"])
def test_answers_are_shown_again_as_they_were_given(visitor: Visitor, how: str) -> None:
    step = loaded_pack().steps[0]
    visitor.answer_step(step.id, step_form(step.id, how))
    page = text_of(visitor.see("step", step=step.id))
    checked = re.findall(r'name="(\w+)" value="([^"]+)"[^>]* checked', page)
    form = step_form(step.id, how)
    assert sorted(checked) == sorted((name, value) for name, value in form.items())


def test_stopping_saves_and_goes_to_the_answer(visitor: Visitor) -> None:
    response = visitor.answer_step("you", {"profession": "health"}, button="stop")
    assert response.headers["Location"] == visitor.address("answer")
    assert 'value="health" id="profession-4" checked' in text_of(visitor.see("step", step="you"))


def test_an_answer_can_be_taken_back(visitor: Visitor) -> None:
    visitor.tell("profession", profession="health")
    visitor.tell("profession")
    assert " checked" not in text_of(visitor.see("question", fact="profession"))


def test_one_question_goes_to_the_answer(visitor: Visitor) -> None:
    response = visitor.tell("profession", profession="police")
    assert response.headers["Location"] == visitor.address("answer")


@pytest.mark.parametrize("name", ["step", "question"])
def test_no_such_step_or_question_is_a_kind_404(visitor: Visitor, name: str) -> None:
    key = "fact" if name == "question" else name
    response = visitor.see(name, **{key: "nothing"})
    assert response.status_code == 404
    assert "Her er det ingen side" in text_of(response)


def test_a_theme_that_was_not_named_is_not_asked_about(visitor: Visitor) -> None:
    begs = {"activity": "begs"}
    asked = walk(visitor, "nothing", person=begs, contact=begs)
    assert "begging" in asked
    assert {"sexual", "war", "organ"}.isdisjoint(asked)


def test_a_step_that_no_longer_applies_takes_its_answers_along(visitor: Visitor) -> None:
    sign = loaded_pack().facts["seen_child"].options[0].id
    shown = f'value="{sign}" id="seen_child-1" checked'
    visitor.tell("age_group", age_group="child_16_17")
    visitor.tell("seen_child", seen_child=sign)
    assert shown in text_of(visitor.see("question", fact="seen_child"))
    visitor.tell("age_group", age_group="adult")
    visitor.tell("age_group", age_group="child_16_17")
    assert shown not in text_of(visitor.see("question", fact="seen_child"))


def test_every_language_says_the_same_steps() -> None:
    walks = [walk(Visitor(language), "unknown") for language in LANGUAGES]
    assert walks[0] == walks[1] == walks[2]


def test_somebody_it_is_about_is_shown_to_her_own_door(anyone: Visitor) -> None:
    response = anyone.answer_step("you", {"profession": "self"})
    assert (response.status_code, response.headers["Location"]) == (302, anyone.address("door"))
