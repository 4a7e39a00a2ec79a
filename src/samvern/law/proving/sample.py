# SPDX-License-Identifier: EUPL-1.2
"""People met on the way, all evaluated at once (see ``truth``): a quick look before a search."""

from __future__ import annotations

from collections.abc import Iterable

from samvern.law.evaluation import evaluate
from samvern.law.program import BitLeaf, CompiledProgram
from samvern.law.result import Result


class Sample:
    """The leaves of some people, a bit each."""

    def __init__(self, program: CompiledProgram) -> None:
        self.program, self.everyone = program, 0
        self.certain = [0] * len(program.leaves)
        self.possible = [0] * len(program.leaves)
        self.planes: tuple[list[int], list[int]] | None = None
        self._users: dict[str, set[int]] = {}

    def add(self, result: Result) -> None:
        """One more person."""
        bit = self.everyone + 1
        self.everyone |= bit
        self.planes = None
        for leaf, node in enumerate(self.program.node_of_leaf):
            if result.certain[node]:
                self.certain[leaf] |= bit
            if result.possible[node]:
                self.possible[leaf] |= bit

    def leaves(self, id: str) -> list[int]:
        """The leaves that look at a fact, or at an option (``fact.option`` by its place)."""
        return [n for n in range(len(self.program.leaves)) if id in self.names(n)]

    def names(self, leaf: int) -> tuple[str, ...]:
        """The facts a leaf looks at, and the place of the option for sets."""
        this, facts = self.program.leaves[leaf], self.program.facts_of_leaf[leaf]
        return (*facts, f"{this.fact}.{this.bit}") if isinstance(this, BitLeaf) else facts

    def users(self, leaves: Iterable[int]) -> set[int]:
        """Every node that rests on some leaves."""
        todo = [self.program.node_of_leaf[leaf] for leaf in leaves]
        seen: set[int] = set()
        while todo:
            node = todo.pop()
            if node not in seen:
                seen.add(node)
                todo.extend(self.program.users[node])
        return seen

    def turns(self, leaves: Iterable[int], nodes: Iterable[int]) -> bool:
        """Whether not knowing what some leaves look at changes one of ``nodes`` for somebody."""
        if self.planes is None:
            whole = list(zip(self.certain, self.possible, strict=True))
            self.planes = evaluate(self.program, whole, self.everyone)
        unknown = set(leaves)
        changed = [
            (0, self.everyone) if leaf in unknown else (self.certain[leaf], self.possible[leaf])
            for leaf in range(len(self.certain))
        ]
        certain, possible = evaluate(self.program, changed, self.everyone)
        before = self.planes
        return any(certain[n] != before[0][n] or possible[n] != before[1][n] for n in nodes)
