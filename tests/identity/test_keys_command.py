# SPDX-License-Identifier: EUPL-1.2
"""`samvern keys`, run as an administrator runs it."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from identity.making import NUMBER, claim, person_of
from samvern.identity.models import Key
from support.surroundings import KEYS
from support.workspace import Workspace

pytestmark = pytest.mark.database


def samvern(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "samvern", "keys", *words],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "keys.json"
    path.write_text(KEYS.read_text())
    path.chmod(0o600)
    return path


def environment(workspace: Workspace, file: Path) -> dict[str, str]:
    return {
        "DATABASE_URL": workspace.url(),
        "SAMVERN_OWNER_URL": workspace.url("samvern_owner"),
        "SAMVERN_KEYS": str(file),
    }


def test_rotate_wraps_every_key_with_a_new_one(workspace: Workspace, file: Path) -> None:
    with workspace.acting("kari") as kari:
        claim(kari, person_of(kari), "number", NUMBER)
    before = json.loads(file.read_text())
    done = samvern("rotate", **environment(workspace, file))
    after = json.loads(file.read_text())
    assert (done.returncode, done.stderr) == (0, "")
    assert after["kek"] not in before["keks"]
    assert before["keks"].items() <= after["keks"].items()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with workspace.superuser() as connection:
        rows = connection.execute("SELECT keeper, count(*) FROM identity_key GROUP BY 1").fetchall()
    ((name, count),) = rows
    assert name == f"file:{after['kek']}"
    assert done.stdout == f"{count} keys are wrapped by {name}\n"
    again = samvern("rotate", "--wrap-only", **environment(workspace, file))
    assert again.stdout == f"0 keys are wrapped by {name}\n"
    assert json.loads(file.read_text()) == after


def test_renew_gives_a_case_new_keys(workspace: Workspace, file: Path) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        claim(kari, person, "number", NUMBER)
    done = samvern("renew", str(person.case_id), **environment(workspace, file))
    assert done.stdout == "2 keys renewed, 1 values sealed anew\n"
    with workspace.acting("kari"):
        versions = Key.objects.filter(case_id=person.case_id).values_list("version", flat=True)
        assert sorted(versions) == [1, 1, 2, 2]
    nobody = samvern("renew", str(person.pk), **environment(workspace, file))
    assert (nobody.returncode, nobody.stdout) == (2, "")
    assert nobody.stderr.startswith("Error: no case ")
    assert "Traceback" not in nobody.stderr


def test_make_writes_two_files_once(tmp_path: Path) -> None:
    path = tmp_path / "made.json"
    assert samvern("make", str(path)).returncode == 0
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()}
    assert modes == {"made.json": 0o600, "made.json.backup": 0o600}
    again = samvern("make", str(path))
    assert (again.returncode, "exists already" in again.stderr) == (2, True)
