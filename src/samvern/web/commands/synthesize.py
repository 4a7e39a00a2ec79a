# SPDX-License-Identifier: EUPL-1.2
"""`samvern synthesize`: differentially private micro-data."""

# The search multiplies small matrices: threads of the linear algebra only wait for each other.
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import csv
import io
import json
import sys
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from samvern.common.csv_cells import safe_row
from samvern.disclosure import (
    BudgetEntry,
    Language,
    ProgressLine,
    Records,
    RefusedError,
    Synthetic,
    quality,
    read_ledger,
    read_sheet,
    records_of,
    say,
    synthesize,
    write_ledger,
)
from samvern.web.commands.sheets import read_told, sheet_options

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT = click.Path(dir_okay=False, writable=True, path_type=Path)
RARE = 5


class SynthesizeError(click.ClickException):
    """The release must not be made."""

    exit_code = RefusedError.exit_code


@click.command()
@click.argument("file", type=FILE)
@click.option("--epsilon", type=click.FloatRange(0, 100, min_open=True), required=True)
@click.option(
    "--delta", type=click.FloatRange(0, 1, min_open=True, max_open=True), help="Else 1 / (n ln n)."
)
@click.option("--out", type=OUT, required=True, help="Write the synthetic records here.")
@click.option("--codebook", type=FILE, help="Public values, columns column,value.")
@click.option(
    "--private-values",
    is_flag=True,
    help="Values not in the codebook are secret: release only what enough people carry.",
)
@click.option("--zeros", type=FILE, help="Impossible pairs: column1,value1,column2,value2.")
@click.option("--ledger", type=OUT, help="The budget spent over all releases.")
@click.option("--budget", type=click.FloatRange(0, min_open=True), help="Most epsilon in all.")
@click.option("--release", default="1", show_default=True, help="Its name in the ledger.")
@sheet_options
@click.option("--seed", type=click.IntRange(0), help="For tests: a known seed protects nobody.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--lang", type=click.Choice(["en", "nb", "nn"]), default="en", show_default=True)
def command(file: Path, epsilon: float, delta: float | None, out: Path, codebook: Path | None,
            private_values: bool, zeros: Path | None, ledger: Path | None, budget: float | None,
            release: str, sheet: str | None, header: int | None, seed: int | None,
            as_json: bool, lang: Language) -> None:  # fmt: skip
    """Make synthetic records like those in FILE (CSV, one row a person), privately.

    As many records as real ones. Refuses (exit code 3) where the people are too few for the loss to
    be worth it, or the ledger's budget is spent. Prints the loss beside.
    """
    progress, started = ProgressLine(sys.stderr, lang), time.perf_counter()
    real = records_of(read_told(file, sheet, header, lang))
    try:
        made = synthesize(
            real, epsilon, delta, seed, private_values or codebook is not None,
            read_sheet(codebook) if codebook else None, read_sheet(zeros) if zeros else None,
            progress,
        )  # fmt: skip
        spent = _charge(made, ledger, budget, release)
    except RefusedError as refusal:
        raise SynthesizeError(str(refusal)) from None
    progress.clear()
    _write(out, made.records)
    public = not (private_values or codebook)
    report = _report(real, made, spent, seed, public, time.perf_counter() - started)
    click.echo(json.dumps(report) if as_json else "\n".join(_text(report, real, out, public, lang)))


def _charge(made: Synthetic, path: Path | None, budget: float | None,
            release: str) -> dict[str, Any] | None:  # fmt: skip
    """Charge the ledger before anything is written."""
    if path is None:
        return None
    entry = BudgetEntry(
        release, made.epsilon, made.delta, made.mu, made.leak, len(made.records.codes)
    )
    after = read_ledger(path).charged(entry, budget)
    write_ledger(after, path)
    return {"releases": len(after.entries), "total": round(after.total_epsilon(), 4)}


def _write(path: Path, records: Records) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(safe_row(records.names, signed=True))
    writer.writerows(safe_row(row, signed=True) for row in records.texts())
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_text(out.getvalue(), "utf-8")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _report(real: Records, made: Synthetic, spent: dict[str, Any] | None, seed: int | None,
            public: bool, seconds: float) -> dict[str, Any]:  # fmt: skip
    return {
        "rows": len(made.records.codes),
        "epsilon": made.epsilon,
        "delta": made.delta,
        "mu": made.mu,
        "neighbours": "one person's whole record replaced; the number of records is an invariant",
        "public": ["number of records", *(["values of each column"] if public else []),
                   "impossible pairs"],
        "noise": {"single": made.single_noise, "pair": made.pair_noise},
        "values": {"kept": made.values_kept, "all": made.values_all if public else None},
        "withheld": made.withheld,
        "impossible_rows": made.impossible_rows,
        "loss_internal": [asdict(quality(real, made.records, k)) for k in (1, 2, 3)],
        "seeded": seed is not None,
        "ledger": spent,
        "seconds": round(seconds, 2),
    }  # fmt: skip


def _text(report: dict[str, Any], real: Records, out: Path, public: bool,
          lang: Language) -> list[str]:  # fmt: skip
    values = say(lang, "synthesize.values") if public else ""
    lines = [
        say(lang, "synthesize.made", **report),
        say(lang, "synthesize.invariants", values=values),
        *(say(lang, "synthesize.loss", **loss) for loss in report["loss_internal"]),
        say(lang, "synthesize.internal"),
    ]
    if rare := _rare(real) if public else 0:
        lines.append(say(lang, "synthesize.rare", rare=rare))
    if report["ledger"]:
        lines.append(say(lang, "synthesize.ledger", **report["ledger"]))
    return [*lines, say(lang, "written", path=out)]


def _rare(real: Records) -> int:
    """Values so few carry that their mere presence in the list could tell."""
    return sum(
        count < RARE for column in real.codes.T for count in Counter(column.tolist()).values()
    )
