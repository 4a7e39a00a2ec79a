# SPDX-License-Identifier: EUPL-1.2
"""What was ticked survives back, skip, a change of language and a cookie that ran out."""

import re
import time
from typing import Any

import pytest

from samvern.guide import sealing
from support.visitor import LANGUAGES, Visitor, text_of

GONE = {
    "nb": "De tidligere svarene dine er slettet",
    "nn": "Dei tidlegare svara dine er sletta",
    "en": "Your earlier answers are deleted",
}


def checked(page: str) -> list[tuple[str, str]]:
    """What is ticked on a page."""
    return re.findall(r'name="(\w+)" value="([^"]+)"[^>]* checked', page)


def hidden(page: str) -> dict[str, str]:
    """What the form sends by itself."""
    return dict(re.findall(r'<input type="hidden" name="(begun)" value="(\d)"', page))


@pytest.mark.parametrize(("button", "to"), [("back", "danger"), ("skip", "seen"), ("on", "seen")])
def test_every_button_keeps_the_ticks(visitor: Visitor, button: str, to: str) -> None:
    response = visitor.answer_step("person", {"age_group": "adult"}, button)
    assert response.headers["Location"] == visitor.address("step", step=to)
    assert checked(text_of(visitor.see("step", step="person"))) == [("age_group", "adult")]


def test_the_first_page_has_no_way_back(visitor: Visitor) -> None:
    assert 'name="back"' not in text_of(visitor.see("step", step="you"))


def test_back_is_open_although_something_cannot_be_read(visitor: Visitor) -> None:
    address = visitor.address("further_question", fact="age")
    response = visitor.post(address, {"age": "gammel", "back": "1"})
    assert response.status_code == 302


@pytest.mark.parametrize("language", ["nn", "en"])
@pytest.mark.parametrize(
    ("name", "of"),
    [("step", {"step": "person"}), ("question", {"fact": "age_group"}),
     ("further_question", {"fact": "age_group"})],
)  # fmt: skip
def test_the_language_buttons_take_the_ticks_along(
    visitor: Visitor, language: str, name: str, of: dict[str, str]
) -> None:
    page = text_of(visitor.see(name, **of))
    there = Visitor(language).address(name, **of)
    found = re.findall(r'form="(\w+)" formaction="([^"]+)" name="language" value="(\w+)"', page)
    assert found.count(("asking", there, language)) == 2  # in the menu, and where there is room
    response = visitor.post(there, {"age_group": "child_12_15", "language": language})
    assert (response.status_code, response.headers["Location"]) == (302, there)
    assert checked(text_of(visitor.get(there))) == [("age_group", "child_12_15")]


def test_what_cannot_be_read_is_shown_again_in_the_other_language(visitor: Visitor) -> None:
    there = Visitor("en").address("question", fact="age")
    page = text_of(visitor.post(there, {"age": "gammel", "language": "en"}))
    assert "“gammel” is not a number" in page
    assert 'value="gammel"' in page


def test_signs_no_page_can_show_are_left_out_of_what_was_typed(visitor: Visitor) -> None:
    page = text_of(visitor.tell("age", age="gam\x00\x1b\u202emel"))
    assert "«gammel» er ikke et tall" in page
    assert set(page).isdisjoint("\x00\x1b\u202e")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", ["expired", "unreadable", "missing"])
def test_a_cookie_that_runs_out_in_the_middle_keeps_what_was_typed(
    language: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Visitor(language)
    visitor.tell("profession", profession="health")
    form: dict[str, Any] = {"age_group": "adult", "activity": ["works", "begs"], "on": "1"}
    form |= hidden(text_of(visitor.see("step", step="person")))
    lose(visitor, how, monkeypatch)
    address = visitor.address("step", step="person")
    told = text_of(visitor.post(address, form))
    typed = [("age_group", "adult"), ("activity", "works"), ("activity", "begs")]
    assert (GONE[language] in told, checked(told)) == (True, typed)
    onward = visitor.post(address, form)
    assert onward.headers["Location"] == visitor.address("step", step="seen")
    assert checked(text_of(visitor.see("step", step="person"))) == typed
    assert checked(text_of(visitor.see("step", step="you"))) == []


@pytest.mark.parametrize("how", ["expired", "unreadable", "missing"])
def test_no_sheet_is_printed_once_the_answers_are_gone(
    visitor: Visitor, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.tell("in_danger", in_danger="yes")
    form = hidden(text_of(visitor.see("answer")).partition('action="/nb/guide/svar/pdf/"')[2])
    lose(visitor, how, monkeypatch)
    response = visitor.post(visitor.address("pdf"), form)
    assert response.headers["Content-Type"].startswith("text/html")
    assert "Svarene dine er borte" in text_of(response)


def test_nothing_is_said_of_signs_before_anything_is_answered(anyone: Visitor) -> None:
    assert 'id="level"' not in text_of(anyone.see("answer"))
    anyone.tell("profession", profession="health")
    assert 'id="level"' in text_of(anyone.see("answer"))


def lose(visitor: Visitor, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if how == "expired":
        later = time.time() + sealing.IDLE_SECONDS + 2
        monkeypatch.setattr(time, "time", lambda: later)
    elif how == "unreadable":
        visitor.cookies["samvern"] = "AQE" + "A" * 500
    else:
        del visitor.cookies["samvern"]


def test_ticks_of_a_theme_survive_although_the_theme_is_forgotten(visitor: Visitor) -> None:
    visitor.answer_step("person", {"age_group": "adult", "activity": ["works"]})
    visitor.cookies["samvern"] = "AQE" + "A" * 500
    told = text_of(visitor.answer_step("seen", {"seen_work": ["low_pay"]}))
    assert checked(told) == [("seen_work", "low_pay")]


def test_a_mistake_in_the_form_of_a_lost_visit_is_told_too(visitor: Visitor) -> None:
    visitor.cookies["samvern"] = "AQE" + "A" * 500
    told = text_of(visitor.tell("age", age="gammel"))
    assert GONE["nb"] in told
    assert "«gammel» er ikke et tall" in told


def test_whoever_was_told_is_not_told_twice(visitor: Visitor) -> None:
    visitor.cookies["samvern"] = "AQE" + "A" * 500
    assert "Svarene dine er borte" in text_of(visitor.see("step", step="you"))
    response = visitor.answer_step("you", {"profession": "health"})
    assert response.headers["Location"] == visitor.address("step", step="danger")


@pytest.mark.parametrize("name", ["start", "answer", "topics", "emergency"])
def test_nothing_known_is_told_with_numbers_and_a_new_start(anyone: Visitor, name: str) -> None:
    anyone.cookies["samvern"] = "AQE" + "A" * 500
    page = text_of(anyone.see(name)).partition('class="ds-alert lost"')[2].partition("</div>")[0]
    assert re.findall('href="([^"]+)"', page) == [
        "tel:112", "tel:+4722331160", anyone.address("begin"),
    ]  # fmt: skip
