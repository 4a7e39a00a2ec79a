# SPDX-License-Identifier: EUPL-1.2
"""Days nobody can have been born on: one rule, and the law never answers about such a person."""

from datetime import date, timedelta
from math import inf

import numpy as np
import pytest

from samvern.law import BirthError, Pack
from samvern.law.batch import assess_columns
from samvern.law.births import birth_problem, last_day, refuse_birth
from samvern.law.errors import InputError

ON = date(2026, 11, 23)
YESTERDAY, TOMORROW = ON - timedelta(days=1), ON + timedelta(days=1)


def born(value: object) -> dict[str, object]:
    return {"born_on": value, "purpose_seen": ["prostitution"]}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (TOMORROW, "future"),
        ("2030-05-01", "future"),
        ({"min": "2027-01-01", "max": "2027-12-31"}, "future"),
        ({"min": "2027-01-01"}, "future"),
        ("1905-11-23", "old"),
        ({"max": "1896-05-05"}, "old"),
        ({"min": "1880-01-01", "max": "1880-12-31"}, "old"),
    ],
)
def test_a_birth_that_cannot_be_is_refused(norway: Pack, value: object, problem: str) -> None:
    with pytest.raises(BirthError) as refused:
        norway.assess(born(value), asked_on=ON)
    assert (refused.value.problem, refused.value.field) == (problem, "born_on")
    assert "or leave it out if it is not known" in str(refused.value)


@pytest.mark.parametrize(
    "value",
    [
        ON, YESTERDAY, "1905-11-24", {"max": "1999-01-01"}, {"min": "2010-01-01"},
        {"min": "2026-01-01", "max": "2026-12-31"}, "unknown", None,
    ],
)  # fmt: skip
def test_a_birth_that_may_be_is_answered(norway: Pack, value: object) -> None:
    assert norway.assess(born(value), asked_on=ON).value("purpose").value == "yes"


def test_the_rule_turns_on_the_day(norway: Pack) -> None:
    with pytest.raises(BirthError, match="is after 2010-01-01, and nobody is born in the future"):
        norway.assess(born("2010-01-02"), asked_on=date(2010, 1, 1))
    assert (
        norway.assess(born("2010-01-02"), asked_on=date(2010, 1, 2)).value("minor").value == "yes"
    )


def test_a_later_day_asked_about_does_not_let_a_birth_to_come_in(norway: Pack) -> None:
    record = {"facts": born("2027-02-01"), "asked_on": "2028-01-01"}
    with pytest.raises(BirthError, match="is after 2026-11-23"):
        norway.assess_record(record, asked_on=ON, today=ON)


def test_a_column_with_one_unborn_is_refused(norway: Pack) -> None:
    days = np.array([date(1990, 1, 1).toordinal(), TOMORROW.toordinal()])
    with pytest.raises(BirthError, match="the column"):
        assess_columns(norway, {"born_on": days}, 2, asked_on=ON)
    assert assess_columns(norway, {"born_on": days[:1]}, 1, asked_on=ON).count == 1


def test_nobody_is_older_than_the_oldest_age_there_is(norway: Pack) -> None:
    oldest = int(norway.ruleset.facts["age"].max)
    day = date(ON.year - oldest, ON.month, ON.day).toordinal()
    year_before = date(ON.year - oldest - 1, ON.month, ON.day).toordinal()
    assert birth_problem((day, day), ON) == ""
    assert birth_problem((year_before, year_before), ON) == "old"


@pytest.mark.parametrize("value", [None, "", "unknown"])
def test_nothing_said_of_a_birth_is_refused_by_nobody(value: object) -> None:
    refuse_birth({} if value is None else {"born_on": value}, ON)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (
            "2026-11-24",
            "is after 2026-11-23, and nobody is born in the future; "
            "correct the day, or leave it out if it is not known",
        ),
        ("UNKNOWN", "is not a day that exists; write it as 2026-09-15"),
        ("17 May", "is not a day that exists; write it as 2026-09-15"),
    ],
)
def test_a_refused_birth_says_what_was_said_and_why(value: str, why: str) -> None:
    with pytest.raises(InputError) as refused:
        refuse_birth({"born_on": value}, ON)
    assert str(refused.value) == f"born_on: {value!r}: {why}"


def test_the_last_day_asked_about_is_the_end_of_what_may_be_meant() -> None:
    end = date(2028, 1, 1)
    assert last_day((ON.toordinal(), float(end.toordinal()))) == end
    assert last_day((ON.toordinal(), inf)) == date.max
