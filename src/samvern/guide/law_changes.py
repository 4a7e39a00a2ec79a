# SPDX-License-Identifier: EUPL-1.2
"""The calendar of legal changes, coming first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.provisions import Provision, provision
from samvern.law.localization import localized
from samvern.law.model import Change


@dataclass(frozen=True, slots=True)
class LawChange:
    """A change for a reader; ``on`` is None while its date is open."""

    id: str
    on: date | None
    name: str
    text: str
    sources: list[Provision]
    confidence: str


def arranged_changes(language: str, today: date) -> dict[str, list[LawChange]]:
    """Changes that are coming (soonest first), open, and past (latest first)."""
    changes = loaded_pack().pack.ruleset.changes
    dated = sorted((c for c in changes if c.on), key=lambda c: (c.on or today, c.id))
    return {
        "coming": _entries((c for c in dated if c.on and c.on > today), language),
        "open": _entries((c for c in changes if c.on is None), language),
        "past": _entries((c for c in reversed(dated) if c.on and c.on <= today), language),
    }


def _entries(changes: Iterable[Change], language: str) -> list[LawChange]:
    return [
        LawChange(
            id=change.id,
            on=change.on,
            name=localized(change.name, language),
            text=localized(change.text, language),
            sources=[provision(source, language) for source in change.sources],
            confidence=change.confidence,
        )
        for change in changes
    ]
