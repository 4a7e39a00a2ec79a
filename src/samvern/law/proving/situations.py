# SPDX-License-Identifier: EUPL-1.2
"""A program over everybody: for each node the literals of *certainly* and *possibly*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from samvern.law.evaluation import AND, AT_LEAST, IMPLIED, LEAF, NOT, OR, PRESUMED, RULE
from samvern.law.program import CompiledProgram
from samvern.law.proving.formula import TRUE, Formula
from samvern.law.proving.leaves import Leaves
from samvern.law.proving.symbolic_people import Pair, SymbolicPeople, SymbolicPerson

Nodes = list[Pair]


class Situations:
    """The nodes of a program for people made of literals."""

    def __init__(
        self, program: CompiledProgram, people: SymbolicPeople, leaves: Leaves, formula: Formula
    ) -> None:
        self.program, self.leaves, self.formula = program, leaves, formula
        self.somebody = people.person()
        self.nodes = self._whole([leaves.of(self.somebody, leaf) for leaf in program.leaves])
        self.admit(self.nodes)

    def admit(self, nodes: Nodes) -> None:
        """Leave out people whose answers contradict what other answers imply: the kernel refuses
        them."""
        for number in self.program.implied:
            certain, possible = nodes[number]
            self.formula.require(-certain, possible)

    def of(self, person: SymbolicPerson, fixed: Mapping[int, int] | None = None) -> Nodes:
        """The nodes of a changed person. ``fixed``: rules' nodes with an answer of their own."""
        fixed = fixed or {}
        leaves = {
            number: self.leaves.of(person, leaf)
            for number, leaf in enumerate(self.program.leaves)
            if not all(self.somebody.same(person, f) for f in self.program.facts_of_leaf[number])
        }
        nodes = self.again(leaves, fixed)
        self.admit(nodes)
        return nodes

    def again(self, leaves: Mapping[int, Pair], fixed: Mapping[int, int]) -> Nodes:
        """Somebody's nodes with some leaves, and some nodes, changed."""
        nodes = list(self.nodes)
        stale = bytearray(len(nodes))
        for leaf in leaves:
            stale[self.program.node_of_leaf[leaf]] = 1
        for node in fixed:
            stale[node] = 1
        node = stale.find(1)
        while node >= 0:
            pair = self._node(node, nodes, leaves, fixed)
            if pair != nodes[node]:
                nodes[node] = pair
                for user in self.program.users[node]:
                    stale[user] = 1
            node = stale.find(1, node + 1)
        return nodes

    def _whole(self, leaves: Sequence[Pair]) -> Nodes:
        nodes: Nodes = []
        by_number = dict(enumerate(leaves))
        for number in range(len(self.program.code)):
            nodes.append(self._node(number, nodes, by_number, {}))
        return nodes

    def _node(
        self, number: int, nodes: Nodes, leaves: Mapping[int, Pair], fixed: Mapping[int, int]
    ) -> Pair:
        if number in fixed:
            return fixed[number], fixed[number]
        op, args, k = self.program.code[number]
        if op == LEAF:
            return leaves[k]
        if op == RULE:
            return nodes[k]
        if op == NOT:
            return -nodes[k][1], -nodes[k][0]
        if op == IMPLIED:
            return self._implied([nodes[a] for a in args])
        if op == PRESUMED:
            return self._presumed([nodes[a] for a in args])
        if op not in (AND, OR, AT_LEAST):
            return TRUE, TRUE
        certain = self._joined(op, k, [nodes[a][0] for a in args])
        if all(nodes[a][0] == nodes[a][1] for a in args):
            return certain, certain
        return certain, self._joined(op, k, [nodes[a][1] for a in args])

    def _joined(self, op: int, k: int, literals: list[int]) -> int:
        if op == AND:
            return self.formula.every(literals)
        return self.formula.some(literals) if op == OR else self.formula.at_least(k, literals)

    def _implied(self, parts: Sequence[Pair]) -> Pair:
        explicit, inside, outside = parts
        return (
            self.formula.some([explicit[0], inside[0]]),
            self.formula.every([explicit[1], -outside[0]]),
        )

    def _presumed(self, parts: Sequence[Pair]) -> Pair:
        own, inside, outside = parts
        presumed = self.formula.every([own[1], inside[0]])
        settled = self.formula.some([own[0], inside[0], -outside[0]])
        return self.formula.some([own[0], presumed]), self.formula.every([own[1], settled])

    def reached(self, nodes: Iterable[int]) -> set[int]:
        """The leaves that some nodes rest on."""
        seen: set[int] = set()
        todo = list(nodes)
        leaves = set()
        while todo:
            number = todo.pop()
            if number in seen:
                continue
            seen.add(number)
            op, args, k = self.program.code[number]
            if op == LEAF:
                leaves.add(k)
            else:
                todo.extend((k,) if op == RULE else args)
        return leaves
