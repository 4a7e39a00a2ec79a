# SPDX-License-Identifier: EUPL-1.2
"""The law kernel: packs of law as data, evaluated in three-valued logic for a given day.

No clock, no network, no framework. See docs/pack-format.md.
"""

from samvern.law.births import BirthError
from samvern.law.clocks import ClockTimes
from samvern.law.errors import InputError, PackError, PackProblem
from samvern.law.pack import Pack, load_pack
from samvern.law.result import Result
from samvern.law.truth import Truth

__all__ = [
    "BirthError", "ClockTimes", "InputError", "Pack", "PackError", "PackProblem", "Result", "Truth",
    "load_pack",
]  # fmt: skip
