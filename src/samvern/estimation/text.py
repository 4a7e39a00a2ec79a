# SPDX-License-Identifier: EUPL-1.2
"""A study as plain text and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from samvern.estimation.consistency import PUBLISHED_MINIMUM, ConsistencyProblem, score
from samvern.estimation.messages import Messages
from samvern.estimation.result import Estimate
from samvern.estimation.sensitivity import SensitivityShift
from samvern.estimation.study import Study

Row = tuple[str, ...]


def to_json(result: Estimate, words: Messages) -> dict[str, object]:
    """The contract of `--json`: one object a method."""
    return {
        "method": result.method,
        "estimate": result.estimate,
        "interval80": result.interval80,
        "interval95": result.interval95,
        "identified": result.identified,
        "reason": words.reason(result.reason) or None,
        "seconds": round(result.seconds, 3),
    }


def headline(study: Study, words: Messages) -> str:
    """The first figure in one sentence, or why there is none."""
    result = study.base or study.results[0]
    name = words.method(result.method)
    if result.estimate is None or not (result.interval80 and result.interval95):
        return words("headline_refused", method=name, reason=words.reason(result.reason))
    return words(
        "headline",
        method=name,
        estimate=words.persons(result.estimate),
        hidden=words.persons(result.estimate - study.lists.table.observed),
        low80=words.persons(result.interval80[0]),
        high80=words.persons(result.interval80[1]),
        low95=words.persons(result.interval95[0]),
        high95=words.persons(result.interval95[1]),
    )


def seen(study: Study, words: Messages) -> str:
    """How many persons and lists, and how many linkages."""
    table = study.lists.table
    text = words(
        "seen",
        source=study.source,
        observed=words.persons(table.observed),
        lists=table.lists,
        recaptured=words.persons(table.recaptured),
    )
    count = len(study.lists.samples)
    return text + (" " + words("seen_samples", count=count) if count > 1 else "")


def warnings(study: Study, words: Messages) -> list[str]:
    """What must be read before any figure is used."""
    texts = []
    if study.extremes:
        low, high = study.extremes
        factor = words.number((high.estimate or 0.0) / (low.estimate or 1.0), 1)
        ends = {"low": _end(low, words), "high": _end(high, words)}
        texts.append(words("warnings.disagree", factor=factor, **ends))
    if study.empty_pairs:
        pairs = ", ".join(f"{a}–{b}" for a, b in study.empty_pairs)
        texts.append(words("warnings.empty", pairs=pairs))
    return texts


def _end(result: Estimate, words: Messages) -> str:
    low, high = result.interval95 or (0.0, 0.0)
    return words(
        "disagree_end",
        estimate=words.persons(result.estimate or 0.0),
        method=words.method(result.method),
        low95=words.persons(low),
        high95=words.persons(high),
    )


def method_rows(results: Sequence[Estimate], words: Messages) -> list[Row]:
    """Header and one row a method."""
    keys = ("method", "estimate", "interval80", "interval95", "note")
    rows = [tuple(words(f"columns.{key}") for key in keys)]
    for result in results:
        rows.append((words.method(result.method), *_figures(result, words), _note(result, words)))
    return rows


def _figures(result: Estimate, words: Messages) -> Row:
    if result.estimate is None or not (result.interval80 and result.interval95):
        return (words("none"), "–", "–")
    figures = (words.interval(result.interval80), words.interval(result.interval95))
    return (words.persons(result.estimate), *figures)


def _note(result: Estimate, words: Messages) -> str:
    return words.reason(result.reason)


def shift_rows(shifts: Sequence[SensitivityShift], kind: str, words: Messages) -> list[Row]:
    """Header and one row a changed table; `kind` is the column naming the change."""
    keys = (kind, "estimate", "interval80", "interval95", "ratio")
    rows = [tuple(words(f"columns.{key}") for key in keys)]
    for shift in shifts:
        change = words.percent(shift.ratio) if shift.ratio else _note(shift.result, words)
        rows.append((shift.label, *_figures(shift.result, words), change))
    return rows


def strata_rows(study: Study, words: Messages) -> Iterator[tuple[str, str, list[Row]]]:
    """Per covariate: its name, the sentence on the scaling, and the table."""
    keys = ("stratum", "observed", "estimate", "interval80", "interval95")
    for parts in study.breakdowns:
        rows = [tuple(words(f"columns.{key}") for key in keys)]
        for part in parts.strata:
            rows.append((part.label, words.persons(part.observed), *_figures(part.result, words)))
        yield (
            words(f"covariates.{parts.covariate}"),
            words("strata_text", factor=words.number(parts.factor)),
            rows,
        )


def table_text(rows: Sequence[Row]) -> str:
    """Rows in columns; a last column of prose is left as it is."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [value.ljust(width) for value, width in zip(row, widths, strict=True)]
        lines.append("  " + "  ".join(cells).rstrip())
    return "\n".join(lines)


