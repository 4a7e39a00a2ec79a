# SPDX-License-Identifier: EUPL-1.2
"""Every right that turns on the person's stay has an example case in every kind of stay."""

from collections import defaultdict
from datetime import date
from functools import cache

from samvern.law import Truth, load_pack
from samvern.law.checking import all_expressions, dependencies
from samvern.law.example_cases import assess_case
from samvern.law.expr import names_in
from samvern.law.model import ExampleCase

NORWAY = load_pack("norway")
BOOK = NORWAY.ruleset
ASKED = date(2026, 11, 23)
CHOICES = {"residence": frozenset(option.id for option in BOOK.facts["residence"].options)}


@cache
def turns_on_residence(id: str) -> bool:
    """Whether the stay can decide the rule, through any chain of other rules."""
    rule = BOOK.rules[id]
    named = {name for e in all_expressions(rule) for name in _facts(e)}
    return "residence" in named or any(
        turns_on_residence(other) for other in dependencies(BOOK, rule)
    )


def _facts(expr: object) -> list[str]:
    return [name.partition(".")[0] for name in names_in(expr, CHOICES)]  # type: ignore[arg-type]


def expected(case: ExampleCase) -> set[str]:
    said = (case.expect.get(value, []) for value in ("yes", "no", "unknown"))
    return {id for ids in said for id in (ids if isinstance(ids, list) else [str(ids)])}


def test_each_right_is_tried_in_each_kind_of_stay() -> None:
    tried: dict[str, set[str]] = defaultdict(set)
    for case in BOOK.cases:
        tried[str(case.facts.get("residence"))] |= expected(case)
        if assess_case(NORWAY, case).value("treated_as_child") is Truth.YES:
            tried["child"] |= expected(case)
    rights = [r.id for r in BOOK.rules.values() if r.kind == "right" and turns_on_residence(r.id)]
    columns = [str(column.facts.get("residence", column.id)) for column in BOOK.matrix]
    missed = [(right, at) for at in columns for right in rights if right not in tried[at]]
    assert missed == []


def test_the_rest_is_said_of_everybody() -> None:
    free = [r.id for r in BOOK.rules.values() if r.kind == "right" and not turns_on_residence(r.id)]
    for right in free:
        answers = {
            NORWAY.assess({"already_presumed": True, "residence": stay}, asked_on=ASKED).value(
                right
            )
            for stay in CHOICES["residence"]
        }
        assert len(answers) == 1, right
