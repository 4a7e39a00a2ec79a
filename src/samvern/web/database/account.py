# SPDX-License-Identifier: EUPL-1.2
"""The account PostgreSQL runs under: ours, or a system account when we are root."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samvern.web.exceptions import DatabaseError

NAME = "samvern"


@dataclass(frozen=True)
class Account:
    """A user and group by number."""

    user: int
    group: int
    is_other: bool
    """Whether it is another account than the one we run under."""

    def options(self) -> dict[str, Any]:
        """Arguments for ``subprocess`` that make the child this account."""
        if not self.is_other:
            return {}
        return {"user": self.user, "group": self.group, "extra_groups": []}

    def take_over(self, path: Path) -> None:
        """Give a file or folder to the account."""
        if self.is_other:
            os.chown(path, self.user, self.group)

    def can_reach(self, path: Path) -> bool:
        """Whether the account may pass every folder above a path."""
        return all(self._may_enter(folder) for folder in path.resolve().parents)

    def _may_enter(self, folder: Path) -> bool:
        status = folder.stat()
        shift = 6 if status.st_uid == self.user else 3 if status.st_gid == self.group else 0
        return not self.is_other or bool(status.st_mode >> shift & 1)


def database_account() -> Account:
    """The account to run the database under, made first when we are root and it does not exist.

    Raises:
        DatabaseError: we are root and the account cannot be made.
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), is_other=False)
    try:
        entry = pwd.getpwnam(NAME)
    except KeyError:
        entry = _make_account()
    return Account(entry.pw_uid, entry.pw_gid, is_other=True)


def _make_account() -> pwd.struct_passwd:
    tool = shutil.which("useradd") or "/usr/sbin/useradd"
    options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    try:
        subprocess.run(
            [tool, *options, "--shell", "/usr/sbin/nologin", NAME], capture_output=True, check=True
        )
        return pwd.getpwnam(NAME)
    except (OSError, subprocess.CalledProcessError, KeyError) as error:
        reason = f"PostgreSQL does not run as root, and the account {NAME!r} could not be made"
        raise DatabaseError(f"{reason}; start Samvern as an ordinary user instead") from error
