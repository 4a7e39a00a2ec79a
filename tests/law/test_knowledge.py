# SPDX-License-Identifier: EUPL-1.2
"""Over the whole Norwegian pack: more knowledge only settles, and batch, single and proof agree."""

from datetime import date
from typing import Any

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from samvern.law import BirthError, InputError, Pack, Result, Truth, load_pack
from samvern.law.batch import assess_situations
from samvern.law.evaluation import evaluate
from samvern.law.justification import bits
from samvern.law.model import LEVELS
from samvern.law.truth import Planes
from support.packs import less_known, whole_situations

NORWAY = load_pack("norway")
days = st.dates(date(2014, 1, 1), date(2027, 12, 31))
CODES = {Truth.YES: 1, Truth.NO: 0, Truth.UNKNOWN: -1}


def assessed(pack: Pack, facts: dict[str, Any], day: date, event: object = None) -> Result:
    try:
        return pack.assess(facts, asked_on=day, event_on=event)
    except InputError as error:
        assume("contradicts" not in str(error) and not isinstance(error, BirthError))
        raise


def presumed_alike(part: Result, full: Result) -> bool:
    """Whether what little knowledge left to presume is what full knowledge says.

    A definition with ``presumed`` is the one thing that an answer may turn: that is what it is for.
    """
    presumed = [id for id, rule in NORWAY.ruleset.rules.items() if rule.extra.get("presumed")]
    return all(part.value(id) in (Truth.UNKNOWN, full.value(id)) for id in presumed)


@given(st.data(), days, days)
def test_more_knowledge_never_turns_an_answer(data: Any, day: date, event: date) -> None:
    facts = data.draw(whole_situations(NORWAY.ruleset))
    vague = data.draw(less_known(NORWAY.ruleset, facts))
    full = assessed(NORWAY, facts, day, event)
    part = assessed(NORWAY, vague, day, {"max": event} if data.draw(st.booleans()) else event)
    assume(presumed_alike(part, full))
    turned = [
        id
        for id in NORWAY.ruleset.rules
        if part.value(id).known and part.value(id) is not full.value(id)
    ]
    assert turned == []
    assert LEVELS.index(part.level) <= LEVELS.index(full.level)


@given(st.data(), st.lists(days, min_size=1, max_size=8))
def test_a_batch_answers_as_one_by_one(data: Any, asked: list[date]) -> None:
    results = []
    for day in asked:
        facts = data.draw(whole_situations(NORWAY.ruleset, most=12))
        vague = data.draw(less_known(NORWAY.ruleset, facts))
        results.append(assessed(NORWAY, vague, day))
    batch = assess_situations(NORWAY, [result.situation for result in results])
    for id in NORWAY.ruleset.rules:
        assert batch.values(id).tolist() == [CODES[result.value(id)] for result in results]
    assert batch.levels().tolist() == [LEVELS.index(result.level) for result in results]
    assert sum(batch.counts("minor").values()) == len(asked)


@given(st.data(), days)
def test_the_facts_of_a_proof_alone_give_the_same_answer(data: Any, day: date) -> None:
    facts = data.draw(whole_situations(NORWAY.ruleset))
    result = assessed(NORWAY, facts, day)
    id = data.draw(st.sampled_from(sorted(NORWAY.ruleset.rules)))
    assume(result.value(id).known)
    named = {name.partition(".")[0] if name not in facts else name for name in result.why(id)}
    alone = assessed(NORWAY, {name: facts[name] for name in named if name in facts}, day)
    assert alone.value(id) is result.value(id)


def with_answers(result: Result, answers: int) -> Result:
    """The same person with leaves answered, below the level of facts."""
    program = result.program
    leaves: list[Planes] = [
        (result.certain[node], result.possible[node]) for node in program.node_of_leaf
    ]
    for place in bits(answers):
        leaves[place // 2] = (1, 1) if place % 2 == 0 else (0, 0)
    planes = evaluate(program, leaves, 1)
    return Result(result.pack, result.situation, result.dates, planes, result.spans)


@given(st.data(), days)
def test_what_would_turn_an_answer_turns_it(data: Any, day: date) -> None:
    result = assessed(NORWAY, data.draw(whole_situations(NORWAY.ruleset)), day)
    id = data.draw(st.sampled_from(sorted(NORWAY.ruleset.rules)))
    for want, value in ((True, Truth.YES), (False, Truth.NO)):
        for answers in list(result.explanation.turns(result.program.rules[id], want))[:5]:
            assert with_answers(result, answers).value(id) is value


@given(st.data(), days)
def test_an_answer_that_settles_a_question_settles_it(data: Any, day: date) -> None:
    result = assessed(NORWAY, data.draw(whole_situations(NORWAY.ruleset, most=40)), day)
    id = data.draw(st.sampled_from(sorted(NORWAY.ruleset.rules)))
    to_yes, to_no = result.explanation.settlers(result.program.rules[id])
    for answers, value in ((to_yes, Truth.YES), (to_no, Truth.NO)):
        for place in list(bits(answers))[:8]:
            assert with_answers(result, 1 << place).value(id) is value


@given(st.data(), days)
def test_an_open_answer_names_what_it_waits_for(data: Any, day: date) -> None:
    result = assessed(NORWAY, data.draw(whole_situations(NORWAY.ruleset)), day)
    for id in NORWAY.ruleset.rules:
        waits = bool(result.explanation.missing(result.program.rules[id]))
        assert waits == (result.value(id) is Truth.UNKNOWN)


@given(st.data(), days)
def test_questions_asked_next_are_open_and_best_first(data: Any, day: date) -> None:
    result = assessed(NORWAY, data.draw(whole_situations(NORWAY.ruleset)), day)
    questions = result.next_questions
    worths = [settles for _, settles in questions]
    assert worths == sorted(worths, reverse=True)
    certain = {n for n, v in result.situation.given.items() if not isinstance(v, dict)}
    assert not certain & {name for name, _ in questions}


def test_columns_of_arrays_answer_as_people_do(norway: Pack) -> None:
    from samvern.law.batch import assess_columns

    ages = np.array([10.0, 17.0, 18.0, np.nan])
    batch = assess_columns(norway, {"age": ages}, 4, asked_on=date(2026, 11, 23))
    people = [{} if np.isnan(age) else {"age": float(age)} for age in ages]
    single = [norway.assess(p, asked_on=date(2026, 11, 23)) for p in people]
    for id in norway.ruleset.rules:
        assert batch.values(id).tolist() == [CODES[result.value(id)] for result in single]
