# SPDX-License-Identifier: EUPL-1.2
"""The browser that the browser tests drive."""

from samvern.web.checking.debian import ensure_program, find_program

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The program's path, or None."""
    return find_program(NAMES)


def ensure_chromium() -> str:
    """The path of a Chromium, installed first when we are root on a Debian.

    Raises:
        CheckingError: there is none and it cannot be installed.
    """
    return ensure_program(NAMES, "chromium", "the browser tests")
