# SPDX-License-Identifier: EUPL-1.2
"""Making a database have the organisations of a file: all of it, or nothing; again is nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from samvern.law import InputError
from samvern.web.organisations.links import Link, invite_new
from samvern.web.organisations.records import (
    Connection,
    OrganisationRow,
    add_organisation,
    add_unit,
    change_organisation,
)
from samvern.web.organisations.setup_file import SetupProblems, WantedKeeper, WantedOrganisation

UNITS = "SELECT organisation_id, name FROM access_unit"
MEMBERS = """SELECT u.login, m.organisation_id, m.role FROM access_user u
    LEFT JOIN access_member m ON m.user_id = u.id AND (m.until IS NULL OR m.until > now())"""
Logins = Mapping[str, set[tuple[UUID, str]]]
"""Every login name, with where and as what it acts now."""


@dataclass
class Done:
    """What was made to be as the file says, and the links to give away."""

    lines: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def set_up(
    connection: Connection, name: str, there: Sequence[OrganisationRow],
    wanted: Sequence[WantedOrganisation],
) -> Done:  # fmt: skip
    """Add what the database lacks, and change regions and actors to what the file says.

    Nothing is ever taken away: what the file does not name stays. ``name``: of the file.

    Raises:
        SetupProblems: something of it cannot be; nothing was done.
    """
    rows = {row.name.casefold(): row for row in there}
    logins = _logins(connection)
    problems = [
        f"{name}:{line}: {problem}"
        for each in wanted
        for line, problem in _conflicts(each, rows.get(each.name.casefold()), logins)
    ]
    if problems:
        raise SetupProblems(problems)
    done, units = Done(), _units(connection)
    for each in wanted:
        _set_up_one(connection, each, rows.get(each.name.casefold()), units, logins, done)
    return done


def _conflicts(
    wanted: WantedOrganisation, row: OrganisationRow | None, logins: Logins
) -> Iterator[tuple[int, str]]:
    if row and not row.active:
        yield wanted.line, f"name: {row.name!r}: is closed; take it out, or write another name"
    if row and row.kind != wanted.kind:
        rule = f"it is {row.kind} in the database, and a kind never changes"
        yield wanted.line, f"kind: {wanted.kind!r}: {rule}; write {row.kind}, or another name"
    for each in wanted.keepers:
        login = each.keeper.login
        if login in logins and (row is None or (row.id, each.role) not in logins[login]):
            rule = "somebody else signs in by it, or did, or in another role"
            yield each.line, f"login: {login!r}: {rule}; write another login name"


def _set_up_one(
    connection: Connection, wanted: WantedOrganisation, row: OrganisationRow | None,
    units: Mapping[UUID, set[str]], logins: Logins, done: Done,
) -> None:  # fmt: skip
    if row is None:
        row = add_organisation(
            connection, name=wanted.name, kind=wanted.kind, region=wanted.region,
            actor=wanted.actor,
        )  # fmt: skip
        done.lines.append(f"{row.name}: made ({row.kind}, {row.region})")
    elif (row.region, row.actor) != (wanted.region, wanted.actor or row.actor):
        new = row._replace(region=wanted.region, actor=wanted.actor or row.actor)
        row = change_organisation(connection, row, new)
        done.lines.append(f"{row.name}: changed ({row.region})")
    for unit in wanted.units:
        if unit.name.casefold() not in units.get(row.id, set()):
            add_unit(connection, row.id, unit.name, unit.phone)
            done.lines.append(f"{row.name}: unit {unit.name}")
    for each in wanted.keepers:
        if each.keeper.login not in logins:
            done.links.append(_let_in(connection, row, each))
            done.lines.append(f"{row.name}: {each.role} {each.keeper.login}")


def _let_in(connection: Connection, row: OrganisationRow, wanted: WantedKeeper) -> Link:
    try:
        return invite_new(connection, row, wanted.keeper, wanted.role)
    except InputError as error:  # somebody took the login name a moment ago
        raise SetupProblems([f"line {wanted.line}: {error}"]) from error


def _units(connection: Connection) -> dict[UUID, set[str]]:
    found = dict[UUID, set[str]]()
    for organisation, name in connection.execute(UNITS):
        found.setdefault(organisation, set()).add(name.casefold())
    return found


def _logins(connection: Connection) -> Logins:
    found = dict[str, set[tuple[UUID, str]]]()
    for login, organisation, role in connection.execute(MEMBERS):
        found.setdefault(login, set()).add((organisation, role))
    return found
