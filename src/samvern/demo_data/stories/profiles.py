# SPDX-License-Identifier: EUPL-1.2
"""Who was met: everybody of the three years, drawn from the margins, with the days of help."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from samvern.demo_data.model import PersonProfile
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.table_files import margin

YEAR = 365
FIRST_COHORT = -2
"""Three years before the window: some of its people are still helped within it."""


def profiles(draws: Draws, today: date) -> list[PersonProfile]:
    """Everybody, in the order they were met: the counted ones first, then other contacts.

    A year is the 365 days that end on ``today``, or on that day one or two years before.
    """
    people = [
        profile
        for cohort in range(FIRST_COHORT, margin("years") + 1)
        for profile in _cohort(draws, today, cohort)
    ]
    people += [
        profile
        for cohort, size in enumerate(margin("other_contacts_each_year"), start=1)
        for profile in _contacts(draws, today, cohort, size)
    ]
    return [replace(profile, number=number) for number, profile in enumerate(people, start=1)]


def met_in(draws: Draws, today: date, size: int) -> Iterator[PersonProfile]:
    """As many presumed victims as asked for, met in the year that ends on a day; no days of help
    are drawn."""
    return _drawn(draws, today, size, margin("years"), counted=True)


def year_of(today: date, cohort: int) -> tuple[date, date]:
    """The first and the last day of a year of the window (1 to 3; 0 and less lie before it)."""
    last = today - timedelta(days=YEAR * (margin("years") - cohort))
    return last - timedelta(days=YEAR - 1), last


def _cohort(draws: Draws, today: date, cohort: int) -> Iterator[PersonProfile]:
    """The presumed victims first identified in a year, who are helped in the window."""
    within = {
        years: number
        for years, number in margin("helped_in_years").items()
        if cohort + years - 1 >= 1
    }
    lasting = draws.deal(sum(within.values()), within, "lasting", cohort)
    drawn = _drawn(draws, today, len(lasting), cohort, counted=True)
    for profile, years in zip(drawn, lasting, strict=True):
        yield _helped(draws, today, profile, cohort + years - 1)


def _contacts(draws: Draws, today: date, cohort: int, size: int) -> Iterator[PersonProfile]:
    """People who were met and advised, and in whose case there were no reasonable grounds yet."""
    for place, profile in enumerate(_drawn(draws, today, size, cohort, counted=False)):
        until = profile.met_on + timedelta(days=draws.between(0, 30, "until", cohort, place))
        yield replace(profile, helped_until=until if until < today else None)


def _drawn(
    draws: Draws, today: date, size: int, cohort: int, *, counted: bool
) -> Iterator[PersonProfile]:
    """People with every margin right to within one, and met evenly through the year."""
    name = ("counted" if counted else "contact", cohort)
    joint = {
        (form, who): weight
        for form, row in margin("who").items()
        for who, weight in row.items()
        if weight
    }
    cards = draws.deal(size, joint, "who", *name)
    hands = {form: _hands(draws, cards, form, name) for form in margin("form")}
    finders = draws.deal(size, margin("identified_by"), "finder", *name)
    first, _ = year_of(today, cohort)
    for place, (form, who) in enumerate(cards):
        citizenship, purpose = next(hands[form])
        offset = int((place + draws.named("met", *name, place).random()) * YEAR / size)
        yield PersonProfile(
            number=0, cohort=cohort, counted=counted, form=form, purpose=purpose, who=who,
            citizenship=citizenship, stay=_stay(draws, citizenship, (*name, place)),
            identified_by=_finder(finders[place], form, who),
            met_on=min(first + timedelta(days=offset), today), helped_until=None,
        )  # fmt: skip


def _hands(
    draws: Draws, cards: list[tuple[str, str]], form: str, name: tuple[str, int]
) -> Iterator[tuple[str, str]]:
    """Citizenship and purpose for everybody of one form."""
    size = sum(each == form for each, _ in cards)
    citizenship = draws.deal(size, margin("citizenship")[form], "citizenship", form, *name)
    purpose = draws.deal(size, margin("purpose")[form], "purpose", form, *name)
    return iter(zip(citizenship, purpose, strict=True))


def _stay(draws: Draws, citizenship: str, name: tuple[object, ...]) -> str:
    if citizenship == "NO":
        return "norwegian"
    if citizenship in margin("eea"):
        return "eea"
    shares = margin("stay")
    return str(draws.named("stay", *name).choices(list(shares), list(shares.values()))[0])


def _finder(finder: str, form: str, who: str) -> str:
    """Child welfare finds children, the labour inspection finds workers."""
    if who in {"girl", "boy"}:
        return finder if finder in {"police", "immigration"} else "child_welfare"
    if finder == "labour_inspection" and form != "labour":
        return "police"
    return "ngo" if finder == "child_welfare" else finder


def _helped(draws: Draws, today: date, profile: PersonProfile, last_cohort: int) -> PersonProfile:
    """With the last day of help, in the year that the cohort's survival says."""
    if last_cohort > margin("years"):
        return profile
    first, last = year_of(today, last_cohort)
    least = max(first, profile.met_on)
    most = min(last, today - timedelta(days=1))
    name = ("helped", profile.cohort, profile.met_on, profile.who, profile.citizenship)
    days = draws.between(0, max((most - least).days, 0), *name)
    return replace(profile, helped_until=least + timedelta(days=days))
