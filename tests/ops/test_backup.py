# SPDX-License-Identifier: EUPL-1.2
"""Backing up and restoring: what is in a backup, what is not, and when it is refused."""

import json
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest

from samvern.identity.envelope import SealedPlace, new_key, seal
from samvern.identity.keys.configured import FileKeeper
from samvern.web.backup import BackupError
from samvern.web.backup.make import DATABASE, SUBJECTS, back_up
from samvern.web.backup.manifest import Manifest
from samvern.web.backup.restore import read_opener, restore
from samvern.web.backup.state import DatabaseState
from samvern.web.backup.stream import unsealed
from samvern.web.backup.tools import feed
from samvern.web.database import Server, own_server
from samvern.web.database.cluster import SUPERUSER
from samvern.web.database.inventory import find_security_gaps
from samvern.web.database.roles import APP, BACKUP
from samvern.web.jobs.service_members import list_service_members
from samvern.web.keyring import Keyring
from support.cli import Run
from support.database import reachable_folder
from support.surroundings import KEYS, OPENER

pytestmark = pytest.mark.database

NewOrganisation = Callable[[str], UUID]
RING = Keyring.read(KEYS)
KEY = """INSERT INTO identity_key (id, created_at, case_id, subject_id, version, keeper, wrapped)
    VALUES (gen_random_uuid(), now(), %s, %s, 1, %s, %s)"""
CLAIM = """INSERT INTO identity_claim (id, created_at, case_id, person_id, kind, value_sealed,
    source, confidence, created_by_id)
    VALUES (%s, now(), %s, %s, 'name', %s, 'person', 'certain', %s)"""


