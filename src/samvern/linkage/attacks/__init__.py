# SPDX-License-Identifier: EUPL-1.2
"""The three known attacks on linkage files, run against what is really sent.

Each is given more than a real attacker would have: the whole plain file behind the tokens. Each
has a positive control in the tests, a protection weak enough for the attack to win.
"""

from samvern.linkage.attacks.dictionary import dictionary_attack
from samvern.linkage.attacks.frequency import frequency_attack
from samvern.linkage.attacks.graph import graph_attack

__all__ = ["dictionary_attack", "frequency_attack", "graph_attack"]
