# SPDX-License-Identifier: EUPL-1.2
"""What a reader can work out from published tables."""

from samvern.disclosure.attack.generic import read_table
from samvern.disclosure.attack.glotip import Glotip, is_glotip, read_glotip
from samvern.disclosure.attack.puzzle import OPEN, Puzzle, puzzle_of
from samvern.disclosure.attack.releases import Compared, compare
from samvern.disclosure.attack.report import Attack, attack_sheet
from samvern.disclosure.attack.verdict import Solved, Tally, solve, tally

__all__ = [
    "OPEN",
    "Attack",
    "Compared",
    "Glotip",
    "Puzzle",
    "Solved",
    "Tally",
    "attack_sheet",
    "compare",
    "is_glotip",
    "puzzle_of",
    "read_glotip",
    "read_table",
    "solve",
    "tally",
]
