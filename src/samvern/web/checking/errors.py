# SPDX-License-Identifier: EUPL-1.2
"""The error of checking."""


class CheckingError(Exception):
    """The tests could not be run; shown as one line, exit code 2."""

    exit_code = 2
