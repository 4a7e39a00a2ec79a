# SPDX-License-Identifier: EUPL-1.2
"""Two open transactions: one acts, the other waits for it, the first commits."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Self, TypeVar

import psycopg

from support.workspace import Workspace

T = TypeVar("T")
Statement = tuple[Any, ...]
"""SQL and its values."""


class Two:
    """Two open transactions of two people, and a thread in which the later one waits."""

    def __init__(self, workspace: Workspace, first: str, second: str) -> None:
        self.workspace = workspace
        self.one, self.two = (self._begun(name) for name in (first, second))
        self.pool = ThreadPoolExecutor(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.one.close()
        self.two.close()
        self.pool.shutdown()

    def race(self, first: Statement, second: Statement) -> str:
        """One acts, the other waits for it, one commits; what the other met."""
        with self:
            return self.meanwhile(first, lambda: self._late(second))

    def meanwhile(self, first: Statement, act: Callable[[], T]) -> T:
        """One acts, somebody else's act waits for it, one commits; what the act returns."""
        self.one.execute(*first)
        late = self.pool.submit(act)
        try:
            with self.workspace.superuser() as behind:
                _until_somebody_waits(behind, self.one.info.backend_pid)
        finally:
            self.one.commit()
            met = late.result(30)
        return met

    def _begun(self, name: str) -> "psycopg.Connection[Any]":
        connection = psycopg.connect(self.workspace.url())
        connection.execute("SELECT set_config('samvern.token', %s, false)",
                           [self.workspace.token(name)])  # fmt: skip
        return connection

    def _late(self, second: Statement) -> str:
        try:
            self.two.execute(*second)
            self.two.commit()
        except psycopg.DatabaseError as error:
            return str(error.sqlstate)
        return "yes"


def _until_somebody_waits(behind: "psycopg.Connection[Any]", pid: int) -> None:
    for _each in range(300):
        row = behind.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE %s = ANY (pg_blocking_pids(pid)))",
            [pid],
        ).fetchone()
        if row and row[0]:
            return
        behind.execute("SELECT pg_sleep(0.02)")
    raise AssertionError("the second did not wait for the first")
