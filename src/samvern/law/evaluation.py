# SPDX-License-Identifier: EUPL-1.2
"""One pass over a program, for one person or for everyone at once (see ``truth``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from samvern.law.dates import Holidays
from samvern.law.program import BitLeaf, ChoiceLeaf, CompareLeaf, CompiledProgram, Leaf, Op
from samvern.law.situation import Situation
from samvern.law.spans import Spans
from samvern.law.truth import Planes, at_least

UNKNOWN: Planes = (0, 1)

# Plain numbers: looking up an Enum's member for thousands of nodes costs more than the logic.
LEAF, NOT, AND, OR, AT_LEAST, IMPLIED, YES, RULE, PRESUMED = (int(op) for op in Op)


def evaluate(
    program: CompiledProgram, leaves: list[Planes], everyone: int
) -> tuple[list[int], list[int]]:
    """Certain and possible planes of every node, given those of the leaves."""
    certain: list[int] = []
    possible: list[int] = []
    for op, args, k in program.code:
        if op == LEAF:
            t, p = leaves[k]
        elif op == AND:
            t = p = everyone
            for a in args:
                t &= certain[a]
                p &= possible[a]
        elif op == OR:
            t = p = 0
            for a in args:
                t |= certain[a]
                p |= possible[a]
        elif op == RULE:
            t, p = certain[k], possible[k]
        elif op == NOT:
            t, p = everyone ^ possible[k], everyone ^ certain[k]
        elif op == IMPLIED:
            explicit, inside, outside = args
            t = certain[explicit] | certain[inside]
            p = possible[explicit] & (everyone ^ certain[outside])
        elif op == PRESUMED:
            t, p = _presumed([(certain[a], possible[a]) for a in args], everyone)
        elif op == AT_LEAST:
            t, p = at_least(k, [(certain[a], possible[a]) for a in args], everyone)
        else:
            t = p = everyone
        certain.append(t)
        possible.append(p)
    return certain, possible


def _presumed(args: list[Planes], everyone: int) -> Planes:
    """What is known, and where nothing is known what is presumed."""
    (t, p), (inside, _), (outside, _) = args
    return t | (p & inside), p & (t | inside | (everyone ^ outside))


class Evaluated(Protocol):
    """Certain and possible values of every node, for one person."""

    certain: list[int]
    possible: list[int]


def changed_leaves(
    program: CompiledProgram, base: Evaluated, leaves: Mapping[int, Planes]
) -> dict[int, Planes]:
    """Those of ``leaves`` that are not as in ``base``."""
    certain, possible, places = base.certain, base.possible, program.node_of_leaf
    return {
        leaf: planes
        for leaf, planes in leaves.items()
        if planes[0] != certain[places[leaf]] or planes[1] != possible[places[leaf]]
    }


def update(
    program: CompiledProgram, base: Evaluated, changed: Mapping[int, Planes]
) -> tuple[list[int], list[int]]:
    """``base`` with ``changed`` leaves: only what rests on them is done again."""
    certain, possible = base.certain.copy(), base.possible.copy()
    code, users, node_of_leaf = program.code, program.users, program.node_of_leaf
    stale = bytearray(len(code))
    for leaf, planes in changed.items():
        node = node_of_leaf[leaf]
        certain[node], possible[node] = planes
        for user in users[node]:
            stale[user] = 1
    node = stale.find(1)
    while node >= 0:
        t, p = again(code[node], certain, possible)
        if t != certain[node] or p != possible[node]:
            certain[node], possible[node] = t, p
            for user in users[node]:
                stale[user] = 1
        node = stale.find(1, node + 1)
    return certain, possible


def again(
    code: tuple[int, tuple[int, ...], int],
    certain: list[int] | dict[int, int],
    possible: list[int] | dict[int, int],
) -> Planes:
    """One node of one person (no leaf), as ``evaluate`` has it."""
    op, args, k = code
    if op == AND:
        t = p = 1
        for a in args:
            t &= certain[a]
            p &= possible[a]
        return t, p
    if op == OR:
        t = p = 0
        for a in args:
            t |= certain[a]
            p |= possible[a]
        return t, p
    if op == RULE:
        return certain[k], possible[k]
    if op == NOT:
        return 1 ^ possible[k], 1 ^ certain[k]
    if op == AT_LEAST:
        held = sum([certain[a] for a in args])
        return int(held >= k), int(sum([possible[a] for a in args]) >= k)
    if op == PRESUMED:
        return _presumed([(certain[a], possible[a]) for a in args], 1)
    explicit, inside, outside = args
    return certain[explicit] | certain[inside], possible[explicit] & (1 ^ certain[outside])


def person_leaves(
    program: CompiledProgram, situation: Situation, told: Iterable[str], holidays: Holidays
) -> tuple[dict[int, Planes], Spans]:
    """The leaves of one person that look at one of the facts ``told``."""
    leaves: dict[int, Planes] = {}
    spans = Spans(program, situation.spans, holidays)
    for fact in told:
        for number in program.leaves_of.get(fact, ()):
            leaves[number] = _leaf(program.leaves[number], situation, spans)
    return leaves, spans


def dated_leaves(program: CompiledProgram, dates: Spans) -> list[Planes]:
    """The leaves of somebody about whom only the two dates are known."""
    leaves: list[Planes] = [UNKNOWN] * len(program.leaves)
    for fact in dates.facts:
        for number in program.leaves_of.get(fact, ()):
            leaf = program.leaves[number]
            if isinstance(leaf, CompareLeaf):
                leaves[number] = dates.compare(leaf)
    return leaves


def _leaf(leaf: Leaf, situation: Situation, spans: Spans) -> Planes:
    if isinstance(leaf, BitLeaf):
        has, lacks = situation.bits[leaf.fact]
        return has >> leaf.bit & 1, 1 ^ (lacks >> leaf.bit & 1)
    if isinstance(leaf, ChoiceLeaf):
        open_ = situation.masks[leaf.fact]
        return int(not open_ & ~leaf.mask), int(bool(open_ & leaf.mask))
    return spans.compare(leaf)
