# SPDX-License-Identifier: EUPL-1.2
"""One pass over a program, for one person or for everyone at once (see ``truth``)."""

from __future__ import annotations

from samvern.law.dates import Holidays
from samvern.law.program import BitLeaf, ChoiceLeaf, CompareLeaf, Leaf, Op, Program
from samvern.law.situation import Situation
from samvern.law.spans import Spans
from samvern.law.truth import Planes, at_least

UNKNOWN: Planes = (0, 1)


def evaluate(
    program: Program, leaves: list[Planes], everyone: int
) -> tuple[list[int], list[int]]:
    """Certain and possible planes of every node, given those of the leaves."""
    certain: list[int] = []
    possible: list[int] = []
    for node in program.nodes:
        op, args = node.op, node.args
        if op is Op.LEAF:
            t, p = leaves[args[0]]
        elif op is Op.AND:
            t = p = everyone
            for a in args:
                t &= certain[a]
                p &= possible[a]
        elif op is Op.OR:
            t = p = 0
            for a in args:
                t |= certain[a]
                p |= possible[a]
        elif op is Op.NOT:
            t, p = everyone ^ possible[args[0]], everyone ^ certain[args[0]]
        elif op is Op.RULE:
            t, p = certain[args[0]], possible[args[0]]
        elif op is Op.IMPLIED:
            explicit, inside, outside = args
            t = certain[explicit] | certain[inside]
            p = possible[explicit] & (everyone ^ certain[outside])
        elif op is Op.AT_LEAST:
            t, p = at_least(node.k, [(certain[a], possible[a]) for a in args], everyone)
        else:
            t = p = everyone
        certain.append(t)
        possible.append(p)
    return certain, possible


def person_leaves(program: Program, situation: Situation, holidays: Holidays) -> tuple[list[Planes], Spans]:
    """The leaves of one person; only those that look at a known fact are worked out."""
    leaves: list[Planes] = [UNKNOWN] * len(program.leaves)
    spans = Spans(program, situation.spans, holidays)
    for facts in (situation.bits, situation.masks, situation.spans):
        for fact in facts:
            for number in program.leaves_of.get(fact, ()):
                leaves[number] = _leaf(program.leaves[number], situation, spans)
    return leaves, spans


def _leaf(leaf: Leaf, situation: Situation, spans: Spans) -> Planes:
    match leaf:
        case BitLeaf(fact, bit):
            has, lacks = situation.bits[fact]
            return has >> bit & 1, 1 ^ (lacks >> bit & 1)
        case ChoiceLeaf(fact, mask):
            open_ = situation.masks[fact]
            return int(not open_ & ~mask), int(bool(open_ & mask))
        case CompareLeaf():
            return spans.compare(leaf)
