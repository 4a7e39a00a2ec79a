# SPDX-License-Identifier: EUPL-1.2
"""What becomes of somebody beside her referrals: she agrees or not, leaves, is missing, returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samvern.access.workflow import SENDER
from samvern.demo_data.table_files import margin
from samvern.referrals.workflow import WAITING
from support.field_year import assumptions as assumed
from support.field_year import beds, senders
from support.field_year.entities import SimulatedPerson, SimulatedReferral
from support.field_year.ledger import LEFT, MISSING, REFUSED
from support.field_year.people import share_missing

if TYPE_CHECKING:
    from support.field_year.year import Year


def meet(year: Year, person: SimulatedPerson) -> None:
    """She is met, asked whether she wants help, and her needs are taken up."""
    luck = person.luck
    year.people.append(person)
    consents = margin("consent")
    if not person.minor and not luck.chance(consents["refer"]):
        person.gone = REFUSED
    else:
        for need, urgency in person.wants:
            senders.plan(year, person, need, urgency, assumed.SENDS[urgency])
        _fate(year, person, {
            REFUSED: 0.0 if person.minor else margin("consent", "withdrawn"),
            LEFT: assumed.LEAVES,
            MISSING: share_missing(person, assumed.MISSING),
        })  # fmt: skip
    year.books.meet(person)


def _fate(year: Year, person: SimulatedPerson, shares: dict[str, float]) -> None:
    luck = person.luck
    for why, share in shares.items():
        if luck.chance(share):
            year.after(year.now + luck.seconds(assumed.GONE_AFTER), go, (person, why))


def go(year: Year, going: tuple[SimulatedPerson, str]) -> None:
    """She is out of reach, or wants no more: what runs for her ends as it must."""
    person, why = going
    if person.gone:
        return
    person.gone = why
    beds.leave(year, person)
    for referral in tuple(person.live):
        if why == REFUSED:
            senders.revoke(year, referral)
        else:
            _without_her(year, referral, why)
    year.books.restate(person)
    if why == MISSING and person.luck.chance(assumed.RETURNS):
        year.after(year.now + person.luck.seconds(assumed.BACK_AFTER), come_back, person)


def _without_her(year: Year, referral: SimulatedReferral, why: str) -> None:
    """Whoever left is taken back from everywhere; whoever is missing is waited for."""
    if referral.state == "accepted":
        reason = "missing" if why == MISSING else "went_elsewhere"
        year.move(referral, "miss", SENDER, reason)
    elif referral.state == "arrived":
        year.move(referral, "close", SENDER)
    elif referral.state in WAITING and why == LEFT:
        senders.withdraw(year, referral, "wishes")


def come_back(year: Year, person: SimulatedPerson) -> None:
    """She is found; what she needed first is taken up again."""
    person.gone = ""
    if person.wants:
        need, urgency = person.wants[0]
        person.tried.pop(need, None)
        senders.plan(year, person, need, urgency, assumed.AGAIN)
    year.books.restate(person)
