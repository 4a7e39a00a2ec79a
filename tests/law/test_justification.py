# SPDX-License-Identifier: EUPL-1.2
"""Proofs, gaps and settling answers, against what evaluating again says; what to ask next."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.law.evaluation import evaluate
from samvern.law.justification import Justification, bits, together
from samvern.law.program import Node, Op, code_of, cones_of
from samvern.law.question_ranking import QuestionRanking
from samvern.law.truth import Truth
from support.logic import ANSWERS, LEAVES, PLANES, programs

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
NODES = (
    *(Node(Op.LEAF, (n,)) for n in range(LEAVES)),
    Node(Op.AND, (0, 1)), Node(Op.OR, (2, 3)), Node(Op.AND, (0, 4)), Node(Op.OR, (0, 1)),
)  # fmt: skip
PLAIN = (Op.LEAF, Op.NOT, Op.AND, Op.OR, Op.RULE, Op.YES)


def justification(program: Any, answers: list[Truth], **options: Any) -> Justification:
    """Of one person's answers."""
    program.leaves, program.cones = range(LEAVES), cones_of(program.nodes)
    certain, possible = evaluate(program, [PLANES[each] for each in answers], 1)
    return Justification(program, certain, possible, **options)


def contradicts(found: Justification) -> bool:
    """Whether something is certain and impossible, which is refused before it comes here."""
    return any(t > p for t, p in zip(found.certain, found.possible, strict=True))


def every_node(program: Any) -> range:
    return range(len(program.nodes))


@given(programs(), ANSWERS)
def test_the_proof_alone_makes_the_answer_and_rests_on_nothing_else(
    program: Any, answers: list[Truth]
) -> None:
    found = justification(program, answers)
    if contradicts(found):
        return
    for node in every_node(program):
        leaves, rules = found.proof(node)
        told = [each if leaves >> n & 1 else UNKNOWN for n, each in enumerate(answers)]
        assert leaves & ~program.cones[node] == 0
        if found.truth(node) is UNKNOWN:
            assert (leaves, rules) == (0, 0)
        else:
            assert UNKNOWN not in [answers[n] for n in bits(leaves)]
            assert justification(program, told).truth(node) is found.truth(node)
        if program.nodes[node].op is Op.RULE and found.truth(node) is not UNKNOWN:
            assert rules >> program.nodes[node].k & 1


@given(programs(), ANSWERS, ANSWERS)
def test_whoever_answers_what_is_missing_settles_the_node(
    program: Any, answers: list[Truth], more: list[Truth]
) -> None:
    found = justification(program, answers)
    for node in every_node(program):
        missing = found.missing(node)
        assert (missing == 0) is (found.truth(node) is not UNKNOWN) or contradicts(found)
        assert {answers[n] for n in bits(missing)} <= {UNKNOWN}
        assert missing & ~program.cones[node] == 0
        said = [YES if more[n] is UNKNOWN else more[n] for n in range(LEAVES)]
        told = [said[n] if missing >> n & 1 else each for n, each in enumerate(answers)]
        after = justification(program, told)
        assert contradicts(after) or after.truth(node) is not UNKNOWN


@given(programs(), ANSWERS)
def test_a_settling_answer_settles_and_in_plain_logic_none_is_left_out(
    program: Any, answers: list[Truth]
) -> None:
    found = justification(program, answers)
    if contradicts(found):
        return
    for node in every_node(program):
        to_yes, to_no = found.settlers(node)
        below = {program.nodes[n].op for n in _below(program, node)}
        open_ = found.truth(node) is UNKNOWN
        for leaf in [n for n in range(LEAVES) if answers[n] is UNKNOWN]:
            for bit, said in ((2 * leaf, YES), (2 * leaf + 1, NO)):
                after = justification(program, [*answers[:leaf], said, *answers[leaf + 1 :]])
                settled = {name for name, set_ in ((YES, to_yes), (NO, to_no)) if set_ >> bit & 1}
                if settled and not contradicts(after):
                    assert settled == {after.truth(node)}
                if below <= {*PLAIN} and open_ and after.truth(node) is not UNKNOWN:
                    assert settled == {after.truth(node)}
        if not open_:
            assert (to_yes, to_no) == (0, 0)


def _below(program: Any, node: int) -> set[int]:
    args = () if program.nodes[node].op is Op.LEAF else program.nodes[node].args
    return {node}.union(*(_below(program, arg) for arg in args))


