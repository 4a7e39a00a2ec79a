# SPDX-License-Identifier: EUPL-1.2
"""Making an empty cluster that lets nobody in without a password."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from samvern.web.database.account import Account
from samvern.web.database.paths import DatabasePaths
from samvern.web.exceptions import DatabaseError

SUPERUSER = "postgres"
AUTHENTICATION = ("--auth-local=scram-sha-256", "--auth-host=reject")
# The built-in C.UTF-8 knows the case of Å and Đ wherever it runs; libc's C does not.
TEXT = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")


def make_cluster(place: DatabasePaths, account: Account, password: str) -> None:
    """Make the cluster. It gets its name when it is whole, so an interrupted one is made anew.

    Raises:
        DatabaseError: ``initdb`` failed; with the reason it gave.
    """
    parent = place.data.parent
    with tempfile.TemporaryDirectory(dir=parent, prefix="new-") as workshop:
        fresh, secret = Path(workshop, "postgres"), Path(workshop, "password")
        secret.touch(mode=0o600)
        secret.write_text(password)
        for path in (Path(workshop), secret):
            account.take_over(path)
        _run_initdb(place.programs / "initdb", fresh, secret, account)
        shutil.move(fresh, place.data)


def _run_initdb(program: Path, data: Path, secret: Path, account: Account) -> None:
    names = ["-D", str(data), "-U", SUPERUSER, f"--pwfile={secret}", "--no-instructions"]
    result = subprocess.run(
        [str(program), *names, *AUTHENTICATION, *TEXT],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        **account.options(),
    )
    if result.returncode:
        reason = (result.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise DatabaseError(f"the database could not be made: {reason}")
