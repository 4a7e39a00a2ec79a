# SPDX-License-Identifier: EUPL-1.2
"""How sure the rules of a pack are: how many of each kind are verified, derived or unverified."""

from __future__ import annotations

from collections import Counter

from samvern.law.model import KINDS, RuleSet

CONFIDENCES = ("verified", "derived", "unverified")


def confidence_counts(ruleset: RuleSet) -> dict[str, dict[str, int]]:
    """By kind, how many rules are as sure as their least sure wording; steps of thought left out.

    A definition without a source is a step of thought, and says nothing of the law by itself.
    """
    counted: dict[str, Counter[str]] = {}
    for rule in ruleset.rules.values():
        if any(version.sources for version in rule.versions):
            least = max((version.confidence for version in rule.versions), key=CONFIDENCES.index)
            counted.setdefault(rule.kind, Counter())[least] += 1
    kinds = [kind for kind in KINDS if kind in counted]
    return {kind: {name: counted[kind][name] for name in CONFIDENCES} for kind in kinds}


def confidence_table(ruleset: RuleSet) -> str:
    """The same as a table of Markdown, with a row for all."""
    rows = confidence_counts(ruleset)
    total = {name: sum(row[name] for row in rows.values()) for name in CONFIDENCES}
    lines = ["| kind of rule | verified | derived | unverified |", "|---|---:|---:|---:|"]
    for kind, row in {**rows, "all": total}.items():
        lines.append(f"| {kind} | {' | '.join(_cell(row, name) for name in CONFIDENCES)} |")
    return "\n".join(lines)


def _cell(row: dict[str, int], name: str) -> str:
    return f"{row[name]} ({row[name] / sum(row.values()):.0%})"
