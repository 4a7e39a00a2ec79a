# SPDX-License-Identifier: EUPL-1.2
"""What building, running, testing, backing up and the database launcher raise."""


class BackupError(Exception):
    """A backup could not be made, read or restored; shown as one line, exit code 2."""

    exit_code = 2


class BuildError(Exception):
    """Something could not be made; shown to the user as one line, exit code 2."""

    exit_code = 2


class CheckingError(Exception):
    """The tests could not be run; shown as one line, exit code 2."""

    exit_code = 2


class DatabaseError(Exception):
    """The database could not be started or reached; shown as one line, exit code 2."""

    exit_code = 2


class RunningError(Exception):
    """Samvern could not be started; shown as one line, exit code 2."""

    exit_code = 2
