# SPDX-License-Identifier: EUPL-1.2
"""Who is met in the year, by whom, where, and what each of them needs."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from functools import cache
from hashlib import blake2b

from samvern.cases.notices.reminder_clock import OSLO
from samvern.demo_data.model import PersonProfile
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.build import AT
from samvern.demo_data.stories.profiles import met_in
from samvern.demo_data.table_files import margin
from samvern.referrals.matching.domain import PersonTraits
from support.field_year.assumptions import MISSING_CHILD, WANTS
from support.field_year.directory import regional
from support.field_year.entities import SimulatedPerson
from support.field_year.random_stream import RandomStream

MOST_NEEDS = 4
DEMONSTRATION = "Eksempelvik"
"""Where everybody is when the country is no larger than the demonstration."""


def meetings(seed: str, last: date, size: int, regions: Sequence[str]) -> Iterator[SimulatedPerson]:
    """Everybody of the year that ends on a day: the order is that of days."""
    for number, profile in enumerate(met_in(Draws(seed), last, size), start=1):
        luck = RandomStream(_seed(seed, number))
        at = _met_at(profile, luck)
        place = int(luck.roll() * len(regions))
        code = luck.one(AT[profile.identified_by])
        where = f"{code}/{place + 1}" if regions and code in regional() else code
        traits = _traits(profile, luck, regions[place] if regions else DEMONSTRATION)
        person = SimulatedPerson(number, at, profile.met_on.month, where, traits, luck)
        person.wants = list(_wants(profile, luck))[:MOST_NEEDS]
        yield person


def _seed(seed: str, number: int) -> int:
    return int.from_bytes(blake2b(f"{seed}/{number}".encode(), digest_size=8).digest(), "big")


def _met_at(profile: PersonProfile, luck: RandomStream) -> int:
    """By day for most, by night for some; wall-clock time in Norway."""
    hour = 24 * luck.roll() if luck.chance(0.2) else 8 + 10 * luck.roll()
    at = time(int(hour), int(hour % 1 * 60), int(hour * 60 % 1 * 60))
    return int(datetime.combine(profile.met_on, at, tzinfo=OSLO).timestamp())


def _traits(profile: PersonProfile, luck: RandomStream, place: str) -> PersonTraits:
    ages = luck.one(_ages("minor" if profile.minor else "adult"))
    children = 0
    if profile.who == "woman":
        children = int(luck.one(margin("children_along")))
    return _same(PersonTraits("female" if profile.female else "male", ages, children, place=place))


@cache
def _same(traits: PersonTraits) -> PersonTraits:
    """One object for all who are alike."""
    return traits


@cache
def _ages(who: str) -> dict[tuple[int, int], float]:
    found = {}
    for span, weight in margin("age")[who].items():
        low, _, high = span.partition("-")
        found[int(low), int(high)] = weight
    return found


def _wants(profile: PersonProfile, luck: RandomStream) -> Iterator[tuple[str, str]]:
    """Her needs, the most pressing first, each with how soon an answer is needed."""
    shelter = margin("shelter")
    housed = luck.chance(shelter["accepted"] / sum(shelter.values()))
    if profile.minor:
        yield "child", "tonight"
        if luck.chance(WANTS["health"][0]):
            yield "health", "days3"
        if profile.stay in {"irregular", "asylum_seeker"}:
            yield "residence", "days14"
        return
    if housed:
        yield "housing", "tonight" if luck.chance(0.6) else "days3"
    for need in ("danger", "legal", "health", "residence", "money", "work", "report", "return"):
        share, urgency = WANTS[need]
        if _bears(profile, need) and luck.chance(share):
            yield need, urgency
    if not housed:
        yield "advice", "days3"


def _bears(profile: PersonProfile, need: str) -> bool:
    """Whether somebody like her can have the need at all."""
    if need == "work":
        return profile.form == "labour"
    if need in {"residence", "return"}:
        return profile.stay in {"irregular", "asylum_seeker"}
    return True


def share_missing(person: SimulatedPerson, adults: float) -> float:
    """How likely she is to go missing."""
    return MISSING_CHILD if person.minor else adults
