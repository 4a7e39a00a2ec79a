# SPDX-License-Identifier: EUPL-1.2
"""What a pack declares of itself: what can never hold, what must always be there.

Read with the pack, checked for dangling names, and searched for counter-examples by ``proving``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

LocalizedText = Mapping[str, str]
Selector = Mapping[str, tuple[str, ...]]
"""Which rules are meant: field and its allowed values (``{kind: [duty], strength: [must]}``)."""

SHAPES = ("never", "always", "excludes", "independent", "every", "not_own")
"""The ways to state a property; each has exactly one of them."""
SELECTS = ("id", "kind", "topic", "strength", "severity", "level", "weight", "urgency", "element")
HAS = ("who", "actors", "sources", "plain", "text", "urgency", "topic", "fulfils")
FINDINGS = (
    "never_yes", "never_no", "only_open", "only_unknown", "changes_nothing", "answer_unused",
)  # fmt: skip
"""What the search finds unasked: a rule that is a yes for nobody; a no for nobody; open for
somebody but a yes for nobody; a yes only while something is not known; a fact or option nothing
depends on; a question whose answer no page uses."""


@dataclass(frozen=True, slots=True)
class Property:
    """One sentence about every situation.

    ``shape`` is one of SHAPES and ``body`` what it holds: an expression as text (never, always),
    expressions (excludes), names (independent, in ``of``), a selector (every, not_own). ``given``
    narrows the situations. ``for_each`` is a fact, rules, or a selector of rules.
    """

    id: str
    name: LocalizedText
    shape: str
    body: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    select: Selector = field(default_factory=dict)
    has: tuple[str, ...] = ()
    given: str = ""
    for_each: str | tuple[str, ...] | Selector = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class OnPurpose:
    """Findings that are meant to be so, and why."""

    finding: str
    of: tuple[str, ...]
    reason: LocalizedText
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class ImpossibleSituation:
    """A situation nobody can be in, though its facts can be written down."""

    when: str
    reason: LocalizedText
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Declarations:
    """All that is declared.

    ``start`` to ``end``: the days asked about. ``reader``: the choice that says what she works as.
    """

    properties: Mapping[str, Property] = field(default_factory=dict)
    on_purpose: tuple[OnPurpose, ...] = ()
    impossible: tuple[ImpossibleSituation, ...] = ()
    start: date | None = None
    end: date | None = None
    reader: str = ""

    @property
    def anything(self) -> bool:
        """Whether the pack promises or explains anything."""
        return bool(self.properties or self.on_purpose or self.impossible)
