# SPDX-License-Identifier: EUPL-1.2
"""What an operator can get wrong is told in one line that says what to do, with exit code 2."""

from pathlib import Path
from typing import Any

import psycopg
import pytest

from samvern.web.database import Server
from samvern.web.database.roles import BACKUP, OWNER
from support.cli import Run

pytestmark = pytest.mark.database
SINCE = ("audit", "who-saw", "--since", "2026-11-20T08:00")
NOBODY = "7c1a4a0e-0000-4000-8000-000000000000"


def test_an_organisation_or_case_there_is_not(
    installed: Server, run: Run, organisation: Any
) -> None:
    organisation("Havna kommune")
    near = run(*SINCE, "--organisation", "Havna komune")
    far = run(*SINCE, "--organisation", "9")
    case = run(*SINCE, "--case", NOBODY)
    found = run(*SINCE, "--organisation", "Havna kommune")
    assert (near.code, far.code, case.code, found.code) == (2, 2, 2, 0)
    assert near.err == (
        "Error: --organisation: there is none called 'Havna komune'; did you mean Havna kommune?\n"
    )
    assert far.err == (
        "Error: --organisation: there is none called '9'; names are as on its pages\n"
    )
    assert case.err == f"Error: --case: no case has the id {NOBODY}, in the trail or now\n"


def test_a_disk_of_anchors_that_is_not_mounted(
    installed: Server, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMVERN_ANCHORS", str(tmp_path / "mount/anchors.jsonl"))
    done = run("audit", "anchor")
    assert (done.code, done.err) == (
        2,
        f"Error: there is no folder {tmp_path}/mount: is the disk of anchors mounted?\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_a_role_that_cannot_enter(
    installed: Server, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = psycopg.conninfo.conninfo_to_dict(installed.url(OWNER))
    wrong = f"postgresql://{OWNER}:wrong@/samvern?host={url['host']}&port={url['port']}"
    monkeypatch.setenv("SAMVERN_OWNER_URL", wrong)
    done = run("database", "migrate")
    assert done.code == 2
    assert done.err.startswith("Error: the server in SAMVERN_OWNER_URL does not answer: ")
    assert "password authentication failed" in done.err
    assert installed.url(BACKUP) not in done.err


def test_a_pack_of_law_there_is_not(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMVERN_PACK", "nowhere")
    done = run("serve")
    assert (done.code, done.err) == (
        2,
        "Error: nowhere: no pack here: neither built in (convention, norway) nor a folder that "
        "holds pack.yaml\n",
    )
