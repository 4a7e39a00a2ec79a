# SPDX-License-Identifier: EUPL-1.2
"""Two people who are one but for some facts or rules: does anything else differ?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samvern.law.evaluation import again
from samvern.law.program import CompiledProgram
from samvern.law.proving.search import SituationSearch
from samvern.law.proving.situations import Nodes
from samvern.law.proving.symbolic_people import SymbolicPerson


@dataclass(frozen=True, slots=True)
class Twins:
    """A person before and after a change. ``fixed``: literals of rules whose answer is changed."""

    changed: SymbolicPerson
    before: Nodes
    after: Nodes
    fixed: Mapping[int, tuple[int, int]]


def twins(search: SituationSearch, of: Iterable[str]) -> Twins:
    """Somebody, and the same person with other answers to the facts and rules ``of``."""
    rules = [search.program.rules[id] for id in of if id in search.program.rules]
    facts = [id for id in of if id not in search.program.rules]
    changed = search.changed(facts)
    fixed = {node: (search.formula.fresh(), search.formula.fresh()) for node in rules}
    before = search.situations.nodes
    if fixed:
        before = search.situations.again({}, {node: pair[0] for node, pair in fixed.items()})
    after = search.situations.of(changed, {node: pair[1] for node, pair in fixed.items()})
    return Twins(changed, before, after, fixed)


def difference(
    search: SituationSearch, two: Twins, nodes: Sequence[int], planes: Sequence[int] = (0, 1)
) -> int:
    """The literal that is true where one of ``nodes`` is not the same before and after.

    ``planes``: 0, certainly; 1, possibly.
    """
    return search.formula.some(
        search.formula.differ(two.before[node][plane], two.after[node][plane])
        for node in nodes
        for plane in planes
    )


def forced(
    program: CompiledProgram, planes: tuple[list[int], list[int]], answers: Mapping[int, bool]
) -> tuple[list[int], list[int]]:
    """The kernel's planes of one person if some rules were answered otherwise."""
    certain, possible = planes[0].copy(), planes[1].copy()
    for node, code in enumerate(program.code):
        if node in answers:
            certain[node] = possible[node] = int(answers[node])
        elif code[1] and code[0]:
            certain[node], possible[node] = again(code, certain, possible)
    return certain, possible
