# SPDX-License-Identifier: EUPL-1.2
"""The one exception the room raises for input it cannot use."""

from __future__ import annotations


class LinkageError(ValueError):
    """Input that cannot be used: says file, line, field and what to do next, in one line."""

    exit_code = 2
