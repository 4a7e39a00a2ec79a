# SPDX-License-Identifier: EUPL-1.2
"""``./samvern make definitions``: write down what the migrations make, and that they landed."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import psycopg

from samvern.web.database import own_server
from samvern.web.database.definitions import FOLDER, read_definitions, write_files
from samvern.web.database.roles import OWNER
from support.database import reachable_folder
from support.landed import FILE, changed, read_landed, write_landed

MIGRATE = (
    "import django; django.setup(); from django.core.management import call_command; "
    "call_command('migrate', interactive=False, verbosity=0)"
)


def definitions_of_migrations() -> Mapping[Path, str]:
    """The files as the migrations alone make them, in an empty database."""
    with reachable_folder() as folder, own_server(folder) as server:
        environment = {**os.environ, "DATABASE_URL": server.url(OWNER)}
        subprocess.run([sys.executable, "-c", MIGRATE], env=environment, check=True)
        with psycopg.connect(server.url("postgres")) as connection:
            return write_files(read_definitions(connection))


def main() -> None:
    """Write the files that changed, and name them."""
    if edited := changed(read_landed()):
        print("These have landed and are frozen; write a new migration instead:", *edited, sep="\n")
        sys.exit(1)
    files = {FOLDER / path: text for path, text in definitions_of_migrations().items()}
    for path in {*FOLDER.rglob("*.sql")} - {*files}:
        path.unlink()
        print("gone:", path.name)
    for path, text in files.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(path.name)
    write_landed()
    print(FILE.name)
