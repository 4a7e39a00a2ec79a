# SPDX-License-Identifier: EUPL-1.2
"""Errors that tell a person where and what to mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackProblem:
    """One thing wrong in one place of a pack; line is 1-based, 0 when the whole file is meant."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return (
            f"{where}: {self.field}: {self.message}" if self.field else f"{where}: {self.message}"
        )


class PackError(Exception):
    """A pack that cannot be used; ``problems`` lists every reason found, one line each."""

    exit_code = 2

    def __init__(self, problems: Sequence[PackProblem] | PackProblem) -> None:
        self.problems = (problems,) if isinstance(problems, PackProblem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class InputError(ValueError):
    """A fact or date that cannot be read:
    which field, which value, which rule it breaks, what to do.
    """

    exit_code = 2

    def __init__(self, field: str, value: object, rule: str, do: str = "") -> None:
        self.field, self.value, self.rule, self.do = field, value, rule, do
        shown = repr(value) if len(repr(value)) <= 60 else repr(value)[:57] + "…"
        self.reason = f"{shown}: {rule}" + (f"; {do}" if do else "")
        """The message without the field, for where the field has a place of its own."""
        super().__init__(f"{field}: {self.reason}")
