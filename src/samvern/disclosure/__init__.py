# SPDX-License-Identifier: EUPL-1.2
"""Tables and micro-data that give nobody away.

`protect` rounds or suppresses tables and attacks them before handing over; `attack_sheet` reads a
published table and says what a reader can work out; `synthesize` makes differentially private
micro-data. Errors: `TableError` for input that cannot be read, `RefusedError` for a release that
must not be made. The same seed gives the same table.
"""

from samvern.disclosure.attack import (
    HOUSES,
    AttackResult,
    ReadingOptions,
    Rounding,
    Tally,
    attack_sheet,
)
from samvern.disclosure.audit import Audit
from samvern.disclosure.cells import Cells, cells_of
from samvern.disclosure.errors import RefusedError, TableError
from samvern.disclosure.grid import lists_of
from samvern.disclosure.messages import Language, say
from samvern.disclosure.progress import ProgressLine
from samvern.disclosure.protect import Protected, ProtectionOptions, protect
from samvern.disclosure.reading import TableSheet, read_sheet
from samvern.disclosure.rounding import Loss, Rounded, round_table
from samvern.disclosure.suppression import Rules, Suppressed, needs, suppress
from samvern.disclosure.synthetic import (
    BudgetEntry,
    Ledger,
    Quality,
    Records,
    Synthetic,
    quality,
    read_ledger,
    records_of,
    synthesize,
    write_ledger,
)
from samvern.disclosure.totals import said_of

__all__ = [
    "HOUSES",
    "AttackResult",
    "Audit",
    "BudgetEntry",
    "Cells",
    "Language",
    "Ledger",
    "Loss",
    "ProgressLine",
    "Protected",
    "ProtectionOptions",
    "Quality",
    "ReadingOptions",
    "Records",
    "RefusedError",
    "Rounded",
    "Rounding",
    "Rules",
    "Suppressed",
    "Synthetic",
    "TableError",
    "TableSheet",
    "Tally",
    "attack_sheet",
    "cells_of",
    "lists_of",
    "needs",
    "protect",
    "quality",
    "read_ledger",
    "read_sheet",
    "records_of",
    "round_table",
    "said_of",
    "say",
    "suppress",
    "synthesize",
    "write_ledger",
]
