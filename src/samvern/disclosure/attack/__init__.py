# SPDX-License-Identifier: EUPL-1.2
"""What a reader can work out from published tables."""

from samvern.disclosure.attack.assumptions import Rounding
from samvern.disclosure.attack.glotip import Glotip, is_glotip, read_glotip
from samvern.disclosure.attack.puzzle import OPEN, Puzzle, puzzle_of
from samvern.disclosure.attack.releases import ComparedReleases, compare
from samvern.disclosure.attack.report import AttackResult, ReadingOptions, attack_sheet
from samvern.disclosure.attack.signs import HOUSES
from samvern.disclosure.attack.verdict import Solved, Tally, solve, tally

__all__ = [
    "HOUSES",
    "OPEN",
    "AttackResult",
    "ComparedReleases",
    "Glotip",
    "Puzzle",
    "ReadingOptions",
    "Rounding",
    "Solved",
    "Tally",
    "attack_sheet",
    "compare",
    "is_glotip",
    "puzzle_of",
    "read_glotip",
    "solve",
    "tally",
]
