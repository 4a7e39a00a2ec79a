# SPDX-License-Identifier: EUPL-1.2
"""Synthetic records beside pac-synth (and MST's published figures), in one run where installed.

Usage: python benchmarks/disclosure_synthetic.py [EPSILON ...]; pac-synth is run where it can be
imported (`pip install pac-synth==0.0.8 pandas`), MST's and PrivBayes's figures are those given in
../shared/disclosure.md (dpmm 0.1.9). Processor seconds.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time
from pathlib import Path

from samvern.disclosure import Records, quality, read_sheet, records_of, synthesize
from samvern.disclosure.reading import TableSheet
from samvern.disclosure.synthetic.accounting import usual_delta

DATA = Path(__file__).parents[2] / "shared/data/synthetic"


def row(name: str, real: Records, made: Records, seconds: float) -> None:
    single, pair = quality(real, made, 1), quality(real, made, 2)
    print(
        f"| {name} | {seconds:.1f} | {len(made.codes)} | {single.error:.2f} | {pair.error:.2f} "
        f"| {pair.suppressed:.1%} | {pair.fabricated:.1%} | {pair.near:.1%} |",
        flush=True,
    )


def pac_synth(real: Records, epsilon: float) -> Records | None:
    """pac-synth's aggregate-seeded synthesiser, reporting length 3, as CTDC uses it."""
    try:
        from pacsynth import (
            Dataset,
            DpAggregateSeededParametersBuilder,
            DpAggregateSeededSynthesizer,
        )
    except ImportError:
        return None
    delta = usual_delta(len(real.codes))
    parameters = (
        DpAggregateSeededParametersBuilder()
        .reporting_length(3)
        .epsilon(epsilon)
        .delta(delta)
        .build()
    )
    maker = DpAggregateSeededSynthesizer(parameters)
    maker.fit(Dataset([list(real.names), *real.texts()]))
    header, *rows = maker.sample()
    return records_of(TableSheet("pac-synth", tuple(header), [list(r) for r in rows]))


def main(epsilons: list[float]) -> None:
    for people in (2_000, 20_000):
        real = records_of(read_sheet(DATA / f"ctdc_like_{people}.csv"))
        for epsilon in epsilons:
            print(f"\n{people} people, epsilon {epsilon:g}\n")
            print("| method | s | rows | error k=1 | error k=2 | suppressed | fabricated | near |")
            print("|---|---:|---:|---:|---:|---:|---:|---:|")
            for seed in range(3):
                begun = time.process_time()
                made = synthesize(real, epsilon, seed=seed)
                row(f"samvern, seed {seed}", real, made.records, time.process_time() - begun)
            begun = time.process_time()
            secret = synthesize(real, epsilon, seed=0, private_values=True)
            row("samvern, secret values", real, secret.records, time.process_time() - begun)
            begun = time.process_time()
            if (theirs := pac_synth(real, epsilon)) is not None:
                row("pac-synth 0.0.8", real, theirs, time.process_time() - begun)


if __name__ == "__main__":
    main([float(text) for text in sys.argv[1:]] or [4.0, 12.0])
