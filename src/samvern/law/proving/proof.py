# SPDX-License-Identifier: EUPL-1.2
"""Proving a pack: every declared property and everything nobody asked for, within a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from samvern.law.model import RuleSet
from samvern.law.proving.findings import Findings, Stale, meant
from samvern.law.proving.formula import OutOfTime
from samvern.law.proving.order import Undecided
from samvern.law.proving.prover import Disagreement, Prover, why
from samvern.law.proving.verdicts import PackFinding, PropertyVerdict, Report

Progress = Callable[[int, int, str], None]


def prove(
    ruleset: RuleSet,
    *,
    only: Iterable[str] = (),
    seconds: float = 60,
    progress: Progress = lambda done, of, id: None,
) -> Report:
    """Every property of ``ruleset`` and what nobody asked for, or ``only`` some properties.

    Raises PackError where a property mixes sorts, KeyError for a property that is not there.
    """
    started = time.process_time()
    known = ruleset.declared.properties
    chosen = [known[id] for id in only] if only else list(known.values())
    prover = Prover(ruleset, chosen, seconds)
    try:
        verdicts = []
        for number, property in enumerate(chosen):
            progress(number, len(chosen), property.id)
            verdicts.append(prover.verdict(property))
        progress(len(chosen), len(chosen), "…")
        return _report(prover, verdicts, started, unasked=not only)
    finally:
        prover.search.formula.close()


def _report(
    prover: Prover, verdicts: list[PropertyVerdict], started: float, *, unasked: bool
) -> Report:
    found: list[PackFinding] = []
    stale: Stale = []
    unproved = ""
    if unasked:
        try:
            found, stale = meant(prover, Findings(prover).all())
        except (OutOfTime, Undecided, Disagreement) as error:
            unproved = why(error)
    seconds = time.process_time() - started
    return Report(tuple(verdicts), tuple(found), tuple(stale), unproved, seconds)
