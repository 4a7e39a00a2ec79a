# SPDX-License-Identifier: EUPL-1.2
"""A HiGHS solver that says nothing."""

import os
import sys
from functools import cache

import highspy


def quiet_solver(presolve: bool) -> highspy.Highs:
    """One-threaded (the same answer every run) and silent."""
    _swallow_banner()
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("presolve", "on" if presolve else "off")
    return solver


@cache
def _swallow_banner() -> None:
    """HiGHS writes its banner to file descriptor 1 when the first solver is made, before any option
    can stop it; in a command whose output is JSON it has no place."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        highspy.Highs()
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
