#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# python-sat: CaDiCaL says "limited solve is unsupported", and it is interrupting that is.
#
# Guess: a search with a time limit is solve_limited(expect_interrupt=True) and a timer that calls interrupt(), with any
#   solver of the package; and a solver that raises "Limited solve is currently unsupported" has no limited solve.
# What happens: with every CaDiCaL the package ships, interrupt() raises NotImplementedError with those words, in the
#   timer's thread, where nobody sees it, and the search goes on. conf_budget() and solve_limited() work in spite of the
#   words. Glucose and MiniSat can be interrupted. supports_atmost() of cadical195 is None, neither yes nor no.
# Version: python-sat 1.9.dev24, November 2026.
# Why it matters: a proof that promises to end within a minute ends only if the limit is a budget of conflicts given in
#   slices, with a look at the clock between them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q --disable-pip-version-check install python-sat==1.9.dev24
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version
from itertools import combinations

from pysat.solvers import Solver

# Five guests, four rooms, nobody shares: small, and without an answer.
ROOM = {(guest, room): 4 * guest + room + 1 for guest in range(5) for room in range(4)}
CLAUSES = [[ROOM[guest, room] for room in range(4)] for guest in range(5)]
CLAUSES += [[-ROOM[a, room], -ROOM[b, room]] for room in range(4) for a, b in combinations(range(5), 2)]


def interrupted(name: str) -> str:
    with Solver(name=name, bootstrap_with=CLAUSES) as solver:
        try:
            solver.interrupt()
        except NotImplementedError as error:
            return str(error)
    return "interrupted"


def limited(name: str) -> list[object]:
    """Within one conflict, and within many."""
    found = []
    for conflicts in (1, 100_000):
        with Solver(name=name, bootstrap_with=CLAUSES) as solver:
            solver.conf_budget(conflicts)
            found.append(solver.solve_limited())
    return found


def atmost(name: str) -> object:
    with Solver(name=name) as solver:
        return solver.supports_atmost()


UNSUPPORTED = "Limited solve is currently unsupported by CaDiCaL."
print("python-sat", version("python-sat"))
seen = {name: (interrupted(name), limited(name)) for name in ("cadical153", "cadical195", "glucose42", "minisat22")}
for name, (said, answers) in seen.items():
    print(f"{name:11} interrupt(): {said!r}; solve_limited() with 1 and 100,000 conflicts: {answers}")
print("supports_atmost() of cadical195:", atmost("cadical195"))
cadical = (UNSUPPORTED, [None, False])
assert seen["cadical153"] == seen["cadical195"] == cadical, seen
assert seen["glucose42"][0] == seen["minisat22"][0] == "interrupted", seen
assert atmost("cadical195") is None
print("as described")
PY
