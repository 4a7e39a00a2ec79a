# SPDX-License-Identifier: EUPL-1.2
"""How many people are on none of the lists: multiple systems estimation.

Agencies' lists of presumed victims overlap; the overlaps say how many are on no list at all. The
room reads such lists, estimates by eight methods, says what each assumes and when none can answer.

    lists = read_lists([Path("lists.csv")])
    for result in estimate(lists.table):
        print(result.method, result.estimate, result.interval95, result.reason)

Pure NumPy and SciPy; no other room is imported. Every module names the paper and the equation it
follows. `docs/figures/estimation.md` is the statistician's chapter.
"""

from samvern.estimation.api import check_consistency, estimate
from samvern.estimation.consistency import ConsistencyProblem, Score, score
from samvern.estimation.errors import ListFileError
from samvern.estimation.messages import LANGUAGES
from samvern.estimation.methods import METHODS, Options
from samvern.estimation.reading import ListFile, read_lists
from samvern.estimation.result import Cause, Estimate, ResultReason
from samvern.estimation.study import Study
from samvern.estimation.table import CaptureTable

__all__ = [
    "LANGUAGES",
    "METHODS",
    "CaptureTable",
    "Cause",
    "ConsistencyProblem",
    "Estimate",
    "ListFile",
    "ListFileError",
    "Options",
    "ResultReason",
    "Score",
    "Study",
    "check_consistency",
    "estimate",
    "read_lists",
    "score",
]
