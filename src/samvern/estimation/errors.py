# SPDX-License-Identifier: EUPL-1.2
"""The one exception of this room."""

from __future__ import annotations


class ListFileError(ValueError):
    """A file that cannot be read as lists; the message is one line naming file, line and field."""

    exit_code = 2

    def __init__(
        self, source: str, problem: str, line: int | None = None, field: str | None = None
    ) -> None:
        place = f"{source}, line {line}" if line else source
        place += f", field {field!r}" if field else ""
        super().__init__(f"{place}: {problem}")
