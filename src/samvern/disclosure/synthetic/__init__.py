# SPDX-License-Identifier: EUPL-1.2
"""Differentially private synthetic micro-data."""

from samvern.disclosure.synthetic.accounting import delta_of, epsilon_of, mu_of
from samvern.disclosure.synthetic.privacy_budget import (
    BudgetEntry,
    Ledger,
    read_ledger,
    write_ledger,
)
from samvern.disclosure.synthetic.quality import Quality, quality
from samvern.disclosure.synthetic.records import Records, records_of
from samvern.disclosure.synthetic.synthesizer import Synthetic, synthesize

__all__ = [
    "BudgetEntry",
    "Ledger",
    "Quality",
    "Records",
    "Synthetic",
    "delta_of",
    "epsilon_of",
    "mu_of",
    "quality",
    "read_ledger",
    "records_of",
    "synthesize",
    "write_ledger",
]
