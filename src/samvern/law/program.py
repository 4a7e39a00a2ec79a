# SPDX-License-Identifier: EUPL-1.2
"""A compiled pack: a flat list of logic nodes over leaves that look at facts.

Equal parts are made once, and every node comes after the nodes it rests on, so one pass from front
to back evaluates everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from samvern.law.dates import Duration


class Op(IntEnum):
    """What a node does with its arguments (node numbers, for LEAF a leaf number)."""

    LEAF = 0
    NOT = 1
    AND = 2
    OR = 3
    AT_LEAST = 4
    IMPLIED = 5
    YES = 6
    RULE = 7
    PRESUMED = 8


@dataclass(frozen=True, slots=True)
class Node:
    """``args`` are node numbers; ``k`` is AT_LEAST's threshold, or RULE's place among the rules."""

    op: Op
    args: tuple[int, ...] = ()
    k: int = 0


@dataclass(frozen=True, slots=True)
class BitLeaf:
    """A yes/no fact (bit 0) or one option of a set."""

    fact: str
    bit: int


@dataclass(frozen=True, slots=True)
class ChoiceLeaf:
    """A choice is one of the options in ``mask``."""

    fact: str
    mask: int


@dataclass(frozen=True, slots=True)
class CompareLeaf:
    """Value ``left`` compared with value ``right`` (numbers of Program.values)."""

    op: str
    left: int
    right: int


Leaf = BitLeaf | ChoiceLeaf | CompareLeaf

MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
"""What a comparison becomes when its two sides change places."""


@dataclass(frozen=True, slots=True)
class FactValue:
    """A number or a date that is a fact (dates as proleptic Gregorian ordinals)."""

    fact: str


@dataclass(frozen=True, slots=True)
class ConstValue:
    """A number or a date."""

    value: float


@dataclass(frozen=True, slots=True)
class PiecesValue:
    """A value that depends on a date: (from ordinal, until ordinal, value or duration)."""

    dated: str
    pieces: tuple[tuple[float, float, int | float | Duration], ...]
    refers: bool


@dataclass(frozen=True, slots=True)
class ShiftValue:
    """A date moved by a duration, which is fixed or comes from a PiecesValue."""

    base: int
    sign: int
    by: Duration | int


@dataclass(frozen=True, slots=True)
class RollValue:
    """A date moved to the next working day."""

    base: int


Value = FactValue | ConstValue | PiecesValue | ShiftValue | RollValue


@dataclass(frozen=True, slots=True)
class CompiledProgram:
    """A compiled pack.

    ``rules`` maps a rule to its node; ``clocks`` to its start and end values. ``cones``: for each
    node the leaves it rests on in the end, as bits.
    """

    nodes: tuple[Node, ...]
    leaves: tuple[Leaf, ...]
    values: tuple[Value, ...]
    rules: Mapping[str, int]
    clocks: Mapping[str, tuple[int, int]]
    extras: Mapping[str, int]
    leaves_of: Mapping[str, tuple[int, ...]]
    facts_of_leaf: tuple[tuple[str, ...], ...]
    code: tuple[tuple[int, tuple[int, ...], int], ...]
    names: tuple[str, ...]
    node_of_leaf: tuple[int, ...]
    users: tuple[tuple[int, ...], ...]
    implied: tuple[int, ...]
    on_presumption: tuple[bool, ...]
    cones: tuple[int, ...]


def code_of(nodes: tuple[Node, ...]) -> tuple[tuple[int, tuple[int, ...], int], ...]:
    """The nodes as bare tuples for the evaluator; what has one argument carries it as ``k``."""
    single = (Op.LEAF, Op.NOT, Op.RULE)
    return tuple((int(n.op), n.args, n.args[0] if n.op in single else n.k) for n in nodes)


def on_presumption(nodes: tuple[Node, ...]) -> tuple[bool, ...]:
    """For each node, whether a presumption is among what it rests on: an answer may turn those."""
    found: list[bool] = []
    for node in nodes:
        rests = node.op is not Op.LEAF and any(found[arg] for arg in node.args)
        found.append(rests or node.op is Op.PRESUMED)
    return tuple(found)


def cones_of(nodes: tuple[Node, ...]) -> tuple[int, ...]:
    """For each node the leaves it rests on in the end; bit n is leaf n."""
    found: list[int] = []
    for node in nodes:
        leaves = 1 << node.args[0] if node.op is Op.LEAF else 0
        for arg in node.args if node.op is not Op.LEAF else ():
            leaves |= found[arg]
        found.append(leaves)
    return tuple(found)


def users_of(nodes: tuple[Node, ...]) -> tuple[tuple[int, ...], ...]:
    """For each node, the nodes that rest on it."""
    users: list[list[int]] = [[] for _ in nodes]
    for number, node in enumerate(nodes):
        if node.op is not Op.LEAF:
            for arg in node.args:
                users[arg].append(number)
    return tuple(map(tuple, users))


def facts_of(program: CompiledProgram, number: int) -> set[str]:
    """The facts that a value of a program rests on, the two dates among them."""
    match program.values[number]:
        case FactValue(fact):
            return {fact}
        case ConstValue():
            return set()
        case RollValue(base):
            return facts_of(program, base)
        case ShiftValue(base, _, by):
            return facts_of(program, base) | (
                facts_of(program, by) if isinstance(by, int) else set()
            )
        case PiecesValue(dated, pieces, refers):
            inner = (facts_of(program, int(p)) for _, _, p in pieces) if refers else ()  # type: ignore[arg-type]
            return {dated}.union(*inner)
    raise AssertionError
