# SPDX-License-Identifier: EUPL-1.2
"""The budget ledger: what all releases about the same people cost together.

A person stays in the register from year to year, so releases compose: mu**2 adds up (Dong, Roth &
Su 2022, corollary 3.3), and the price of all of them is one epsilon at the summed delta.
"""

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path

from samvern.disclosure.errors import RefusedError, TableError
from samvern.disclosure.synthetic.accounting import epsilon_of


@dataclass(frozen=True)
class BudgetEntry:
    """One release: its name, what was asked for, and the Gaussian and threshold cost it had."""

    release: str
    epsilon: float
    delta: float
    mu: float
    leak: float
    persons: int


@dataclass(frozen=True)
class Ledger:
    """All releases so far."""

    entries: tuple[BudgetEntry, ...] = ()

    def total_epsilon(self) -> float:
        """Epsilon of everything released, at the sum of the deltas."""
        if not self.entries:
            return 0.0
        mu = math.sqrt(sum(entry.mu**2 for entry in self.entries))
        delta = sum(entry.delta - entry.leak for entry in self.entries)
        return epsilon_of(mu, min(delta, 0.5))

    def charged(self, entry: BudgetEntry, budget: float | None) -> "Ledger":
        """The ledger with one more release; RefusedError if that passes the budget."""
        if any(entry.release == earlier.release for earlier in self.entries):
            raise RefusedError(
                f"ledger: the release '{entry.release}' is already charged. Publish the file made "
                "then, or name this release otherwise: it costs budget again."
            )
        after = Ledger((*self.entries, entry))
        if budget is not None and after.total_epsilon() > budget + 1e-9:
            raise RefusedError(
                f"ledger: with this release the people in the register would have spent epsilon "
                f"{after.total_epsilon():.2f} of {budget:g}. Lower --epsilon or do not release."
            )
        return after


def read_ledger(path: Path) -> Ledger:
    """The ledger in a file; an empty one where there is no file. TableError if it is damaged."""
    if not path.exists():
        return Ledger()
    try:
        return Ledger(tuple(BudgetEntry(**entry) for entry in json.loads(path.read_text("utf-8"))))
    except (ValueError, TypeError) as problem:
        raise TableError(f"{path}: is not a budget ledger ({str(problem)[:80]}).") from None


def write_ledger(ledger: Ledger, path: Path) -> None:
    """Write by replacing, so that an interrupted run leaves the old ledger whole."""
    beside = path.with_name(path.name + ".new")
    beside.write_text(json.dumps([asdict(e) for e in ledger.entries], indent=1) + "\n", "utf-8")
    beside.replace(path)
