# SPDX-License-Identifier: EUPL-1.2
"""The door: does the time of an answer tell a known name from an unknown; what a visit costs.

Wrong passwords are sent for a known and an unknown name in turns, through the whole of the site.
The share of pairs in which the known name took longer should be near one half.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

import psycopg

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from django.conf import settings
from django.core.management import call_command

import conftest  # noqa: F401 (settings)
from samvern.access.gate import write_gate_key
from samvern.access.login.demo_accounts import equip_demo_accounts
from samvern.access.login.sessions.browser_session import SessionStore
from samvern.demo_data.organisations.members import write_members
from samvern.demo_data.table_files import organisations, test_workers
from samvern.web.database import own_server
from samvern.web.database.roles import APP, DATABASE, OWNER
from support.database import reachable_folder
from support.door import Visitor
from support.workspace import close_database, leave_database, use_database


def seconds_of(visitor: Visitor, login: str) -> float:
    """One try with a wrong password."""
    start = time.perf_counter()
    visitor.say_password(login, "not the password")
    return time.perf_counter() - start


def compare(boss: psycopg.Connection, pairs: int) -> None:
    """Known and unknown in turns; the counters are emptied, or the sixth try is refused."""
    visitor, times = Visitor(), {"kari": [], "kira": []}
    for number in range(pairs):
        for login in ("kari", "kira") if number % 2 else ("kira", "kari"):
            boss.execute("TRUNCATE gate.counter")
            times[login].append(seconds_of(visitor, login))
    medians = {login: 1000 * statistics.median(found) for login, found in times.items()}
    longer = statistics.fmean(a > b for a, b in zip(*times.values(), strict=True))
    apart = 100 * (medians["kari"] / medians["kira"] - 1)
    print(f"known   {medians['kari']:7.2f} ms (median of {pairs})")
    print(f"unknown {medians['kira']:7.2f} ms; {apart:+.1f} % apart")
    print(f"known took longer in {longer:.0%} of pairs")


def weigh_visit(times: int) -> None:
    """Reading a visit, as each page does: one query and one opening of a seal."""
    visitor = Visitor()
    visitor.enter("per")
    found = []
    for _ in range(times):
        start = time.perf_counter()
        assert SessionStore(visitor.cookie).get("acting")
        found.append(time.perf_counter() - start)
    print(f"a visit is read in {1000 * statistics.median(found):.2f} ms (median of {times})")


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=200)
    pairs = parser.parse_args().pairs
    with reachable_folder() as folder, own_server(folder) as server:
        close_database(server, DATABASE)
        use_database(server.url(OWNER))
        call_command("migrate", verbosity=0)
        write_gate_key(settings.GATE_KEY)
        with psycopg.connect(server.url(OWNER), autocommit=True) as owner:
            write_members(owner, organisations(), test_workers())
            equip_demo_accounts(owner)
        use_database(server.url(APP))
        try:
            with psycopg.connect(server.url("postgres", DATABASE), autocommit=True) as boss:
                compare(boss, pairs)
            weigh_visit(500)
        finally:
            leave_database()


if __name__ == "__main__":
    main()
