# SPDX-License-Identifier: EUPL-1.2
"""Finding advice: by PostgreSQL's Norwegian full-text search, in bokmål and nynorsk at once.

A word nobody has written is taken for a slip of the finger: the nearest one that is written is
sought instead, and the page says so. It asks the words of the index itself, so that it needs no
extension of the database.
"""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from django.db import connection
from django.db.models import F, QuerySet

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.contacts.course import APPROVED
from samvern.contacts.models import Advice
from samvern.contacts.twins import forms_of

CONFIG = "pg_catalog.norwegian"
PAGE = 30
LONGEST, MOST_WORDS = 200, 12
NEAR = 0.72
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Found:
    """What was found, and the words that were sought instead of those nobody wrote."""

    advice: list[Advice]
    instead: dict[str, str] = field(default_factory=dict)


def search_advice(*, actor: Actor, text: str = "", topic: str = "") -> Found:
    """Approved advice that has all the words, best first; the newest where nothing is sought."""
    rows = Advice.objects.filter(state=APPROVED).select_related("desk")
    if topic:
        rows = rows.filter(topics__contains=[topic])
    words = WORD.findall(text[:LONGEST])[:MOST_WORDS]
    instead: dict[str, str] = {}
    if words:
        found = _having(rows, words)
        if not found and (instead := _slips(words)):
            found = _having(rows, [instead.get(word, word) for word in words])
    else:
        found = list(rows.order_by("-approved_on")[:PAGE])
    record("advice.search", outcome="seen", words=len(words), found=len(found))
    return Found(found, instead if found else {})


def _having(rows: QuerySet[Advice], words: list[str]) -> list[Advice]:
    from django.contrib.postgres.search import SearchQuery, SearchRank

    wanted: Any = None
    for word in words:
        either: Any = None
        for each in forms_of(word):
            one = SearchQuery(each, config=CONFIG)
            either = one if either is None else either | one
        wanted = either if wanted is None else wanted & either
    matching = rows.annotate(rank=SearchRank(F("search"), wanted)).filter(search=wanted)
    return list(matching.order_by("-rank", "-approved_on")[:PAGE])


def _slips(words: list[str]) -> dict[str, str]:
    """For each word that is in no advice, the nearest stem that is in one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM ts_stat('SELECT search FROM public.contacts_advice "
            "WHERE state = ''approved''')"
        )
        written = [word for (word,) in cursor.fetchall()]
        cursor.execute(
            "SELECT w, (to_tsvector(%s::regconfig, w))::text FROM unnest(%s::text[]) w",
            [CONFIG, [word.casefold() for word in words]],
        )
        stems = {word: vector.split("'")[1] for word, vector in cursor.fetchall() if "'" in vector}
    found = {}
    for word in words:
        stem = stems.get(word.casefold())
        if stem and stem not in written and len(stem) > 3:
            near = get_close_matches(stem, written, n=1, cutoff=NEAR)
            if near:
                found[word] = near[0]
    return found
