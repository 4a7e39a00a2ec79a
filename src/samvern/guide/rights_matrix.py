# SPDX-License-Identifier: EUPL-1.2
"""The rights page: every right for every status, worked out once for each day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from samvern.guide.conclusions import Conclusion, of_kind
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.topics import topic_name
from samvern.law import Truth
from samvern.law.localization import localized


@dataclass(frozen=True, slots=True)
class Status:
    """One column: a residence status, and the rights as they stand for it."""

    id: str
    name: str
    rights: list[Conclusion]


@lru_cache(maxsize=12)
def statuses(language: str, today: date) -> tuple[Status, ...]:
    """The columns of the pack's matrix."""
    pack = loaded_pack().pack
    return tuple(
        Status(
            column.id,
            localized(column.name, language),
            of_kind(pack.assess(column.facts, asked_on=today), "right", language, *Truth),
        )
        for column in pack.ruleset.matrix
    )


def topics(language: str, today: date) -> list[tuple[str, str]]:
    """The topics rights fall under, with their names."""
    present = {r.topic: None for status in statuses(language, today) for r in status.rights}
    return [(topic, topic_name(topic)) for topic in present]


def by_topic(status: Status, topic: str) -> list[tuple[str, list[Conclusion]]]:
    """The rights of one status under their topics; of one topic only, if given."""
    found: dict[str, list[Conclusion]] = {}
    for right in status.rights:
        if not topic or right.topic == topic:
            found.setdefault(topic_name(right.topic), []).append(right)
    return [(name, sorted(rights, key=_answer)) for name, rights in found.items()]


def _answer(right: Conclusion) -> int:
    return (Truth.YES, Truth.UNKNOWN, Truth.NO).index(right.truth)


def table(language: str, today: date, topic: str) -> list[tuple[str, list[tuple[str, Conclusion]]]]:
    """Rows of the whole table: a right's name, and the right as it stands for each status."""
    columns = [
        [(status.id, right) for right in status.rights if not topic or right.topic == topic]
        for status in statuses(language, today)
    ]
    return [(cells[0][1].name, list(cells)) for cells in zip(*columns, strict=True)]
