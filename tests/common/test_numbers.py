# SPDX-License-Identifier: EUPL-1.2
"""Numbers as people write them."""

import pytest

from samvern.common.numbers import decimal_number, looks_like_a_number, printed_count, whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("017", 17), ("", None), ("-1", None), ("1.0", None), ("٣", None), ("²", None)],
)
def test_whole_numbers(text: str, number: int | None) -> None:
    assert whole_number(text) == number


def test_a_whole_number_has_no_more_digits_than_are_taken() -> None:
    assert (whole_number("999", 3), whole_number("1000", 3)) == (999, None)
    assert whole_number("9" * 5000) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,5", 1.5), ("1.5", 1.5), ("-2", -2.0), ("", None), ("nan", None), ("1,5,0", None)],
)
def test_decimal_numbers(text: str, number: float | None) -> None:
    assert decimal_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 234", 1234.0), ("1.234", 1234.0), ("1,234", 1234.0), ("1\u00a0234", 1234.0),
        ("17.0", 17.0), ("17.000", 17000.0), ("1234.000", 1234.0), ("17,5", None), ("-3", None),
    ],
)  # fmt: skip
def test_counts_as_they_are_printed(text: str, number: float | None) -> None:
    assert printed_count(text) == number


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("-12", True), ("1 234", True), ("1,5", True), ("1 23", False), ("12 kg", False), ("", False)],
)
def test_what_looks_like_a_number(text: str, is_one: bool) -> None:
    assert looks_like_a_number(text) is is_one
