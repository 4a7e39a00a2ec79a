# SPDX-License-Identifier: EUPL-1.2
"""A growing formula in clauses, and the SAT solver that holds it.

A literal is a number, its negation the negative number. Equal parts are made once.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from pysat.card import ITotalizer
from pysat.solvers import Solver

TRUE, FALSE = 1, -1
_SOLVER = "minisat22"
_CONFLICTS = 20_000  # between two looks at the clock


class OutOfTime(Exception):
    """The search had to stop; nothing is proved by that."""


class Formula:
    """Clauses, and gates that name the truth of a combination."""

    def __init__(self, deadline: float) -> None:
        self.solver = Solver(name=_SOLVER, bootstrap_with=[[TRUE]])
        self.top, self.deadline = TRUE, deadline
        self.gates: dict[tuple[int, ...], int] = {}

    def fresh(self) -> int:
        """A new literal."""
        self.top += 1
        return self.top

    def require(self, *literals: int) -> None:
        """At least one of these holds."""
        self.solver.add_clause(list(literals))

    def every(self, literals: Iterable[int]) -> int:
        """The literal that is true where all of these are."""
        parts: set[int] = set()
        for literal in literals:
            if literal == FALSE or -literal in parts:
                return FALSE
            if literal != TRUE:
                parts.add(literal)
        if len(parts) < 2:
            return parts.pop() if parts else TRUE
        key = tuple(sorted(parts))
        return self.gates.get(key) or self._gate(key)

    def _gate(self, key: tuple[int, ...]) -> int:
        gate = self.gates[key] = self.fresh()
        for literal in key:
            self.require(-gate, literal)
        self.require(gate, *[-literal for literal in key])
        return gate

    def some(self, literals: Iterable[int]) -> int:
        """The literal that is true where one of these is."""
        return -self.every([-literal for literal in literals])

    def differ(self, a: int, b: int) -> int:
        """The literal that is true where ``a`` and ``b`` are not the same."""
        return FALSE if a == b else self.some([self.every([a, -b]), self.every([-a, b])])

    def at_least(self, k: int, literals: Sequence[int]) -> int:
        """The literal that is true where ``k`` or more of these are."""
        reached = [TRUE] + [FALSE] * k
        for literal in literals:
            for j in range(k, 0, -1):
                reached[j] = self.some([reached[j], self.every([reached[j - 1], literal])])
        return reached[k]

    def at_most(self, literals: Sequence[int], most: int) -> list[int]:
        """Literals ``b`` such that assuming ``-b[n]`` allows at most ``n`` of ``literals``."""
        counter = ITotalizer(lits=list(literals), ubound=most, top_id=self.top)
        self.top = max(self.top, counter.top_id)
        self.solver.append_formula(counter.cnf.clauses)
        bounds = list(counter.rhs)
        counter.delete()
        return bounds

    def solve(self, assuming: Sequence[int]) -> list[int] | None:
        """The truth of every literal in some model (by number), or None. Raises OutOfTime."""
        while True:
            if time.process_time() > self.deadline:
                raise OutOfTime
            self.solver.conf_budget(_CONFLICTS)
            found = self.solver.solve_limited(assumptions=list(assuming))
            if found is not None:
                return [0, *self.solver.get_model()] if found else None

    def core(self) -> list[int]:
        """Of what was assumed, what cannot hold together (after ``solve`` said None)."""
        return list(self.solver.get_core() or [])

    def close(self) -> None:
        """Give the solver's memory back."""
        self.solver.delete()


def holds(model: Sequence[int], literal: int) -> bool:
    """Whether ``literal`` is true in ``model``; what the model leaves open is false."""
    place = abs(literal)
    return place < len(model) and (model[place] > 0) == (literal > 0)
