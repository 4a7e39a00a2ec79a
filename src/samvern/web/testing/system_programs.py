# SPDX-License-Identifier: EUPL-1.2
"""Programs that tests need and pip cannot bring: found, or installed from Debian where allowed."""

import os
import shutil
import subprocess

from samvern.web.exceptions import CheckingError
from samvern.web.progress import step


def ensure_program(names: tuple[str, ...], package: str, wanted_by: str) -> str:
    """The path of the first of ``names`` there is; Debian's ``package`` is installed if we may.

    Raises:
        CheckingError: there is none and it cannot be installed.
    """
    if found := find_program(names):
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        with step(f"Installing {package}"):
            _install(package)
    if found := find_program(names):
        return found
    raise CheckingError(f"{wanted_by} need {package}; install it (apt install {package})")


def find_program(names: tuple[str, ...]) -> str | None:
    """The path of the first of ``names`` there is, or None."""
    return next(filter(None, map(shutil.which, names)), None)


def _install(package: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        result = subprocess.run(
            ["apt-get", "--quiet", *words],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if result.returncode:
            reason = (result.stderr.strip().splitlines() or ["no reason given"])[-1]
            raise CheckingError(f"{package} could not be installed: {reason}")


CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The program's path, or None."""
    return find_program(CHROMIUM_NAMES)


def ensure_chromium() -> str:
    """The path of a Chromium, installed first when we are root on a Debian.

    Raises:
        CheckingError: there is none and it cannot be installed.
    """
    return ensure_program(CHROMIUM_NAMES, "chromium", "the browser tests")
