# SPDX-License-Identifier: EUPL-1.2
"""One pass over a program: each node as Kleene's logic has it, and a change done again alone."""

from types import SimpleNamespace
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from samvern.law.evaluation import again, changed_leaves, evaluate, update
from samvern.law.program import Node, Op, cones_of, on_presumption
from samvern.law.truth import Truth
from support.logic import ANSWERS, LEAVES, PLANES, programs

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def judged(nodes: tuple[Node, ...], answers: list[Truth]) -> list[Truth]:
    """Each node in words: what is said of the ones it rests on."""
    found: list[Truth] = []
    for node in nodes:
        told = [found[arg] for arg in node.args] if node.op is not Op.LEAF else []
        found.append(_judge(node, told, answers))
    return found


def _judge(node: Node, told: list[Truth], answers: list[Truth]) -> Truth:
    turned = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}
    match node.op:
        case Op.LEAF:
            return answers[node.args[0]]
        case Op.NOT:
            return turned[told[0]]
        case Op.RULE:
            return told[0]
        case Op.YES:
            return YES
        case Op.AND:
            return NO if NO in told else UNKNOWN if UNKNOWN in told else YES
        case Op.OR:
            return YES if YES in told else UNKNOWN if UNKNOWN in told else NO
        case Op.AT_LEAST:
            if told.count(YES) >= node.k:
                return YES
            return NO if len(told) - told.count(NO) < node.k else UNKNOWN
    said, inside, outside = told
    if node.op is Op.PRESUMED and said is not UNKNOWN:
        return said
    # People who contradict themselves are refused before anything is evaluated.
    assume((said, inside) != (NO, YES) and (YES, YES) not in {(said, outside), (inside, outside)})
    if YES in (said, inside):
        return YES
    return NO if said is NO or outside is YES else UNKNOWN


@given(programs(), ANSWERS)
def test_each_node_is_what_the_logic_says(program: Any, answers: list[Truth]) -> None:
    expected = judged(program.nodes, answers)
    certain, possible = evaluate(program, [PLANES[each] for each in answers], 1)
    assert list(zip(certain, possible, strict=True)) == [PLANES[each] for each in expected]
    for node, code in zip(program.nodes, program.code, strict=True):
        if node.op not in (Op.LEAF, Op.YES):
            place = program.code.index(code)
            assert again(code, certain, possible) == (certain[place], possible[place])


@given(programs(), st.lists(ANSWERS, min_size=2, max_size=4))
def test_many_people_are_each_as_alone(program: Any, people: list[list[Truth]]) -> None:
    everyone = (1 << len(people)) - 1
    leaves = [
        (
            sum(PLANES[person[leaf]][0] << n for n, person in enumerate(people)),
            sum(PLANES[person[leaf]][1] << n for n, person in enumerate(people)),
        )
        for leaf in range(LEAVES)
    ]
    certain, possible = evaluate(program, leaves, everyone)
    for n, person in enumerate(people):
        alone = evaluate(program, [PLANES[each] for each in person], 1)
        assert ([t >> n & 1 for t in certain], [p >> n & 1 for p in possible]) == alone


@given(programs(), ANSWERS, ANSWERS)
def test_a_change_is_done_again_as_from_the_beginning(
    program: Any, before: list[Truth], after: list[Truth]
) -> None:
    certain, possible = evaluate(program, [PLANES[each] for each in before], 1)
    base: Any = SimpleNamespace(certain=certain, possible=possible)
    as_it_was = (certain.copy(), possible.copy())
    new = {leaf: PLANES[each] for leaf, each in enumerate(after)}
    changed = changed_leaves(program, base, new)
    assert changed == {n: new[n] for n in new if before[n] is not after[n]}
    assert update(program, base, changed) == evaluate(program, list(new.values()), 1)
    assert (certain, possible) == as_it_was


@given(programs())
def test_what_a_node_rests_on_is_what_rests_below_it(program: Any) -> None:
    cones, presumed = cones_of(program.nodes), on_presumption(program.nodes)
    for number, node in enumerate(program.nodes):
        below = {number} if node.op is Op.LEAF else set[int]()
        assert [number in program.users[arg] for arg in node.args if number >= LEAVES] == (
            [True] * len(node.args) if number >= LEAVES else []
        )
        for arg in node.args if node.op is not Op.LEAF else ():
            below |= {leaf for leaf in range(LEAVES) if cones[arg] >> leaf & 1}
        assert cones[number] == sum(1 << leaf for leaf in below)
        rests = node.op is not Op.LEAF and any(presumed[arg] for arg in node.args)
        assert presumed[number] is (rests or node.op is Op.PRESUMED)
