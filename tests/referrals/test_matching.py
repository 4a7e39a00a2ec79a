# SPDX-License-Identifier: EUPL-1.2
"""Matching: what is known and does not fit rules out; what is not known never does."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from samvern.referrals.matching.domain import ASK, NO, Fit, PersonTraits, judge, open_at, ranked

NEEDS, PLACES = ("housing", "health", "legal"), ("Eksempelvik", "Eksempelby", "Eksempelfjord")
LANGUAGES = ("norsk", "Polsk", "rumensk")
NOW = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)


@dataclass
class Offer:
    """A service without a database."""

    needs: list[str] = field(default_factory=lambda: ["housing"])
    regions: list[str] = field(default_factory=list)
    sexes: list[str] = field(default_factory=list)
    youngest: int | None = None
    oldest: int | None = None
    with_children: bool | None = None
    languages: list[str] = field(default_factory=list)
    accessible: bool | None = None
    round_the_clock: bool = False
    hours: dict[str, Any] = field(default_factory=dict)


def some(values: Any, **more: Any) -> Any:
    return st.lists(st.sampled_from(values), unique=True, **more)


MAYBE = st.none() | st.booleans()
AGES = st.none() | st.integers(0, 100)
OFFERS = st.builds(
    Offer,
    needs=some(NEEDS, min_size=1),
    regions=some([*PLACES, "national"]),
    sexes=some(["female", "male", "other"]),
    youngest=AGES,
    oldest=AGES,
    with_children=MAYBE,
    languages=some(LANGUAGES),
    accessible=MAYBE,
    round_the_clock=st.booleans(),
    hours=st.dictionaries(st.sampled_from("0123456"), st.just(["08:00", "16:00"])),
)
PERSONS = st.builds(
    PersonTraits,
    sex=st.none() | st.sampled_from(["female", "male", "other"]),
    ages=st.none()
    | st.tuples(st.integers(0, 90), st.integers(0, 30)).map(lambda each: (each[0], sum(each))),
    children=st.none() | st.integers(0, 4),
    languages=some(LANGUAGES).map(tuple),
    wheelchair=MAYBE,
    place=st.none() | st.sampled_from(PLACES),
)
UNKNOWN = {
    "sex": {"sex": None}, "age": {"ages": None}, "children": {"children": None},
    "place": {"place": None}, "access": {"wheelchair": None},
}  # fmt: skip


@given(OFFERS, st.sampled_from(NEEDS))
def test_nobody_is_ruled_out_by_what_is_not_known(offer: Offer, need: str) -> None:
    verdict = judge(offer, need, PersonTraits(), NOW)
    assert (verdict.fit == Fit.NOT) == (need not in offer.needs)


@given(OFFERS, PERSONS, st.sampled_from(sorted(UNKNOWN)))
def test_forgetting_a_trait_excludes_nothing_by_it(
    offer: Offer, who: PersonTraits, about: str
) -> None:
    verdict = judge(offer, "housing", replace(who, **UNKNOWN[about]), NOW)
    assert {r.says for r in verdict.reasons if r.about == about} <= {ASK}
    assert verdict.fit <= judge(offer, "housing", who, NOW).fit or verdict.fit == Fit.MAY


@given(OFFERS, PERSONS)
def test_hard_constraints_are_never_broken(offer: Offer, who: PersonTraits) -> None:
    broken = [
        "housing" not in offer.needs,
        bool(offer.sexes) and who.sex is not None and who.sex not in offer.sexes,
        who.ages is not None and offer.youngest is not None and who.ages[1] < offer.youngest,
        who.ages is not None and offer.oldest is not None and who.ages[0] > offer.oldest,
        bool(who.children) and offer.with_children is False,
        bool(who.wheelchair) and offer.accessible is False,
        who.place is not None and bool(offer.regions) and "national" not in offer.regions
        and who.place not in offer.regions,
    ]  # fmt: skip
    verdict = judge(offer, "housing", who, NOW)
    assert (verdict.fit == Fit.NOT) == any(broken)
    assert any(r.says == NO for r in verdict.reasons) == any(broken)


@given(OFFERS, PERSONS)
def test_what_surely_fits_has_nothing_left_to_ask(offer: Offer, who: PersonTraits) -> None:
    verdict = judge(offer, "housing", who, NOW)
    asks = [r for r in verdict.reasons if r.says == ASK]
    assert (verdict.fit == Fit.FITS) == (not asks and verdict.fit != Fit.NOT)


@given(st.lists(st.tuples(OFFERS, st.sampled_from([0, 1, 2])), max_size=8), PERSONS)
def test_the_order_is_the_one_that_is_stated(
    offers: list[tuple[Offer, int]], who: PersonTraits
) -> None:
    judged = {i: judge(o, "housing", who, NOW, duty) for i, (o, duty) in enumerate(offers)}
    order = ranked(judged, {i: f"{i:02}" for i in judged})
    assert sorted(order) == sorted(judged)
    for one, other in pairwise(order):
        assert judged[one].order <= judged[other].order
    fits = [judged[i].fit != Fit.NOT for i in order]
    assert fits == sorted(fits, reverse=True)


def test_a_bound_body_comes_before_an_open_one() -> None:
    bound = judge(Offer(), "housing", PersonTraits(), NOW, 0)
    free = judge(Offer(round_the_clock=True), "housing", PersonTraits(), NOW, 2)
    assert ranked({"free": free, "bound": bound}, {"free": "a", "bound": "b"}) == ["bound", "free"]


def test_hours_are_norwegian_also_when_the_clock_is_moved() -> None:
    offer = Offer(hours={"6": ["01:00", "03:30"]})
    assert open_at(offer, datetime(2026, 3, 29, 0, 59, tzinfo=UTC)) is True  # 01:59
    assert open_at(offer, datetime(2026, 3, 29, 1, 29, tzinfo=UTC)) is True  # 03:29
    assert open_at(offer, datetime(2026, 3, 29, 1, 30, tzinfo=UTC)) is False  # 03:30
    assert open_at(offer, datetime(2026, 3, 30, 0, 0, tzinfo=UTC)) is False
    assert open_at(Offer(), NOW) is None
