# SPDX-License-Identifier: EUPL-1.2
"""What a report holds, in order, whatever it is printed on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samvern.common.plots import IntervalBar, interval_bars
from samvern.estimation import text
from samvern.estimation.messages import Messages
from samvern.estimation.result import Estimate
from samvern.estimation.study import Study


@dataclass(frozen=True)
class ReportSection:
    """A heading, its sentences, a plot as SVG with its one-sentence finding, and its table."""

    heading: str
    sentences: tuple[str, ...] = ()
    finding: str = ""
    svg: str = ""
    rows: tuple[text.Row, ...] = ()


def sections(study: Study, words: Messages) -> Iterator[ReportSection]:
    """All sections of the study."""
    notes = tuple(text.warnings(study, words))
    if notes:
        yield ReportSection(words("sections.warnings"), notes)
    yield _methods(study, words)
    if study.missed:
        yield _shifts(study, words, "missed", "missed")
    if study.dropped:
        yield _shifts(study, words, "dropped", "list")
    described = text.strata_rows(study, words)
    for parts, (covariate, sentence, rows) in zip(study.breakdowns, described, strict=True):
        bars = [bar for s in parts.strata if (bar := _bar(s.label, s.result))]
        title = words("plot.strata", covariate=covariate)
        heading = words("sections.strata", covariate=covariate)
        finding = _finding([s.result for s in parts.strata], study, words)
        svg = interval_bars(title, finding, bars, None, words.persons)
        yield ReportSection(heading, (sentence,), finding, svg, tuple(rows))
    assumes = (
        f"{words.method(r.method)}: {words(f'methods.{r.method}.assumes')}" for r in study.results
    )
    yield ReportSection(words("sections.assumes"), tuple(assumes))
    yield ReportSection(words("sections.definition"), (words("definition"),))


def _methods(study: Study, words: Messages) -> ReportSection:
    bars = [bar for r in study.results if (bar := _bar(words.method(r.method), r))]
    finding = _finding(study.results, study, words)
    seen = (words("plot.seen"), float(study.lists.table.observed))
    svg = interval_bars(words("plot.title"), finding, bars, seen, words.persons)
    rows = tuple(text.method_rows(study.results, words))
    return ReportSection(words("sections.methods"), (), finding, svg, rows)


def _shifts(study: Study, words: Messages, kind: str, column: str) -> ReportSection:
    shifts = study.missed if kind == "missed" else study.dropped
    bars = [bar for s in shifts if (bar := _bar(s.label, s.result))]
    if study.base and (own := _bar("0 %" if kind == "missed" else words("plot.all"), study.base)):
        bars.insert(0, own)
    finding = _finding([s.result for s in shifts], study, words)
    svg = interval_bars(words(f"plot.{kind}"), finding, bars, None, words.persons)
    rows = tuple(text.shift_rows(shifts, column, words))
    return ReportSection(words(f"sections.{kind}"), (words(f"{kind}_text"),), finding, svg, rows)


def _bar(label: str, result: Estimate) -> IntervalBar | None:
    if result.estimate is None or not (result.interval80 and result.interval95):
        return None
    return IntervalBar(label, result.estimate, result.interval80, result.interval95)


def _finding(results: list[Estimate], study: Study, words: Messages) -> str:
    points = [r.estimate for r in results if r.estimate is not None]
    seen = words.persons(study.lists.table.observed)
    if not points:
        return words("plot.finding_none", seen=seen)
    low, high = words.persons(min(points)), words.persons(max(points))
    if low == high:
        return words("plot.finding_one", estimate=low, seen=seen)
    return words("plot.finding", low=low, high=high, seen=seen)
