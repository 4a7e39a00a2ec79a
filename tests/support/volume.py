# SPDX-License-Identifier: EUPL-1.2
"""Very many cases, quickly, to measure how the workspace behaves among them.

Nobody works like this: rows go in past the walls, as superuser, which only a database made for
measuring should ever allow. Sealed rows are sealed for real and each holds the canary of its case.
"""

from dataclasses import dataclass
from hashlib import md5
from typing import Any, LiteralString
from uuid import UUID

import psycopg

from support.canaries import word_for
from support.volume_sealed import write_sealed

Connection = psycopg.Connection[Any]
TABLES = (
    "access_teammember", "cases_case", "cases_deadline", "cases_factsheet", "cases_note",
    "cases_person", "cases_task", "identity_claim", "identity_key",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Volume:
    """Cases 0 to ``cases`` - 1, dealt to organisations and their workers in turn.

    Cases below ``sealed`` have keys and sealed rows; the others only what needs none, so that
    a million of them are there in about a minute.
    """

    cases: int
    organisations: int = 40
    workers: int = 20
    sealed: int = 0

    def organisation_id(self, place: int) -> UUID:
        """An organisation, by its place."""
        return volume_id("organisation", place)

    def member_id(self, organisation: int, worker: int) -> UUID:
        """A case worker of an organisation; worker 0 leads the unit instead."""
        return volume_id("member", organisation * self.workers + worker)

    def case_id(self, case: int) -> UUID:
        """A case, by its place."""
        return volume_id("case", case)

    def owner_of(self, case: int) -> tuple[int, int]:
        """The places of the organisation and of the worker a case belongs to; never the leader."""
        return case % self.organisations, 1 + case // self.organisations % (self.workers - 1)

    def canary(self, case: int) -> str:
        """The word in every sealed row of a case."""
        return word_for(f"volume/{case}")


def volume_id(kind: str, place: int) -> UUID:
    """The key that PostgreSQL makes of the same words."""
    return UUID(md5(f"{kind}/{place}".encode(), usedforsecurity=False).hexdigest())


def load_volume(connection: Connection, volume: Volume) -> None:
    """Fill a database; ``connection`` is a superuser's.

    Raises:
        ValueError: the connection is held by the walls, or there is nobody to own a case.
    """
    if volume.workers < 2:
        raise ValueError(f"{volume.workers} workers: a leader and at least one other are needed")
    if _is_held(connection):
        raise ValueError("the connection is held by row security; load as superuser")
    with connection.transaction():
        # Keys that refer to others are right by construction; checking ten million takes minutes.
        connection.execute("SET LOCAL session_replication_role = replica")
        values = {
            "cases": volume.cases - 1, "organisations": volume.organisations,
            "workers": volume.workers, "sealed": volume.sealed,
        }  # fmt: skip
        for statement in (*PEOPLE, *CASES):
            connection.execute(statement, values)
        write_sealed(connection, volume, volume_id)
    for table in TABLES:
        connection.execute(f"ANALYZE {table}")


def _is_held(connection: Connection) -> bool:
    row = connection.execute("SELECT row_security_active('cases_case')").fetchone()
    return bool(row and row[0])


PEOPLE: tuple[LiteralString, ...] = (
    """INSERT INTO access_organisation
        (id, created_at, name, kind, actor_code, region, active, synthetic)
    SELECT md5('organisation/' || o)::uuid, now(), 'Eksempel ' || o, 'ngo', '', '', true, true
    FROM generate_series(0, %(organisations)s - 1) o ON CONFLICT DO NOTHING""",
    """INSERT INTO access_unit (id, created_at, organisation_id, name)
    SELECT md5('unit/' || o)::uuid, now(), md5('organisation/' || o)::uuid, 'Eksempelenheten'
    FROM generate_series(0, %(organisations)s - 1) o ON CONFLICT DO NOTHING""",
    """INSERT INTO access_user (id, created_at, last_login, password, login, is_active, synthetic)
    SELECT md5('user/' || m)::uuid, now(), now(), '!', 'maaling.' || m, true, true
    FROM generate_series(0, %(organisations)s * %(workers)s - 1) m ON CONFLICT DO NOTHING""",
    """INSERT INTO access_member
        (id, created_at, user_id, organisation_id, unit_id, role, name, email, since,
         confirmed_at)
    SELECT md5('member/' || m)::uuid, now(), md5('user/' || m)::uuid,
        md5('organisation/' || m / %(workers)s)::uuid, md5('unit/' || m / %(workers)s)::uuid,
        CASE WHEN m %% %(workers)s = 0 THEN 'leader' ELSE 'case_worker' END,
        'Måling ' || m, '', now() - interval '4 years', now()
    FROM generate_series(0, %(organisations)s * %(workers)s - 1) m ON CONFLICT DO NOTHING""",
)
CASES: tuple[LiteralString, ...] = (
    """CREATE TEMPORARY TABLE dealt ON COMMIT DROP AS
        SELECT c, c %% %(organisations)s AS o,
            md5('case/' || c)::uuid AS id, md5('person/' || c)::uuid AS person,
            md5('member/' || c %% %(organisations)s * %(workers)s + 1
                + c / %(organisations)s %% (%(workers)s - 1))::uuid AS owner,
            now() - (c %% 1095 * 7919 %% 1095) * interval '1 day' AS opened, c %% 5 < 2 AS open
        FROM generate_series(0, %(cases)s) c""",
    """INSERT INTO cases_case
        (id, created_at, changed_at, version, reference, organisation_id, unit_id, owner_id, kind,
         circle, state, origin, created_by_id, closed_at, close_ground)
    SELECT id, opened, opened + interval '30 days', 1,
        to_jsonb('V' || substr(lpad(c::text, 7, '0'), 1, 3)
            || '-' || substr(lpad(c::text, 7, '0'), 4)),
        md5('organisation/' || o)::uuid, md5('unit/' || o)::uuid, owner, 'assistance', 'team',
        CASE WHEN open THEN 'open' ELSE 'closed' END, 'nothing', owner,
        CASE WHEN NOT open THEN opened + interval '30 days' END, ''
    FROM dealt""",
    """INSERT INTO access_teammember (id, created_at, case_id, member_id, is_owner, added_by_id)
    SELECT md5('team/' || c)::uuid, opened, id, owner, true, owner FROM dealt""",
    """INSERT INTO cases_person
        (id, created_at, changed_at, version, case_id, created_by_id, role_in_case, number,
        age_seen)
    SELECT person, opened, opened, 1, id, owner, 'main', 1, 'adult' FROM dealt""",
    """INSERT INTO cases_deadline
        (id, created_at, changed_at, version, case_id, created_by_id, person_id, clock, starts_on,
         due_on, state, owner_id, pack_hash)
    SELECT md5('deadline/' || c)::uuid, opened, opened, 1, id, owner, person, 'reflection_period',
        opened::date, current_date + (c %% 180)::integer, 'running', owner, ''
    FROM dealt WHERE open""",
)
