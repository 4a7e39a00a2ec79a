# SPDX-License-Identifier: EUPL-1.2
"""Putting organisations and their people into a database, as its owner: nobody is there before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from psycopg import Connection

from samvern.cast.model import Body, Worker

SERVED = timedelta(days=5 * 365)


@dataclass
class Cast:
    """The names by which rows of the cast are known, and the words that must not leak."""

    organisations: dict[str, UUID] = field(default_factory=dict)
    units: dict[tuple[str, str], UUID] = field(default_factory=dict)
    """By the organisation's code and the unit's name."""
    users: dict[str, UUID] = field(default_factory=dict)
    members: dict[str, UUID] = field(default_factory=dict)
    cases: dict[str, UUID] = field(default_factory=dict)
    persons: dict[str, UUID] = field(default_factory=dict)
    canaries: dict[str, str] = field(default_factory=dict)
    """By place, such as ``own/note.text``."""


def employ(
    connection: "Connection[Any]", bodies: Mapping[str, Body], workers: Iterable[Worker]
) -> Cast:
    """Make the organisations, units, users and members; the keys they got."""
    cast = Cast()
    with connection.transaction(), connection.cursor() as cursor:
        for body in bodies.values():
            _found(cursor, cast, body)
        for worker in workers:
            _hire(cursor, cast, worker)
    return cast


def _found(cursor: Any, cast: Cast, body: Body) -> None:
    cast.organisations[body.code] = uuid4()
    cursor.execute(
        "INSERT INTO access_organisation"
        " (id, created_at, name, kind, actor_code, region, active, synthetic)"
        " VALUES (%s, now(), %s, %s, %s, %s, true, true)",
        [cast.organisations[body.code], body.name, body.kind, body.actor, body.region],
    )
    for unit in body.units:
        cast.units[body.code, unit] = uuid4()
        cursor.execute(
            "INSERT INTO access_unit (id, created_at, organisation_id, name)"
            " VALUES (%s, now(), %s, %s)",
            [cast.units[body.code, unit], cast.organisations[body.code], unit],
        )


def _hire(cursor: Any, cast: Cast, worker: Worker) -> None:
    """A user without a password (nobody signs in by guessing), and her membership."""
    now = datetime.now(UTC)
    until = worker.left_days_ago and now - timedelta(days=worker.left_days_ago)
    cast.users[worker.login], cast.members[worker.login] = uuid4(), uuid4()
    cursor.execute(
        "INSERT INTO access_user (id, created_at, password, login, is_active, synthetic)"
        " VALUES (%s, now(), %s, %s, true, true)",
        [cast.users[worker.login], f"!{uuid4().hex}", worker.login],
    )
    cursor.execute(
        "INSERT INTO access_member"
        " (id, created_at, user_id, organisation_id, unit_id, role, name, email, since, until)"
        " VALUES (%s, now(), %s, %s, %s, %s, %s, %s, %s, %s)",
        [
            cast.members[worker.login],
            cast.users[worker.login],
            cast.organisations[worker.body],
            worker.unit and cast.units[worker.body, worker.unit],
            worker.role,
            worker.name,
            f"{worker.login}@example.invalid",
            now - SERVED,
            until,
        ],
    )
