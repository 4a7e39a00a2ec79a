# SPDX-License-Identifier: EUPL-1.2
"""The guide under load: pages at a steady rate, every answer checked for the one who asked.

Requests leave at fixed moments whether or not earlier ones have come back (an open loop), so a slow
moment is not hidden by asking less. They come from visitors with answers of their own, and are sent
with gzip allowed, as browsers do. With ``--against`` an earlier build is measured in the same run,
taking turns.
"""

from __future__ import annotations

import argparse
import http.client
import statistics
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from _builds import Build, earlier
from _visitors import situations

PAGES = {
    "start page": "/nb/",
    "rights page": "/nb/rettigheter/",
    "directory": "/nb/hvem-kan-hjelpe/",
    "answer page": "/nb/guide/svar/",
    "JSON answer": "/api/guide/assess?lang=nb",
}
COMPARED = ("answer page", "JSON answer")
VISITORS, CLIENTS = 120, 24


class Found(NamedTuple):
    """What one turn of load found: seconds of each request, failures, processor seconds."""

    seconds: list[float]
    failures: int
    processor: float


class Client(threading.Thread):
    """Asks for ``path`` on the beat, each time for another visitor."""

    def __init__(
        self, port: int, path: str, visitors: list[dict[str, str]], beat: tuple[float, float, int]
    ) -> None:
        super().__init__(daemon=True)
        self.port, self.path, self.visitors, self.beat = port, path, visitors, beat
        self.seconds: list[float] = []
        self.failures = 0

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        begin, every, times = self.beat
        for number in range(times):
            due = begin + number * every
            time.sleep(max(0.0, due - time.perf_counter()))
            whole = self.ask(connection, self.visitors[number % len(self.visitors)])
            self.seconds.append(time.perf_counter() - due)
            self.failures += not whole
            if every > 1:  # the server hangs up on who is silent for two seconds
                connection.close()

    def ask(self, connection: http.client.HTTPConnection, visitor: dict[str, str]) -> bool:
        """One request; whether a whole answer came back."""
        headers = {"Accept-Encoding": "gzip"}
        if self.path.startswith("/api/"):
            headers["Content-Type"] = "application/json"
            connection.request("POST", self.path, visitor["body"], headers)
        else:
            if visitor["cookie"]:
                headers["Cookie"] = visitor["cookie"]
            connection.request("GET", self.path, headers=headers)
        response = connection.getresponse()
        return response.status == http.HTTPStatus.OK and len(response.read()) > 0


def load(
    build: Build, path: str, visitors: list[dict[str, str]], rate: float, seconds: float
) -> Found:
    """``rate`` requests a second for ``seconds``."""
    start, every = time.perf_counter() + 0.5, CLIENTS / rate
    before = build.seconds()
    clients = [
        Client(
            build.port, path, visitors[n:] + visitors[:n],
            (start + n / rate, every, max(1, int(seconds / every))),
        )
        for n in range(CLIENTS)
    ]  # fmt: skip
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    told = [second for client in clients for second in client.seconds]
    return Found(told, sum(c.failures for c in clients), build.seconds() - before)


def together(turns: list[Found]) -> Found:
    """Several turns as one."""
    told = sorted(second for turn in turns for second in turn.seconds)
    return Found(told, sum(t.failures for t in turns), sum(t.processor for t in turns))


def row(label: str, name: str, found: Found) -> str:
    """A row of the table."""
    told = found.seconds
    points = [statistics.median(told), *(told[int(len(told) * p)] for p in (0.95, 0.99))]
    times = " | ".join(f"{point * 1e3:,.0f} ms" for point in points)
    cost = found.processor / len(told) * 1e3
    return f"| {label} | {name} | {cost:.1f} ms | {times} | {found.failures} of {len(told)} |"


def main() -> None:
    """Print a row for each page and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=200.0, help="requests a second")
    parser.add_argument("--seconds", type=float, default=10.0, help="for each turn")
    parser.add_argument("--turns", type=int, default=2, help="of each build, for each page")
    parser.add_argument(
        "--against", help="a commit, or the folder of a checkout, to measure beside this build"
    )
    options = parser.parse_args()
    told = situations(VISITORS)
    with ExitStack() as stack:
        builds = [Build("this build", Path(__file__).parents[1])]
        if options.against:
            builds.insert(0, stack.enter_context(earlier(options.against)))
        for build in builds:
            stack.enter_context(build.serving())
        known = {build.name: build.visitors(told) for build in builds}
        print(f"| page, at {options.rate:g} requests a second | build | processor time each |"
              " median | 95th | 99th | failures |")  # fmt: skip
        print("|---|---|---:|---:|---:|---:|---:|")
        for label in COMPARED if options.against else PAGES:
            turns: dict[str, list[Found]] = {build.name: [] for build in builds}
            for turn in range(-1, options.turns):  # the first only warms up
                for build in builds:
                    rate, seconds = (options.rate, options.seconds) if turn >= 0 else (20, 2)
                    found = load(build, PAGES[label], known[build.name], rate, seconds)
                    turns[build.name] += [found] if turn >= 0 else []
            for name, taken in turns.items():
                print(row(label, name, together(taken)), flush=True)


if __name__ == "__main__":
    main()
