# SPDX-License-Identifier: EUPL-1.2
"""How an element is known: seen, told, inferred or contested. Shown beside it, and never weighed.

A fact with ``known_of`` tells it. ``checking`` refuses a rule that looks at such a fact, so
that help never depends on how something is known.
"""

from __future__ import annotations

from samvern.law.model import Option
from samvern.law.result import Result


def known_by(result: Result, element: str) -> list[Option]:
    """The ways in which an element is known, as far as somebody has said."""
    return [
        option
        for fact in result.ruleset.facts.values()
        if fact.known_of == element
        for place, option in enumerate(fact.options)
        if result.situation.bits.get(fact.id, (0, 0))[0] >> place & 1
    ]
