# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's board: one line for each person, without anything that says who she is.

All of it comes from ``gate.board``, which answers coordinators alone and gives no case, name or
address. What an organisation does not let it show is not here either.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_value
from samvern.access.quotas import ask_counted, consume_quota
from samvern.access.unit_of_work import log_act
from samvern.cases.case_header.alerts import list_danger_rules
from samvern.cases.core.models import Case, Person
from samvern.cases.core.pack import rule_name
from samvern.coordination.board.models import Reminder
from samvern.referrals.choices import needs

PAGE, MOST = 100, 5000
SORTS = {
    "first": "rank, next_on NULLS LAST, waited DESC NULLS LAST, weeks DESC, line",
    "holder": "holder, unit, rank, line",
    "weeks": "weeks DESC, rank, line",
    "next": "next_on NULLS LAST, rank, line",
    "waited": "waited DESC NULLS LAST, rank, line",
}
"""Ways to sort; the first is by what needs her first."""


@dataclass(frozen=True)
class BoardWait:
    """Something that waits; ``weeks`` are whole weeks."""

    need: str
    who: str
    weeks: int
    state: str
    late: bool
    escalated: bool

    @property
    def name(self) -> str:
        """What is needed."""
        return name_of_wait(self.need)


@dataclass(frozen=True)
class BoardLine:
    """One person. ``reference`` is there only while the case is shared with her organisation."""

    line: str
    holder: str
    unit: str
    region: str
    kind: str
    age: str
    weeks: int
    clock: str | None
    next_on: date | None
    exact: bool
    overdue: bool
    waits: tuple[BoardWait, ...]
    waited: int | None
    escalated: bool
    reasons: tuple[str, ...]
    signs: tuple[str, ...]
    """Danger now, high risk, a child, a protected address: codes, the gravest first."""
    reference: str
    shared: tuple[str, ...]
    asked_on: date | None
    answered_on: date | None
    answer: str

    @property
    def deadline(self) -> str:
        """The pack's name of the time limit that ends first; one of the holder's own has none."""
        if self.next_on is None:
            return ""
        return rule_name(self.clock) if self.clock else _("A time limit of the holder’s own")

    @property
    def kind_name(self) -> str:
        """The kind of case."""
        return str(Case.Kind(self.kind).label)

    @property
    def age_name(self) -> str:
        """Child, adult, or not known and so treated as a child."""
        return str(Person.AgeSeen(self.age).label)


@dataclass(frozen=True)
class OrganisationCount:
    """How many people are in an organisation's open cases; None where it is not said."""

    holder: str
    region: str
    shows: str
    people: int | None


@dataclass(frozen=True)
class BoardFilters:
    """What of the board is wanted; empty is all."""

    region: str = ""
    need: str = ""
    holder: str = ""
    overdue: bool = False
    child: bool = False
    escalated: bool = False
    sort: str = "first"


@dataclass(frozen=True)
class BoardPage:
    """A page of the board. Totals are of all lines that fit the filters, not of the page."""

    lines: tuple[BoardLine, ...]
    total: int
    overdue: int
    waiting: int
    children: int
    counts: tuple[OrganisationCount, ...]
    needs: tuple[str, ...]


def read_board(
    *, actor: Actor, filters: BoardFilters, start: int = 0, most: int = PAGE
) -> BoardPage:
    """The lines from ``start`` on; the trail has said before how many there are.

    Raises:
        RateLimited: she has looked more often than her work should need.
    """
    ask_counted("ask_board", "board.see", filters.region)
    rows = _rows(filters, start, most)
    lines = tuple(_line(row) for row in rows)
    first: dict[str, Any] = (
        rows[0] if rows else {"total": 0, "late": 0, "waiting": 0, "children": 0, "needs": []}
    )
    return BoardPage(
        lines,
        first["total"],
        first["late"],
        first["waiting"],
        first["children"],
        read_counts(filters.region),
        tuple(sorted(first["needs"] or ())),
    )


def read_counts(region: str = "") -> tuple[OrganisationCount, ...]:
    """How many people each organisation has, as far as it lets the board say so."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM gate.board_counts(%s)", [region])
        return tuple(OrganisationCount(*row) for row in cursor.fetchall())


def name_of_wait(code: str) -> str:
    """What a need is called: one of the directory's, or a right of the pack."""
    return dict(needs()).get(code) or rule_name(code)


