# SPDX-License-Identifier: EUPL-1.2
"""Which rights the person is told, for every way of answering the page's questions."""

import itertools
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from guide.test_self_help import rights_in
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.questions import NOT_KNOWN
from samvern.law import Truth
from samvern.law.self_help import MOST_RIGHTS, SelfHelpRight
from support.visitor import LANGUAGES, Visitor, text_of

DOOR = loaded_pack().pack.ruleset.self_help
OPTIONS = {name: [one.id for one in loaded_pack().facts[name].options] for name in DOOR.asks}
SLEEP_STAY_MONEY_DOCTOR_LAWYER = ["sleep", "stay", "money", "doctor", "lawyer"]


def ways(*more: Any) -> Iterator[dict[str, Any]]:
    """Every way of answering all questions, perhaps with one of ``more`` for an option."""
    lists = [[*options, *more] for options in OPTIONS.values()]
    for chosen in itertools.product(*lists):
        yield dict(zip(OPTIONS, chosen, strict=True))


def completions(answers: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Everybody she may be who has answered this."""
    return (one for one in ways() if all(one[name] == value for name, value in answers.items()))


def holds(told: SelfHelpRight, everything: dict[str, Any]) -> bool:
    return _holds(told.id, tuple(everything.items()))


@cache
def _holds(id: str, everything: tuple[tuple[str, str], ...]) -> bool:
    told = next(one for one in DOOR.told() if one.id == id)
    facts = {**DOOR.given, **dict(everything), **told.given}
    result = loaded_pack().pack.assess(facts, asked_on=timezone.localdate())
    return result.value(told.right) is Truth.YES


@pytest.fixture(scope="module")
def pages() -> list[tuple[dict[str, str], str]]:
    """What is known of her, and her page, for every way of answering and of leaving open."""
    found = []
    for form in ways("", NOT_KNOWN):
        known = {name: value for name, value in form.items() if value not in ("", NOT_KNOWN)}
        sent = {name: value for name, value in form.items() if value}
        visitor = Visitor("nb")
        found.append((known, text_of(visitor.post(visitor.address("door"), sent))))
    return found


def told_in(page: str) -> list[SelfHelpRight]:
    """The pack's entries behind the rights of a page, which follow it word by word."""
    by_words: dict[tuple[str, str], list[SelfHelpRight]] = {}
    for told in DOOR.told():
        by_words.setdefault((told.provided["nb"], told.says["nb"]), []).append(told)
    return [by_words[words][0] for words in rights_in(page)]


def test_the_groups_are_sleep_stay_money_doctor_and_lawyer() -> None:
    assert [group.id for group in DOOR.groups] == SLEEP_STAY_MONEY_DOCTOR_LAWYER
    assert sum(group.most for group in DOOR.groups) == MOST_RIGHTS == 8


def test_nobody_is_told_more_than_eight_and_nothing_twice(
    pages: list[tuple[dict[str, str], str]],
) -> None:
    counts = set()
    for _known, page in pages:
        shown = rights_in(page)
        assert len(shown) == page.count('class="provided"') == len(set(shown))
        counts.add(len(shown))
    assert counts == {5, 6, 7, 8}


def test_what_is_told_holds_for_everybody_she_may_be(
    pages: list[tuple[dict[str, str], str]],
) -> None:
    """No right hangs on an age or a status she has not told."""
    for known, page in pages:
        for told in told_in(page):
            for everything in completions(known):
                assert holds(told, everything), (known, told.id)


def test_who_has_answered_all_is_told_the_first_rights_of_each_group(
    pages: list[tuple[dict[str, str], str]],
) -> None:
    for known, page in pages:
        if known.keys() != OPTIONS.keys():
            continue
        expected = []
        for group in DOOR.groups:
            first: dict[str, SelfHelpRight] = {}
            for told in group.rights:
                if holds(told, known):
                    first.setdefault(told.right, told)
            expected += list(first.values())[: group.most]
        shown = [(one.provided["nb"], one.says["nb"]) for one in expected]
        assert rights_in(page) == shown, known


def test_every_entry_is_told_to_somebody(pages: list[tuple[dict[str, str], str]]) -> None:
    shown = {words for _known, page in pages for words in rights_in(page)}
    assert {(told.provided["nb"], told.says["nb"]) for told in DOOR.told()} - shown == set()


def test_before_she_answers_no_status_is_spoken_of(anyone: Visitor) -> None:
    language, page = anyone.language, text_of(anyone.see("door"))
    expected = ["sleep_family", "wages", "doctor_now", "doctor_pregnant", "lawyer_first"]
    by_id = {told.id: told for told in DOOR.told()}
    words = [(by_id[id].provided[language], by_id[id].says[language]) for id in expected]
    assert rights_in(page) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_group_says_whom_to_ask(language: str) -> None:
    page = unescape(text_of(Visitor(language).see("door")))
    assert [group.id for group in DOOR.groups if group.ask[language] not in page] == []


def test_a_citizen_is_told_nothing_of_staying(visitor: Visitor) -> None:
    page = text_of(visitor.post(visitor.address("door"), {"residence": "norwegian"}))
    assert 'id="right-stay"' not in page
    assert 'id="right-money"' in page
