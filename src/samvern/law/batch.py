# SPDX-License-Identifier: EUPL-1.2
"""The same pack over many people at once: a person is a bit (see ``truth``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvern.law.births import BORN, last_day, refuse_span
from samvern.law.evaluation import evaluate
from samvern.law.fact_columns import (
    FactColumns,
    column_leaves,
    from_arrays,
    from_situations,
    unpacked,
)
from samvern.law.model import LEVELS
from samvern.law.pack import Pack
from samvern.law.program import CompiledProgram
from samvern.law.situation import Situation, Span, read_span

CHUNK = 1 << 16
"""People a pass takes: 8 kB a plane, so that a pass stays in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Conclusions about ``count`` people; planes are kept chunk by chunk."""

    pack: Pack
    count: int
    program: CompiledProgram
    planes: Mapping[str, Sequence[tuple[int, int]]]

    def values(self, id: str) -> NDArray[np.int8]:
        """A rule's value for everyone: 1 yes, 0 no, -1 unknown; shape (count,). Raises KeyError."""
        parts = [np.empty(0, np.int8)]
        for (certain, possible), size in zip(self.planes[id], self._sizes(), strict=True):
            yes, maybe = unpacked(certain, size), unpacked(possible, size)
            parts.append(np.where(yes, 1, np.where(maybe, -1, 0)).astype(np.int8))
        return np.concatenate(parts)

    def holds(self, id: str) -> NDArray[np.bool_]:
        """Whether a rule is certainly a yes, for everyone; shape (count,). Raises KeyError."""
        parts = [np.empty(0, np.bool_)]
        for (certain, _), size in zip(self.planes[id], self._sizes(), strict=True):
            parts.append(unpacked(certain, size))
        return np.concatenate(parts)

    def counts(self, id: str) -> dict[str, int]:
        """How many people a rule is yes, no and unknown for."""
        yes = sum(certain.bit_count() for certain, _ in self.planes[id])
        maybe = sum(possible.bit_count() for _, possible in self.planes[id])
        return {"yes": yes, "no": self.count - maybe, "unknown": maybe - yes}

    def levels(self) -> NDArray[np.int8]:
        """Everyone's level as its place in LEVELS; shape (count,)."""
        found = np.zeros(self.count, np.int8)
        for rule in self.pack.rules_by_kind.get("level", ()):
            if rule.id in self.planes:
                place = LEVELS.index(str(rule.extra["level"]))
                found = np.maximum(found, (self.values(rule.id) == 1) * np.int8(place))
        return found

    def _sizes(self) -> Iterator[int]:
        for start in range(0, self.count, CHUNK):
            yield min(CHUNK, self.count - start)


def assess_columns(
    pack: Pack, arrays: Mapping[str, ArrayLike], count: int, *, asked_on: date,
    event_on: object = None, rules: Sequence[str] | None = None,
) -> Batch:  # fmt: skip
    """``pack`` over ``count`` people given as arrays (see ``columns.from_arrays``).

    Everyone is asked about on the same day. ``rules``: keep only these.
    Raises InputError, KeyError.
    """
    columns = from_arrays(pack.ruleset, arrays, count)
    asked = read_span("asked_on", asked_on)
    event = asked if event_on is None else read_span("event_on", event_on)
    _refuse_births(columns, arrays, asked)
    for name, (low, high) in (("asked_on", asked), ("event_on", event)):
        ends: Any = (np.float64(low), np.float64(high))
        columns.spans[name] = (ends[0], ends[0]) if low == high else ends
    return _run(pack, columns, rules)


def assess_situations(pack: Pack, situations: Sequence[Situation]) -> Batch:
    """``pack`` over people read one by one, each with own ``asked_on`` and ``event_on``."""
    return _run(pack, from_situations(pack.ruleset, situations), None)


def _refuse_births(columns: FactColumns, arrays: Mapping[str, ArrayLike], asked: Span) -> None:
    low, high = columns.spans.get(BORN, (np.float64(-np.inf), np.float64(np.inf)))
    for ends in {(float(np.max(low)), np.inf), (-np.inf, float(np.min(high)))}:
        refuse_span(ends, "the column", last_day(asked))


def _run(pack: Pack, columns: FactColumns, rules: Sequence[str] | None) -> Batch:
    program = pack.program
    wanted = {id: program.rules[id] for id in (program.rules if rules is None else rules)}
    planes: dict[str, list[tuple[int, int]]] = {id: [] for id in wanted}
    for start in range(0, columns.count, CHUNK):
        part = columns.slice(start, start + CHUNK)
        leaves = column_leaves(program, part, pack.ruleset.holidays)
        certain, possible = evaluate(program, leaves, (1 << part.count) - 1)
        for id, node in wanted.items():
            planes[id].append((certain[node], possible[node]))
    return Batch(pack, columns.count, program, planes)
