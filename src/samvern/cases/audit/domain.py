# SPDX-License-Identifier: EUPL-1.2
"""Who looked at what: the trail as an auditor and as a case's own workers read it.

The database decides which lines there are for whom (``access/sql/reading.sql``). Of what a line
says beside its act, only figures and words of our own are shown: nothing of what a case holds.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_read

PAGE = 100
MOST = 50_000
"""Lines of one export."""
SHOWN = (
    "rows", "lines", "hours", "cases", "days", "failed", "mails", "members", "notices", "people",
    "services", "tasks", "ground", "basis", "item", "purpose", "state", "role", "kind", "how",
    "opened",
)  # fmt: skip
"""What of the details is shown: none of it can hold what somebody wrote about a person."""
KINDS = {
    "all": "true",
    "seen": "l.outcome = 'seen'",
    "refused": "l.outcome = 'refused' AND l.act <> 'allowance.exceeded'",
    "allowance": "l.act = 'allowance.exceeded'",
    "glass": "l.act LIKE 'glass.%%'",
    "members": "l.act LIKE 'member.%%' OR l.act LIKE 'visit.%%' OR l.act LIKE 'unit.%%'",
}
LINES = """
    SELECT l.number, l.at, l.member_id, coalesce(m.name, ''), coalesce(o.name, ''), l.role, l.act,
        l.outcome, l.case_id, d.content
    FROM audit.line l
    LEFT JOIN audit.detail d USING (chain, number)
    LEFT JOIN access_member m ON m.id = l.member_id
    LEFT JOIN access_organisation o ON o.id = l.organisation_id
    WHERE l.chain = %(chain)s AND l.at >= %(since)s AND l.at < %(until)s
        AND (%(member)s::uuid IS NULL OR l.member_id = %(member)s)
        AND (%(case)s::uuid IS NULL OR l.case_id = %(case)s)
        AND (%(before)s::bigint IS NULL OR l.number < %(before)s)
        AND ({kind})
    ORDER BY l.number DESC LIMIT %(limit)s
"""
SUMS = """
    SELECT m.id, m.name, m.role,
        count(DISTINCT l.case_id) FILTER (WHERE l.act = 'case.see'),
        count(*) FILTER (WHERE l.outcome = 'seen'),
        count(*) FILTER (WHERE l.outcome = 'refused'),
        count(*) FILTER (WHERE l.act = 'allowance.exceeded'),
        count(*) FILTER (WHERE l.act = 'glass.break' AND l.outcome = 'done')
    FROM audit.line l JOIN access_member m ON m.id = l.member_id
    WHERE l.chain = %(chain)s AND l.at >= %(since)s AND l.at < %(until)s
        AND l.organisation_id = %(chain)s
    GROUP BY m.id, m.name, m.role ORDER BY 4 DESC, m.name
"""


@dataclass(frozen=True)
class AuditLine:
    """One line of the trail."""

    number: int
    at: datetime
    member_id: UUID | None
    member: str
    organisation: str
    role: str
    act: str
    outcome: str
    case_id: UUID | None
    detail: dict[str, Any]
    reference: str = ""


@dataclass(frozen=True)
class MemberActivity:
    """What one member did in a period."""

    member_id: UUID
    name: str
    role: str
    cases: int
    looks: int
    refused: int
    allowances: int
    emergencies: int


@dataclass(frozen=True)
class TrailQuery:
    """What is asked of the trail. Days count in Norway; the last one too."""

    since: date
    until: date
    kind: str = "all"
    member_id: UUID | None = None
    reference: str = ""
    before: int | None = None


@dataclass(frozen=True)
class TrailPage:
    """The lines of a page, and the number to go on from."""

    lines: list[AuditLine] = field(default_factory=list)
    more: int | None = None


def search_trail(*, actor: Actor, search: TrailQuery, limit: int = PAGE) -> TrailPage:
    """The lines of the auditor's organisation that match, the latest first.

    Raises:
        NotFound: the reference is no case of the organisation.
    """
    case = _case_of(search.reference) if search.reference else None
    rows = list(_lines(actor, search, case, limit + 1))
    log_read("audit.see", case=case, rows=min(len(rows), limit), kind=search.kind)
    shown = rows[:limit]
    return TrailPage(_named(shown), shown[-1].number if len(rows) > limit else None)


def read_access_log(*, actor: Actor, case_id: UUID, limit: int = 1000) -> list[AuditLine]:
    """Who has looked at a case or done something in it, for those who work on it.

    The case must have been reached by ``get_own_case``.
    """
    every = TrailQuery(date(2000, 1, 1), timezone.localdate())
    rows = list(_lines(actor, every, case_id, limit))
    log_read("trail.see", case=case_id, rows=len(rows))
    return rows


def sum_activity(*, actor: Actor, since: date, until: date) -> list[MemberActivity]:
    """What each member of the auditor's organisation did in a period, most cases first."""
    with connection.cursor() as cursor:
        cursor.execute(SUMS, {"chain": actor.organisation_id, **_period(since, until)})
        return [MemberActivity(*row) for row in cursor.fetchall()]


def _lines(actor: Actor, search: TrailQuery, case: UUID | None, limit: int) -> Iterator[AuditLine]:
    values = {
        "chain": actor.organisation_id,
        **_period(search.since, search.until),
        "member": search.member_id,
        "case": case,
        "before": search.before,
        "limit": limit,
    }
    with connection.cursor() as cursor:
        cursor.execute(LINES.format(kind=KINDS[search.kind]), values)
        for row in cursor.fetchall():
            *head, content = row
            yield AuditLine(*head, _shown(content))  # type: ignore[call-arg]  # nine, then the tenth


def _period(since: date, until: date) -> dict[str, datetime]:
    zone = timezone.get_default_timezone()
    return {
        "since": datetime.combine(since, time(), zone),
        "until": datetime.combine(until + timedelta(days=1), time(), zone),
    }


def _shown(content: Any) -> dict[str, Any]:
    told = json.loads(content) if isinstance(content, str) else content or {}
    return {name: told[name] for name in SHOWN if told.get(name) not in (None, "")}


def _named(lines: list[AuditLine]) -> list[AuditLine]:
    """With the references of the organisation's own cases, in one query."""
    wanted = list({line.case_id for line in lines if line.case_id})
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, reference FROM gate.audited_cases(%s::uuid[], '')", [wanted])
        names = dict(cursor.fetchall())
    return [replace(line, reference=names.get(line.case_id, "")) for line in lines]


def _case_of(reference: str) -> UUID:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM gate.audited_cases('{}', %s)", [reference])
        row = cursor.fetchone()
    if row is None:
        raise NotFound("case")
    id: UUID = row[0]
    return id
