# SPDX-License-Identifier: EUPL-1.2
"""What receivers do with a referral, by figures that are assumed."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from samvern.access.workflow import RECEIVER, SENDER
from samvern.cases.notices.reminder_clock import OSLO
from samvern.law.dates import Holidays
from support.field_year import assumptions as assumed
from support.field_year import beds, senders
from support.field_year.directory import SimulatedService
from support.field_year.entities import SimulatedReferral, moment

if TYPE_CHECKING:
    from support.field_year.year import Act, Year


def receive(year: Year, referral: SimulatedReferral) -> None:
    """It lies there: most open it in some time, some never do."""
    luck = referral.person.luck
    if not luck.chance(assumed.NEVER_OPENS):
        _later(year, referral, assumed.SEES[referral.urgency], see)


def see(year: Year, referral: SimulatedReferral) -> None:
    """Somebody opens it."""
    year.move(referral, "see", RECEIVER)
    consider(year, referral)


def consider(year: Year, referral: SimulatedReferral) -> None:
    """An answer comes, or is forgotten."""
    if not referral.person.luck.chance(assumed.FORGETS):
        _later(year, referral, assumed.ANSWERS[referral.urgency], decide)


def decide(year: Year, referral: SimulatedReferral) -> None:
    """Yes, no, a question, or another receiver."""
    if referral.until <= year.now:
        return  # nothing can be accepted any more, and the job has not come by yet
    luck = referral.person.luck
    choice = luck.one(assumed.DECIDES)
    if choice == "ask" and referral.state == "answered_back" and not luck.chance(assumed.ASKS_MORE):
        choice = "accept"
    if choice == "ask":
        year.move(referral, "ask", RECEIVER)
        senders.consider(year, referral)
    elif choice == "hand_on" and (other := senders.next_house(year, referral)):
        year.move(referral, "hand_on", RECEIVER)
        senders.again(year, referral, other)
    elif choice == "accept" and beds.hold(year, referral):
        year.move(referral, "accept", RECEIVER)
        _await(year, referral)
    else:
        full = choice == "accept"
        reason = "full" if full else luck.one(assumed.DECLINES)
        year.move(referral, "decline", RECEIVER, reason)
        senders.again(year, referral)


def _await(year: Year, referral: SimulatedReferral) -> None:
    luck = referral.person.luck
    if luck.chance(assumed.UNSHARED):
        year.after(year.now + luck.seconds(assumed.GONE_AFTER), senders.unshare, referral)
    if not luck.chance(assumed.UNNOTED):
        at = year.now + luck.seconds(assumed.COMES[referral.urgency])
        year.after(at, come, referral, referral.turn)


def come(year: Year, referral: SimulatedReferral) -> None:
    """She comes, or does not; one of the two sides writes it down."""
    person = referral.person
    side = RECEIVER if person.luck.chance(0.7) else SENDER
    if person.gone or person.luck.chance(assumed.NEVER_COMES):
        reason = "missing" if person.gone else person.luck.one(assumed.HOLDS)
        year.move(referral, "miss", side, reason)
        _after_miss(year, referral)
    else:
        _arrive(year, referral)


def _after_miss(year: Year, referral: SimulatedReferral) -> None:
    luck = referral.person.luck
    if luck.chance(assumed.COMES_LATER):
        year.after(year.now + luck.seconds(assumed.AGAIN), _arrive, referral, referral.turn)
    else:
        year.after(year.now + luck.seconds(assumed.DELETES), close, referral, referral.turn)
        if luck.chance(assumed.TRIES_AFTER_MISS):
            senders.again(year, referral)


def _arrive(year: Year, referral: SimulatedReferral) -> None:
    if referral.person.gone:
        return
    year.move(referral, "arrive", RECEIVER)
    stay = assumed.STAYS.get(referral.need, assumed.STAYS[""])
    at = year.now + referral.person.luck.seconds(stay)
    year.after(at, close, referral, referral.turn)


def close(year: Year, referral: SimulatedReferral) -> None:
    """The help is over."""
    year.move(referral, "close", RECEIVER if referral.person.luck.chance(0.5) else SENDER)


def ended(year: Year, referral: SimulatedReferral) -> None:
    """The receiver is asked to confirm deletion."""
    luck = referral.person.luck
    if not luck.chance(assumed.FORGETS * 3):
        year.after(year.now + luck.seconds(assumed.DELETES), delete, referral, referral.turn)


def delete(year: Year, referral: SimulatedReferral) -> None:
    """And does."""
    year.move(referral, "delete", RECEIVER, "deleted")


def _later(
    year: Year, referral: SimulatedReferral, wait: tuple[float, float, float], act: Act
) -> None:
    at = opening(
        referral.house, year.now + referral.person.luck.seconds(wait), year.clocks.holidays
    )
    year.after(at, act, referral, referral.turn)


def opening(house: SimulatedService, at: int, holidays: Holidays) -> int:
    """When somebody is there: then, or when the house next opens; a holiday is a day off."""
    if house.round_the_clock or not house.hours:
        return at
    here = moment(at).astimezone(OSLO)
    day = here.date()
    while True:
        span = house.hours.get(str(day.weekday()))
        if span and not (holidays.off(day) and day.weekday() < 5):
            opens, closes = (
                datetime.combine(day, time.fromisoformat(each), tzinfo=OSLO) for each in span
            )
            if here < closes:
                return at if here >= opens else int(opens.timestamp())
        day += timedelta(days=1)
