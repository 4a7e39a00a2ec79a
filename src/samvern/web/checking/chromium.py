# SPDX-License-Identifier: EUPL-1.2
"""Finding Chromium for the browser tests, installing Debian's where that is allowed."""

import os
import shutil
import subprocess

from samvern.web.checking.errors import CheckingError
from samvern.web.steps import step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The program's path, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def ensure_chromium() -> str:
    """The path of a Chromium, installed first when we are root on a Debian.

    Raises:
        CheckingError: there is none and it cannot be installed.
    """
    if found := find_chromium():
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        with step("Installing Chromium"):
            _install()
    if found := find_chromium():
        return found
    raise CheckingError("the browser tests need Chromium; install it (apt install chromium)")


def _install() -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        result = subprocess.run(
            ["apt-get", "--quiet", *words],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if result.returncode:
            reason = (result.stderr.strip().splitlines() or ["no reason given"])[-1]
            raise CheckingError(f"Chromium could not be installed: {reason}")
