# SPDX-License-Identifier: EUPL-1.2
"""Every act that is counted has an allowance; where one lacks, nothing starts."""

import os
import re
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from samvern.access.quotas import QUOTAS
from samvern.cases.audit.labels import QUOTA_LABELS
from samvern.web.database import Server
from samvern.web.database.cluster import SUPERUSER
from samvern.web.database.migration import NO_ALLOWANCE
from samvern.web.database.roles import APP, OWNER
from support.budgets import ROOT

pytestmark = pytest.mark.database
SPENT = re.compile(r"gate\.spend\('([\w.]+)'")
MIGRATE = "import django; django.setup(); from samvern.web.database.migration import migrate as m"


def program(code: str, url: str) -> "subprocess.CompletedProcess[str]":
    """A program of its own, in demonstration mode."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        env={**os.environ, "SAMVERN_MODE": "demo", "DATABASE_URL": url},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_table_of_the_code_is_that_of_the_database(migrated: Server) -> None:
    with psycopg.connect(migrated.url(APP)) as application:
        acts = [act for (act,) in application.execute("SELECT gate.acts_with_allowance()")]
    assert acts == sorted(QUOTAS)


def test_the_database_counts_no_act_that_the_code_does_not_list() -> None:
    files = Path(ROOT / "src/samvern").rglob("migrations/**/*.sql")
    spent = {act for file in files for act in SPENT.findall(file.read_text(encoding="utf-8"))}
    assert spent - set(QUOTAS) == set()
    assert "glass" in spent


def test_every_allowance_has_a_name_for_people() -> None:
    assert sorted(QUOTA_LABELS) == sorted(QUOTAS)


def test_nothing_starts_where_an_act_has_no_allowance(migrated: Server) -> None:
    served, kept = "from samvern.web.wsgi import application", "DELETE FROM gate.allowance"
    with psycopg.connect(migrated.url(SUPERUSER), autocommit=True) as superuser:
        row = superuser.execute(f"{kept} WHERE what = 'board.see' RETURNING *").fetchone()
        assert row is not None
        started = program(served, migrated.url(APP))
        brought_up = program(f"{MIGRATE}; m()", migrated.url(OWNER))
        superuser.execute("INSERT INTO gate.allowance VALUES (%s, %s, %s)", row)
        again = program(served, migrated.url(APP))
    told = NO_ALLOWANCE % "board.see"
    assert (started.returncode, told in started.stderr) == (1, True)
    assert (brought_up.returncode, told in brought_up.stderr) == (1, True)
    assert (again.returncode, again.stderr) == (0, "")
