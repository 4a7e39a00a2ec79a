# SPDX-License-Identifier: EUPL-1.2
"""All methods by name, run one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from samvern.estimation import (
    bic,
    chao,
    combined,
    graphs,
    independence,
    latent,
    stepwise,
    threshold,
)
from samvern.estimation.bca import usable_share
from samvern.estimation.diagnostics import Convergence
from samvern.estimation.poisson import Floats
from samvern.estimation.result import (
    Cause,
    Estimate,
    ResultReason,
    answered,
    pair_at_fault,
    refused,
)
from samvern.estimation.table import CaptureTable

BOOTSTRAPS = 1000
SEED = 1234
USABLE = 0.9


@dataclass(frozen=True)
class Options:
    """Number of resamples, seed, whether a mere prior may answer (for `--check`), and progress."""

    bootstraps: int = BOOTSTRAPS
    seed: int = SEED
    prior_only: bool = False
    progress: Callable[[float], None] | None = None


def run(table: CaptureTable, method: str, options: Options | None = None) -> Estimate:
    """One method on one table, timed. Never raises for sparse data: it refuses with a reason."""
    options = options or Options()
    begun = time.perf_counter()
    result = _run(table, method, options)
    return replace(result, seconds=time.perf_counter() - begun)


def run_all(
    table: CaptureTable, methods: Sequence[str], options: Options | None = None
) -> Iterator[Estimate]:
    """The methods in order, each as soon as it is done."""
    for method in methods:
        yield run(table, method, options)


def _run(table: CaptureTable, method: str, options: Options) -> Estimate:
    if table.lists < 2:
        return refused(
            method, ResultReason(Cause.TOO_FEW_LISTS, {"least": 2, "lists": table.lists})
        )
    if not table.recaptured and not (options.prior_only and method == "combined"):
        return refused(method, _no_overlap(table))
    return METHODS[method](table, options)


def _no_overlap(table: CaptureTable) -> ResultReason:
    first, second = pair_at_fault(table) or (table.names[0], table.names[1])
    return ResultReason(Cause.NO_OVERLAP, {"first": first, "second": second})


def _no_model(table: CaptureTable, method: str) -> Estimate:
    """Say what is wrong: a list that holds everybody, or else the two lists that share nobody."""
    for i, name in enumerate(table.names):
        if table.overlap(i) == table.observed:
            return refused(method, ResultReason(Cause.WHOLE_LIST, {"first": name}))
    pair = pair_at_fault(table)
    if pair is None:
        return refused(method, ResultReason(Cause.NOT_FINITE))
    return refused(method, ResultReason(Cause.NO_MODEL, {"first": pair[0], "second": pair[1]}))


def _thin(replicates: Floats) -> ResultReason | None:
    share = usable_share(replicates)
    return (
        None
        if share >= USABLE
        else ResultReason(Cause.FEW_RESAMPLES, {"percent": round(100 * share)})
    )


def _unmet(convergence: Convergence) -> ResultReason | None:
    if convergence.converged:
        return None
    values = {"r_hat": round(convergence.r_hat, 2), "effective": round(convergence.effective)}
    return ResultReason(Cause.NOT_CONVERGED, {**values})


def _stepwise(table: CaptureTable, options: Options) -> Estimate:
    found = stepwise.estimate(table, options.bootstraps, options.seed)
    if found is None:
        return _no_model(table, "stepwise")
    model = ", ".join(table.pair_name(mask) for mask in found.pairs)
    reason = _thin(found.replicates)
    return answered("stepwise", found.estimate, found.bounds, table, reason, model)


def _bic(table: CaptureTable, options: Options) -> Estimate:
    if table.lists > bic.MAX_LISTS:
        values = {"most": bic.MAX_LISTS, "lists": table.lists}
        return refused("bic", ResultReason(Cause.TOO_MANY_LISTS, {**values}))
    found = bic.estimate(table, options.bootstraps, options.seed, progress=options.progress)
    if found is None:
        return _no_model(table, "bic")
    reason = _thin(found.replicates)
    return answered("bic", found.estimate, found.bounds, table, reason, found.model)


def _graphs(table: CaptureTable, options: Options) -> Estimate:
    if table.lists < 3:
        return refused(
            "graphs", ResultReason(Cause.TOO_FEW_LISTS, {"least": 3, "lists": table.lists})
        )
    if table.lists > graphs.MAX_LISTS:
        values = {"most": graphs.MAX_LISTS, "lists": table.lists}
        return refused("graphs", ResultReason(Cause.TOO_MANY_LISTS, {**values}))
    found = graphs.estimate(table)
    felt = found.capped > graphs.CAPPED
    reason = ResultReason(Cause.UNBOUNDED, {"ratio": graphs.MAX_RATIO}) if felt else None
    return answered("graphs", found.estimate, found.bounds, table, reason)


def _threshold(table: CaptureTable, options: Options) -> Estimate:
    found = threshold.estimate(table, options.seed)
    model = ", ".join(table.pair_name(mask) for mask in found.kept)
    reason = _unmet(found.convergence)
    return answered("threshold", found.estimate, found.bounds, table, reason, model)


def _latent(table: CaptureTable, options: Options) -> Estimate:
    if table.lists < 3:
        return refused(
            "latent", ResultReason(Cause.TOO_FEW_LISTS, {"least": 3, "lists": table.lists})
        )
    found = latent.estimate(table, options.seed, options.progress)
    return answered("latent", found.estimate, found.bounds, table, _unmet(found.convergence))


def _independence(table: CaptureTable, options: Options) -> Estimate:
    found = independence.estimate(table)
    if found is None:
        return _no_model(table, "independence")
    return answered("independence", found.estimate, found.bounds, table)


def _chao(table: CaptureTable, options: Options) -> Estimate:
    found = chao.estimate(table)
    if found is None:
        return _no_model(table, "chao")
    return answered("chao", found.estimate, found.bounds, table)


def _combined(table: CaptureTable, options: Options) -> Estimate:
    found = combined.estimate(table, options.seed)
    reason = _unmet(found.convergence)
    if not table.recaptured:
        reason = ResultReason(Cause.PRIOR_ONLY)
    result = answered("combined", found.estimate, found.bounds, table, reason)
    return replace(result, identified=bool(table.recaptured))


METHODS: dict[str, Callable[[CaptureTable, Options], Estimate]] = {
    "combined": _combined,
    "stepwise": _stepwise,
    "bic": _bic,
    "graphs": _graphs,
    "threshold": _threshold,
    "latent": _latent,
    "independence": _independence,
    "chao": _chao,
}
"""In the order they are shown: ours, the methods that choose or average models, the yardsticks."""
