# SPDX-License-Identifier: EUPL-1.2
"""The error of backing up and restoring."""


class BackupError(Exception):
    """A backup could not be made, read or restored; shown as one line, exit code 2."""

    exit_code = 2
