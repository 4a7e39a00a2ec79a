# SPDX-License-Identifier: EUPL-1.2
"""Django's management commands on the database of a development machine."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from samvern.web.database import own_server
from samvern.web.database.roles import OWNER
from samvern.web.environment import read_environment
from samvern.web.exceptions import RunningError
from samvern.web.running.installation import installation

CODE_ONLY = frozenset({
    "check", "diffsettings", "help", "makemigrations", "startapp", "version", "--help", "--version",
})  # fmt: skip
"""Commands that read the code and no table."""
ANY_DATABASE = frozenset({"sqlmigrate"})
"""Commands that ask a database how it writes SQL, and not what is in it."""


def run_management(words: Sequence[str], folder: Path) -> None:
    """Run one of Django's commands as ``manage.py`` would.

    Raises:
        RunningError: in production, or the command needs a database and there is none.
    """
    if read_environment().mode == "production":
        raise RunningError("manage is for development; in production: samvern database migrate")
    with _surroundings(words, folder):
        from django.core.management import execute_from_command_line

        execute_from_command_line(["samvern manage", *words])


@contextmanager
def _surroundings(words: Sequence[str], folder: Path) -> Iterator[None]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    helps = {"-h", "--help"} & set(words)
    if (words[0] in CODE_ONLY and "--database" not in words) or helps:
        yield
    elif words[0] in ANY_DATABASE and not _has_database(folder):
        with _empty_database():
            yield
    else:
        with installation(folder) as found:
            os.environ["DATABASE_URL"] = found.url("owner")
            yield


def _has_database(folder: Path) -> bool:
    return "DATABASE_URL" in os.environ or (folder / "secrets.json").exists()


@contextmanager
def _empty_database() -> Iterator[None]:
    """A database with no tables, for one command."""
    with tempfile.TemporaryDirectory(prefix="samvern-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # the account of the database goes through it
        with own_server(folder) as server:
            os.environ.setdefault("SAMVERN_MODE", "demo")  # it is ours and empty
            os.environ["DATABASE_URL"] = server.url(OWNER)
            yield
