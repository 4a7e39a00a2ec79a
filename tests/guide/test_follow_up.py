# SPDX-License-Identifier: EUPL-1.2
"""After the first answer: one question at a time, skipped, taken back, or chosen by topic."""

import re
from typing import Any

from samvern.guide.loaded_pack import loaded_pack
from support.visitor import Visitor, text_of

MOST = 60


def sits(visitor: Visitor) -> None:
    """Somebody who sells sex, and no more is known."""
    visitor.answer_step("you", {"profession": "health"})
    visitor.answer_step("danger", {"in_danger": "no"})
    visitor.answer_step("person", {"age_group": "adult", "activity": ["sells_sex"]})
    visitor.answer_step("seen", {"seen_control": ["no_passport"], "seen_sexual": ["hands_over"]})


def press(visitor: Visitor, fact: str, button: str, **answers: Any) -> str:
    """Answer a question of the round, as it stands or otherwise; the address that follows."""
    address = visitor.address("further_question", fact=fact)
    page = text_of(visitor.get(address))
    ticked = re.findall(rf'name="{fact}" value="([^"]+)"[^>]* checked', page)
    answers = {fact: ticked} | answers
    return str(visitor.post(address, {**answers, button: "1"}).headers["Location"])


def named(visitor: Visitor, address: str) -> str:
    """The fact a question's address names; empty for another page."""
    found = re.fullmatch(visitor.address("further") + r"(\w+)/", address)
    return found[1] if found else ""


def first(visitor: Visitor) -> str:
    return named(visitor, visitor.see("further").headers["Location"])


def a_round(visitor: Visitor, button: str = "skip") -> list[str]:
    """Every question of a round."""
    facts = [first(visitor)]
    while fact := named(visitor, press(visitor, facts[-1], button)):
        facts.append(fact)
        assert len(facts) < MOST
    return facts


def test_a_round_asks_each_once_and_only_of_what_may_apply(visitor: Visitor) -> None:
    sits(visitor)
    facts = a_round(visitor)
    assert len(facts) == len(set(facts))
    page = text_of(visitor.see("topics")).partition('<ul class="topics">')[2].partition("</ul>")[0]
    topics = {link.rstrip("/").rpartition("/")[2] for link in re.findall('href="([^"]+)"', page)}
    may = {name for step in loaded_pack().steps if step.id in topics for name in step.whole}
    first_pages = {name for step in loaded_pack().steps if step.first for name in step.whole}
    assert set(facts) - may - first_pages == set()
    assert {"seen_work", "seen_begging", "seen_child", "refused_on"} & set(facts) == set()


def test_what_was_skipped_is_asked_again_in_the_next_round_alone(visitor: Visitor) -> None:
    sits(visitor)
    best = first(visitor)
    second = named(visitor, press(visitor, best, "skip"))
    assert second not in ("", best)
    assert named(visitor, press(visitor, second, "skip")) not in (best, second)
    assert first(visitor) == best


def test_an_answer_is_kept_and_its_question_is_not_asked_again(visitor: Visitor) -> None:
    sits(visitor)
    best = first(visitor)
    assert best == "reported_to_police"
    press(visitor, best, "on", reported_to_police="no")
    assert 'value="no" id="reported_to_police-2" checked' in text_of(
        visitor.see("question", fact=best)
    )
    assert best not in a_round(visitor)


def test_not_knowing_is_an_answer(visitor: Visitor) -> None:
    sits(visitor)
    best = first(visitor)
    press(visitor, best, "on", **{best: "~unknown"})
    assert best not in a_round(visitor)


def test_ticks_in_full_are_not_asked_for_again(visitor: Visitor) -> None:
    sits(visitor)
    assert "seen_sexual" in a_round(visitor)
    visitor.tell("seen_sexual", seen_sexual=["hands_over", "unsafe"])
    assert "seen_sexual" not in a_round(visitor)


def test_back_goes_to_the_question_before_and_keeps_what_was_ticked(visitor: Visitor) -> None:
    sits(visitor)
    best = first(visitor)
    second = named(visitor, press(visitor, best, "skip"))
    third = named(visitor, press(visitor, second, "skip"))
    assert second == "seen_sexual"
    assert named(visitor, press(visitor, third, "back")) == second
    assert named(visitor, press(visitor, second, "back", seen_sexual=["unsafe"])) == best
    assert 'value="unsafe" id="seen_sexual-8" checked' in text_of(
        visitor.see("question", fact=second)
    )
    assert named(visitor, press(visitor, best, "skip")) == third


def test_the_answer_is_one_press_away_and_keeps_the_tick(visitor: Visitor) -> None:
    sits(visitor)
    best = first(visitor)
    assert press(visitor, best, "stop", reported_to_police="yes") == visitor.address("answer")
    assert 'value="yes" id="reported_to_police-1" checked' in text_of(
        visitor.see("question", fact=best)
    )


def test_where_nothing_is_left_the_topics_are_offered(visitor: Visitor) -> None:
    sits(visitor)
    last = a_round(visitor)[-1]
    assert press(visitor, last, "skip") == visitor.address("topics")
    assert "Ikke noe enkelt spørsmål avklarer mer nå" in text_of(visitor.see("topics"))


def test_topics_say_how_much_of_them_is_answered(visitor: Visitor) -> None:
    sits(visitor)
    page = text_of(visitor.see("topics"))
    titles = re.findall(r'/guide/(\w+)/">[^<]+</a> <span class="counts">(\d) av (\d)', page)
    assert titles == [
        ("contact", "2", "4"), ("threats", "0", "4"), ("sexual", "1", "2"),
        ("purpose", "0", "7"), ("now", "0", "6"), ("stay", "0", "6"), ("share", "0", "6"),
    ]  # fmt: skip


def test_a_topic_leads_to_the_answer_or_back_to_the_topics(visitor: Visitor) -> None:
    sits(visitor)
    answers = [visitor.answer_step("now", {"no_means": "yes"}, b) for b in ("on", "topics")]
    assert [response.headers["Location"] for response in answers] == [
        visitor.address("answer"), visitor.address("topics"),
    ]  # fmt: skip
