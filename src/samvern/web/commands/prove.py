# SPDX-License-Identifier: EUPL-1.2
"""``samvern pack prove``: does what a pack promises hold for everybody?"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from samvern.law import Pack, PackError
from samvern.law.model import RuleSet
from samvern.law.proving.labels import about, answers, named, person, phrase, sentence
from samvern.law.proving.markdown_page import proof_page
from samvern.law.proving.proof import prove
from samvern.law.proving.verdicts import CounterExample, PropertyVerdict, Report
from samvern.law.situation import canonical

SECONDS = 60.0
"""How long a proof may compute."""


def run(pack: Pack, only: tuple[str, ...], seconds: float) -> Report:
    """The search, with its progress on a terminal; its problems one a line and exit code 2."""
    unknown = [id for id in only if id not in pack.ruleset.declared.properties]
    if unknown:
        raise click.UsageError(f"{unknown[0]} is not a property of {pack.id}")
    try:
        return prove(pack.ruleset, only=only, seconds=seconds, progress=_progress)
    except PackError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        sys.exit(2)
    finally:
        _progress(0, 0, "")


def _progress(done: int, of: int, id: str) -> None:
    if sys.stderr.isatty():
        line = f"{done} of {of}: {id}" if of else ""
        click.echo(f"\r{line[:78]:<78}\r{line[:78]}", err=True, nl=False)


def write(ruleset: RuleSet, report: Report, file: Path) -> None:
    """The page that says what is proved, or its marked part; only when all of it is."""
    if not report.well:
        click.echo(f"{file} is not written: not all of it holds.", err=True)
        return
    written = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(proof_page(ruleset, file.as_posix(), written), encoding="utf-8")
    click.echo(file.as_posix())


def tell(ruleset: RuleSet, report: Report, lang: str) -> None:
    """The report: what does not hold, in full; what holds, counted."""
    for verdict in report.verdicts:
        if not verdict.holds:
            click.echo("\n".join(_lines(ruleset, verdict, lang)))
    for finding in report.unmeant:
        click.echo(f"{phrase(finding.kind, lang)}: {named(ruleset, finding, lang)}")
    for meant, id in report.stale:
        click.echo(f"{meant.file}:{meant.line}: {id} is no longer {meant.finding}; take it out")
    if report.unproved:
        click.echo(f"{phrase('unproved', lang)}: {phrase(report.unproved, lang)}")
    click.echo(totals(ruleset, report))


def _lines(ruleset: RuleSet, verdict: PropertyVerdict, lang: str) -> list[str]:
    property = verdict.promise
    lines = [f"{property.id}: {sentence(property, lang)}"]
    if verdict.unproved:
        lines.append(f"  {phrase('unproved', lang)}: {phrase(verdict.unproved, lang)}")
    for counter in verdict.counters:
        lines += [f"  {line}" for line in _counter(ruleset, verdict, counter, lang)]
    return lines


def _counter(
    ruleset: RuleSet, verdict: PropertyVerdict, counter: CounterExample, lang: str
) -> list[str]:
    lines = [f"{phrase('broken', lang)}: {about(counter, verdict.promise, lang)}"]
    if counter.someone is None:
        return lines
    known = bool(counter.someone.facts)
    lines.append("  " + phrase("somebody" if known else "anybody", lang))
    lines += [f"    {line}" for line in person(ruleset, counter.someone, lang)]
    if counter.other:
        lines.append("  " + phrase("changed", lang))
        lines += [f"    {line}" for line in person(ruleset, counter.other, lang)]
    return lines + [f"  → {line}" for line in answers(ruleset, counter.rules, lang)]


def totals(ruleset: RuleSet, report: Report) -> str:
    """The last line."""
    claims = sum(verdict.claims for verdict in report.verdicts)
    holding = sum(verdict.holds for verdict in report.verdicts)
    parts = [f"{holding} of {len(report.verdicts)} properties hold for everybody ({claims} claims)"]
    parts += [f"{len(report.broken)} do not hold"] if report.broken else []
    parts += [f"{len(report.open)} are not proved"] if report.open else []
    parts += [f"{len(report.unmeant)} findings without a reason"] if report.unmeant else []
    parts += [f"{len(report.stale)} reasons without a finding"] if report.stale else []
    return f"{ruleset.id}: {', '.join(parts)}; {report.seconds:.0f} s."


def as_json(ruleset: RuleSet, report: Report, lang: str) -> str:
    """The report for programs."""
    found = {
        "pack": {"id": ruleset.id, "version": ruleset.version, "hash": ruleset.hash},
        "well": report.well,
        "properties": [_verdict(ruleset, verdict, lang) for verdict in report.verdicts],
        "findings": [
            {"finding": f.kind, "id": f.id, "on_purpose": f.meant is not None}
            for f in report.findings
        ],
        "seconds": round(report.seconds, 1),
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _verdict(ruleset: RuleSet, verdict: PropertyVerdict, lang: str) -> dict[str, Any]:
    state = "holds" if verdict.holds else "unproved" if verdict.unproved else "broken"
    return {
        "id": verdict.promise.id,
        "name": sentence(verdict.promise, lang),
        "state": state,
        "claims": verdict.claims,
        "counter_examples": [
            {
                "claim": counter.claim,
                "about": about(counter, verdict.promise, lang),
                "situation": _situation(counter.someone),
                "changed": _situation(counter.other),
                "rules": {id: value.split("|") for id, value in counter.rules.items()},
            }
            for counter in verdict.counters
        ],
        "why": verdict.unproved,
    }


def _situation(someone: Any) -> dict[str, Any] | None:
    if someone is None:
        return None
    dates = {"asked_on": someone.asked_on.isoformat(), "event_on": canonical(someone.event_on)}
    return {"facts": canonical(someone.facts), **dates}
