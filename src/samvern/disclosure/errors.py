# SPDX-License-Identifier: EUPL-1.2
"""What this room says when it cannot go on."""


class TableError(ValueError):
    """Input that cannot be read as a table: one line with file, line, field and remedy."""


class RefusedError(ValueError):
    """A release that would give people away, or be worse than useless; says which rule and why."""
