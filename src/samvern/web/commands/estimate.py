# SPDX-License-Identifier: EUPL-1.2
"""`samvern estimate`: the hidden population from overlapping lists."""

# Small matrices in great number: threads of the linear algebra only wait for each other.
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from samvern.estimation import LANGUAGES, METHODS, Options, Study, read_lists
from samvern.estimation.consistency import ConsistencyProblem, problems
from samvern.estimation.errors import ListFileError
from samvern.estimation.messages import Messages, load
from samvern.estimation.report import write_report
from samvern.estimation.study import estimate_all, probe
from samvern.estimation.text import check_rows, check_summary, render, table_text, to_json

INTERRUPTED = 130
CHECKED = ("combined", "stepwise", "bic", "graphs", "threshold", "independence", "chao")


class Progress:
    """One line on standard error for work that takes time, with the time left."""

    def __init__(self) -> None:
        self._label, self._begun, self._shown = "", 0.0, 0.0

    def start(self, label: str) -> None:
        """A new piece of work."""
        self._label, self._begun, self._shown = label, time.monotonic(), time.monotonic()

    def __call__(self, share: float) -> None:
        """`share` of it is done; shown at most every half second, every ten to a file."""
        now = time.monotonic()
        terminal = sys.stderr.isatty()
        if now - self._shown < (0.5 if terminal else 10.0) or share <= 0:
            return
        self._shown = now
        left = (now - self._begun) * (1 - share) / share
        text = f"{self._label}: {share:.0%}, about {left:.0f} s left"
        click.echo(f"\r{text}\033[K" if terminal else text, err=True, nl=not terminal)

    def clear(self) -> None:
        """Take the line away."""
        if sys.stderr.isatty():
            click.echo("\r\033[K", err=True, nl=False)


def _report_path(_: click.Context, __: click.Parameter, value: Path | None) -> Path | None:
    if value and value.suffix.lower() not in (".html", ".pdf"):
        raise click.BadParameter(f"{value.name!r} must end in .html or .pdf")
    return value


@click.command()
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--method", type=click.Choice(list(METHODS)), help="One method; else all.")
@click.option("--bootstraps", type=click.IntRange(20, 100_000), default=1000, show_default=True)
@click.option("--seed", type=click.IntRange(0), default=1234, show_default=True)
@click.option("--check", is_flag=True, help="Test with known truth: each list's own members.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a method.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    callback=_report_path,
    help="Write a page with plots, OUT.html or OUT.pdf.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
def command(
    files: tuple[Path, ...],
    method: str | None,
    bootstraps: int,
    seed: int,
    check: bool,
    as_json: bool,
    report: Path | None,
    lang: str,
) -> None:
    """Estimate how many people are on none of several overlapping lists.

    FILE is a CSV: one 0/1 column a list with a column `count`, or one row a person, or pairs
    `id,list`. Columns sex, age, form and year give estimates by group. Several FILEs (or a column
    `sample`) are plausible linkages of the same lists, and are pooled; with --check they are
    separate sets of lists.

    \b
      samvern estimate lists.csv
      samvern estimate lists.csv --method stepwise --json
      samvern estimate lists.csv --report hidden.pdf --lang nb
      samvern estimate uk.csv western.csv --check
    """
    words, progress = load(lang), Progress()
    options = Options(bootstraps, seed, progress=progress)
    if check and report:
        raise click.UsageError("--report shows the estimate and cannot be given with --check")
    if check:
        _check(files, (method,) if method else CHECKED, options, words, as_json)
        return
    study = Study(", ".join(path.name for path in files), read_lists(files))
    whole = not as_json or report is not None
    finished = _run(study, (method,) if method else tuple(METHODS), options, words, whole)
    if study.results:
        _show(study, words, as_json, report)
    if not finished:
        sys.exit(INTERRUPTED)


def _run(
    study: Study, methods: tuple[str, ...], options: Options, words: Messages, whole: bool
) -> bool:
    """Run what was asked for; on Ctrl-C keep what is done and say so. Was it all done?"""
    progress = _progress(options)
    try:
        progress.start(words.method(methods[0]))
        for done, _ in enumerate(estimate_all(study, methods, options), 1):
            progress.start(words.method(methods[done]) if done < len(methods) else "")
        steps = len(_probe_steps(study)) if whole else 0
        progress.start(words("sections.missed"))
        for done, _ in enumerate(probe(study, options) if whole else (), 1):
            progress(min(1.0, done / steps))
    except KeyboardInterrupt:
        progress.clear()
        counts = {"done": len(study.results), "all": len(methods)}
        click.echo(words("warnings.interrupted", **counts), err=True)
        return False
    progress.clear()
    return True


def _progress(options: Options) -> Progress:
    return options.progress if isinstance(options.progress, Progress) else Progress()


def _probe_steps(study: Study) -> range:
    return range(4 + study.lists.table.lists + len(study.lists.strata))


def _show(study: Study, words: Messages, as_json: bool, report: Path | None) -> None:
    if report:
        write_report(study, words, report)
    if as_json:
        found = [to_json(result, words) for result in study.results]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo(render(study, words))


def _check(
    files: tuple[Path, ...],
    methods: tuple[str, ...],
    options: Options,
    words: Messages,
    as_json: bool,
) -> None:
    tables = [(path.stem, read_lists([path]).table) for path in files]
    if not any(table.lists > 2 for _, table in tables):
        raise ListFileError(files[0].name, "--check needs three lists or more")
    found: dict[str, list[ConsistencyProblem]] = {}
    emit: Callable[[], None] = lambda: _show_check(found, words, as_json)  # noqa: E731
    progress = _progress(options)
    total = sum(table.lists for _, table in tables if table.lists > 2)
    try:
        for method in methods:
            progress.start(words.method(method))
            done = found.setdefault(method, [])
            for problem in problems(tables, method, options):
                done.append(problem)
                progress(len(done) / total)
    except KeyboardInterrupt:
        progress.clear()
        emit()
        sys.exit(INTERRUPTED)
    progress.clear()
    emit()


def _show_check(found: dict[str, list[ConsistencyProblem]], words: Messages, as_json: bool) -> None:
    if as_json:
        rows = [
            {
                "source": p.source,
                "list": p.name,
                "observed": p.observed,
                "truth": p.truth,
                "log_error": p.log_error,
                "covered": p.covered,
                **to_json(p.result, words),
            }
            for ps in found.values()
            for p in ps
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    click.echo(words("sections.check") + "\n" + words("check_text"))
    for method, ps in found.items():
        if len(found) == 1 or method == "combined":
            click.echo("\n" + words.method(method) + "\n" + table_text(check_rows(ps, words)))
    click.echo()
    for method, ps in found.items():
        click.echo("\n".join(check_summary(method, ps, words)))