@given(programs(), ANSWERS, ANSWERS)
def test_what_holds_of_another_is_used_only_where_nothing_below_differs(
    program: Any, before: list[Truth], after: list[Truth]
) -> None:
    changed = together(n for n in range(LEAVES) if before[n] is not after[n])
    base = justification(program, before)
    found = justification(program, after, base=base, changed=changed)
    alone = justification(program, after)
    for node in every_node(program):
        assert found.proof(node) == alone.proof(node)
        assert found.missing(node) == alone.missing(node)
        assert found.settlers(node) == alone.settlers(node)


def some(k: int, answers: str) -> tuple[Justification, int]:
    """At least k of the leaves, whose answers are signs: + - ?"""
    nodes = (*NODES[:LEAVES], Node(Op.AT_LEAST, tuple(range(LEAVES)), k))
    program = SimpleNamespace(nodes=nodes, code=code_of(nodes))
    said = {"+": YES, "-": NO, "?": UNKNOWN}
    return justification(program, [said[each] for each in answers]), LEAVES


@pytest.mark.parametrize(
    ("k", "answers", "to_yes", "to_no"),
    [
        (1, "----?", {4}, {4}), (1, "---??", {3, 4}, set()), (2, "+--??", {3, 4}, set()),
        (2, "---??", set(), {3, 4}), (2, "--???", set(), set()), (3, "++---", set(), set()),
        (3, "++--?", {4}, {4}), (3, "+--??", set(), {3, 4}),
    ],
)  # fmt: skip
def test_one_answer_is_enough_where_one_more_or_one_less_decides(
    k: int, answers: str, to_yes: set[int], to_no: set[int]
) -> None:
    found, node = some(k, answers)
    yes, no = found.settlers(node)
    assert (yes, no) == (together(2 * n for n in to_yes), together(2 * n + 1 for n in to_no))


@given(st.sets(st.integers(0, 300)))
def test_bits_and_numbers(places: set[int]) -> None:
    assert list(bits(together(places))) == sorted(places)


FACTS = [("a",), ("b",), ("c",), ("a", "d"), ("e",)]
RULES = [("right", 5), ("duty", 6), ("level", 7), ("clock", 8), ("offence", 4)]


def ask(answers: list[Truth], **options: Any) -> list[tuple[str, int]]:
    program = SimpleNamespace(nodes=NODES, code=code_of(NODES))
    return QuestionRanking(FACTS, RULES).ranked(justification(program, answers), **options)


def test_what_settles_most_is_asked_first_then_what_most_wait_for() -> None:
    # A level is worth 32, a right and a duty 4, an offence 2, for each answer that settles it. A no
    # to leaf 0 settles the right and the level; a no to leaf 4 the level, and either answer the
    # offence. Of what is asked about in two places the better one counts.
    assert ask([UNKNOWN] * LEAVES) == [("e", 36), ("a", 36), ("d", 4), ("c", 4), ("b", 4)]


def test_what_settles_nothing_alone_comes_after_by_how_many_wait_for_it() -> None:
    nodes = (*NODES[:5], Node(Op.AT_LEAST, (0, 1, 2, 3), 2), Node(Op.AT_LEAST, (1, 2, 3, 4), 2))
    program = SimpleNamespace(nodes=nodes, code=code_of(nodes))
    asking = QuestionRanking([("a",), ("b",), ("c",), ("d",), ("e",)], [("right", 5), ("duty", 6)])
    assert asking.ranked(justification(program, [UNKNOWN] * LEAVES)) == [
        ("d", 0), ("c", 0), ("b", 0), ("e", 0), ("a", 0),
    ]  # fmt: skip


def test_what_is_settled_or_answered_is_asked_no_more() -> None:
    answers = [NO, UNKNOWN, YES, UNKNOWN, UNKNOWN]
    assert ask(answers) == [("e", 4)]
    assert ask([UNKNOWN] * LEAVES, answered={"a", "e"}.__contains__) == [
        ("d", 4), ("c", 4), ("b", 4),
    ]  # fmt: skip
    assert ask([NO] * LEAVES) == []
    program = SimpleNamespace(nodes=NODES, code=code_of(NODES))
    assert QuestionRanking([], RULES).ranked(justification(program, [UNKNOWN] * LEAVES)) == []
