# SPDX-License-Identifier: EUPL-1.2
"""What is said beside a time limit, for each state its days and its condition can be in."""

from dataclasses import replace
from datetime import date
from math import inf
from typing import Any

import pytest

from samvern.law import Pack, Result
from samvern.law.clocks import ClockTimes
from samvern.law.time_limits import TimeLimit, advice, headline, questions_in_words, time_limits
from support.packs import FACTS, MakePack

ON = date(2026, 11, 29)
ACTORS = """
actors:
  - {id: police, name: Police, does: Does, needs: [danger], phone: "02800"}
  - {id: office, name: Office, does: Does, needs: [advice]}
  - {id: lawyer, name: Lawyer, does: Does, needs: [legal], phone: "22"}
"""
PROFESSION = "  profession: {type: choice, label: Job, options: {police: P, nurse: N}}\n"


def clock(id: str = "c", **fields: str) -> str:
    """A clock of ten days from the decision, for adults."""
    given = {
        "kind": "clock", "name": "Clock", "text": "Text", "after": "Afterwards", "when": "adult",
        "starts": "decided_on", "ends": "start + 10 days", "sources": "[{law: law, at: § 1}]",
        "actors": "[police]", **fields,
    }  # fmt: skip
    return f"  - id: {id}\n" + "".join(f"    {name}: {value}\n" for name, value in given.items())


def pack_of(make_pack: MakePack, *clocks: str) -> Pack:
    rules = "rules:\n" + "".join(clocks)
    return make_pack(rules, actors=ACTORS, facts=FACTS + PROFESSION)


def shown(pack: Pack, **facts: Any) -> tuple[Result, list[TimeLimit]]:
    result = pack.assess(facts, asked_on=ON)
    return result, time_limits(result)


def between(low: str | None, high: str | None) -> dict[str, str]:
    ends = {"min": low, "max": high}
    return {name: f"2026-{day}" for name, day in ends.items() if day}


CALL = "Call today: Police 02800."
KEEP = "Keep to this day, unless the answer to “Decided” gives a later one. It is the earliest possible."  # noqa: E501
FIND = "Find out today: “Decided”."


@pytest.mark.parametrize(
    ("adult", "decided", "mark", "head", "end", "left", "said"),
    [
        (True, "2026-11-25", "", "5 December 2026", (12, 5), 6, ""),
        (True, "2026-11-19", "", "29 November 2026", (11, 29), 0, ""),
        (None, "2026-11-25", "unless", "At the latest 5 December 2026", (12, 5), 6,
         "Keep to this day, unless the answer to “Adult” shows otherwise. " + CALL),
        (True, between("11-25", "11-27"), "earliest_day", "At the latest 5 December 2026", (12, 5),
         6, f"{KEEP} {CALL}"),
        (True, between("11-25", None), "earliest_day", "At the latest 5 December 2026", (12, 5), 6,
         f"{KEEP} {CALL}"),
        (True, "2026-11-18", "passed", "Passed on 28 November 2026", (11, 28), -1, "Afterwards"),
        (True, between("11-01", "11-10"), "passed", "Passed no later than 20 November 2026",
         (11, 11), -18, "Afterwards"),
        (None, "2026-11-18", "passed_if", "May have passed on 28 November 2026", (11, 28), -1,
         "Whether the limit applies depends on the answer to “Adult”. If it does, it is over. "
         "Afterwards"),
        (True, between("11-18", "11-19"), "may_have_passed", "May have passed on 28 November 2026",
         (11, 28), -1, f"{FIND} It decides whether the limit is over. Afterwards {CALL}"),
        (None, between("11-18", "11-25"), "may_have_passed", "May have passed on 28 November 2026",
         (11, 28), -1, "Find out today: “Adult”. It decides whether the limit is over. Afterwards "
         + CALL),
        (True, None, "no_day", "The day is not known", None, None,
         f"{FIND} The limit may end soon or be over. {CALL}"),
        (True, between(None, "11-25"), "no_day", "The day is not known", None, None,
         f"{FIND} The limit may end soon or be over. {CALL}"),
        (None, between(None, "11-25"), "no_day", "The day is not known", None, None,
         f"Find out today: “Adult”. The limit may end soon or be over. {CALL}"),
    ],
)  # fmt: skip
def test_each_state_has_its_mark_its_day_and_its_advice(
    make_pack: MakePack, adult: bool | None, decided: Any, mark: str, head: str,
    end: tuple[int, int] | None, left: int | None, said: str,
) -> None:  # fmt: skip
    result, (limit,) = shown(pack_of(make_pack, clock()), adult=adult, decided_on=decided)
    assert (limit.mark, headline(limit, "en")) == (mark, head)
    assert (limit.end_on, limit.days_left) == (date(2026, *end) if end else None, left)
    assert advice(limit, result, "en") == said
    assert limit.passed is (left is not None and left < 0)


