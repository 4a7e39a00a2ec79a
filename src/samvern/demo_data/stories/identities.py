# SPDX-License-Identifier: EUPL-1.2
"""Names, birth dates, numbers and nationalities, as several people said them; nobody's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samvern.demo_data.model import ClaimText, PersonProfile
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.table_files import margin, table
from samvern.identity.numbers import NumberKind
from samvern.identity.synthetic_numbers import make_duf, make_number

DUF_STAYS = frozenset({"asylum_seeker", "other_permit"})


@dataclass(frozen=True, slots=True)
class ClaimSubject:
    """What a claim can be about."""

    number: int
    born: date
    female: bool
    citizenship: str
    stay: str
    met_on: date

    @classmethod
    def of(cls, draws: Draws, profile: PersonProfile) -> "ClaimSubject":
        """The main person of a story, with a birth date drawn for her."""
        return cls(profile.number, born_on(draws, profile), profile.female, profile.citizenship,
                   profile.stay, profile.met_on)  # fmt: skip

    def age_on(self, day: date) -> int:
        """Whole years."""
        had = (day.month, day.day) >= (self.born.month, self.born.day)
        return day.year - self.born.year - (not had)


def born_on(draws: Draws, profile: PersonProfile) -> date:
    """A birth date that gives an age of the margins on the day she was met."""
    age_groups = margin("age")["minor" if profile.minor else "adult"]
    name = ("age", profile.number)
    age_group = draws.named(*name).choices(list(age_groups), list(age_groups.values()))[0]
    least, most = map(int, age_group.split("-"))
    days = draws.between(0, 364, "birthday", profile.number)
    years = draws.between(least, most, "years", profile.number)
    return profile.met_on - timedelta(days=round(years * 365.25) + days + 1 if years else days)


def full_name(draws: Draws, number: int) -> str:
    """A name nobody bears, and nobody else in the demonstration data: good for 3,200 people."""
    names = table("names")
    first, last = list(names["first"]), list(names["last"])
    draws.named("first names").shuffle(first)
    draws.named("last names").shuffle(last)
    round_, place = divmod(number, len(first))
    return f"{first[place]} {last[(7 * place + round_) % len(last)]}"


def initials(name: str) -> str:
    """The first letter of each word."""
    return "".join(word[0] for word in name.split())


def claims(draws: Draws, someone: ClaimSubject, *, known: bool) -> tuple[ClaimText, ...]:
    """Everything said about who she is; of somebody only advised, perhaps what she is called."""
    if not known:
        return tuple(_alias(draws, someone, 0.5))
    name = full_name(draws, someone.number)
    return (
        ClaimText("name", name, "person", "probable"),
        *_alias(draws, someone, 0.3),
        *_birth(draws, someone),
        *_numbers(draws, someone),
        ClaimText("nationality", someone.citizenship, "person", "probable"),
        ClaimText(
            "language", table("countries")["languages"][someone.citizenship], "person", "certain"
        ),
        ClaimText("sex", "female" if someone.female else "male", "person", "certain"),
        *_contact(draws, someone),
    )


def _alias(draws: Draws, someone: ClaimSubject, share: float) -> Iterator[ClaimText]:
    if draws.chance(share, "alias", someone.number):
        called = draws.one(table("names")["alias"], "called", someone.number)
        yield ClaimText("alias", called, "other", "doubtful")


def _birth(draws: Draws, someone: ClaimSubject) -> Iterator[ClaimText]:
    """What she says, and in some cases what her papers say."""
    yield ClaimText("birth_date", someone.born.isoformat(), "person", "probable")
    if draws.chance(0.15, "papers", someone.number):
        older = someone.born - timedelta(days=365 * draws.between(1, 4, "older", someone.number))
        yield ClaimText("birth_date", older.isoformat(), "document", "doubtful")


def _numbers(draws: Draws, someone: ClaimSubject) -> Iterator[ClaimText]:
    """Numbers that check and belong to nobody (the series for tests)."""
    serial = someone.number % 180
    if someone.stay == "norwegian":
        yield ClaimText("number", make_number(someone.born, serial), "authority", "certain")
    elif someone.stay in DUF_STAYS:
        duf = make_duf(someone.met_on.year, someone.number * 37 % 1_000_000)
        yield ClaimText("number", duf, "authority", "certain")
    if someone.stay in DUF_STAYS | {"eea"} and draws.chance(0.4, "d number", someone.number):
        number = make_number(someone.born, serial, kind=NumberKind.D)
        yield ClaimText("number", number, "authority", "certain")


def _contact(draws: Draws, someone: ClaimSubject) -> Iterator[ClaimText]:
    if draws.chance(0.4, "contact", someone.number):
        hour = draws.between(9, 18, "hour", someone.number)
        yield ClaimText(
            "contact", f"000 00 {someone.number:03d}, kl. {hour}-{hour + 1}", "person", "certain"
        )
