# SPDX-License-Identifier: EUPL-1.2
"""What the search answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samvern.law.properties import OnPurpose, Property
from samvern.law.proving.concrete_situations import ConcreteSituation

LocalizedText = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CounterExample:
    """Somebody for whom a property does not hold.

    ``about``: the option, rule or pair it is about. ``rules``: the rules involved and their answers
    (``yes|no``: before and after a change). ``other``: the person after it, for ``independent``.
    """

    claim: str
    about: LocalizedText
    someone: ConcreteSituation | None = None
    other: ConcreteSituation | None = None
    rules: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PropertyVerdict:
    """One property: it holds for everybody, or not, or it is not known (``unproved``: why)."""

    promise: Property
    claims: int
    counters: tuple[CounterExample, ...] = ()
    unproved: str = ""

    @property
    def holds(self) -> bool:
        """Whether it is proved."""
        return not self.counters and not self.unproved


@dataclass(frozen=True, slots=True)
class PackFinding:
    """What nobody asked for: ``kind`` is one of FINDINGS; ``meant`` where it is so on purpose."""

    kind: str
    id: str
    meant: OnPurpose | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything found.

    ``stale``: reasons without a finding. ``unproved``: why the findings are not known.
    """

    verdicts: tuple[PropertyVerdict, ...]
    findings: tuple[PackFinding, ...] = ()
    stale: tuple[tuple[OnPurpose, str], ...] = ()
    unproved: str = ""
    seconds: float = 0.0

    @property
    def broken(self) -> list[PropertyVerdict]:
        """Properties with a counter-example."""
        return [verdict for verdict in self.verdicts if verdict.counters]

    @property
    def open(self) -> list[PropertyVerdict]:
        """Properties that are not proved."""
        return [verdict for verdict in self.verdicts if verdict.unproved]

    @property
    def unmeant(self) -> list[PackFinding]:
        """Findings nobody has given a reason for."""
        return [finding for finding in self.findings if finding.meant is None]

    @property
    def well(self) -> bool:
        """Whether all is proved and everything found is meant."""
        return not (self.broken or self.open or self.unmeant or self.stale or self.unproved)