@pytest.mark.parametrize(
    ("adult", "head"),
    [
        (True, "Passed no later than 20 November 2026"),
        (None, "May have passed no later than 20 November 2026"),
    ],
)
def test_what_is_over_with_only_a_last_day_known_says_that_day(
    make_pack: MakePack, adult: bool | None, head: str
) -> None:
    pack = pack_of(make_pack, clock())
    result, (limit,) = shown(pack, adult=adult, decided_on=between(None, "11-10"))
    assert headline(limit, "en") == head
    assert (limit.end_on, limit.days_left, limit.passed) == (None, None, True)
    assert "Afterwards" in advice(limit, result, "en")


@pytest.mark.parametrize(("adult", "decided"), [(None, None), (False, "2026-11-25")])
def test_what_does_not_apply_and_what_nothing_is_known_of_is_not_shown(
    make_pack: MakePack, adult: bool | None, decided: str | None
) -> None:
    assert shown(pack_of(make_pack, clock()), adult=adult, decided_on=decided)[1] == []


@pytest.mark.parametrize(
    ("actors", "profession", "call"),
    [
        ("[office, police]", None, "Call today: Office."),
        ("[police, office]", "nurse", CALL),
        ("[police, office]", "police", "Call today: Office."),
        ("[police]", "police", ""),
        ("[police, lawyer]", None, "Call a lawyer today."),
        ("[]", None, ""),
    ],
)
def test_the_first_who_is_not_the_reader_is_called_and_counsel_before_all(
    make_pack: MakePack, actors: str, profession: str | None, call: str
) -> None:
    pack = pack_of(make_pack, clock(actors=actors))
    decided = between("11-25", "11-27")
    result, (limit,) = shown(pack, adult=True, decided_on=decided, profession=profession)
    assert advice(limit, result, "en") == f"{KEEP} {call}".strip()


def test_the_earliest_comes_first_then_those_without_a_day_then_those_that_are_over(
    make_pack: MakePack,
) -> None:
    pack = pack_of(
        make_pack, clock("over", ends="start + 1 day"), clock("late", ends="start + 30 days"),
        clock("soon"), clock("also", order="1"), clock("never", starts="event_on"),
    )  # fmt: skip
    found = shown(pack, adult=True, decided_on="2026-11-25")[1]
    assert [limit.rule.id for limit in found] == ["also", "soon", "late", "never", "over"]


def test_in_a_group_the_first_that_can_be_kept_counts(make_pack: MakePack) -> None:
    pack = pack_of(
        make_pack, clock("over", ends="start + 1 day", group="g"), clock("soon", group="g"),
        clock("late", ends="start + 30 days", group="g"), clock("alone", ends="start + 2 days"),
    )  # fmt: skip
    found = shown(pack, adult=True, decided_on="2026-11-25")[1]
    assert {limit.rule.id: limit.counts for limit in found} == {
        "over": False, "soon": True, "late": False, "alone": True,
    }  # fmt: skip


def test_at_most_three_questions_are_named_each_once(make_pack: MakePack) -> None:
    result, _ = shown(pack_of(make_pack, clock()))
    asks = ["signs.a", "signs.b", "age", "event_on", "stay"]
    assert questions_in_words(result, asks, "en") == "“Signs” or “Age” or “When it happened”"
    assert questions_in_words(result, asks, "nb") == "«Signs» eller «Age» eller «Når det skjedde»"
    assert questions_in_words(result, [], "en") == ""


