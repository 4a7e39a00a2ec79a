# SPDX-License-Identifier: EUPL-1.2
"""Comparisons that push each other on for ever: no days satisfy ``x < y`` and ``y < x``.

Pushing bounds alone would try them day by day. Here they are seen at once, as a circle of negative
length (Bellman 1958, Ford 1956) in a graph of terms: a term lies so and so many days, at least and
at most, from its fact; and where ``x <= y``, ``x`` moved by a duration is no later than ``y`` moved
by the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samvern.law.proving.terms import ValueTerm, reach


@dataclass(frozen=True, slots=True, eq=False)
class Fence:
    """``left <= right``, or ``<`` when strict, because ``literal`` holds."""

    left: ValueTerm
    right: ValueTerm
    strict: bool
    literal: int


@dataclass(frozen=True, slots=True, eq=False)
class _Edge:
    """``low <= high + days``, because of ``fence`` if there is one."""

    low: ValueTerm
    high: ValueTerm
    days: float
    fence: Fence | None


def find_cycle(fences: Sequence[Fence]) -> tuple[set[str], frozenset[int]]:
    """The facts and literals of comparisons that no days satisfy together; empty when none is seen.

    What is not seen here may still be impossible (months have no fixed length).
    """
    edges = _edges(fences)
    distance = dict.fromkeys((term for edge in edges for term in (edge.low, edge.high)), 0.0)
    came: dict[ValueTerm, _Edge] = {}
    last = None
    for _ in range(len(distance) + 1):
        last = None
        for edge in edges:
            if distance[edge.high] + edge.days < distance[edge.low]:
                distance[edge.low] = distance[edge.high] + edge.days
                came[edge.low] = edge
                last = edge.low
        if last is None:
            return set(), frozenset()
    assert last is not None
    return _walked(came, last)


def _walked(came: Mapping[ValueTerm, _Edge], term: ValueTerm) -> tuple[set[str], frozenset[int]]:
    for _ in came:
        term = came[term].high
    facts: set[str] = set()
    literals: set[int] = set()
    at = term
    while not facts or at != term:
        edge = came[at]
        facts.add(at.fact)
        if edge.fence:
            literals.add(edge.fence.literal)
        at = edge.high
    return facts, frozenset(literals)


def _edges(fences: Iterable[Fence]) -> list[_Edge]:
    fences = list(fences)
    edges = [_Edge(f.left, f.right, -float(f.strict), f) for f in fences]
    terms = dict.fromkeys(term for f in fences for term in (f.left, f.right))
    for fence in fences:
        if not fence.left.moves and not fence.right.moves:
            for moves in {term.moves for term in terms if term.moves}:
                low, high = ValueTerm(fence.left.fact, moves), ValueTerm(fence.right.fact, moves)
                edges.append(_Edge(low, high, 0.0, fence))
    for term in dict.fromkeys(term for edge in edges for term in (edge.low, edge.high)):
        if term.moves:
            (least, most), fact = reach(term), ValueTerm(term.fact)
            edges += [_Edge(term, fact, most, None), _Edge(fact, term, -least, None)]
    return edges
