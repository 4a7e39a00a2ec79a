# SPDX-License-Identifier: EUPL-1.2
"""What senders do: refer, answer, try another, take back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samvern.access.workflow import JOB, SENDER
from samvern.referrals.workflow import TAKEN, WAITING
from support.field_year import assumptions as assumed
from support.field_year import beds
from support.field_year.directory import SimulatedService
from support.field_year.entities import (
    REFERRALS,
    SimulatedPerson,
    SimulatedReferral,
    moment,
)

if TYPE_CHECKING:
    from support.field_year.year import Year


@dataclass(frozen=True, slots=True)
class SimulatedDraft:
    """Somebody to be referred with a need; ``house`` where it is settled already."""

    person: SimulatedPerson
    need: str
    urgency: str
    house: SimulatedService | None = None


def try_house(year: Year, draft: SimulatedDraft) -> None:
    """Refer her to the first who can help, or put her on a list while all are full."""
    person = draft.person
    person.planned -= 1
    houses = [draft.house] if draft.house else _proposed(year, draft)
    if person.gone or not houses:
        person.failed += not person.gone
    elif draft.need == "housing" and all(house.full for house in houses):
        if person.number not in year.queue:
            beds.wait(year, person, houses[0], draft.urgency)
    else:
        house = next(each for each in houses if not (draft.need == "housing" and each.full))
        _send(year, draft, house)
    year.books.restate(person)


def _proposed(year: Year, draft: SimulatedDraft) -> list[SimulatedService]:
    person = draft.person
    asked = person.tried.get(draft.need, ())
    if len(asked) >= assumed.TRIES:
        return []
    return year.directory.proposed(draft.need, person.traits, moment(year.now), (person.at, *asked))


def _send(year: Year, draft: SimulatedDraft, house: SimulatedService) -> None:
    from support.field_year.receivers import receive

    luck = draft.person.luck
    until = year.now + luck.seconds(assumed.SHARED)
    referral = year.send(draft.person, house, draft.need, draft.urgency, until)
    if luck.chance(assumed.PULLED):
        year.after(year.now + luck.seconds(assumed.AGAIN), take_back, referral)
    receive(year, referral)


def plan(
    year: Year, person: SimulatedPerson, need: str, urgency: str, wait: tuple[int, int, int]
) -> None:
    """She is to be referred with a need soon."""
    person.planned += 1
    at = year.now + person.luck.seconds(wait)
    year.after(at, try_house, SimulatedDraft(person, need, urgency))


def again(year: Year, referral: SimulatedReferral, house: SimulatedService | None = None) -> None:
    """Try another receiver with the same need, the one that was suggested if there is one."""
    person = referral.person
    if not person.gone:
        person.planned += 1
        at = year.now + person.luck.seconds(assumed.AGAIN)
        year.after(at, try_house, SimulatedDraft(person, referral.need, referral.urgency, house))
        year.books.restate(person)


def next_house(year: Year, referral: SimulatedReferral) -> SimulatedService | None:
    """Whom the receiver could suggest instead of itself."""
    draft = SimulatedDraft(referral.person, referral.need, referral.urgency)
    return next((house for house in _proposed(year, draft) if not house.full), None)


def consider(year: Year, referral: SimulatedReferral) -> None:
    """A question is answered in some time, or forgotten."""
    luck = referral.person.luck
    if not luck.chance(assumed.FORGETS):
        at = year.now + luck.seconds(assumed.ANSWERS[referral.urgency])
        year.after(at, reply, referral, referral.turn)


def reply(year: Year, referral: SimulatedReferral) -> None:
    """Answer what the receiver asked."""
    from support.field_year.receivers import consider as receiver_considers

    year.move(referral, "answer", SENDER)
    receiver_considers(year, referral)


def give_up(year: Year, referral: SimulatedReferral) -> None:
    """Take back what nobody answered, and ask somebody else."""
    withdraw(year, referral, "unanswered")
    again(year, referral)


def take_back(year: Year, referral: SimulatedReferral) -> None:
    """The need was met otherwise before anybody answered."""
    if referral.state in WAITING:
        withdraw(year, referral, "solved")


def withdraw(year: Year, referral: SimulatedReferral, reason: str) -> None:
    """Take a referral back in the way its state asks for."""
    name = "withdraw" if referral.state == "sent" else "recall"
    year.move(referral, name, SENDER, reason)
    _asked_to_delete(year, referral)


def unshare(year: Year, referral: SimulatedReferral) -> None:
    """The sender ends the share an accepted referral made."""
    if referral.state in TAKEN:
        year.move(referral, "unshare", JOB)
        _asked_to_delete(year, referral)


def revoke(year: Year, referral: SimulatedReferral) -> None:
    """Her consent is withdrawn: the database ends what rested on it."""
    name = "cancel" if referral.state == "sent" else "revoke"
    if REFERRALS.opens(referral.state, JOB, name):
        year.move(referral, name, JOB)
        _asked_to_delete(year, referral)


def _asked_to_delete(year: Year, referral: SimulatedReferral) -> None:
    from support.field_year.receivers import ended

    if referral.state == "ended":
        ended(year, referral)