@pytest.mark.parametrize(
    ("adult", "decided", "state", "told"),
    [
        (True, None, "unknown", False),
        (True, "2026-11-30", "not_started", True),
        (True, "2026-11-29", "running", True),
        (True, "2026-11-19", "running", True),
        (True, "2026-11-18", "expired", True),
        (None, "2026-11-25", "may_run", True),
        (True, between("11-25", "11-27"), "may_run", True),
        (True, between("11-25", "11-30"), "may_run", True),
        (True, between("11-01", "11-18"), "expired", True),
        (True, between(None, "11-18"), "expired", True),
        (True, between("11-30", None), "not_started", True),
    ],
)
def test_a_clock_is_in_one_state(
    make_pack: MakePack, adult: bool | None, decided: Any, state: str, told: bool
) -> None:
    pack = pack_of(make_pack, clock())
    times = pack.assess({"adult": adult, "decided_on": decided}, asked_on=ON).clock("c")
    assert (times.state, times.told) == (state, told)


@pytest.mark.parametrize(
    ("end", "earliest", "exact"),
    [((5, 5), 5, True), ((5, 6), 5, False), ((-inf, 6), -inf, False), ((inf, inf), -inf, True)],
)
def test_the_earliest_end_of_a_clock(
    end: tuple[float, float], earliest: float, exact: bool
) -> None:
    times = ClockTimes((0, 0), end, "running", True)
    assert (times.earliest, times.exact) == (earliest, exact)


def test_without_a_question_to_ask_only_what_is_sure_is_said(make_pack: MakePack) -> None:
    pack = pack_of(make_pack, clock())
    for decided, said in (
        (between("11-25", "11-27"), f"It is the earliest day that is possible. {CALL}"),
        (None, CALL),
    ):
        result, (limit,) = shown(pack, adult=True, decided_on=decided)
        assert advice(replace(limit, asks=()), result, "en") == said


def test_a_limit_with_nothing_to_do_afterwards_says_nothing_of_it(make_pack: MakePack) -> None:
    result, (limit,) = shown(pack_of(make_pack, clock()), adult=True, decided_on="2026-11-18")
    bare = replace(limit, rule=replace(limit.rule, extra={}))
    assert (advice(limit, result, "en"), advice(bare, result, "en")) == ("Afterwards", "")


def test_it_is_said_in_the_language_of_the_reader(make_pack: MakePack) -> None:
    after = "{nb: Etterpå, nn: Etterpå, en: Afterwards}"
    facts = FACTS.replace("label: Decided", "label: {nb: Bestemt, nn: Bestemt, en: Decided}")
    actors = ACTORS.replace("name: Police", "name: {nb: Politi, nn: Politi, en: Police}")
    pack = make_pack("rules:\n" + clock(after=after), actors=actors, facts=facts + PROFESSION)
    result, (limit,) = shown(pack, adult=True, decided_on=between("11-18", "11-19"))
    said = (
        "Finn ut i dag: «Bestemt». Det avgjør om fristen er ute. Etterpå Ring i dag: Politi 02800."
    )
    assert advice(limit, result, "nb") == said


def test_one_that_may_apply_is_shown_as_soon_as_a_side_of_its_end_is_known(
    make_pack: MakePack,
) -> None:
    pack = pack_of(make_pack, clock())
    for low, high in (("11-25", None), (None, "11-25")):
        assert len(shown(pack, adult=None, decided_on=between(low, high))[1]) == 1


def test_what_nobody_has_answered_is_asked_before_what_is_known_in_part(
    make_pack: MakePack,
) -> None:
    pack = pack_of(make_pack, clock(when="'signs.a and signs.b and adult'"))
    some = {"signs": {"has": ["a"]}, "decided_on": "2026-11-25"}
    for facts, asks in ((some, ("adult",)), ({**some, "adult": True}, ("signs.b",))):
        _, (limit,) = shown(pack, **facts)
        assert limit.asks == asks
