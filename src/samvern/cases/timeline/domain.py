# SPDX-License-Identifier: EUPL-1.2
"""What was done in one case, newest first, a page at a time.

Most of it is read from the rows themselves, so whoever a row is shared with sees who wrote it. The
rest is in the trail, which the wall opens only to those who work on the case where it belongs.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware

from samvern.access.models import Member, Organisation
from samvern.access.tables import Pager
from samvern.access.unit_of_work import log_read
from samvern.cases.core.models import Case
from samvern.cases.timeline.labels import ACTS, DECISIONS, ROWS
from samvern.cases.timeline.meaning import TrailLine, TrailMeaning, find_meanings

PAGE = 50

TRAIL = """
    SELECT l.at, l.member_id, l.organisation_id, l.act, l.object_id, d.content
    FROM audit.line l LEFT JOIN audit.detail d USING (chain, number)
    WHERE l.case_id = %(case)s AND l.outcome NOT IN ('seen', 'refused') AND l.act = ANY (%(acts)s)
"""

ROW = """
    SELECT {at}, {who}, NULL::uuid, '{act}', id, NULL::jsonb
    FROM {table} WHERE {case} = %(case)s AND {at} IS NOT NULL
"""

PART = """
    SELECT * FROM ({parts}) line (at, member_id, organisation_id, act, object_id, content)
    WHERE at < %(before)s ORDER BY at DESC, act DESC, object_id LIMIT %(limit)s
"""

LATEST = "infinity"


@dataclass(frozen=True)
class TimelineEntry:
    """A line in words."""

    at: datetime
    what: str
    who: str
    rule: str = ""
    text: str = ""
    tag: str = ""
    color: str = "neutral"


@dataclass(frozen=True)
class Timeline:
    """A page of entries."""

    entries: tuple[TimelineEntry, ...]
    pager: Pager


def read_timeline(
    *, case: Case, everything: bool = False, before: str = "", limit: int = PAGE
) -> Timeline:
    """Decisions in a case that was already reached, or ``everything`` that was done in it."""
    acts = sorted(ACTS) if everything else sorted(DECISIONS)
    lines = _lines(case, acts, before, limit + 1)
    shown = lines[:limit]
    following = shown[-1].at.isoformat() if len(lines) > limit else ""
    log_read("timeline.see", case=case.pk, rows=len(shown))
    return Timeline(tuple(_entries(case, shown)), Pager(next=following))


def _lines(case: Case, acts: list[str], before: str, limit: int) -> list[TrailLine]:
    own = [act for act in acts if act in ROWS]
    asked: dict[str, Any] = {
        "case": case.pk,
        "acts": [act for act in acts if act not in ROWS],
        "before": before if _is_moment(before) else LATEST,
        "limit": limit,
    }
    parts = " UNION ALL ".join([TRAIL, *map(_row, own)])
    with connection.cursor() as cursor:
        cursor.execute(PART.format(parts=parts), asked)
        return [
            TrailLine(at, member, body, act, thing, _content(detail))
            for at, member, body, act, thing, detail in cursor.fetchall()
        ]


def _row(act: str) -> str:
    table, at, who = ROWS[act]
    case = "id" if table == "cases_case" else "case_id"
    return ROW.format(at=at, who=who, act=act, table=table, case=case)


def _entries(case: Case, lines: list[TrailLine]) -> Iterable[TimelineEntry]:
    names = _names(lines)
    found = find_meanings(case, lines)
    for line in lines:
        meaning = found.get((line.act, line.object_id), TrailMeaning())
        yield TimelineEntry(
            at=line.at,
            what=str(ACTS[line.act]),
            who=names.get(line.member_id) or names.get(line.organisation_id) or "–",
            rule=meaning.rule,
            text=meaning.text,
            tag=meaning.tag,
            color=meaning.color,
        )


def _names(lines: list[TrailLine]) -> dict[UUID | None, str]:
    """Members by name; those of another organisation are known by the organisation's."""
    members = {line.member_id for line in lines if line.member_id}
    bodies = {line.organisation_id for line in lines if line.organisation_id}
    named: dict[UUID | None, str] = {}
    named.update(Organisation.objects.filter(pk__in=bodies).values_list("pk", "name"))
    named.update(Member.objects.filter(pk__in=members).values_list("pk", "name"))
    return named


def _content(stored: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(stored) if isinstance(stored, str) else stored or {}
    return found


def _is_moment(text: str) -> bool:
    try:
        found = parse_datetime(text)
    except ValueError:
        return False
    return found is not None and is_aware(found)
