# SPDX-License-Identifier: EUPL-1.2
"""The workspace under load: 40 organisations at work in many cases, every answer searched for a
word that belongs to another organisation.

Seven requests in ten read (the desk, a list, a case and its parts), two search, one writes a note.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
import psycopg
from django.conf import settings
from django.core.management import call_command

import conftest  # noqa: F401 (settings)
from samvern.access.gate import write_gate_key
from samvern.web.database import Server, own_server
from samvern.web.database.roles import APP, DATABASE, OWNER
from support.database import reachable_folder
from support.filling import FormReader
from support.serving import Served, cookies_of, served
from support.volume import Volume, load_volume
from support.workspace import close_database, leave_database, use_database

WORD = re.compile(rb"Kanari[a-z]+")
PARTS = ("", "persons/", "notes", "deadlines", "rights", "plan")
EACH = 130
"""Cases of one worker, open and closed, where growth is measured."""


class Worker(threading.Thread):
    """One case worker: reads, searches and writes in her own cases, as fast as she is answered."""

    def __init__(self, site: Served, volume: Volume, place: tuple[int, int], until: float) -> None:
        super().__init__(daemon=True)
        self.site, self.volume, self.place, self.until = site, volume, place, until
        self.headers = cookies_of(volume.member_id(*place))
        step = volume.organisations * (volume.workers - 1)
        first = place[0] + (place[1] - 1) * volume.organisations
        self.cases = list(range(first, volume.cases, step))
        self.open = [each for each in self.cases if each % 5 < 2 and each < volume.sealed]
        self.words = {volume.canary(each).encode() for each in self.cases}
        self.dice = random.Random(f"{place}")
        self.seconds: dict[str, list[float]] = {"read": [], "search": [], "write": []}
        self.met: Counter[int] = Counter()
        self.foreign = 0

    @staticmethod
    def has_open(volume: Volume, place: tuple[int, int]) -> bool:
        """Whether a worker has an open case that is sealed."""
        first = place[0] + (place[1] - 1) * volume.organisations
        step = volume.organisations * (volume.workers - 1)
        return any(each % 5 < 2 for each in range(first, volume.sealed, step))

    def run(self) -> None:
        """Work until the time is up."""
        self.connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        while time.perf_counter() < self.until:
            self.dice.choices((self.read, self.search, self.write), (7, 2, 1))[0]()

    def ask(self, kind: str, method: str, path: str, body: str | None = None) -> bytes:
        """One request, timed and searched."""
        start = time.perf_counter()
        self.connection.request(method, path, body, self.headers)
        response = self.connection.getresponse()
        content = response.read()
        self.seconds[kind].append(time.perf_counter() - start)
        self.met[response.status] += 1
        self.foreign += len(set(WORD.findall(content)) - self.words)
        return content

    def read(self) -> None:
        """The desk, the list, or a part of a case."""
        path = self.dice.choice(("/nb/workspace/", "/nb/workspace/cases/", "case", "case", "case"))
        if path == "case":
            path = f"{self.address(self.dice.choice(self.open))}{self.dice.choice(PARTS)}"
        self.ask("read", "GET", path)

    def search(self) -> None:
        """The beginning of a reference, sometimes of somebody else's case."""
        number = f"{self.dice.randrange(self.volume.cases):07d}"
        words = urlencode({"reference": f"V{number[:3]}-{number[3:6]}"})
        self.ask("search", "GET", f"/nb/workspace/cases/?{words}")

    def write(self) -> None:
        """A note, through the form as it was given."""
        path = f"{self.address(self.dice.choice(self.open))}notes/new"
        form = FormReader(self.ask("read", "GET", path).decode()).values
        form |= {key: "Målt." for key in form if "text" in key} | {"csrfmiddlewaretoken": "c" * 32}
        self.ask("write", "POST", path, urlencode(form))

    def address(self, case: int) -> str:
        """The page of a case."""
        return f"/nb/workspace/cases/{self.volume.case_id(case)}/"


