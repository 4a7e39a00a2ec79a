# SPDX-License-Identifier: EUPL-1.2
"""A result explained from the day asked says what one explained from the beginning says."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from samvern.law import BirthError, InputError, Pack, Result, load_pack
from samvern.law.brief_result import PARTS
from samvern.law.evaluation import evaluate
from support.packs import less_known, whole_situations

NORWAY = load_pack("norway")
days = st.dates(date(2014, 1, 1), date(2027, 12, 31))
events = st.one_of(st.none(), days, days.map(lambda day: {"max": day}))


def assessed(facts: dict[str, Any], day: date, event: object) -> Result:
    try:
        return NORWAY.assess(facts, asked_on=day, event_on=event)
    except InputError as error:
        assume("contradicts" not in str(error) and not isinstance(error, BirthError))
        raise


def plain(result: Result) -> Result:
    """The same evaluation, explained without anything that was kept."""
    planes = (result.certain, result.possible)
    return Result(result.pack, result.situation, result.dates, planes, result.spans)


@settings(max_examples=20)  # two whole answers each
@given(st.data(), days, events, st.integers(0, 60))
def test_what_is_kept_for_the_day_changes_no_answer(
    data: Any, day: date, event: object, most: int
) -> None:
    facts = data.draw(whole_situations(NORWAY.ruleset, most=most))
    result = assessed(data.draw(less_known(NORWAY.ruleset, facts)), day, event)
    for include in ((), PARTS):
        assert result.as_dict("nn", include) == plain(result).as_dict("nn", include)


@given(st.data(), days, events)
def test_what_is_evaluated_from_the_day_is_as_from_the_beginning(
    data: Any, day: date, event: object
) -> None:
    result = assessed(data.draw(whole_situations(NORWAY.ruleset)), day, event)
    places = result.program.node_of_leaf
    leaves = [(result.certain[node], result.possible[node]) for node in places]
    assert evaluate(result.program, leaves, 1) == (result.certain, result.possible)


def test_the_day_of_an_event_is_not_kept(norway: Pack) -> None:
    pack = Pack(norway.ruleset)
    for number in range(1, 20):
        pack.assess({}, asked_on=date(2026, 11, 23), event_on=date(2026, 1, number))
    assert len(pack._bases) == 1


@settings(max_examples=20)
@given(st.data(), days)
def test_the_first_reasons_and_their_number_are_those_of_all(data: Any, day: date) -> None:
    result = assessed(data.draw(whole_situations(NORWAY.ruleset, most=40)), day, None)
    for id in NORWAY.ruleset.rules:
        all_ = result.why(id)
        names, more = result.short_reasons.reasons(id, 3)
        assert ([*names], more) == (all_[:3], max(0, len(all_) - 3))
        heads = list(dict.fromkeys(name.partition(".")[0] for name in result.missing(id)))
        assert result.short_reasons.waits(id, 4) == heads[:4]


def test_a_short_answer_names_five_facts_and_how_many_more(norway: Pack) -> None:
    result = norway.assess({"in_danger": False}, asked_on=date(2026, 11, 23))
    short, all_ = result.as_dict(), result.as_dict(most=0)
    for one, whole in zip(short["rights"], all_["rights"], strict=True):
        told, names = one.get("missing", one.get("why")), whole.get("missing", whole.get("why"))
        assert len(told) + one.get("more", 0) == len(names)
        assert set(told) <= set(names)
        assert len(told) <= short["most_told"] == 5
    assert "most_told" not in all_


@pytest.mark.parametrize("most", [0, 5])
def test_a_stored_answer_is_replayed_as_short_as_it_was(norway: Pack, most: int) -> None:
    stored = norway.assess({"age": 15}, asked_on=date(2026, 11, 23)).as_dict("nn", most=most)
    assert norway.replayed(stored, "nn") == stored
