# SPDX-License-Identifier: EUPL-1.2
"""Matching: hard rules are never broken, what is not known is asked, and every position is told."""

from dataclasses import fields, replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samvern.places.labels import ASKS, BEFORE, HINDERS, REASONS
from samvern.places.matching.hard_rules import BEARS, HARD, OUT, STAFF, SURE, USE
from samvern.places.matching.ranking import explain_before, judge, order, rank, why_not
from samvern.places.matching.soft_rules import SOFT, WEIGHTS
from samvern.places.matching.traits import PlaceTraits, RequestTraits
from support.rule_columns import OF_A_PLACE, TURNS_ON, RuleColumns
from support.traits import place_traits, request_traits


def breaks(place: PlaceTraits, request: RequestTraits) -> bool:
    """What must never be shown, written once more and otherwise than the rules are."""
    known_sex = bool(request.sex and place.sexes)
    return any(
        (
            known_sex and request.sex not in place.sexes,
            request.age is not None and place.oldest is not None and request.age > place.oldest,
            request.age is not None and place.youngest is not None and request.age < place.youngest,
            request.children > 0 and place.children is False,
            place.beds < 1 + request.children,
            request.accessible and place.accessible is False,
            place.security < request.security,
            STAFF[place.staffed] < STAFF[request.staffed],
            request.avoids and place.apart is False,
            bool(place.policy and request.use) and BEARS[place.policy] < USE[request.use],
        )
    )


def unknown(place: PlaceTraits, request: RequestTraits) -> bool:
    """Whether something a hard rule turns on is not known."""
    return any(
        (
            len(place.sexes) < 3 and not (request.sex and place.sexes),
            request.age is None,
            bool(request.children) and place.children is None,
            request.accessible and place.accessible is None,
            request.avoids and place.apart is None,
            place.policy != "admitted"
            and request.use != "none"
            and not (place.policy and request.use),
        )
    )


@given(st.lists(place_traits, max_size=12), request_traits)
def test_nothing_that_is_shown_breaks_a_hard_rule(
    places: list[PlaceTraits], request: RequestTraits
) -> None:
    shown = rank(places, request)
    assert not any(breaks(found.place, request) for found in shown)
    assert len(shown) == sum(not breaks(place, request) for place in places)


@given(st.lists(place_traits, max_size=12), request_traits)
def test_what_is_not_known_is_asked_and_comes_after_what_is_sure(
    places: list[PlaceTraits], request: RequestTraits
) -> None:
    shown = rank(places, request)
    for found in shown:
        if unknown(found.place, request):
            assert found.verdict != SURE and found.asks
        assert bool(found.asks) == (found.verdict != SURE)
        assert set(found.asks) <= set(ASKS)
    verdicts = [found.verdict for found in shown]
    assert verdicts == sorted(verdicts, reverse=True)


@given(st.lists(place_traits, max_size=10, unique_by=lambda p: p.key), request_traits, st.randoms())
def test_the_order_is_one_and_told(
    places: list[PlaceTraits], request: RequestTraits, chance: st.DataObject
) -> None:
    shown = rank(places, request)
    mixed = list(places)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert [f.place for f in rank(mixed, request)] == [f.place for f in shown]
    for first, second in pairwise(shown):
        assert order(first) <= order(second)
        said = explain_before(first, second)
        assert said in BEFORE
        if said not in ("sure", "name"):
            assert first.parts[said] > second.parts[said]
    for found in shown:
        assert found.score == sum(found.parts.values()) <= sum(WEIGHTS.values())
        assert set(found.reasons) <= set(REASONS)


@given(st.lists(place_traits, max_size=10), request_traits)
def test_columns_say_what_the_rules_say(places: list[PlaceTraits], request: RequestTraits) -> None:
    columns = RuleColumns(places)
    judged = [judge(place, request) for place in places]
    assert columns.verdicts(request).tolist() == [found.verdict for found in judged]
    assert columns.points(request).tolist() == [found.score for found in judged]


@given(place_traits, request_traits, request_traits)
def test_a_rule_turns_on_nothing_but_what_is_stated(
    place: PlaceTraits, request: RequestTraits, other: RequestTraits
) -> None:
    for name, rule in {**HARD, **SOFT}.items():
        same = {trait: getattr(request, trait) for trait in TURNS_ON[name]}
        assert rule(place, request) == rule(place, replace(other, **same))
        assert set(OF_A_PLACE[name]) <= {field.name for field in fields(place)}


@given(st.lists(place_traits, max_size=8), request_traits)
def test_what_keeps_places_out_is_told(places: list[PlaceTraits], request: RequestTraits) -> None:
    told = why_not(places, request)
    assert set(told) <= set(HINDERS)
    assert sum(told.values()) <= sum(judge(p, request).verdict == OUT for p in places)


def test_no_rule_is_without_words() -> None:
    assert set(SOFT) == set(REASONS) == set(WEIGHTS)
    assert set(HARD) == set(HINDERS)
    assert set(ASKS) <= set(HARD)


def test_a_rare_place_stays_free_for_whoever_needs_it() -> None:
    plain = PlaceTraits(key=1, name="b", sexes=frozenset(["woman", "man", "other"]), youngest=18)
    rare = replace(plain, key=2, name="a", security=3, accessible=True)
    shown = rank([rare, plain], RequestTraits(sex="woman", age=30, use="none"))
    assert [found.place.key for found in shown] == [1, 2]
    assert explain_before(*shown) == "plain"
    needs = RequestTraits(sex="woman", age=30, use="none", security=3, accessible=True)
    assert [found.place.key for found in rank([rare, plain], needs)] == [2]
