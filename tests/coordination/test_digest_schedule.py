# SPDX-License-Identifier: EUPL-1.2
"""When a letter is due: a year of messages, quiet hours across midnight, summer time."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.coordination.email_digests.schedule import (
    AT_ONCE,
    DIGEST,
    OFF,
    OSLO,
    DigestPreference,
    UnreadNotice,
    is_letter_due,
    is_quiet,
    last_digest,
)

NIGHT = {"quiet_from": time(21), "quiet_to": time(7)}
STEP = timedelta(minutes=5)


def oslo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


@pytest.mark.parametrize(
    ("at", "quiet"),
    [
        ("2027-01-13 20:59", False),
        ("2027-01-13 21:00", True),
        ("2027-01-14 00:00", True),
        ("2027-01-14 06:59", True),
        ("2027-01-14 07:00", False),
    ],
)
def test_quiet_hours_cross_midnight(at: str, quiet: bool) -> None:
    assert is_quiet(DigestPreference(**NIGHT), oslo(at)) is quiet


def test_quiet_hours_within_a_day_and_none_where_both_ends_are_one() -> None:
    noon = DigestPreference(quiet_from=time(11), quiet_to=time(12))
    assert [is_quiet(noon, oslo(f"2027-01-13 {at}")) for at in ("10:59", "11:30", "12:00")] == [
        False, True, False,
    ]  # fmt: skip
    assert not is_quiet(
        DigestPreference(quiet_from=time(9), quiet_to=time(9)), oslo("2027-01-13 09:00")
    )


def test_a_weekend_is_quiet_from_midnight_to_midnight() -> None:
    wish = DigestPreference(quiet_weekends=True)
    moments = ["2027-01-15 23:59", "2027-01-16 00:00", "2027-01-17 23:59", "2027-01-18 00:00"]
    assert [is_quiet(wish, oslo(at)) for at in moments] == [False, True, True, False]


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2027, 3, 27), 23), (date(2027, 10, 30), 25), (date(2027, 5, 1), 24)],
)
def test_a_digest_comes_once_a_day_on_both_sides_of_summer_time(day: date, hours: int) -> None:
    wish = DigestPreference(letters=DIGEST, digest_at=time(8))
    first = datetime.combine(day, time(8), OSLO)
    second = datetime.combine(day + timedelta(days=1), time(8), OSLO)
    assert second.timestamp() - first.timestamp() == hours * 3600
    just_before = datetime.fromtimestamp(second.timestamp() - 1, UTC)
    assert last_digest(wish, just_before) == first
    assert last_digest(wish, second.astimezone(UTC)) == second


def test_a_digest_at_an_hour_that_is_not_comes_when_the_clock_has_jumped() -> None:
    wish = DigestPreference(letters=DIGEST, digest_at=time(2, 30))
    waiting = [UnreadNotice(oslo("2027-03-28 01:00"))]
    before = datetime(2027, 3, 28, 1, 29, tzinfo=UTC)
    assert not is_letter_due(wish, waiting, before)
    assert is_letter_due(wish, waiting, before + timedelta(minutes=1))


def test_what_came_after_the_digest_waits_for_the_next() -> None:
    wish = DigestPreference(letters=DIGEST, digest_at=time(8))
    waiting = [UnreadNotice(oslo("2027-01-13 08:01"))]
    assert not is_letter_due(wish, waiting, oslo("2027-01-13 23:00"))
    assert is_letter_due(wish, waiting, oslo("2027-01-14 08:00"))


def test_a_digest_whose_time_is_quiet_comes_when_the_quiet_ends() -> None:
    wish = DigestPreference(letters=DIGEST, digest_at=time(6), **NIGHT)
    waiting = [UnreadNotice(oslo("2027-01-13 12:00"))]
    assert not is_letter_due(wish, waiting, oslo("2027-01-14 06:30"))
    assert is_letter_due(wish, waiting, oslo("2027-01-14 07:00"))


@pytest.mark.parametrize("letters", [AT_ONCE, DIGEST])
def test_what_cannot_wait_passes_if_she_so_wishes(letters: str) -> None:
    night = oslo("2027-01-14 03:00")
    waiting = [UnreadNotice(night, urgent=True)]
    assert is_letter_due(DigestPreference(letters=letters, **NIGHT), waiting, night)
    assert not is_letter_due(
        DigestPreference(letters=letters, urgent_passes=False, **NIGHT), waiting, night
    )


def test_none_comes_to_whoever_wants_none() -> None:
    waiting = [UnreadNotice(oslo("2027-01-13 12:00"), urgent=True)]
    assert not is_letter_due(DigestPreference(letters=OFF), waiting, oslo("2027-06-13 12:00"))


times = st.times(max_value=time(23, 59)).map(lambda t: t.replace(second=0, microsecond=0))
wishes = st.builds(
    DigestPreference,
    letters=st.sampled_from([AT_ONCE, DIGEST]),
    digest_at=times,
    quiet_from=st.one_of(st.none(), times),
    quiet_to=st.one_of(st.none(), times),
    quiet_weekends=st.booleans(),
    urgent_passes=st.booleans(),
)
START = datetime(2027, 1, 1, tzinfo=UTC)
year = st.integers(0, 365 * 24 * 60)
messages = st.lists(
    st.builds(
        lambda minute, urgent: UnreadNotice(START + timedelta(minutes=minute), urgent),
        year,
        st.booleans(),
    ),
    min_size=1,
    max_size=40,
)
LONGEST = timedelta(days=5)
"""A weekend that is quiet, a digest just missed before it, and quiet hours around both."""


@given(wishes, messages)
@settings(max_examples=60)
def test_in_a_year_nothing_that_can_wait_is_told_in_quiet_hours_and_nothing_is_lost(
    wish: DigestPreference, told: list[UnreadNotice]
) -> None:
    """A clock that beats every five minutes around each message, until all has been told."""
    waiting: list[UnreadNotice] = []
    queue = sorted(told, key=lambda each: each.at)
    now = queue[0].at
    while queue or waiting:
        if not waiting and queue and queue[0].at > now:
            now = queue[0].at
        while queue and queue[0].at <= now:
            waiting.append(queue.pop(0))
        if is_letter_due(wish, waiting, now):
            passes = wish.urgent_passes and any(each.urgent for each in waiting)
            assert passes or not is_quiet(wish, now)
            if wish.letters == DIGEST and not passes:
                assert any(each.at < last_digest(wish, now) for each in waiting)
            waiting.clear()
        oldest = min((each.at for each in waiting), default=now)
        assert now - oldest <= LONGEST or _always_quiet(wish)
        if _always_quiet(wish) and now - oldest > LONGEST:
            return
        now += STEP


def _always_quiet(wish: DigestPreference) -> bool:
    """Quiet hours that leave less of the day than the clock's beat."""
    if wish.quiet_from is None or wish.quiet_to is None or wish.quiet_from == wish.quiet_to:
        return False
    start, end = (t.hour * 60 + t.minute for t in (wish.quiet_from, wish.quiet_to))
    return (start - end) % (24 * 60) <= 5
