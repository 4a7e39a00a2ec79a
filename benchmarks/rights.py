# SPDX-License-Identifier: EUPL-1.2
"""How long a person's rights today and in the coming 400 days take, for every example case of the
pack, and how many deadlines and reminders they lead to. Run: ``python benchmarks/rights.py``.
"""

import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from samvern.cases.deadlines.counting import count_deadlines, warning_periods
from samvern.cases.deadlines.reminder_schedule import WatchedDeadline, reminders_due
from samvern.cases.facts.evaluation import PersonFacts, facts_on_day
from samvern.cases.rights.forecast import forecast_rights
from samvern.law import load_pack

ROUNDS = 5
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def timed(act: Callable[[], Any]) -> float:
    """Milliseconds, the best of a few rounds: what others do on the machine is not measured."""
    best = float("inf")
    for _round in range(ROUNDS):
        start = time.perf_counter()
        act()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def main() -> None:
    """Print a table."""
    pack = load_pack("norway")
    cases = [(PersonFacts(c.facts, c.asked_on, c.event_on), c.asked_on) for c in pack.ruleset.cases]
    ahead = [timed(lambda s=s, d=d: forecast_rights(pack, s, today=d)) for s, d in cases]  # type: ignore[misc]
    turns = [len(forecast_rights(pack, sheet, today=day).turns) for sheet, day in cases]

    def count(sheet: PersonFacts, day: Any) -> Any:
        return count_deadlines(
            pack.assess(facts_on_day(pack, sheet, day), asked_on=day, event_on=sheet.event_on)
        )

    clocks = [timed(lambda s=s, d=d: count(s, d)) for s, d in cases]  # type: ignore[misc]
    watches = [
        WatchedDeadline(clock.due_on, NOW, warning_periods(pack.ruleset.rules[clock.clock]))
        for sheet, day in cases
        for clock in count(sheet, day)
        if clock.due_on
    ]
    remind = timed(lambda: [reminders_due(w, NOW, {}, pack.ruleset.holidays) for w in watches])
    for name, times in (("rights in 400 days", ahead), ("deadlines", clocks)):
        late = statistics.quantiles(times, n=20)[-1]
        print(f"{name}: median {statistics.median(times):.1f} ms, 95th percentile {late:.1f} ms,")
        print(f"  longest {max(times):.1f} ms, of {len(times)} people")
    print(f"changes of a right a person: median {statistics.median(turns)}, most {max(turns)}")
    print(f"reminders: {remind / len(watches) * 1000:.0f} µs a deadline, of {len(watches)}")


if __name__ == "__main__":
    main()
