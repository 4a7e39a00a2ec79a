# SPDX-License-Identifier: EUPL-1.2
"""Receiving documents: what a file really is decides whether it may come in.

Pure: no database, no settings. What comes in is kept to the byte, as it may be evidence.
"""

from samvern.cases.intake.accepting import LARGEST, Accepted, accept
from samvern.cases.intake.errors import Reason, Refusal

__all__ = ["LARGEST", "Accepted", "Reason", "Refusal", "accept"]
