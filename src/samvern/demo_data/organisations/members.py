# SPDX-License-Identifier: EUPL-1.2
"""Putting the organisations and those who work there into a database, as its owner."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import psycopg
from django.contrib.auth.hashers import make_password

from samvern.access.roles import CASEWORK
from samvern.demo_data.model import DemoOrganisation, DemoWorker

SPACE = uuid5(NAMESPACE_URL, "https://samvern.example/cast")
LONG_AGO = timedelta(days=4 * 365)
Connection = psycopg.Connection[Any]


@dataclass
class DemoMembers:
    """The demonstration data in a database: ids by the names they have in the tables."""

    members: dict[str, UUID] = field(default_factory=dict)
    organisations: dict[str, UUID] = field(default_factory=dict)
    units: dict[tuple[str, str], UUID] = field(default_factory=dict)
    services: dict[str, UUID] = field(default_factory=dict)
    """The membership with which jobs act in each organisation."""
    cases: dict[str, UUID] = field(default_factory=dict)
    persons: dict[str, UUID] = field(default_factory=dict)
    """The main person of each case."""
    canaries: dict[str, str] = field(default_factory=dict)
    """A word planted in each sealed column of each case: ``own/note.text`` and its word."""


def same_id(*words: str) -> UUID:
    """The id that these words always get: the demonstration data is the same in every database."""
    return uuid5(SPACE, "/".join(words))


def write_members(
    connection: Connection,
    bodies: Mapping[str, DemoOrganisation],
    workers: list[DemoWorker],
    now: datetime | None = None,
    password: str | None = None,
) -> DemoMembers:
    """Write organisations, units and members; the same ones again change nothing.

    Without a password nobody can sign in with one.
    """
    cast, now = DemoMembers(), now or datetime.now(UTC)
    hashed = make_password(password)
    for body in bodies.values():
        _house(connection, cast, body, now)
    for worker in workers:
        _hire(connection, cast, worker, now, hashed)
    return cast


def _house(
    connection: Connection, cast: DemoMembers, body: DemoOrganisation, now: datetime
) -> None:
    organisation = cast.organisations[body.code] = same_id("organisation", body.code)
    row = {"id": organisation, "created_at": now, "name": body.name, "kind": body.kind}
    more = {"actor_code": body.actor, "region": body.region, "active": True, "synthetic": True}
    _insert(connection, "access_organisation", row | more)
    for unit in body.units:
        key = cast.units[body.code, unit] = same_id("unit", body.code, unit)
        row = {"id": key, "created_at": now, "organisation_id": organisation, "name": unit}
        _insert(connection, "access_unit", row)
    service = DemoWorker(f"jobb.{body.code}", "Jobb", body.code, None, "service")
    _hire(connection, cast, service, now, make_password(None))
    cast.services[body.code] = cast.members.pop(service.login)


def _hire(
    connection: Connection, cast: DemoMembers, worker: DemoWorker, now: datetime, password: str
) -> None:
    user = {"id": same_id("user", worker.login), "created_at": now, "login": worker.login}
    secret = {"password": password, "is_active": True, "synthetic": True, "last_login": now}
    _insert(connection, "access_user", user | secret)
    cast.members[worker.login] = same_id("member", worker.login)
    left = worker.left_days_ago
    row = {
        "id": cast.members[worker.login],
        "created_at": now,
        "user_id": user["id"],
        "organisation_id": cast.organisations[worker.body],
        "unit_id": cast.units[worker.body, worker.unit] if worker.unit else None,
        "role": worker.role,
        "name": worker.name,
        "phone": _number(worker),
        "email": f"{worker.login}@samvern.example",
        "since": now - LONG_AGO,
        "until": None if left is None else now - timedelta(days=left),
        "confirmed_at": now - LONG_AGO if worker.role in CASEWORK else None,
    }
    _insert(connection, "access_member", row)


def _number(worker: DemoWorker) -> str:
    """A number at work that no telephone in Norway can have: none begins with nought."""
    if worker.role not in CASEWORK:
        return ""
    digits = same_id("phone", worker.login).int % 10_000
    return f"+47 00 00 {digits // 100:02} {digits % 100:02}"


def _insert(connection: Connection, table: str, row: dict[str, Any]) -> None:
    columns, marks = ", ".join(row), ", ".join(["%s"] * len(row))
    statement = f"INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608 (our names)
    connection.execute(statement, list(row.values()))
