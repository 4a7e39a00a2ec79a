# SPDX-License-Identifier: EUPL-1.2
"""The error of a build."""


class BuildError(Exception):
    """Something could not be made; shown to the user as one line, exit code 2."""

    exit_code = 2
