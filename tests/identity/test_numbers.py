# SPDX-License-Identifier: EUPL-1.2
"""Person numbers: kinds, checks, birth dates, and the two worlds that never mix."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samvern.identity.numbers import (
    MONTH_SHIFTS,
    NumberError,
    NumberKind,
    NumberProblem,
    NumberSeries,
    check_digits,
    duf_check,
    parse_number,
)
from samvern.identity.synthetic_numbers import make_duf, make_number

BORN = st.dates(date(1854, 1, 1), date(2039, 12, 31))
SERIAL = st.integers(0, 150)
KINDS = st.sampled_from([NumberKind.BIRTH, NumberKind.D])
SERIES = st.sampled_from([NumberSeries(name) for name in MONTH_SHIFTS])
DIGITS = st.text("0123456789", min_size=1, max_size=14)
TENOR_CENTURY = date(1960, 2, 29)


def problem(text: str, *, synthetic_allowed: bool = True, on: date | None = None) -> NumberProblem:
    with pytest.raises(NumberError) as caught:
        parse_number(text, synthetic_allowed=synthetic_allowed, on=on)
    return caught.value.problem


@given(BORN, SERIAL, KINDS, SERIES)
def test_a_made_number_tells_kind_series_and_birth(
    born: date, serial: int, kind: NumberKind, series: NumberSeries
) -> None:
    text = make_number(born, serial, kind=kind, series=series)
    number = parse_number(text, synthetic_allowed=True)
    assert (number.kind, number.series, number.born) == (kind, series, born)
    assert number.normalised == text


@given(BORN, SERIAL, KINDS, st.sampled_from([NumberSeries.TENOR, NumberSeries.NHN]))
def test_production_refuses_a_test_number(
    born: date, serial: int, kind: NumberKind, series: NumberSeries
) -> None:
    text = make_number(born, serial, kind=kind, series=series)
    assert problem(text, synthetic_allowed=False) == NumberProblem.SYNTHETIC


@given(BORN, SERIAL)
def test_month_plus_forty_is_a_hospitals_in_production_and_navs_elsewhere(
    born: date, serial: int
) -> None:
    text = make_number(born, serial, series=NumberSeries.NAV)
    here, there = (parse_number(text, synthetic_allowed=allowed) for allowed in (True, False))
    assert (here.kind, here.series) == (NumberKind.BIRTH, NumberSeries.NAV)
    assert (there.kind, there.series, there.born) == (NumberKind.HOSPITAL, NumberSeries.REAL, born)


def test_navs_test_people_with_d_numbers_are_refused_in_production() -> None:
    text = make_number(date(1999, 5, 7), 3, kind=NumberKind.D, series=NumberSeries.NAV)
    assert problem(text, synthetic_allowed=False) == NumberProblem.SYNTHETIC


@given(st.dates(date(1854, 1, 1), date(1899, 12, 31)), st.integers(500, 749), KINDS)
def test_a_number_of_the_real_series_passes_in_production_alone(
    born: date, individual: int, kind: NumberKind
) -> None:
    """Tried on people who would be older than anybody living."""
    day = born.day + (40 if kind is NumberKind.D else 0)
    nine = f"{day:02d}{born.month:02d}{born.year % 100:02d}{individual:03d}"
    assume(check_digits(nine))
    text = nine + check_digits(nine)
    number = parse_number(text, synthetic_allowed=False)
    assert (number.kind, number.series, number.born) == (kind, NumberSeries.REAL, born)
    assert problem(text) == NumberProblem.REAL


@given(BORN, SERIAL, st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_never_accepted_by_the_second_check(
    born: date, serial: int, place: int, add: int
) -> None:
    text = make_number(born, serial)
    wrong = text[:place] + str((int(text[place]) + add) % 10) + text[place + 1 :]
    assert problem(wrong) == NumberProblem.CHECK


@given(st.integers(1960, 2099), st.integers(0, 999_999))
def test_duf_numbers(year: int, serial: int) -> None:
    made = parse_number(make_duf(year, serial), synthetic_allowed=True)
    assert (made.kind, made.series, made.born) == (NumberKind.DUF, NumberSeries.DUF_TEST, None)
    assert problem(make_duf(year, serial), synthetic_allowed=False) == NumberProblem.SYNTHETIC


@given(st.integers(1960, 1969), st.integers(0, 999_999))
def test_duf_numbers_of_the_real_series(year: int, serial: int) -> None:
    """Tried on years before there was such a register."""
    ten = f"{year}{serial:06d}"
    real = ten + duf_check(ten)
    assert parse_number(real, synthetic_allowed=False).series is NumberSeries.REAL
    assert problem(real) == NumberProblem.REAL


@pytest.mark.parametrize("text", ["16822548834", "11812448848", "47906701517"])
def test_published_tenor_examples(text: str) -> None:
    assert parse_number(text, synthetic_allowed=True).series is NumberSeries.TENOR


@given(st.integers(1, 3), st.integers(0, 999))
def test_the_rule_of_2032_gives_no_century(remainder: int, individual: int) -> None:
    head = f"018232{individual:03d}"
    first = (
        remainder - sum(w * int(d) for w, d in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), head, strict=True))
    ) % 11
    second = -sum(
        w * int(d) for w, d in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), f"{head}{first}", strict=False)
    )
    assume(first < 10 and second % 11 < 10)
    number = parse_number(f"{head}{first}{second % 11}", synthetic_allowed=True)
    assert (number.kind, number.born) == (NumberKind.BIRTH, None)


@given(BORN, SERIAL)
def test_from_2032_no_number_gives_a_century(born: date, serial: int) -> None:
    text = make_number(born, serial)
    assert parse_number(text, synthetic_allowed=True, on=date(2032, 1, 1)).born is None


@given(st.dates(date(2000, 1, 1), date(2031, 12, 30)), SERIAL)
def test_nobody_is_born_tomorrow(born: date, serial: int) -> None:
    text = make_number(born, serial)
    assert parse_number(text, synthetic_allowed=True, on=born).born == born
    assert problem(text, on=born - timedelta(days=1)) == NumberProblem.FUTURE


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_an_error_without_it(text: str) -> None:
    for allowed in (True, False):
        try:
            number = parse_number(text, synthetic_allowed=allowed)
        except NumberError as error:
            assert str(error) == error.problem.value
        else:
            assert number.normalised not in repr(number)


@given(BORN, SERIAL, st.sampled_from([" ", "-", ".", "\u00a0", "\u200e", "/"]), st.integers(1, 10))
def test_separators_and_marks_do_not_matter(born: date, serial: int, sign: str, at: int) -> None:
    text = make_number(born, serial)
    assert parse_number(f" {text[:at]}{sign}{text[at:]}\u200f", synthetic_allowed=True) == (
        parse_number(text, synthetic_allowed=True)
    )


def test_digits_of_other_scripts_are_digits() -> None:
    text = make_number(TENOR_CENTURY, 0)
    arabic = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert parse_number(arabic, synthetic_allowed=True).normalised == text


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", NumberProblem.EMPTY),
        (" - ", NumberProblem.EMPTY),
        ("A1234567890", NumberProblem.SIGNS),
        ("1234567890", NumberProblem.LENGTH),
        ("1234567890123", NumberProblem.LENGTH),
        ("00000000000", NumberProblem.DATE),
        ("99990000" + "0000", NumberProblem.CHECK),
    ],
)
def test_what_is_wrong_is_named(text: str, wrong: NumberProblem) -> None:
    assert problem(text) == wrong


def test_shared_hospital_numbers_hold_no_birth_date() -> None:
    nine = next(f"9{n:08d}" for n in range(100) if check_digits(f"9{n:08d}"))
    number = parse_number(nine + check_digits(nine), synthetic_allowed=False)
    assert (number.kind, number.born) == (NumberKind.SHARED_HOSPITAL, None)


@given(DIGITS)
def test_the_two_worlds_never_overlap_but_for_month_plus_forty(text: str) -> None:
    """A number that passes in both is a hospital's H-number, which NAV's test people look like."""
    try:
        here = parse_number(text, synthetic_allowed=True)
        there = parse_number(text, synthetic_allowed=False)
    except NumberError:
        return
    assert (here.series, there.kind) == (NumberSeries.NAV, NumberKind.HOSPITAL)
