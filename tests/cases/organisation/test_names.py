# SPDX-License-Identifier: EUPL-1.2
"""Name and region of an organisation: no administrator's to write, in no way; the owner's, told."""

import psycopg
import pytest

from samvern.web.database.roles import APP, OWNER
from support.cli import Run
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.mark.parametrize("column", ["name", "region", "kind", "actor_code", "active"])
def test_an_administrator_changes_nothing_that_decides_what_others_show(
    workspace: Workspace, column: str
) -> None:
    """With region "national" her coordinator saw the whole country; a name is whom others trust."""
    ours = workspace.cast.organisations["havn"]
    with workspace.connect() as guro, guro.transaction(force_rollback=True):
        guro.execute("SELECT set_config('samvern.token', %s, true)", [workspace.token("guro")])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            guro.execute(
                f"UPDATE access_organisation SET {column} = {column} WHERE id = %s".encode(), [ours]
            )


def test_her_page_says_who_does(workspace: Workspace) -> None:
    page = Desk(workspace, "guro", "en").read("administrator")
    assert "Those who run Samvern change name and region" in page


def test_the_owner_does_and_the_trail_says_so(
    fresh_workspace: Workspace, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = fresh_workspace.cast.organisations["havn"]
    for name, role in (("DATABASE_URL", APP), ("SAMVERN_OWNER_URL", OWNER)):
        monkeypatch.setenv(name, fresh_workspace.url(role))
    listed = run("organisation", "list").out
    assert f"{ours}  " in listed
    for wrong in (("--region", "Ingensteds"), ("--name", ""), ("--name", "eksempel  POLITI")):
        others = [line.partition("  ")[2].partition("  (")[0] for line in listed.splitlines()]
        taken = next(each for each in others if "oliti" in each).upper()
        words = (wrong[0], taken) if "POLITI" in wrong[1] else wrong
        assert run("organisation", "change", str(ours), *words).code == 2, words
    done = run("organisation", "change", str(ours), "--name", "Prøvehavn", "--region", "national")
    assert (done.code, done.out) == (0, "Prøvehavn (national)\n")
    with fresh_workspace.superuser() as behind:
        row = behind.execute(
            "SELECT l.role, l.act, d.content -> 'is' FROM audit.line l JOIN audit.detail d "
            "USING (chain, number) WHERE l.chain = %s ORDER BY l.number DESC LIMIT 1", [ours],
        ).fetchone()  # fmt: skip
    assert row == ("operator", "organisation.change", ["Prøvehavn", "national"])
