# SPDX-License-Identifier: EUPL-1.2
"""Codes of apps: the vectors of the standard, and what the window lets through."""

import base64
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.access.login.second_factors.totp import STEP, counter_of, hotp_code

SECRET = base64.b32encode(b"12345678901234567890").decode()
VECTORS = {  # RFC 6238 appendix B, SHA-1, the last six digits
    59: "287082",
    1111111109: "081804",
    1111111111: "050471",
    1234567890: "005924",
    2000000000: "279037",
    20000000000: "353130",
}


@pytest.mark.parametrize("second", VECTORS)
def test_the_vectors_of_the_standard(second: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: float(second))
    assert hotp_code(SECRET, second // STEP) == VECTORS[second]
    assert counter_of(SECRET, VECTORS[second]) == second // STEP


def test_a_code_may_be_written_with_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 59.0)
    assert counter_of(SECRET, " 287 082 ") == 1


@given(now=st.integers(2, 10**8), away=st.integers(-5, 5), used=st.integers(-5, 5))
def test_only_three_half_minutes_count_and_only_later_ones(now: int, away: int, used: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", lambda: float(now * STEP))
        code = hotp_code(SECRET, max(now + away, 0))
        may = {
            counter
            for counter in (now - 1, now, now + 1)
            if counter > now + used and hotp_code(SECRET, counter) == code
        }
        assert counter_of(SECRET, code, after=now + used) == max(may, default=None)


@pytest.mark.parametrize(
    ("away", "counts"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_the_half_minutes_beside_the_present_one_count(
    away: int, counts: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1234567890 // STEP
    monkeypatch.setattr(time, "time", lambda: 1234567890.0)
    assert counter_of(SECRET, hotp_code(SECRET, now + away)) == (now + away if counts else None)


@pytest.mark.parametrize(
    "code", ["", "28708", "2870820", "２８７０８２", "abcdef", "287082\n1", "-87082"]
)
def test_what_is_no_code_counts_for_nothing(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 59.0)
    assert counter_of(SECRET, code) is None
