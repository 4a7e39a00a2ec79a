# SPDX-License-Identifier: EUPL-1.2
"""What is said of a person, read: each way to write a fact, and each mistake with its remedy."""

from datetime import UTC, date, datetime
from math import inf, nan
from typing import Any

import pytest

from samvern.law import InputError
from samvern.law.model import RuleSet
from samvern.law.situation import Situation, canonical, read_situation, read_span
from support.packs import FACTS, MakePack, rule

DAY = float(date(2026, 9, 15).toordinal())


@pytest.fixture
def ruleset(make_pack: MakePack) -> RuleSet:
    """Facts: adult (yes or no), age (0 to 120), stay (a choice), signs (a set), decided_on."""
    return make_pack(rule("adult")).ruleset


def one(ruleset: RuleSet, fact: str, value: Any) -> Situation:
    return read_situation(ruleset, {fact: value})


@pytest.mark.parametrize(
    ("value", "bits"),
    [
        (True, (1, 0)), (False, (0, 1)), ("yes", (1, 0)), ("No", (0, 1)), ("TRUE", (1, 0)),
        ("false", (0, 1)),
    ],
)  # fmt: skip
def test_a_yes_no_fact(ruleset: RuleSet, value: Any, bits: tuple[int, int]) -> None:
    assert one(ruleset, "adult", value).bits == {"adult": bits}


@pytest.mark.parametrize(
    ("value", "mask"),
    [
        ("none", 1), ("citizen", 4), (["asylum"], None), ({"one_of": ["none", "asylum"]}, 3),
        ({"not": ["asylum"]}, 5), ({"one_of": ["none", "asylum"], "not": ["none"]}, 2),
    ],
)  # fmt: skip
def test_a_choice(ruleset: RuleSet, value: Any, mask: int | None) -> None:
    if mask is None:
        with pytest.raises(InputError, match="is not one of its options; use none, asylum, citi"):
            one(ruleset, "stay", value)
    else:
        assert one(ruleset, "stay", value).masks == {"stay": mask}


@pytest.mark.parametrize(
    ("value", "bits"),
    [
        ([], (0, 0)), (["a", "c"], (5, 0)), ({"has": ["b"]}, (2, 0)), ({"not": ["b"]}, (0, 2)),
        ({"has": ["a"], "not": ["d"]}, (1, 8)), ({"only": ["a", "b"]}, (3, 12)),
        ({"only": []}, (0, 15)),
    ],
)  # fmt: skip
def test_a_set(ruleset: RuleSet, value: Any, bits: tuple[int, int]) -> None:
    assert one(ruleset, "signs", value).bits == {"signs": bits}


@pytest.mark.parametrize(
    ("fact", "value", "span"),
    [
        ("age", 120, (120, 120)), ("age", 17, (17, 17)),
        ("age", 17.5, (17.5, 17.5)), ("age", 0, (0, 0)),
        ("age", 120.0, (120, 120)), ("age", {"min": 16}, (16, inf)),
        ("age", {"max": 18}, (-inf, 18)),
        ("age", {"min": 16, "max": 16}, (16, 16)), ("decided_on", "2026-09-15", (DAY, DAY)),
        ("decided_on", date(2026, 9, 15), (DAY, DAY)),
        ("decided_on", {"max": "2026-09-15"}, (-inf, DAY)),
        ("decided_on", {"min": "2026-09-15", "max": "2026-09-16"}, (DAY, DAY + 1)),
        ("decided_on", "1800-01-01", (657072, 657072)),
        ("decided_on", "2299-12-31", (839692, 839692)),
    ],
)  # fmt: skip
def test_a_number_and_a_day(
    ruleset: RuleSet, fact: str, value: Any, span: tuple[float, float]
) -> None:
    assert one(ruleset, fact, value).spans == {fact: span}


@pytest.mark.parametrize("value", [None, "", "unknown"])
@pytest.mark.parametrize("fact", ["adult", "age", "stay", "signs", "decided_on"])
def test_what_is_not_known_is_not_there(ruleset: RuleSet, fact: str, value: Any) -> None:
    assert one(ruleset, fact, value) == Situation()


CHECK, FROM_TO = "check the year", "must be from 1800-01-01 to 2299-12-31"
MIN_MAX = "is neither a value nor {min, max}; give min, max or both"
NO_DAY = "is not a day that exists; write it as 2026-09-15"


