# SPDX-License-Identifier: EUPL-1.2
"""The guide under load: pages at a steady rate, every answer checked for the one who asked.

Requests leave at fixed moments whether or not earlier ones have come back (an open loop), so a slow
moment is not hidden by asking less. Each client is a visitor with a cookie of her own.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import statistics
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
os.environ["SAMVERN_WORKERS"] = "2"

from support.site import site as site_fixture

PAGES = {
    "start page": "/nb/",
    "question page": "/nb/guide/danger/",
    "answer page": "/nb/guide/svar/",
    "rights page": "/nb/rettigheter/",
    "directory": "/nb/hvem-kan-hjelpe/",
}
CLIENTS = 16


class Visitor(threading.Thread):
    """One client: opens the guide, answers a question, then asks for ``path`` on the beat."""

    def __init__(self, port: int, path: str, start: float, every: float, count: int) -> None:
        super().__init__(daemon=True)
        self.port, self.path, self.begin, self.every, self.count = port, path, start, every, count
        self.seconds: list[float] = []
        self.failures = 0

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = self.answer(connection)
        for number in range(self.count):
            due = self.begin + number * self.every
            time.sleep(max(0.0, due - time.perf_counter()))
            connection.request("GET", self.path, headers=headers)
            response = connection.getresponse()
            body = response.read()
            self.seconds.append(time.perf_counter() - due)
            self.failures += response.status != 200 or b"</html>" not in body

    def answer(self, connection: http.client.HTTPConnection) -> dict[str, str]:
        """A cookie with one answer in it."""
        connection.request("GET", "/nb/guide/danger/")
        response = connection.getresponse()
        page, cookies = response.read().decode(), _cookies(response)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        form = f"csrfmiddlewaretoken={token[1] if token else ''}&in_danger=no&on=1"
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items()),
            "Sec-Fetch-Site": "same-origin",
            "Origin": f"http://127.0.0.1:{self.port}",
        }
        connection.request("POST", "/nb/guide/danger/", form, headers)
        response = connection.getresponse()
        response.read()
        cookies |= _cookies(response)
        return {"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items())}


def _cookies(response: http.client.HTTPResponse) -> dict[str, str]:
    found = response.headers.get_all("Set-Cookie", [])
    return {
        name: value for name, _, value in (one.partition(";")[0].partition("=") for one in found)
    }


def load(port: int, path: str, rate: float, seconds: float) -> tuple[list[float], int]:
    """``rate`` requests a second for ``seconds``; latencies and failures."""
    start = time.perf_counter() + 1.0
    every = CLIENTS / rate
    visitors = [
        Visitor(port, path, start + n / rate, every, int(seconds / every)) for n in range(CLIENTS)
    ]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    return sorted(s for v in visitors for s in v.seconds), sum(v.failures for v in visitors)


def main() -> None:
    """Print a row a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=200.0, help="requests a second")
    parser.add_argument("--seconds", type=float, default=15.0, help="for each page")
    options = parser.parse_args()
    running = site_fixture.__wrapped__()
    port = int(next(running).rpartition(":")[2])
    print(f"| page, at {options.rate:g} requests a second | median | 95th | 99th | failures |")
    print("|---|---:|---:|---:|---:|")
    try:
        for label, path in PAGES.items():
            load(port, path, 20, 1)
            found, failures = load(port, path, options.rate, options.seconds)
            points = [statistics.median(found), *(found[int(len(found) * p)] for p in (0.95, 0.99))]
            cells = " | ".join(f"{point * 1e3:.0f} ms" for point in points)
            print(f"| {label} | {cells} | {failures} of {len(found)} |", flush=True)
    finally:
        running.close()


if __name__ == "__main__":
    main()
