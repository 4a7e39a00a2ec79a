# SPDX-License-Identifier: EUPL-1.2
"""Screening: names become initials, and numbers and addresses dots, in free text too.

What is known about the people of the case is found in every usual spelling, script and grouping;
what is not known, by its shape. Free text can still tell who somebody is, and the paper says so.
"""

from samvern.cases.paper.screening.screen import Said, Screen, initials_of, read_claims
from samvern.cases.paper.screening.spans import HIDDEN
from samvern.cases.paper.screening.telling import counted

__all__ = ["HIDDEN", "Said", "Screen", "counted", "initials_of", "read_claims"]
