# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL's own programs. A program must not be older than the server it talks to."""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import IO

from psycopg.conninfo import conninfo_to_dict

from samvern.web.database.paths import find_programs
from samvern.web.exceptions import BackupError

LIBPQ = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}
MORE = {"dbname": "PGDATABASE", "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}
PIECE = 1 << 20


def connection_environment(url: str) -> dict[str, str]:
    """The address and password for libpq, which must not stand in a command line."""
    parts = conninfo_to_dict(url)
    names = {**LIBPQ, **MORE}
    found = {names[key]: str(value) for key, value in parts.items() if key in names and value}
    return {**{key: value for key, value in os.environ.items() if key[:2] != "PG"}, **found}


def output_of(program: str, url: str, *words: str) -> Iterator[bytes]:
    """What a program writes, in pieces.

    Raises:
        BackupError: it failed; with its last line.
    """
    with _running(program, url, *words, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield from iter(lambda: process.stdout.read(PIECE), b"")  # type: ignore[union-attr]


def feed(program: str, url: str, *words: str, content: Iterable[bytes]) -> None:
    """Run a program on some content.

    Raises:
        BackupError: it failed; with its last line.
    """
    with _running(program, url, *words, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        try:
            for piece in content:
                process.stdin.write(piece)
            process.stdin.close()
        except BrokenPipeError:
            pass  # it ended early: its exit code and last line say why, or it had all it wanted


@contextmanager
def _running(
    program: str, url: str, *words: str, stdin: int | None = None, stdout: int | None = None
) -> Iterator["subprocess.Popen[bytes]"]:
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [str(find_programs() / program), "--no-password", *words],
            env=connection_environment(url),
            stdin=stdin,
            stdout=stdout,
            stderr=errors,
        )
        try:
            yield process
        except BaseException:
            process.kill()
            raise
        finally:
            process.wait()
            _close(process.stdout, process.stdin)
        if process.returncode:
            errors.seek(0)
            lines = errors.read().decode(errors="replace").strip().splitlines()
            raise BackupError(f"{program} failed: {lines[-1] if lines else 'no reason given'}")


def _close(*streams: IO[bytes] | None) -> None:
    for stream in streams:
        if stream is not None and not stream.closed:
            with suppress(BrokenPipeError):
                stream.close()
