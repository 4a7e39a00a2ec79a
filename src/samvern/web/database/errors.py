# SPDX-License-Identifier: EUPL-1.2
"""The error of the database launcher."""


class DatabaseError(Exception):
    """The database could not be started or reached; shown as one line, exit code 2."""

    exit_code = 2
