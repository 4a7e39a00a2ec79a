# SPDX-License-Identifier: EUPL-1.2
"""Screening: names become initials, and numbers and addresses dots, in free text too.

What is known about the people of the case is found in every usual spelling, script and grouping;
what is not known, by its shape. Free text can still tell who somebody is, and the paper says so.
"""

from samvern.cases.printing.screening.screen import (
    OpenedClaim,
    Screen,
    describe_hidden,
    initials_of,
    read_claims,
)
from samvern.cases.printing.screening.spans import HIDDEN

__all__ = ["HIDDEN", "OpenedClaim", "Screen", "describe_hidden", "initials_of", "read_claims"]
