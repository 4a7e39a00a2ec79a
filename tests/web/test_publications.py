# SPDX-License-Identifier: EUPL-1.2
"""A pack that was in use can be had back as it was."""

import json
import os
import subprocess
import sys

import pytest

from samvern.web.database import Server
from samvern.web.database.roles import APP, OWNER

pytestmark = pytest.mark.database
SETUP = (
    "import django, json; django.setup(); from samvern.web.publications import archive, models\n"
)
MIGRATE = "from django.core.management import call_command as call; call('migrate', verbosity=0)\n"


def run(server: Server, role: str, code: str) -> "subprocess.CompletedProcess[str]":
    """Run code in a program of its own, as that database role."""
    environment = {
        **os.environ,
        "DATABASE_URL": server.url(role),
        "DJANGO_SETTINGS_MODULE": "samvern.web.settings",
    }
    return subprocess.run(
        [sys.executable, "-c", SETUP + code],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def published(database: Server) -> str:
    """The hash under which Norway's pack was published, twice."""
    twice = "for _ in range(2): kept = archive.publish_pack(name='norway')\n"
    code = f"{MIGRATE}{twice}print(kept.hash)"
    result = run(database, OWNER, code)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_publishing_again_adds_nothing(database: Server, published: str) -> None:
    kept = "models.Publication.objects.filter(pack='norway').values_list('hash', flat=True)"
    assert json.loads(run(database, APP, f"print(json.dumps(list({kept})))").stdout) == [published]


def test_the_application_gets_the_same_pack_back(database: Server, published: str) -> None:
    code = f"print(archive.restore_pack(hash={published!r}).ruleset.hash)"
    assert run(database, APP, code).stdout.strip() == published


def test_the_application_cannot_change_what_was_published(database: Server, published: str) -> None:
    code = f"models.Publication.objects.filter(hash={published!r}).update(version='2')"
    result = run(database, APP, code)
    assert "permission denied for table publications_publication" in result.stderr


def test_the_models_and_the_migrations_agree(database: Server) -> None:
    code = MIGRATE + "call('makemigrations', check=True)"
    assert run(database, OWNER, code).stdout == "No changes detected\n"
