# SPDX-License-Identifier: EUPL-1.2
"""A simulated year written into a database as rows, past the walls, by superuser.

Cases, persons, referrals and their steps, with the states and times of the year. Nothing is sealed:
a referral's row holds nothing personal, and no round of a job opens a letter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from psycopg.sql import SQL, Identifier

from samvern.demo_data.model import DemoWorker
from samvern.demo_data.organisations.members import DemoMembers, same_id
from support.field_year.entities import (
    REFERRALS,
    SimulatedPerson,
    SimulatedReferral,
    Tape,
    moment,
)
from support.field_year.year import Year
from support.volume import volume_id

COLUMNS = {
    "cases_case": "id created_at changed_at version reference organisation_id unit_id owner_id kind"
    " circle state origin created_by_id close_ground",
    "access_teammember": "id created_at case_id member_id is_owner added_by_id",
    "cases_person": "id created_at changed_at version case_id created_by_id role_in_case number"
    " age_seen",
    "referrals_referral": "id created_at organisation_id created_by_id state state_since case_id"
    " person_id receiver_id receiver_unit_id service_id need urgency basis provision purpose"
    " fields categories share_until due_at",
    "referrals_referralstep": "id created_at move start finish side reason made_by_id"
    " of_id case_id",
}
Row = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True)
class Staff:
    """Who acts for each organisation and unit."""

    cast: DemoMembers
    desks: Mapping[tuple[str, str], str]
    """The login of a case worker, by organisation and unit."""

    @classmethod
    def of(cls, cast: DemoMembers, workers: Iterable[DemoWorker]) -> "Staff":
        """The first case worker of each unit who still works there."""
        desks: dict[tuple[str, str], str] = {}
        for each in workers:
            if each.role in ("case_worker", "coordinator") and each.unit and not each.left_days_ago:
                desks.setdefault((each.body, each.unit), each.login)
        return cls(cast, desks)

    def sender(self, person: SimulatedPerson) -> tuple[str, str]:
        """The organisation and the unit that met her."""
        return next(desk for desk in self.desks if desk[0] == person.at)

    def login(self, referral: SimulatedReferral, side: str) -> str:
        """Who acts for one side of a referral."""
        if side == "receiver":
            return self.desks[referral.house.at, referral.house.unit]
        return self.desks[self.sender(referral.person)]


def write_year(connection: "psycopg.Connection[Any]", year: Year, tape: Tape, staff: Staff) -> None:
    """Write a year that was taped."""
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
    for table, row in _rows(year, tape, staff):
        rows[table].append(row)
    with connection.transaction():
        connection.execute("SET LOCAL session_replication_role = replica")
        for table, batch in rows.items():
            _copy(connection, table, batch)


def referral_id(referral: SimulatedReferral) -> UUID:
    """The key of its row."""
    return volume_id("referral", referral.number)


def _copy(connection: "psycopg.Connection[Any]", table: str, rows: list[tuple[Any, ...]]) -> None:
    columns = SQL(", ").join(map(Identifier, COLUMNS[table].split()))
    statement = SQL("COPY {} ({}) FROM STDIN").format(Identifier(table), columns)
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _rows(year: Year, tape: Tape, staff: Staff) -> Iterator[Row]:
    for person in year.people:
        yield from _case(person, staff)
    states: dict[int, str] = {}
    for place, (at, what, referral, how) in enumerate(tape):
        if what == "send":
            yield "referrals_referral", _referral(referral, staff)
            states[referral.number] = "sent"
        elif what != "round":
            start = states[referral.number]
            end = REFERRALS.end(start, how["side"], what, how["reason"])
            states[referral.number] = end
            by = staff.cast.members[staff.login(referral, how["side"])]
            yield "referrals_referralstep", (
                volume_id("step", place), moment(at), what, start, end, how["side"], how["reason"],
                by, referral_id(referral), volume_id("case", referral.person.number),
            )  # fmt: skip


def _case(person: SimulatedPerson, staff: Staff) -> Iterator[Row]:
    body, unit = staff.sender(person)
    owner = staff.cast.members[staff.desks[body, unit]]
    at = moment(person.met_at)
    case, number = volume_id("case", person.number), f"{person.number:07d}"
    yield "cases_case", (
        case, at, at, 1, f'"V{number[:3]}-{number[3:]}"', staff.cast.organisations[body],
        staff.cast.units[body, unit], owner, "assistance", "team", "open", "nothing", owner, "",
    )  # fmt: skip
    team = volume_id("team", person.number)
    yield "access_teammember", (team, at, case, owner, True, owner)
    age = "child" if person.minor else "adult"
    row = (volume_id("person", person.number), at, at, 1, case, owner, "main", 1, age)
    yield "cases_person", row


def _referral(referral: SimulatedReferral, staff: Staff) -> tuple[Any, ...]:
    house, person, cast = referral.house, referral.person, staff.cast
    body, unit = staff.sender(person)
    return (
        referral_id(referral), moment(referral.sent_at), cast.organisations[body],
        cast.members[staff.desks[body, unit]], referral.state, moment(referral.since),
        volume_id("case", person.number), volume_id("person", person.number),
        cast.organisations[house.at], cast.units[house.at, house.unit],
        same_id("service", house.at, house.name), referral.need, referral.urgency, "statute",
        "Synthetic provision", "protection", [], ["case"], moment(referral.until),
        moment(referral.due_at),
    )  # fmt: skip
