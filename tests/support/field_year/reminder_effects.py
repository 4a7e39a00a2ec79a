# SPDX-License-Identifier: EUPL-1.2
"""What a round of the job does to a referral, and what a reminder moves people to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samvern.access.workflow import JOB
from samvern.cases.notices.reminder_clock import Reminder
from samvern.referrals.reminder_schedule import (
    COORDINATOR,
    COORDINATOR_LONG,
    SENDER,
    SENDER_LEADER,
    SENDER_LEADER_LONG,
    addressee,
)
from support.field_year import receivers, senders
from support.field_year.assumptions import WAKES, WOKEN
from support.field_year.entities import SimulatedReferral

if TYPE_CHECKING:
    from support.field_year.year import Act, Year

THEIRS: dict[str, Act] = {
    "sent": receivers.see,
    "seen": receivers.decide,
    "answered_back": receivers.decide,
    "asked_back": senders.reply,
    "accepted": receivers.come,
    "ended": receivers.delete,
}
"""What whoever has the next move does when she is reminded of it."""
GIVE_UP = (SENDER, SENDER_LEADER, SENDER_LEADER_LONG, COORDINATOR, COORDINATOR_LONG)
"""Who ends the waiting for the receiver."""


def look(year: Year, referral: SimulatedReferral) -> None:
    """The job comes by."""
    ending, said = year.clocks.look(referral, year.now)
    if ending:
        year.move(referral, ending, JOB)
        if ending == "expire":
            senders.again(year, referral)
        return
    if said:
        year.note("round", referral, said=[(addressee(point), point.key) for point in said])
    for point in said:
        _wake(year, referral, point)
    year.expect_round(referral, year.now + 1)


def _wake(year: Year, referral: SimulatedReferral, point: Reminder) -> None:
    luck = referral.person.luck
    if not luck.chance(WAKES[addressee(point)]):
        return
    act = THEIRS[referral.state]
    if point.to in GIVE_UP and referral.state != "asked_back":
        act = senders.give_up
    year.after(year.now + luck.seconds(WOKEN), act, referral, referral.turn)
