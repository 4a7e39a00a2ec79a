# SPDX-License-Identifier: EUPL-1.2
"""When the time a case is kept has run out."""

from __future__ import annotations

from datetime import date

from samvern.law.dates import Duration, shift
from samvern.law.model import Retention, RuleSet

GROWN_UP = Duration(18 * 12, 0, "18 years")


def rule_for(ruleset: RuleSet, case_type: str) -> Retention | None:
    """The rule that holds for a case type: the first, by order, that names it."""
    named = (rule for rule in ruleset.retention.values() if case_type in rule.cases)
    return min(named, key=lambda rule: (rule.order, rule.id), default=None)


def due_on(
    rule: Retention, *, closed: date, last_entry: date | None = None, born: date | None = None
) -> date:
    """The day the time has run out: never before the case was closed.

    ``born``: the latest day the youngest person in the case can have been born on; where the time
    runs from her eighteenth birthday and nobody knows it, it runs from the closing.
    """
    starts = {
        "closed": closed,
        "last_entry": last_entry or closed,
        "eighteenth_birthday": shift(born, GROWN_UP) if born else closed,
    }[rule.starts]
    return max(closed, shift(starts, rule.keep))
