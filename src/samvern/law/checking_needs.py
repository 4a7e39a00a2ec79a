# SPDX-License-Identifier: EUPL-1.2
"""Does the table of needs speak of rights, laws and kinds of organisation that are there?"""

from __future__ import annotations

from collections.abc import Iterator

from samvern.law.errors import PackProblem
from samvern.law.model import RuleSet
from samvern.law.needs import COORDINATION, Need

FILE = "needs.yaml"
GROUNDING = ("right", "duty", "referral")
"""The kinds of rule that can name who is to meet a need."""


def needs_problems(book: RuleSet) -> Iterator[PackProblem]:
    """What the table names that is not there, and what is met without standing in it.

    A pack with no table at all is read: packs kept from before there was one are replayed.
    ``matching_problems`` tells whoever checks it.
    """
    topics = grounding_topics(book)
    for need in book.needs.values():
        for message in (*_source_messages(book, need), *_messages(book, need, topics)):
            yield PackProblem(FILE, 0, need.id, message)
    if book.needs:
        yield from _unknown_needs(book)


def matching_problems(book: RuleSet) -> list[PackProblem]:
    """What the needs of the table and those somebody meets do not have in common.

    Whoever checks a pack is told; one that is loaded is not refused, for it may be a kept one. A
    pack that names nobody yet has nothing to match.
    """
    if not book.needs:
        return list(_unknown_needs(book))
    return list(_unmet_needs(book)) if book.actors else []


def grounding_topics(book: RuleSet) -> frozenset[str]:
    """The topics of rules that can name who is to meet a need."""
    found = (rule.extra.get("topic") for rule in book.rules.values() if rule.kind in GROUNDING)
    return frozenset(topic for topic in found if isinstance(topic, str))


def _unknown_needs(book: RuleSet) -> Iterator[PackProblem]:
    for actor in book.actors.values():
        for need in actor.needs:
            if need not in book.needs:
                message = f"needs: {need} is not in {FILE}; write it there first"
                yield PackProblem("actors", 0, actor.id, message)


def _unmet_needs(book: RuleSet) -> Iterator[PackProblem]:
    met = {need for actor in book.actors.values() for need in actor.needs}
    for id in book.needs:
        if id not in met:
            message = f"nobody meets it; write needs: [{id}] at an actor in actors/ that does"
            yield PackProblem(FILE, 0, id, message)


def _source_messages(book: RuleSet, need: Need) -> Iterator[str]:
    for source in need.sources:
        if source.law not in book.instruments:
            yield f"sources: {source.law} is not in instruments.yaml"


def _messages(book: RuleSet, need: Need, topics: frozenset[str]) -> Iterator[str]:
    for topic in need.topics:
        if topic not in topics:
            yield f"topics: {topic} is the topic of no right; they are {', '.join(sorted(topics))}"
    reader = book.facts.get(book.declared.reader)
    kinds = [*need.offered_by, *(kind for each in need.also for kind in each.kinds)]
    for kind in kinds if reader else ():
        if reader and kind != COORDINATION and reader.option(kind) is None:
            yield f"{kind} is no kind of organisation: it is not an option of {reader.id}"
