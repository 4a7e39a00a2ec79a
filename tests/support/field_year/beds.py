# SPDX-License-Identifier: EUPL-1.2
"""Beds: one booking for each referral to a house that counts its beds, by the course of bookings;
whoever finds all houses full waits in the order she came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samvern.access.workflow import JOB, RECEIVER, SENDER
from samvern.places.bookings.domain import HOURS
from samvern.places.workflow import ARRIVED, BOOKED, BOOKING, HELD
from samvern.places.workflow import LIVE as TAKEN
from samvern.places.workflow import WAITING as QUEUE
from support.field_year.directory import SimulatedService
from support.field_year.entities import (
    BOOKINGS,
    QUEUES,
    SimulatedPerson,
    SimulatedReferral,
    SimulationError,
)

if TYPE_CHECKING:
    from support.field_year.year import Year


def hold(year: Year, referral: SimulatedReferral) -> bool:
    """Hold a bed while one is free; whether there is one, or none is needed."""
    house = referral.house
    if referral.need != "housing" or house.beds is None or referral.bed in TAKEN:
        return True
    if house.full:
        return False
    house.taken += 1
    referral.bed = BOOKING.first
    year.books.bookings[HELD] += 1
    year.after(year.now + HOURS * 3600, run_out, referral)
    return True


def run_out(year: Year, referral: SimulatedReferral) -> None:
    """A hold nobody confirmed is over."""
    if referral.bed == HELD:
        _move(year, referral, "expire", JOB)


def follow(year: Year, referral: SimulatedReferral, name: str, reason: str) -> None:
    """What a move of the referral does to its booking."""
    if name == "arrive" and referral.bed not in TAKEN and hold(year, referral) and referral.bed:
        _move(year, referral, "confirm", RECEIVER)
    bed = referral.bed
    if bed not in TAKEN:
        return
    if name == "accept":
        _move(year, referral, "confirm", RECEIVER)
    elif name == "arrive" and bed == BOOKED:
        _move(year, referral, "arrive", RECEIVER)
    elif name == "decline":
        _move(year, referral, "decline", RECEIVER, "full" if reason == "full" else "other")
    elif name == "miss":
        _move(year, referral, "miss", RECEIVER)
    elif name not in ("see", "ask", "answer"):
        if bed == ARRIVED:
            _move(year, referral, "end", SENDER)
        else:
            _move(year, referral, "release", SENDER)


def _move(year: Year, referral: SimulatedReferral, name: str, side: str, reason: str = "") -> None:
    start = referral.bed or ""
    end = BOOKINGS.end(start, side, name, reason)
    year.books.bookings[start] -= 1
    year.books.bookings[end] += 1
    referral.bed = end
    if end not in TAKEN:
        referral.house.taken -= 1
        _call(year, referral.house)


def wait(year: Year, person: SimulatedPerson, house: SimulatedService, urgency: str) -> None:
    """Put somebody on the list of a full house."""
    house.queue.append((person, urgency))
    year.queue[person.number] = house
    person.planned += 1
    year.books.queued[QUEUE.first] += 1


def _call(year: Year, house: SimulatedService) -> None:
    """A bed is free: the next on the list is sent there."""
    from support.field_year.senders import SimulatedDraft, try_house

    if house.queue:
        person, urgency = house.queue.pop(0)
        _off(year, person, "place", JOB)
        person.planned += 1
        year.after(year.now + 1, try_house, SimulatedDraft(person, "housing", urgency, house))


def leave(year: Year, person: SimulatedPerson) -> None:
    """Somebody needs no bed any more."""
    house = year.queue.get(person.number)
    if house is not None:
        house.queue = [each for each in house.queue if each[0] is not person]
        _off(year, person, "withdraw", SENDER)


def _off(year: Year, person: SimulatedPerson, name: str, side: str) -> None:
    del year.queue[person.number]
    person.planned -= 1
    year.books.queued[QUEUE.first] -= 1
    year.books.queued[QUEUES.end(QUEUE.first, side, name)] += 1


def check(year: Year) -> None:
    """Hold beds and lists against the books.

    Raises:
        Broken: a bed is taken by nobody, or by two; somebody waits on no list, or on two.
    """
    booked = year.books.bookings
    live = [r for p in year.people for r in p.live if r.bed in TAKEN]
    taken = sum(house.taken for house in year.directory.houses)
    if not len(live) == taken == sum(booked[state] for state in TAKEN):
        raise SimulationError(f"{len(live)} live bookings, {taken} beds taken, booked {booked}")
    if any(house.beds is not None and house.taken > house.beds for house in year.directory.houses):
        raise SimulationError("a house has more guests than beds")
    waiting = [person.number for house in year.directory.houses for person, _ in house.queue]
    if sorted(waiting) != sorted(year.queue) or len(waiting) != year.books.queued[QUEUE.first]:
        raise SimulationError(f"{len(waiting)} wait, booked {year.books.queued}")
