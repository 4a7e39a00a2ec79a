#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# python-sat: what nothing is said of is false in one solver's model and true in another's.
#
# Guess: a variable that no clause names is left out of the model, or has the same default whichever solver is chosen.
# What happens: once a larger number was mentioned (here by an assumption alone), the model holds every number up to it,
#   and MiniSat makes the unmentioned ones false where CaDiCaL makes them true. Nothing in the model tells them from
#   what was settled.
# Version: python-sat 1.9.dev24, November 2026.
# Why it matters: a counter-example read off a model becomes a person of whom nothing, or everything, is known. The
#   smallest one must be asked for, by assumptions or minimising, before it is shown to anybody.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q --disable-pip-version-check install python-sat==1.9.dev24
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from pysat.solvers import Solver


def model(name: str) -> list[int]:
    with Solver(name=name, bootstrap_with=[[1]]) as solver:
        assert solver.solve(assumptions=[7])
        return solver.get_model()


print("python-sat", version("python-sat"))
seen = {name: model(name) for name in ("minisat22", "glucose42", "cadical153", "cadical195")}
for name, found in seen.items():
    print(f"{name:11} clause [1], assuming 7: {found}")
assert seen["minisat22"] == [1, -2, -3, -4, -5, -6, 7], seen
assert seen["cadical153"] == [1, 2, 3, 4, 5, 6, 7], seen
print("as described")
PY
