# SPDX-License-Identifier: EUPL-1.2
"""The books of the year: everybody and everything in one state each, kept entry by entry."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from samvern.referrals.workflow import REFERRAL
from support.field_year.entities import SimulatedPerson, SimulationError

HELPED, WAITING, MISSED, UNMET = "helped", "waiting", "never arrived", "no help found"
REFUSED, LEFT, MISSING = "refused or withdrawn", "left the country", "missing"
STANDINGS = (HELPED, WAITING, MISSED, UNMET, REFUSED, LEFT, MISSING)


def standing(person: SimulatedPerson) -> str:
    """Where somebody stands: exactly one of ``STANDINGS``."""
    if person.gone:
        return person.gone
    if person.arrived:
        return HELPED
    if person.planned or any(each.state in AWAITED for each in person.live):
        return WAITING
    return MISSED if person.missed else UNMET


AWAITED = ("sent", "seen", "asked_back", "answered_back", "accepted")


@dataclass
class YearLedger:
    """Entries are made at each change; at the end they are held against the things themselves."""

    met: Counter[int] = field(default_factory=Counter)
    """Arrivals by month."""
    stand: dict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Persons by month of arrival and standing."""
    states: Counter[str] = field(default_factory=Counter)
    """Referrals by state."""
    moves: Counter[str] = field(default_factory=Counter)
    sent: int = 0
    bookings: Counter[str] = field(default_factory=Counter)
    queued: Counter[str] = field(default_factory=Counter)

    def meet(self, person: SimulatedPerson) -> None:
        """Somebody new."""
        self.met[person.month] += 1
        person.standing = standing(person)
        self.stand[person.month][person.standing] += 1

    def restate(self, person: SimulatedPerson) -> None:
        """Something happened to somebody."""
        now = standing(person)
        if now != person.standing:
            self.stand[person.month][person.standing] -= 1
            self.stand[person.month][now] += 1
            person.standing = now

    def send(self) -> None:
        """A referral begins."""
        self.sent += 1
        self.states[REFERRAL.first] += 1

    def move(self, name: str, start: str, end: str) -> None:
        """A referral goes from one state to another."""
        self.moves[name] += 1
        self.states[start] -= 1
        self.states[end] += 1

    def check(self, people: Iterable[SimulatedPerson]) -> None:
        """Hold the entries against the people and what is still live of each.

        Raises:
            Broken: somebody, or a referral, is missing or is there twice.
        """
        month: dict[int, Counter[str]] = defaultdict(Counter)
        live: Counter[str] = Counter()
        sent = 0
        for person in people:
            month[person.month][standing(person)] += 1
            sent += person.sent
            live.update(each.state for each in person.live)
        _same("persons", month, {m: +stand for m, stand in self.stand.items()})
        _same("arrivals", {m: stand.total() for m, stand in month.items()}, dict(self.met))
        _same("referrals", sent, self.sent)
        _same("states", self.states.total(), self.sent)
        _same("live", +live, Counter({s: n for s, n in self.states.items() if s in LIVE and n}))
        if min(self.states.values(), default=0) < 0 or set(self.states) - set(REFERRAL.states):
            raise SimulationError(f"states {self.states}")

    def standings(self) -> Counter[str]:
        """Persons by where they stand at the end."""
        return sum((+stand for stand in self.stand.values()), Counter())


LIVE = (*AWAITED, "arrived", "never_arrived", "ended")
"""States from which something may still come: each of these referrals is kept by its person."""


def _same(what: str, found: object, booked: object) -> None:
    if found != booked:
        raise SimulationError(f"{what}: found {found}, booked {booked}")
