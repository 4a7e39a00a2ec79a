# SPDX-License-Identifier: EUPL-1.2
"""The others in a case: children along, and those who were exploited together."""

from collections.abc import Iterator
from datetime import date, timedelta

from samvern.demo_data.model import PersonInCase, PersonProfile
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.identities import ClaimSubject, claims, full_name, initials
from samvern.demo_data.table_files import margin

Bond = tuple[str, int, int]
APART = 600
"""Numbers from here on are those of the others, so that no two people share a name."""


def family(
    draws: Draws, profile: PersonProfile, someone: ClaimSubject
) -> tuple[list[PersonInCase], list[Bond]]:
    """The others and how they belong to the main person, who is number 1."""
    if not profile.counted:
        return [], []
    people = list(_children(draws, profile, someone))
    if draws.chance(margin("co_victims"), "co-victim", profile.number):
        people.append(_co_victim(draws, profile, len(people) + 2))
    bonds = [
        ("parent", 1, each.number) if each.place == "child" else ("co_victim", each.number, 1)
        for each in people
    ]
    return people, bonds


def _children(
    draws: Draws, profile: PersonProfile, someone: ClaimSubject
) -> Iterator[PersonInCase]:
    """Children of adult women, never older than the mother's age allows."""
    age = someone.age_on(profile.met_on)
    if profile.who != "woman" or age < 20:
        return
    shares = margin("children_along")
    name = ("children", profile.number)
    count = draws.named(*name).choices(list(shares), list(shares.values()))[0]
    for place in range(min(count, (age - 18) // 2)):
        days = draws.between(40, 365 * min(age - 18, 11), "child age", profile.number, place)
        yield _human(draws, profile, place + 2, "child", profile.met_on - timedelta(days=days))


def _co_victim(draws: Draws, profile: PersonProfile, number: int) -> PersonInCase:
    years = draws.between(19, 40, "co-victim age", profile.number)
    return _human(draws, profile, number, "co_victim", profile.met_on - timedelta(days=years * 366))


def _human(
    draws: Draws, profile: PersonProfile, number: int, place: str, born: date
) -> PersonInCase:
    girl = draws.chance(0.5, "girl", profile.number, number)
    other = ClaimSubject(
        APART + profile.number * 4 + number - 2,
        born,
        profile.female if place == "co_victim" else girl,
        profile.citizenship,
        profile.stay,
        profile.met_on,
    )
    name = full_name(draws, other.number)
    said = tuple(
        claim for claim in claims(draws, other, known=True)
        if place == "co_victim" or claim.kind in {"name", "birth_date", "nationality"}
    )  # fmt: skip
    adult = other.age_on(profile.met_on) >= 18
    return PersonInCase(number, place, initials(name), "adult" if adult else "child", None, said)