@pytest.mark.parametrize(
    ("fact", "value", "said"),
    [
        ("adult", 1, "1: is a yes or no question; write true, false or unknown"),
        ("adult", "perhaps", "'perhaps': is a yes or no question; write true, false or unknown"),
        ("adult", [], "[]: is a yes or no question; write true, false or unknown"),
        ("stay", "there", "'there': is not one of its options; use none, asylum, citizen"),
        ("stay", 1, "1: is not one of its options; use none, asylum, citizen"),
        ("stay", {"one_of": []}, "{'one_of': []}: leaves no option; leave at least one open"),
        ("stay", {}, "{}: may hold only one_of, not"),
        ("stay", {"has": []}, "{'has': []}: may hold only one_of, not"),
        ("stay", {"one_of": "asylum"}, "'asylum': must be a list of options; write [a, b]"),
        ("signs", "a", "'a': must be a list of options; write [a, b]"),
        ("signs", 3, "3: must be a list of options; write [a, b]"),
        ("signs", ["a", "x"], "'x': is not one of its options; use a, b, c, d"),
        ("signs", [["a"]], "['a']: is not one of its options; use a, b, c, d"),
        ("signs", {}, "{}: may hold only has, not, only"),
        ("signs", {"one_of": []}, "{'one_of': []}: may hold only has, not, only"),
        ("age", "17", "'17': is not a number; give years"),
        ("age", True, "True: is not a number; give years"),
        ("age", nan, "nan: is not a number; give years"),
        ("age", inf, "inf: is not a number; give years"),
        ("age", -1, "-1: must be from 0 to 120"),
        ("age", 120.5, "120.5: must be from 0 to 120"),
        ("age", {}, "{}: " + MIN_MAX),
        ("age", {"from": 1}, "{'from': 1}: " + MIN_MAX),
        ("age", {"min": 3, "max": 2}, "{'min': 3, 'max': 2}: has a min above its max; swap them"),
        ("decided_on", "2026-02-30", "'2026-02-30': " + NO_DAY),
        ("decided_on", 20260915, "20260915: " + NO_DAY),
        ("decided_on", datetime(2026, 9, 15, tzinfo=UTC), None),
        ("decided_on", "1799-12-31", f"'1799-12-31': {FROM_TO}; {CHECK}"),
        ("decided_on", date(2300, 1, 1), f"'2300-01-01': {FROM_TO}; {CHECK}"),
        (
            "signs", {"has": ["a"], "not": ["a"]},
            "{'has': ['a'], 'not': ['a']}: both has and lacks the same option; choose one",
        ),
        ("adlt", 1, "1: is not a fact of this pack; see the schema; did you mean adult?"),
        ("zzzz", 1, "1: is not a fact of this pack; see the schema"),
    ],
)  # fmt: skip
def test_each_mistake_is_named_with_its_remedy(
    ruleset: RuleSet, fact: str, value: Any, said: str | None
) -> None:
    with pytest.raises(InputError) as refused:
        one(ruleset, fact, value)
    assert refused.value.field == fact
    assert refused.value.reason == said or (said is None and NO_DAY in refused.value.reason)
    assert str(refused.value) == f"{fact}: {refused.value.reason}"


def test_what_is_no_object_of_facts_is_refused(ruleset: RuleSet) -> None:
    with pytest.raises(InputError) as refused:
        read_situation(ruleset, ["adult"])  # type: ignore[arg-type]
    assert str(refused.value) == "facts: ['adult']: must be an object of fact names and values"
    strange: Any = {7: True}
    with pytest.raises(InputError, match=r"^7: True: is not a fact of this pack"):
        read_situation(ruleset, strange)


@pytest.mark.parametrize(
    ("length", "shown"), [(58, "'" + "y" * 58 + "'"), (59, "'" + "y" * 56 + "…")]
)
def test_of_a_long_value_and_a_long_name_only_the_beginning_is_repeated(
    ruleset: RuleSet, length: int, shown: str
) -> None:
    with pytest.raises(InputError) as refused:
        read_situation(ruleset, {"x" * 80: "y" * length})
    assert refused.value.field == "x" * 60
    assert refused.value.reason == f"{shown}: is not a fact of this pack; see the schema"


def test_a_number_without_a_unit_is_asked_for_as_a_number(make_pack: MakePack) -> None:
    count = "  count: {type: number, min: 0, max: 9, label: Count}\n"
    with pytest.raises(InputError, match=r"count: 'x': is not a number; give a number$"):
        read_situation(make_pack(rule("adult"), facts=FACTS + count).ruleset, {"count": "x"})


def test_a_day_alone_or_between_two_is_a_span() -> None:
    assert read_span("day", "2026-09-15") == (DAY, DAY)
    assert read_span("day", {"min": "2026-09-15"}) == (DAY, inf)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({}, "{}: " + MIN_MAX),
        ({"min": "2026-09-15", "max": "x"}, f"'x': {NO_DAY}"),
        ({"min": "x", "max": "2026-09-15"}, f"'x': {NO_DAY}"),
        (
            {"min": "2026-09-16", "max": "2026-09-15"},
            "{'min': '2026-09-16', 'max': '2026-09-15'}: has a min above its max; swap them",
        ),
    ],
)  # fmt: skip
def test_what_is_no_span_is_told_of_its_field(value: Any, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read_span("day", value)
    assert str(refused.value) == f"day: {said}"


def test_what_was_given_is_kept_as_json_carries_it(ruleset: RuleSet) -> None:
    facts = {
        "adult": True, "age": {"min": 16}, "signs": ("b", "a"), "stay": "none",
        "decided_on": {"min": date(2026, 9, 15), "max": datetime(2026, 9, 16, tzinfo=UTC).date()},
    }  # fmt: skip
    assert read_situation(ruleset, facts).given == {
        "adult": True, "age": {"min": 16}, "signs": ["b", "a"], "stay": "none",
        "decided_on": {"max": "2026-09-16", "min": "2026-09-15"},
    }  # fmt: skip
    assert [canonical(value) for value in (None, True, 1.5)] == [None, True, 1.5]
    assert list(canonical({"b": 1, "a": {2: date(2026, 9, 15)}}).items()) == [
        ("a", {"2": "2026-09-15"}), ("b", 1),
    ]  # fmt: skip
