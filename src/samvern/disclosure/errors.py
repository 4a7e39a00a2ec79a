# SPDX-License-Identifier: EUPL-1.2
"""What this room says when it cannot go on; `exit_code` is what a command ends with."""


class TableError(ValueError):
    """Input that cannot be read as a table: one line with file, line, field and remedy."""

    exit_code = 2


class RefusedError(ValueError):
    """A release that would give people away, or be worse than useless; says which rule and why."""

    exit_code = 3
