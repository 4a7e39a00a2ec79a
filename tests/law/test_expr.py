# SPDX-License-Identifier: EUPL-1.2
"""Expressions: what they mean, and that no text makes the reader stumble."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.law import PackError, Truth
from samvern.law.expr import ExpressionError, parse
from support.packs import MakePack, rule

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a and", "the end at column"),
        ("(a", "expected )"),
        ("a in b", "expected {"),
        ("x <> 2", "column 4"),
        ("known(x)", "expected and, or, or the end"),
        ("(" * 50 + "a" + ")" * 50, "nested deeper"),
        ("a or " * 3000 + "a", "longer than"),
        ("2026-02-30 < a", "not a day that exists"),
        ("__import__('os')", "cannot read"),
    ],
)
def test_a_broken_expression_says_where(text: str, says: str) -> None:
    with pytest.raises(ExpressionError, match=says.replace("(", r"\(").replace(")", r"\)")):
        parse(text)


@given(st.text(max_size=40) | st.text("ab andornti{}()<>=!+-,.2026 months", max_size=60))
def test_any_text_is_a_tree_or_a_refusal(text: str) -> None:
    try:
        parse(text)
    except ExpressionError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("when", "facts", "expected"),
    [
        ("adult", {"adult": True}, Truth.YES),
        ("adult", {}, Truth.UNKNOWN),
        ("not adult", {"adult": "yes"}, Truth.NO),
        ("adult or age < 18", {"age": 17}, Truth.YES),
        ("adult and age < 18", {"age": 18}, Truth.NO),
        ("adult and age < 18", {"age": 17}, Truth.UNKNOWN),
        ("age < 18", {"age": {"min": 15, "max": 20}}, Truth.UNKNOWN),
        ("age < 18", {"age": {"max": 17}}, Truth.YES),
        ("stay = asylum", {"stay": {"not": ["asylum"]}}, Truth.NO),
        ("stay in {asylum, none}", {"stay": {"one_of": ["asylum", "none"]}}, Truth.YES),
        ("stay != asylum", {"stay": "citizen"}, Truth.YES),
        ("signs", {"signs": ["b"]}, Truth.YES),
        ("signs", {"signs": {"only": []}}, Truth.NO),
        ("signs.a", {"signs": ["b"]}, Truth.UNKNOWN),
        ("signs.a", {"signs": {"only": ["b"]}}, Truth.NO),
        ("count(signs.a, signs.b, signs.c) >= 2", {"signs": ["a", "b"]}, Truth.YES),
        ("2 <= count(signs.a, signs.b)", {"signs": {"has": ["a"], "not": ["b"]}}, Truth.NO),
        ("count(signs.a, signs.b) = 1", {"signs": {"has": ["a"], "not": ["b"]}}, Truth.YES),
        ("asked_on <= decided_on + 6 months", {"decided_on": "2026-05-23"}, Truth.YES),
        ("asked_on <= decided_on + 6 months", {"decided_on": "2026-05-22"}, Truth.NO),
        ("decided_on < 2020-01-01", {"decided_on": {"max": "2019-12-31"}}, Truth.YES),
        ("yes", {}, Truth.YES),
    ],
)
def test_an_expression_means_what_it_says(
    make_pack: MakePack, when: str, facts: dict[str, object], expected: Truth
) -> None:
    assert make_pack(rule(when)).assess(facts, asked_on=TODAY).value("r") is expected


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ("nothing", "nothing is neither a fact"),
        ("signs.z", "signs.z is neither"),
        ("age", "age is a number; compare it"),
        ("age < 2026-01-01", "age is a number and const a date"),
        ("stay < asylum", "stay is a choice"),
        ("stay = paris", "paris is not an option of stay: none, asylum, citizen"),
        ("adult in {yes_}", "adult is not a choice"),
        ("decided_on + age < asked_on", "not a duration"),
        ("count(adult) > 1.5", "whole number"),
        ("adlt", "did you mean adult?"),
    ],
)
def test_a_wrong_name_or_type_is_refused_with_the_rule(
    make_pack: MakePack, when: str, says: str
) -> None:
    with pytest.raises(PackError) as refused:
        make_pack(rule(when))
    problem = refused.value.problems[0]
    assert (problem.file, problem.line) == ("tiny/rules.yaml", 2)
    assert says in str(problem)