@contextmanager
def filled(volume: Volume) -> Iterator[Server]:
    """A server with the volume in it, and Django connected to it as the application."""
    with reachable_folder() as folder, own_server(folder) as server:
        close_database(server, DATABASE)
        use_database(server.url(OWNER))
        call_command("migrate", verbosity=0)
        write_gate_key(settings.GATE_KEY)
        with psycopg.connect(server.url("postgres", DATABASE), autocommit=True) as connection:
            load_volume(connection, volume)
            connection.execute("VACUUM ANALYZE")
            # Measuring is more than anybody's work.
            connection.execute("UPDATE gate.allowance SET hourly = 1000000, daily = 1000000")
        use_database(server.url(APP))
        try:
            yield server
        finally:
            leave_database()


def load(site: Served, volume: Volume, workers: int, seconds: float) -> list[Worker]:
    """So many at work at once for so long."""
    every = range(volume.organisations * (volume.workers - 1))
    places = [(n % volume.organisations, 1 + n // volume.organisations) for n in every]
    # The volume deals open cases to two workers in five.
    at_work = [place for place in places if Worker.has_open(volume, place)][:workers]
    crew = [Worker(site, volume, place, 0.0) for place in at_work]
    for worker in crew:
        worker.until = time.perf_counter() + seconds
    for worker in crew:
        worker.start()
    for worker in crew:
        worker.join()
    return crew


def report(crew: list[Worker], seconds: float) -> None:
    """A row for each kind of request, and what came back."""
    print("| requests | a second | median | 95th | 99th |\n|---|---:|---:|---:|---:|")
    for kind in ("read", "search", "write", "all"):
        kinds = ("read", "search", "write") if kind == "all" else (kind,)
        found = sorted(s for worker in crew for each in kinds for s in worker.seconds[each])
        points = [statistics.median(found), *(found[int(len(found) * p)] for p in (0.95, 0.99))]
        cells = " | ".join(f"{point * 1e3:.0f} ms" for point in points)
        print(f"| {kind} | {len(found) / seconds:.0f} | {cells} |")
    answers = sum((worker.met for worker in crew), Counter[int]())
    print(f"\nAnswers: {dict(answers)}; foreign words: {sum(worker.foreign for worker in crew)}")


def growth(sizes: list[int], times: int = 40) -> None:
    """The median time of a list, a search and an opening among ever more cases."""
    print("| cases | list | search | open |\n|---:|---:|---:|---:|")
    for size in sizes:
        # As many cases for each worker whatever the size: it is the house that grows.
        workers = max(2, 1 + size // (40 * EACH))
        volume = Volume(size, workers=workers, sealed=min(size, 2000))
        with filled(volume) as server, served(server.url(APP)) as site:
            worker = Worker(site, volume, (0, 1), 0.0)
            worker.connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
            case = worker.address(worker.open[0])
            number = f"{worker.open[0]:07d}"
            search = "?" + urlencode({"reference": f"V{number[:3]}-{number[3:6]}"})
            row = []
            for path in ("/nb/workspace/cases/", f"/nb/workspace/cases/{search}", case):
                for _each in range(times + 10):
                    worker.ask("read", "GET", path)
                row.append(f"{statistics.median(worker.seconds['read'][-times:]) * 1e3:.1f} ms")
            print(f"| {size:,} | {' | '.join(row)} |", flush=True)


def main() -> None:
    """Print the tables of docs/proofs.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=16, help="people at work at once")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--growth", type=int, nargs="*", help="sizes to measure growth at instead")
    options: Any = parser.parse_args()
    os.environ.setdefault("SAMVERN_WORKERS", "2")
    if options.growth is not None:
        growth(options.growth or [1_000, 10_000, 100_000, 1_000_000])
        return
    volume = Volume(options.cases, sealed=min(options.cases, 20_000))
    with filled(volume) as server, served(server.url(APP)) as site:
        report(load(site, volume, options.workers, options.seconds), options.seconds)


if __name__ == "__main__":
    main()
