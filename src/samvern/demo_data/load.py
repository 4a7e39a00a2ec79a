# SPDX-License-Identifier: EUPL-1.2
"""Filling a database with three years of stories, once."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psycopg
from django.db import connections
from psycopg.conninfo import conninfo_to_dict

from samvern.cases.core.models import Case
from samvern.demo_data.members_at_work import as_member, refuse_production
from samvern.demo_data.model import DemoWorker, Story
from samvern.demo_data.organisations.desks import write_desks
from samvern.demo_data.organisations.members import DemoMembers, same_id, write_members
from samvern.demo_data.organisations.places import write_places
from samvern.demo_data.organisations.services import write_services
from samvern.demo_data.organisations.workers import workers
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.scenes.evening import set_evening
from samvern.demo_data.scenes.handover import set_scene
from samvern.demo_data.scenes.helpline import advise
from samvern.demo_data.stories.build import PEOPLE, SEED, key_of, stories
from samvern.demo_data.stories.second_cases import second_cases
from samvern.demo_data.table_files import organisations
from samvern.demo_data.writers.bulk_insert import insert_rows
from samvern.demo_data.writers.case_writer import CaseWriter
from samvern.demo_data.writers.cases import in_order, write_case
from samvern.demo_data.writers.documents import write_files


@dataclass(frozen=True, slots=True)
class LoadedDemo:
    """Who works there, and what was put in now: nothing where it had been done before."""

    cast: DemoMembers
    people: list[DemoWorker]
    cases: int
    rows: int


def load_demo(
    folder: Path, owner_url: str, app_url: str, password: str | None = None
) -> LoadedDemo:
    """Fill the demonstration's database, whoever Django's connection is now.

    Without a password nobody signs in with one; the demonstration has a page for that. ``folder``
    is where the database lies; everything worth remembering is in it.

    Raises:
        PermissionError: this is production, where nobody invented may be.
    """
    refuse_production()
    with reached_at(app_url):
        return load_years(owner_url=owner_url, today=date.today(), password=password)  # noqa: DTZ011 (a local day)


def load_years(
    *, owner_url: str, today: date, seed: str = SEED, password: str | None = None
) -> LoadedDemo:
    """Load everybody who works there and the stories up to ``today``; Django is the application.

    Each owner's cases are one piece of work: interrupted, the next time goes on where it stopped.

    Raises:
        PermissionError: this is production, where nobody invented may be.
    """
    refuse_production()
    draws = Draws(seed)
    everybody = workers(draws)
    with psycopg.connect(owner_url, autocommit=True) as connection:
        cast = write_members(connection, organisations(), everybody, password=password)
        write_services(connection, cast)
        write_places(connection, cast, everybody, today)
        write_desks(connection, cast)
        if _is_whole(connection, seed):
            return LoadedDemo(cast, everybody, 0, 0)
    owned: dict[str, list[Story]] = defaultdict(list)
    told = stories(today, seed)
    for story in [*told, *second_cases(draws, told, everybody)]:
        owned[story.owner].append(story)
    written = [_write(cast, draws, login, mine, today) for login, mine in owned.items()]
    set_scene(cast, draws, told)
    advise(cast, everybody)
    set_evening(cast, draws, told, everybody, owner_url)
    cases = sum(len(owned[login]) for login, rows in zip(owned, written, strict=True) if rows)
    return LoadedDemo(cast, everybody, cases, sum(written))


@contextmanager
def reached_at(url: str) -> Iterator[None]:
    """Django's default connection at another address of the same server, for a while."""
    given, before = conninfo_to_dict(url), connections.settings["default"]
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host"}
    there = {ours: str(given.get(theirs, "")) for ours, theirs in names.items()}
    options = {key: value for key, value in before["OPTIONS"].items() if key != "pool"}
    _connect({**before, **there, "PORT": str(given.get("port", "")), "OPTIONS": options})
    try:
        yield
    finally:
        _connect(before)


def _connect(settings: dict[str, object]) -> None:
    if hasattr(connections._connections, "default"):  # type: ignore[attr-defined]
        connections["default"].close()
        del connections["default"]
    connections.settings["default"] = settings


def _is_whole(connection: "psycopg.Connection[object]", seed: str) -> bool:
    """Whether every case of the seed is there."""
    keys = [same_id("case", seed, key_of(number)) for number in range(1, PEOPLE + 1)]
    found = connection.execute("SELECT count(*) = %s FROM cases_case WHERE id = ANY (%s)",
                               [PEOPLE, keys]).fetchone()  # fmt: skip
    return found == (True,)


def _write(cast: DemoMembers, draws: Draws, login: str, mine: list[Story], today: date) -> int:
    """The rows of one owner, in one transaction; 0 when she has them already."""
    with as_member(cast.members[login]) as actor:
        if Case.objects.filter(pk=same_id("case", draws.seed, mine[0].key)).exists():
            return 0
        pages = [CaseWriter(actor, cast, draws, story) for story in mine]
        for page in pages:
            write_case(page, today)
        rows = insert_rows(in_order([row for page in pages for row in page.rows]))
        for page in pages:
            write_files(page)
        return rows
