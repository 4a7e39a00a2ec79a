# SPDX-License-Identifier: EUPL-1.2
"""Production does not serve from a database whose walls have a gap."""

import os
import subprocess
import sys
import uuid
from datetime import date
from pathlib import Path

import psycopg
import pytest

from samvern.web.database import Server
from samvern.web.database.cluster import SUPERUSER
from samvern.web.database.roles import APP, OWNER
from samvern.web.keyring import Keyring

pytestmark = pytest.mark.database
KEY = "Zr5Yw0q3VxT8nLk2PjH6sDf9aGb4eCm7uRi1oQtWyXzNvBpS-_kM"


def start(url: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    keys = folder / "keys.json"
    Keyring.make("production", date(2026, 11, 24))[0].write(keys)
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    given = {
        "SAMVERN_MODE": "production",
        "SAMVERN_SECRET_KEY": KEY,
        "SAMVERN_HOSTS": "samvern.no",
        "SAMVERN_GATE_KEY": "Z2F0ZS1vZi10aGUtdGVzdHMtMzItYnl0ZXMtbG9uZyE",
        "SAMVERN_KEYS": str(keys),
        "DJANGO_SETTINGS_MODULE": "samvern.web.settings",
        "DATABASE_URL": url,
    }
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", "from samvern.web.wsgi import application"],
        env={**kept, **given},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_starts_where_the_walls_are_whole(migrated: Server, tmp_path: Path) -> None:
    with psycopg.connect(migrated.url(SUPERUSER), autocommit=True) as superuser:
        superuser.execute("UPDATE access_organisation SET synthetic = false")
        superuser.execute("UPDATE access_user SET synthetic = false")
    result = start(migrated.url(APP), tmp_path)
    assert (result.returncode, result.stderr) == (0, "")


def test_it_does_not_start_where_people_are_made_up(migrated: Server, tmp_path: Path) -> None:
    user = uuid.uuid4()
    with psycopg.connect(migrated.url(SUPERUSER), autocommit=True) as superuser:
        superuser.execute(
            "INSERT INTO access_user (id, login, password, is_active, synthetic, created_at)"
            " VALUES (%s, 'made-up', '!', true, true, now())",
            [user],
        )
        result = start(migrated.url(APP), tmp_path)
        superuser.execute("DELETE FROM access_user WHERE id = %s", [user])
    assert result.returncode == 1
    assert "the database holds made-up people; start from an empty one" in result.stderr


def test_it_does_not_start_as_the_owner(migrated: Server, tmp_path: Path) -> None:
    result = start(migrated.url(OWNER), tmp_path)
    assert result.returncode == 1
    assert "DATABASE_URL connects as samvern_owner; it must be samvern_app" in result.stderr


def test_it_does_not_start_where_a_wall_has_a_gap(migrated: Server, tmp_path: Path) -> None:
    with psycopg.connect(migrated.url(OWNER), autocommit=True) as owner:
        owner.execute("ALTER TABLE identity_claim NO FORCE ROW LEVEL SECURITY")
        result = start(migrated.url(APP), tmp_path)
        owner.execute("ALTER TABLE identity_claim FORCE ROW LEVEL SECURITY")
    assert result.returncode == 1
    assert "has no forced row security: public.identity_claim" in result.stderr


@pytest.mark.parametrize(
    "words",
    [["work", "--until-done"], ["jobs"], ["audit", "who-saw", "--since", "2026-11-01"]],
    ids=" ".join,
)
def test_no_command_works_on_a_database_by_the_rules_of_a_demonstration_unasked(
    migrated: Server, tmp_path: Path, words: list[str]
) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    given = {
        "DATABASE_URL": migrated.url(APP),
        "SAMVERN_BACKUP_URL": migrated.url("samvern_backup"),
    }

    def run(**more: str) -> tuple[int, str]:
        ended = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "samvern", *words, "--data", str(tmp_path)],
            env={**kept, **given, **more},
            capture_output=True,
            text=True,
            check=False,
        )
        return ended.returncode, ended.stderr.strip().splitlines()[-1] if ended.stderr else ""

    code, said = run()
    assert (code, said.startswith("Error: SAMVERN_SECRET_KEY is not set")) == (2, True), said
    code, said = run(SAMVERN_SECRET_KEY=KEY, SAMVERN_HOSTS="samvern.no")
    assert (code, said.startswith("Error: SAMVERN_GATE_KEY is not set")) == (2, True), said
    # A demonstration it works on: only that nobody does the jobs here is told, by code 1.
    assert run(SAMVERN_MODE="demo")[0] == (1 if words == ["jobs"] else 0)
