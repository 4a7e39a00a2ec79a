# SPDX-License-Identifier: EUPL-1.2
"""How long a person's rights today and in the coming 400 days take, for every example case of the
pack, and how many deadlines and reminders they lead to. Run: ``python benchmarks/rights.py``.
"""

import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from samvern.cases.clocks.counted import counted, warnings
from samvern.cases.clocks.reminders import Watch, due_now
from samvern.cases.rights.outlook import Sheet, outlook, told
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
    cases = [(Sheet(c.facts, c.asked_on, c.event_on), c.asked_on) for c in pack.book.cases]
    ahead = [timed(lambda s=s, d=d: outlook(pack, s, today=d)) for s, d in cases]  # type: ignore[misc]
    turns = [len(outlook(pack, sheet, today=day).turns) for sheet, day in cases]

    def count(sheet: Sheet, day: Any) -> Any:
        return counted(pack.assess(told(pack, sheet, day), asked_on=day, event_on=sheet.event_on))

    clocks = [timed(lambda s=s, d=d: count(s, d)) for s, d in cases]  # type: ignore[misc]
    watches = [
        Watch(clock.due_on, NOW, warnings(pack.book.rules[clock.clock]))
        for sheet, day in cases
        for clock in count(sheet, day)
        if clock.due_on
    ]
    remind = timed(lambda: [due_now(w, NOW, {}, pack.book.holidays) for w in watches])
    for name, times in (("rights in 400 days", ahead), ("deadlines", clocks)):
        late = statistics.quantiles(times, n=20)[-1]
        print(f"{name}: median {statistics.median(times):.1f} ms, 95th percentile {late:.1f} ms,")
        print(f"  longest {max(times):.1f} ms, of {len(times)} people")
    print(f"changes of a right a person: median {statistics.median(turns)}, most {max(turns)}")
    print(f"reminders: {remind / len(watches) * 1000:.0f} µs a deadline, of {len(watches)}")


if __name__ == "__main__":
    main()
