# SPDX-License-Identifier: EUPL-1.2
"""Filling a database with three years of stories, once."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import psycopg

from samvern.cases.models import Case
from samvern.cast.draws import Draws
from samvern.cast.employing import Cast, employ, same_id
from samvern.cast.load import as_member, refuse_production
from samvern.cast.model import Story, Worker
from samvern.cast.reading import bodies
from samvern.cast.workforce import workers
from samvern.cast.writing.cases import in_order, write_case
from samvern.cast.writing.page import Page
from samvern.cast.writing.rows import insert_rows
from samvern.cast.years import SEED, stories


@dataclass(frozen=True, slots=True)
class Filled:
    """What was put in; no rows where it had been done before."""

    cast: Cast
    people: list[Worker]
    cases: int
    rows: int


def load_years(
    *, owner_url: str, today: date, seed: str = SEED, password: str | None = None
) -> Filled:
    """Load everybody who works there and the stories up to ``today``; Django is the application.

    Each owner's cases are one piece of work: interrupted, the next time goes on where it stopped.

    Raises:
        PermissionError: this is production, where nobody invented may be.
    """
    refuse_production()
    draws = Draws(seed)
    everybody = workers(draws)
    with psycopg.connect(owner_url, autocommit=True) as connection:
        cast = employ(connection, bodies(), everybody, password=password)
    owned: dict[str, list[Story]] = defaultdict(list)
    for story in stories(today, seed):
        owned[story.owner].append(story)
    written = [_write(cast, draws, login, mine, today) for login, mine in owned.items()]
    cases = sum(len(owned[login]) for login, rows in zip(owned, written, strict=True) if rows)
    return Filled(cast, everybody, cases, sum(written))


def _write(cast: Cast, draws: Draws, login: str, mine: list[Story], today: date) -> int:
    """The rows of one owner, in one transaction; 0 when she has them already."""
    with as_member(cast.members[login]) as actor:
        if Case.objects.filter(pk=same_id("case", draws.seed, mine[0].key)).exists():
            return 0
        pages = [Page(actor, cast, draws, story) for story in mine]
        for page in pages:
            write_case(page, today)
        return insert_rows(in_order([row for page in pages for row in page.rows]))
