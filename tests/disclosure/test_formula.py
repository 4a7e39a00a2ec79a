# SPDX-License-Identifier: EUPL-1.2
"""Formulas and the published cells they span."""

import pytest

from disclosure.tables import DATA, F1
from samvern.disclosure import TableError, cells_of, read_sheet
from samvern.disclosure.formula import parse_formula

F2 = F1 + " + (county+mun)*year*sex + (natreg+nat)*form*sex"


def shown(formula: str) -> list[str]:
    return [":".join(sorted(term)) for term in parse_formula(formula)]


def test_star_means_all_margins() -> None:
    assert shown("a*b") == ["", "a", "b", "a:b"]


def test_brackets_spread_over_a_product() -> None:
    assert shown("(a+b)*c") == ["", "a", "b", "c", "a:c", "b:c"]


def test_colon_leaves_the_margins_out() -> None:
    assert shown("~ a:b + c") == ["", "c", "a:b"]


@pytest.mark.parametrize("formula", ["", "a*", "a b", "(a+b", "a++b", "a)", "*", "(" * 60 + "a"])
def test_a_formula_that_is_not_one_is_refused(formula: str) -> None:
    with pytest.raises(TableError):
        parse_formula(formula)


@pytest.mark.parametrize(("formula", "published"), [(F1, 903), (F2, 2927)])
def test_published_cells_are_those_of_the_reference(formula: str, published: int) -> None:
    """SmallCountRounding 1.2.5 publishes as many on the same register."""
    assert cells_of(read_sheet(DATA / "register_1000.csv"), formula).published == published


def test_a_nested_variable_shows_its_ancestor_only_in_a_bracket() -> None:
    rows = cells_of(read_sheet(DATA / "register_1000.csv"), "(county+mun)").rows()
    assert {row for row in rows if row[0] == "M000"} == {("M000", "C00")}
