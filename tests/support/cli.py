# SPDX-License-Identifier: EUPL-1.2
"""Running a command as a user does, in this process."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from samvern.__main__ import main


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``samvern ARGS``, with standard input if given."""

    def call(*args: str, stdin: str = "") -> Done:
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "argv", ["samvern", *args])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        try:
            code = main()
        except SystemExit as exit:
            code = exit.code  # type: ignore[assignment]
        return Done(int(code or 0), out.getvalue(), err.getvalue())

    return call