@pytest.fixture
def person(
    installed: Server, organisation: NewOrganisation, superuser: psycopg.Connection[Any]
) -> Iterator[UUID]:
    """A person with a key of her own and a name sealed with it."""
    organisation("Kommunen")
    who, case, claim, key = uuid.uuid4(), uuid.uuid4(), uuid.uuid4(), new_key()
    wrapped = FileKeeper(KEYS).wrap(key)
    superuser.execute(KEY, [case, who, wrapped.keeper, wrapped.data])
    name = seal(key, SealedPlace("claim.value", who, claim, 1), b"Canary Name")
    superuser.execute(CLAIM, [claim, case, who, name, list_service_members()[0]])
    yield who
    superuser.execute("TRUNCATE identity_key, identity_claim")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with two documents."""
    folder = tmp_path / "documents"
    (folder / "ab").mkdir(parents=True)
    (folder / "ab/first").write_bytes(os.urandom(100_000))
    (folder / "second").write_bytes(b"")
    return folder


@pytest.fixture
def backup(person: UUID, installed: Server, documents: Path, tmp_path: Path) -> Path:
    """A finished backup."""
    target = tmp_path / "backup"
    back_up(installed.url(BACKUP), documents, RING, target)
    return target


@pytest.fixture
def empty() -> Iterator[Server]:
    """A server with the roles and an empty database."""
    with reachable_folder() as folder, own_server(folder) as server:
        yield server


def bring_back(backup: Path, server: Server, tmp_path: Path, **more: Path) -> DatabaseState:
    opener = read_opener(OPENER)
    return restore(backup, server.url(SUPERUSER), tmp_path / "back", RING, opener, **more)


def state_of(server: Server) -> DatabaseState:
    with psycopg.connect(server.url(BACKUP)) as connection:
        return DatabaseState.of(connection)


def test_a_restored_copy_is_the_same(backup: Path, empty: Server, tmp_path: Path) -> None:
    before = bring_back(backup, empty, tmp_path)
    assert list(before.differences(state_of(empty))) == []
    assert before.rows["public.identity_claim"] == {"": 1}
    with psycopg.connect(empty.url(APP)) as connection:
        assert list(find_security_gaps(connection)) == []
        assert connection.execute("SELECT count(*) FROM identity_claim").fetchone() == (0,)


def test_documents_come_back_as_they_were(
    backup: Path, empty: Server, documents: Path, tmp_path: Path
) -> None:
    bring_back(backup, empty, tmp_path)
    names = ["ab/first", "second"]
    back = tmp_path / "back"
    found = sorted(str(p.relative_to(back)) for p in back.rglob("*") if p.is_file())
    assert found == names
    assert [(back / n).read_bytes() for n in names] == [(documents / n).read_bytes() for n in names]


def test_neither_the_gates_key_nor_a_session_is_in_it(
    backup: Path, superuser: psycopg.Connection[Any], tmp_path: Path
) -> None:
    found = superuser.execute("SELECT encode(value, 'hex') FROM gate.secret").fetchone()
    script = tmp_path / "script.sql"
    with (backup / DATABASE).open("rb") as file:
        feed(
            "pg_restore",
            "",
            f"--file={script}",
            content=unsealed(file, DATABASE, read_opener(OPENER)),
        )
    text = script.read_text()
    assert found is not None
    assert [found[0] in text, "COPY gate.session" in text] == [False, False]
    assert "COPY public.identity_claim" in text
    assert "COPY public.identity_key" not in text


def test_the_file_of_keys_is_not_in_it(backup: Path) -> None:
    assert sorted(path.name for path in backup.iterdir()) == [
        "database.sealed",
        "documents.sealed",
        "manifest.json",
        "state.sealed",
        "subjects.sealed",
    ]
    assert "file of keys is not here" in Manifest.read(backup).left_out


def test_what_was_erased_stays_erased_with_the_latest_keys(
    backup: Path,
    person: UUID,
    installed: Server,
    superuser: psycopg.Connection[Any],
    empty: Server,
    documents: Path,
    tmp_path: Path,
) -> None:
    superuser.execute("UPDATE identity_key SET wrapped = NULL, shredded_at = now()")
    later = tmp_path / "later"
    back_up(installed.url(BACKUP), documents, RING, later)
    (backup / SUBJECTS).unlink()
    bring_back(backup, empty, tmp_path, subjects=later)
    with psycopg.connect(empty.url(BACKUP)) as connection:
        query = "SELECT wrapped FROM identity_key WHERE subject_id = %s"
        assert connection.execute(query, [person]).fetchall() == [(None,)]
        assert connection.execute("SELECT count(*) FROM identity_claim").fetchone() == (1,)


def test_without_the_keys_of_people_it_is_not_restored(
    backup: Path, empty: Server, tmp_path: Path
) -> None:
    (backup / SUBJECTS).unlink()
    with pytest.raises(BackupError, match=r"subjects\.sealed is missing"):
        bring_back(backup, empty, tmp_path)


def test_a_changed_part_is_refused(backup: Path, empty: Server, tmp_path: Path) -> None:
    part = bytearray((backup / DATABASE).read_bytes())
    part[5000] ^= 1
    (backup / DATABASE).write_bytes(part)
    with pytest.raises(BackupError, match=r"database\.sealed is not the file that was backed up"):
        bring_back(backup, empty, tmp_path)


def test_a_changed_manifest_is_refused(backup: Path, empty: Server, tmp_path: Path) -> None:
    manifest = json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps({**manifest, "samvern": "9.9"}))
    with pytest.raises(BackupError, match="its signature is wrong"):
        bring_back(backup, empty, tmp_path)


def test_anothers_backup_is_refused(
    installed: Server, documents: Path, empty: Server, tmp_path: Path
) -> None:
    other = RING.with_new_anchor()
    back_up(installed.url(BACKUP), documents, other, tmp_path / "backup")
    with pytest.raises(BackupError, match="signed by another installation"):
        bring_back(tmp_path / "backup", empty, tmp_path)


def test_a_database_that_is_in_use_is_not_overwritten(
    backup: Path, installed: Server, tmp_path: Path
) -> None:
    before = state_of(installed)
    with pytest.raises(BackupError, match="the database is not empty"):
        bring_back(backup, installed, tmp_path)
    assert state_of(installed) == before


def test_documents_that_are_there_are_not_overwritten(
    backup: Path, empty: Server, tmp_path: Path
) -> None:
    (tmp_path / "back").mkdir()
    (tmp_path / "back/mine").touch()
    with pytest.raises(BackupError, match="is not empty"):
        bring_back(backup, empty, tmp_path)


def test_a_folder_that_is_there_is_not_overwritten(
    run: Run, installed: Server, tmp_path: Path
) -> None:
    (tmp_path / "mine").touch()
    done = run("backup", str(tmp_path))
    assert (done.code, done.err) == (2, f"Error: {tmp_path} exists already; name a new folder\n")


def test_a_failed_backup_leaves_nothing_and_tells_no_password(
    run: Run, installed: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = installed.url(BACKUP).replace("samvern_backup", "samvern_nobody")
    monkeypatch.setenv("SAMVERN_BACKUP_URL", url)
    done = run("backup", str(tmp_path / "backup"))
    assert (done.code, list(tmp_path.iterdir())) == (2, [])
    assert installed.secrets.backup not in done.err


def test_the_drill_finds_no_difference(
    run: Run, person: UUID, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMVERN_DOCUMENTS", str(documents))
    done = run("restore-drill")
    print(done.out)
    lines = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert "1 keys, 1 sealed values opened, 0 erased, 2 documents; 0 differences" in lines[-3]
    assert [line.split()[0] for line in lines[-2:]] == ["RPO", "RTO"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE identity_claim SET value_sealed = 'x'", "claim.value of "),
        ("UPDATE identity_key SET wrapped = 'x'", "key of "),
        ("UPDATE identity_key SET subject_id = gen_random_uuid()", "claim.value of "),
        ("ALTER TABLE identity_key NO FORCE ROW LEVEL SECURITY", "a table of cases has no forced"),
    ],
)
def test_the_drill_finds_what_is_broken(
    run: Run, person: UUID, superuser: psycopg.Connection[Any], change: str, fault: str
) -> None:
    superuser.execute(change.encode())
    done = run("restore-drill")
    superuser.execute("ALTER TABLE identity_key FORCE ROW LEVEL SECURITY")
    assert done.code == 1
    assert [line[: len(fault)] for line in done.out.splitlines() if line.startswith(fault)]


def test_a_data_folder_is_restored_by_command(
    run: Run, backup: Path, person: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL")
    with reachable_folder() as folder:
        target = folder / "restored"
        done = run("restore", str(backup), "--data", str(target))
        assert (done.code, done.err) == (0, "")
        assert (target / "keys.json").read_text() == KEYS.read_text()
        assert run("database", "check", "--data", str(target)).out.startswith("The walls are whole")
        monkeypatch.delenv("DATABASE_URL")
        again = run("restore", str(backup), "--data", str(target))
        shutil.rmtree(target, ignore_errors=True)
    assert (again.code, "the database is not empty" in again.err) == (2, True)
