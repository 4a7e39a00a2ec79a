# SPDX-License-Identifier: EUPL-1.2
"""Killing what serves a workspace while people write in it, and bringing it back."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import psycopg

from samvern.web.database import own_server
from samvern.web.database.roles import APP
from samvern.web.running.listen import HOST, listen
from samvern.web.running.supervisor import (
    SupervisedProcess,
    restart_killed,
    supervise_jobs,
    supervise_web,
)
from samvern.web.running.web_server import wait_for_web
from support.database import reachable_folder
from support.serving import Served
from support.site import build_site
from support.workspace import Workspace, copied, make_template
from support.writing import Writer

TICK = 0.1
NEWEST_WORKER = "SELECT coalesce(max(id), 0) FROM procrastinate_workers"


@dataclass
class Crash:
    """One kill, and how many seconds it was until what was killed did its work again."""

    kind: str
    at: float
    back: float | None = None


@dataclass
class Stage:
    """Everything that serves a workspace, each kept alive as in the demonstration."""

    workspace: Workspace
    site: Served
    web: SupervisedProcess
    jobs: SupervisedProcess
    crashes: list[Crash] = field(default_factory=list)

    def look(self) -> None:
        """What the demonstration's watch does at each look."""
        restart_killed(self.web, self.jobs, self.workspace.server)

    def targets(self) -> dict[str, int]:
        """The process ids that can be killed now, by what they are."""
        processes = {
            "database": self.workspace.server.process,
            "web master": self.web.process,
            "job worker": self.jobs.process,
        }
        found = {k: each.pid for k, each in processes.items() if each and each.poll() is None}
        workers = _children(self.web.process.pid)
        return found | ({"web process": workers[0]} if workers else {})

    def kill(self, kind: str, pid: int) -> None:
        """Kill -9 at this very moment."""
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            self.crashes.append(Crash(kind, time.monotonic()))

    def wait(self, until: Callable[[], bool], seconds: float) -> bool:
        """Keep everything alive until something holds; whether it came to hold in time."""
        end = time.monotonic() + seconds
        while not until():
            if time.monotonic() > end:
                return False
            self.look()
            time.sleep(TICK)
        return True

    def newest_worker(self) -> int:
        """The number the queue gave its newest worker; 0 while the database is away."""
        try:
            with self.workspace.superuser() as connection:
                row = connection.execute(NEWEST_WORKER).fetchone()
        except psycopg.OperationalError:
            return 0
        return int(row[0]) if row else 0


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


@contextmanager
def staged() -> Iterator[Stage]:
    """A workspace with the cast, its server, its web processes and its job worker."""
    with (
        reachable_folder() as folder,
        own_server(folder) as server,
        copied(server, make_template(server)) as workspace,
        _served(workspace) as stage,
    ):
        yield stage


@contextmanager
def _served(workspace: Workspace) -> Iterator[Stage]:
    build_site()
    with listen(0) as listener:
        port = listener.getsockname()[1]
        site = Served(f"http://{HOST}:{port}", workspace.url(APP), listener)
        with supervise_web(listener.fileno(), site.environment()) as web:
            wait_for_web(web.process, port)
            with supervise_jobs(site.environment()) as jobs:
                yield Stage(workspace, site, web, jobs)


def crash(stage: Stage, writers: list[Writer], kills: int, dice: random.Random) -> None:
    """Kill one thing after another at random moments, often before the last is quite back."""
    kinds = [("database", "web master", "web process", "job worker")[n % 4] for n in range(kills)]
    dice.shuffle(kinds)
    for kind in kinds:
        pause = dice.uniform(0.0, 3.0)
        stage.wait(_after(pause), pause + 1)
        newest = stage.newest_worker() if kind == "job worker" else 0
        stage.kill(kind, _target(stage, kind))
        if kind == "job worker":
            made, back = stage.crashes[-1], lambda: stage.newest_worker() > newest  # noqa: B023
            if stage.wait(back, 30):
                made.back = time.monotonic() - made.at
    last = time.monotonic()
    again = lambda: all(w.acknowledged_after(last) for w in writers)  # noqa: E731
    assert stage.wait(again, 90), "not everybody can write again"
    for each in (each for each in stage.crashes if each.kind != "job worker"):
        each.back = min(filter(None, (w.acknowledged_after(each.at) for w in writers))) - each.at


def _target(stage: Stage, kind: str) -> int:
    """The process to kill, once there is one; it may have ended since by itself."""
    found: dict[str, int] = {}

    def there() -> bool:
        found.update(stage.targets())
        return kind in found

    assert stage.wait(there, 60), f"no {kind} to kill"
    return found[kind]


def _after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def table(crashes: list[Crash]) -> list[str]:
    """A row for each kind of kill: how many, and the median and the longest time until back."""
    rows = []
    for kind, number in sorted(Counter(each.kind for each in crashes).items()):
        times = [each.back for each in crashes if each.kind == kind and each.back is not None]
        rows.append(f"{kind}: {number} kills, back after {median(times):.1f} s, {max(times):.1f} s")
    return rows