def render(study: Study, words: Messages) -> str:
    """The whole study as text."""
    parts = [seen(study, words), headline(study, words)]
    notes = warnings(study, words)
    if notes:
        parts.append(words("sections.warnings") + "\n" + "\n".join(_wrap(t) for t in notes))
    parts.append(words("sections.methods") + "\n" + table_text(method_rows(study.results, words)))
    parts.extend(_sensitivity(study, words))
    for covariate, sentence, rows in strata_rows(study, words):
        heading = words("sections.strata", covariate=covariate)
        parts.append(f"{heading}\n{_wrap(sentence)}\n{table_text(rows)}")
    assumes = [
        _wrap(f"{words.method(r.method)}: {words(f'methods.{r.method}.assumes')}")
        for r in study.results
    ]
    parts.append(words("sections.assumes") + "\n" + "\n".join(assumes))
    parts.append(words("sections.definition") + "\n" + _wrap(words("definition")))
    return "\n\n".join(parts)


def _sensitivity(study: Study, words: Messages) -> Iterator[str]:
    if study.missed:
        rows = table_text(shift_rows(study.missed, "missed", words))
        yield f"{words('sections.missed')}\n{_wrap(words('missed_text'))}\n{rows}"
    if study.dropped:
        rows = table_text(shift_rows(study.dropped, "list", words))
        yield f"{words('sections.dropped')}\n{_wrap(words('dropped_text'))}\n{rows}"
    if study.one_person:
        low, high = (words.percent(ratio) for ratio in study.one_person)
        yield _wrap(words("one_person", low=low, high=high))


def _wrap(text: str) -> str:
    return textwrap.fill(text, 100, initial_indent="  ", subsequent_indent="  ")


def check_rows(problems: Sequence[ConsistencyProblem], words: Messages) -> list[Row]:
    """Header and one row a problem of the test with known truth."""
    keys = (
        "source",
        "members",
        "observed",
        "truth",
        "estimate",
        "interval95",
        "error",
        "covered",
        "note",
    )
    rows = [tuple(words(f"columns.{key}") for key in keys)]
    for p in problems:
        estimate, _, bounds = _figures(p.result, words)
        error = "–" if p.log_error is None else words.number(p.log_error)
        covered = "–" if p.covered is None else words("yes_word" if p.covered else "no_word")
        counts = (words.persons(p.observed), words.persons(p.truth))
        rows.append(
            (p.source, p.name, *counts, estimate, bounds, error, covered, _note(p.result, words))
        )
    return rows


def check_summary(
    method: str, problems: Sequence[ConsistencyProblem], words: Messages
) -> list[str]:
    """The score over all problems, and over those as large as in the published test."""
    large = [p for p in problems if p.observed >= PUBLISHED_MINIMUM]
    lines = []
    for key, indent, chosen in (("check_score", "", problems), ("check_large", "  ", large)):
        found = score(chosen)
        if found:
            lines.append(
                indent
                + words(
                    key,
                    method=words.method(method),
                    minimum=PUBLISHED_MINIMUM,
                    rmse=words.number(found.rmse),
                    mean=words.number(found.mean),
                    coverage=words.number(found.coverage),
                    answered=found.answered,
                    problems=found.problems,
                )
            )
    return lines
