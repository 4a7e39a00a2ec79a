# SPDX-License-Identifier: EUPL-1.2
"""The trail of one case, newest first, a page at a time.

The wall lets those who work on a case in its own organisation read its trail; to others, with whom
it is shared, it has no lines.
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

from samvern.access.audit import see
from samvern.access.models import Member, Organisation
from samvern.access.tables import Pager
from samvern.cases.models import Case
from samvern.cases.timeline.acts import ACTS, DECISIONS
from samvern.cases.timeline.meanings import Meaning, meanings

PAGE = 50
LINES = """
    SELECT l.at, l.member_id, l.organisation_id, l.act, l.object_id, d.content
    FROM audit.line l LEFT JOIN audit.detail d USING (chain, number)
    WHERE l.case_id = %s AND l.outcome = 'done' AND l.act = ANY (%s) AND l.at < %s
    ORDER BY l.at DESC, l.number DESC LIMIT %s
"""
LATEST = "infinity"


@dataclass(frozen=True)
class Line:
    """One line of the trail; details that were erased are empty."""

    at: datetime
    member_id: UUID | None
    organisation_id: UUID | None
    act: str
    object_id: UUID | None
    detail: dict[str, Any]


@dataclass(frozen=True)
class Entry:
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

    entries: tuple[Entry, ...]
    pager: Pager


def read_timeline(
    *, case: Case, everything: bool = False, before: str = "", limit: int = PAGE
) -> Timeline:
    """Decisions in a case that was already reached, or ``everything`` that was done in it."""
    acts = sorted(ACTS) if everything else sorted(DECISIONS)
    lines = _lines(case, acts, before, limit + 1)
    shown = lines[:limit]
    following = shown[-1].at.isoformat() if len(lines) > limit else ""
    see("timeline.see", case=case.pk, rows=len(shown))
    return Timeline(tuple(_entries(case, shown)), Pager(next=following))


def _lines(case: Case, acts: list[str], before: str, limit: int) -> list[Line]:
    moment = before if _is_moment(before) else LATEST
    with connection.cursor() as cursor:
        cursor.execute(LINES, [case.pk, acts, moment, limit])
        return [
            Line(at, member, body, act, thing, _content(detail))
            for at, member, body, act, thing, detail in cursor.fetchall()
        ]


def _entries(case: Case, lines: list[Line]) -> Iterable[Entry]:
    names = _names(lines)
    found = meanings(case, lines)
    for line in lines:
        meaning = found.get((line.act, line.object_id), Meaning())
        yield Entry(
            at=line.at,
            what=str(ACTS[line.act]),
            who=names.get(line.member_id) or names.get(line.organisation_id) or "–",
            rule=meaning.rule,
            text=meaning.text,
            tag=meaning.tag,
            color=meaning.color,
        )


def _names(lines: list[Line]) -> dict[UUID | None, str]:
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
