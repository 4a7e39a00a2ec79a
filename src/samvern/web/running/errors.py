# SPDX-License-Identifier: EUPL-1.2
"""The error of running."""


class RunningError(Exception):
    """Samvern could not be started; shown as one line, exit code 2."""

    exit_code = 2