def find_line(*, actor: Actor, line: str) -> BoardLine:
    """One line of the board.

    Raises:
        NotFound: there is none on the actor's board.
    """
    ask_counted("ask_board_line", "board.see", line)
    with connection.cursor() as cursor:
        statement = (
            "SELECT * FROM gate.board('') LEFT JOIN gate.board_signs('', %s) USING (line) "
            "WHERE line = %s LIMIT 1"
        )
        cursor.execute(statement, [list_danger_rules(), line])
        rows = _dicts(cursor)
    if not rows:
        raise NotFound("line", line)
    return _line(rows[0])


def send_reminder(*, actor: Actor, line: str, to_holder: bool, text: str) -> None:
    """Ask the holder, or the one that is waited for, one of the fixed questions.

    Raises:
        NotFound: there is no such line, or nobody is waited for.
        Rejected: the same was asked in the last three days and is not answered.
        RateLimited: she has asked more than her work should need.
    """
    consume_quota("board.nudge")
    if text not in Reminder.Text.values:
        raise Rejected(_("Choose a question from the list."))
    answer: str = fetch_value("board_nudge", line, to_holder, text)
    if answer == "absent":
        raise NotFound("line", line)
    if answer == "again":
        raise Rejected(_("You have asked them, and they have three days to answer."))
    log_act("board.nudge", line=line, to="holder" if to_holder else "waited for", text=text)


def _rows(filters: BoardFilters, start: int, most: int) -> list[dict[str, Any]]:
    wanted, values = ["true"], []
    if filters.need:
        wanted.append("waits @> jsonb_build_array(jsonb_build_object('need', %s::text))")
        values.append(filters.need)
    if filters.holder:
        wanted.append("holder = %s")
        values.append(filters.holder)
    if filters.overdue:
        wanted.append("(overdue OR rank <= 3)")
    if filters.child:
        wanted.append("age <> 'adult'")
    if filters.escalated:
        wanted.append("escalated")
    order = SORTS.get(filters.sort, SORTS["first"])
    # Only texts of this module are put together; what was asked for goes in as values.
    statement = (
        "WITH b AS MATERIALIZED (SELECT * FROM gate.board(%s) "  # noqa: S608
        "LEFT JOIN gate.board_signs(%s, %s) USING (line)), "
        f"f AS MATERIALIZED (SELECT * FROM b WHERE {' AND '.join(wanted)}), "
        "t AS (SELECT count(*) AS total, count(*) FILTER (WHERE overdue) AS late, "
        "count(*) FILTER (WHERE waits <> '[]') AS waiting, "
        "count(*) FILTER (WHERE age <> 'adult') AS children, "
        "(SELECT array_agg(DISTINCT w ->> 'need') "
        "FROM b, jsonb_array_elements(b.waits) w) AS needs "
        f"FROM f) SELECT * FROM f, t ORDER BY {order} LIMIT %s OFFSET %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            statement, [filters.region, filters.region, list_danger_rules(), *values, most, start]
        )
        return _dicts(cursor)


def _dicts(cursor: Any) -> list[dict[str, Any]]:
    names = [column.name for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _line(row: dict[str, Any]) -> BoardLine:
    waits = tuple(
        BoardWait(
            each["need"],
            each["for"] or "",
            each["weeks"],
            each["state"],
            bool(each["late"]),
            bool(each["escalated"]),
        )
        for each in _list(row["waits"])
    )
    fields = ("line", "holder", "unit", "region", "kind", "age", "weeks", "clock", "next_on",
              "waited", "asked_on", "answered_on")  # fmt: skip
    return BoardLine(
        **{name: row[name] for name in fields},
        exact=bool(row["exact"]),
        overdue=bool(row["overdue"]),
        waits=waits,
        escalated=bool(row["escalated"]),
        reasons=tuple(row["reasons"]),
        signs=tuple(row["signs"] or ()),
        reference=row["reference"] or "",
        shared=tuple(row["shared"]),
        answer=row["answer"] or "",
    )


def _list(value: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(value) if isinstance(value, str) else value
    return found
