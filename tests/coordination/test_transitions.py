# SPDX-License-Identifier: EUPL-1.2
"""Code, database and documentation hold the same moves, and each has its texts."""

import pytest
from django.utils import translation

from samvern.access.workflow import JOB, RECEIVER, SENDER, StateMachine
from samvern.web.workflow_docs import PAGE, find_state_machines, write_transitions
from support.workspace import Workspace

COURSES = find_state_machines()
IDS = [course.table for course in COURSES]
CLOCKWORK = ("coordination_delivery",)
"""Courses of messages to programs: the job tries until it gives up, and people begin anew."""


def test_the_page_is_the_one_the_code_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == write_transitions(), "run ./samvern docs transitions"


@pytest.mark.database
def test_the_database_takes_the_moves_the_code_declares_and_no_other(workspace: Workspace) -> None:
    with workspace.superuser() as connection:
        there = connection.execute(
            "SELECT thing, move, start, finish, side, reasoned FROM gate.course"
        ).fetchall()
    assert sorted(there) == sorted(row for course in COURSES for row in course.rows())


@pytest.mark.database
def test_the_application_can_change_no_state_and_no_step(workspace: Workspace) -> None:
    query = """
        SELECT bool_or(has_column_privilege('samvern_app', %(thing)s, 'state', 'UPDATE')
            OR has_column_privilege('samvern_app', %(thing)s, 'state_since', 'UPDATE')
            OR has_table_privilege('samvern_app', %(steps)s, 'UPDATE')
            OR has_table_privilege('samvern_app', %(steps)s, 'DELETE'))
    """
    with workspace.superuser() as connection:
        for table in IDS:
            values = {"thing": table, "steps": f"{table}step"}
            assert connection.execute(query, values).fetchone() == (False,), table


@pytest.mark.parametrize("course", COURSES, ids=IDS)
def test_a_course_begins_leads_everywhere_and_ends_somewhere(course: StateMachine) -> None:
    assert course.first in course.states
    reached = {course.first}
    for _ in course.states:
        reached |= {m.end for m in course.transitions if reached & set(m.start)}
    assert reached == set(course.states)
    assert {side for m in course.transitions for side in m.by} <= {SENDER, RECEIVER, JOB}
    assert all(set(m.start) <= set(course.states) for m in course.transitions)


@pytest.mark.parametrize("course", COURSES, ids=IDS)
def test_nothing_waits_for_the_clock_alone(course: StateMachine) -> None:
    """Whatever can change can be changed by somebody; what nobody can move any more is an end."""
    if course.table in CLOCKWORK:
        return
    leaving = {start for each in course.transitions for start in each.start}
    by_people = {
        start
        for each in course.transitions
        if {SENDER, RECEIVER} & {*each.by}
        for start in each.start
    }
    assert leaving == by_people


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("course", COURSES, ids=IDS)
def test_every_state_move_and_reason_is_called_something_in_norwegian(
    course: StateMachine, language: str
) -> None:
    reasons = [label for move in course.transitions for label in (move.reasons or {}).values()]
    labels = [*course.states.values(), *(move.label for move in course.transitions), *reasons]
    same = {"Start", "Send", "Plan", "Test"}
    for label in labels:
        with translation.override("en"):
            english = str(label)
        with translation.override(language):
            assert str(label) != english or english in same, english
