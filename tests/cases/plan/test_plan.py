# SPDX-License-Identifier: EUPL-1.2
"""The plan: goals, actions, risk and tasks, as those on a case use them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.utils import timezone

from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.notices.models import Notice
from samvern.cases.plan.models import Action, Goal
from samvern.cases.risks.models import Risk
from samvern.cases.tasks.models import Task
from samvern.cases.team.domain import add_team_member
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
TODAY = timezone.localdate()
SOON = TODAY + timedelta(days=14)


@pytest.fixture
def kari(workspace: Workspace) -> Desk:
    return Desk(workspace, "kari")


@pytest.fixture
def case(workspace: Workspace) -> UUID:
    """A case of Kari's own with nothing in it."""
    with workspace.acting("kari") as actor:
        return open_case(actor=actor).pk


def person_of(kari: Desk, case: UUID) -> str:
    with kari.workspace.acting("kari"):
        return str(Person.objects.get(case_id=case).pk)


def new(kari: Desk, case: UUID, model: Any) -> Any:
    with kari.workspace.acting("kari"):
        return model.objects.filter(case_id=case).latest("created_at")


def goal_in(kari: Desk, case: UUID, text: str = "Et trygt sted å bo") -> Goal:
    answer = kari.send("goal_new", {"person_id": person_of(kari, case), "text": text}, case_id=case)
    assert answer.status_code == 302
    found: Goal = new(kari, case, Goal)
    return found


def test_a_goal_and_its_action_stand_in_the_plan(kari: Desk, case: UUID) -> None:
    goal = goal_in(kari, case)
    mine = str(kari.workspace.cast.members["kari"])
    data = {"text": "Ringe krisesenteret", "owner_id": mine, "due_on": SOON.isoformat()}
    assert kari.send("action_new", data, case_id=case, goal_id=goal.pk).status_code == 302
    page = kari.read("plan", case_id=case)
    assert [text in page for text in ("Et trygt sted å bo", "Ringe krisesenteret")] == [True, True]


def test_what_is_written_lies_sealed_in_the_database(kari: Desk, case: UUID) -> None:
    goal = goal_in(kari, case, "Hemmeligheten Xyzzy")
    with kari.workspace.superuser() as connection:
        query = "SELECT text_sealed FROM cases_goal WHERE id = %s"
        sealed = connection.execute(query, [goal.pk]).fetchone()
    assert sealed is not None and b"Xyzzy" not in bytes(sealed[0])


def test_each_write_leaves_a_line(kari: Desk, case: UUID) -> None:
    goal = goal_in(kari, case)
    with kari.workspace.superuser() as connection:
        query = "SELECT act FROM audit.line WHERE case_id = %s AND object_id = %s"
        assert connection.execute(query, [case, goal.pk]).fetchall() == [("goal.add",)]


def test_a_goal_is_reached(kari: Desk, case: UUID) -> None:
    goal = goal_in(kari, case)
    data = {"text": "Et trygt sted å bo", "state": "reached", "version": "1"}
    assert kari.send("goal", data, case_id=case, goal_id=goal.pk).status_code == 302
    changed = new(kari, case, Goal)
    assert (changed.state, changed.version) == ("reached", 2)


def test_two_who_change_the_same_goal_choose_what_stands(kari: Desk, case: UUID) -> None:
    goal = goal_in(kari, case)
    first = {"text": "Kari sin tekst", "state": "open", "version": "1"}
    kari.send("goal", first, case_id=case, goal_id=goal.pk)
    second = kari.send(
        "goal", {"text": "En annen tekst", "state": "open", "version": "1"}, case_id=case,
        goal_id=goal.pk,
    )  # fmt: skip
    page = second.content.decode()
    assert second.status_code == 409
    assert [text in page for text in ("Kari sin tekst", "En annen tekst")] == [True, True]


def test_an_action_is_done_and_not_done_after_all(kari: Desk, case: UUID) -> None:
    goal = goal_in(kari, case)
    mine = str(kari.workspace.cast.members["kari"])
    kari.send("action_new", {"text": "Ringe", "owner_id": mine}, case_id=case, goal_id=goal.pk)
    action = new(kari, case, Action)
    kari.send("action_done", case_id=case, action_id=action.pk)
    done = new(kari, case, Action).done_at
    kari.send("action_done", {"undo": "1"}, case_id=case, action_id=action.pk)
    assert (done is not None, new(kari, case, Action).done_at) == (True, None)


def test_a_new_judgement_of_the_risk_leaves_the_former_as_it_was(kari: Desk, case: UUID) -> None:
    person = person_of(kari, case)
    for level, plan in (("acute", "Flytte i kveld"), ("low", "Ringe hver uke")):
        data = {
            "person_id": person, "level": level, "threats": "En bror leter", "plan": plan,
            "review_on": SOON.isoformat(),
        }  # fmt: skip
        assert kari.send("risk_new", data, case_id=case).status_code == 302
    with kari.workspace.acting("kari"):
        levels = list(Risk.objects.filter(case_id=case).values_list("level", flat=True))
    page = kari.read("plan", case_id=case)
    assert levels == ["low", "acute"]
    assert page.index("Ringe hver uke") < page.index("Flytte i kveld")


def test_the_database_itself_lets_nobody_change_a_judgement(kari: Desk, case: UUID) -> None:
    with (
        kari.workspace.connect() as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("UPDATE cases_risk SET level = 'low'")


def test_the_next_look_at_the_risk_lies_ahead(kari: Desk, case: UUID) -> None:
    yesterday = TODAY - timedelta(days=1)
    data = {
        "person_id": person_of(kari, case), "level": "low", "threats": "Ingen", "plan": "Ingen",
        "review_on": yesterday.isoformat(),
    }  # fmt: skip
    answer = kari.send("risk_new", data, case_id=case)
    assert answer.status_code == 400
    with kari.workspace.acting("kari"):
        assert not Risk.objects.filter(case_id=case).exists()


def give(kari: Desk, case: UUID, text: str, owner: UUID, due: date | None = None) -> Any:
    data = {"text": text, "owner_id": str(owner), "due_on": due.isoformat() if due else ""}
    return kari.send("task_new", data, case_id=case)


def test_a_task_stands_in_ones_own_list_until_it_is_done(kari: Desk, case: UUID) -> None:
    give(kari, case, "Bestille tolk", kari.workspace.cast.members["kari"], TODAY)
    assert "Bestille tolk" in kari.read("tasks")
    task = new(kari, case, Task)
    kari.send("task_done", {"from": "tasks"}, case_id=case, task_id=task.pk)
    assert "Bestille tolk" not in kari.read("tasks")


def test_two_who_change_the_same_task_or_action_choose_what_stands(kari: Desk, case: UUID) -> None:
    mine = kari.workspace.cast.members["kari"]
    goal, written = goal_in(kari, case), {"text": "Ringe", "owner_id": str(mine)}
    kari.send("action_new", written, case_id=case, goal_id=goal.pk)
    give(kari, case, "Ringe", mine)
    action, task = new(kari, case, Action).pk, new(kari, case, Task).pk
    for page, where in (("action", {"action_id": action}), ("task", {"task_id": task})):
        first, second = (
            kari.send(page, {**written, "text": text, "version": "1"}, case_id=case, **where)
            for text in ("Ringe kl. 9", "Ringe kl. 10")
        )
        assert (first.status_code, second.status_code) == (302, 409)
        shown = second.content.decode()
        assert [text in shown for text in ("Ringe kl. 9", "Ringe kl. 10")] == [True, True]


def test_a_task_goes_only_to_somebody_on_the_case(kari: Desk, case: UUID) -> None:
    jonas = kari.workspace.cast.members["jonas"]
    assert give(kari, case, "Ikke hans sak", jonas).status_code == 400
    with kari.workspace.acting("kari"):
        assert not Task.objects.filter(case_id=case).exists()


def test_somebody_given_a_task_is_told(kari: Desk, case: UUID) -> None:
    jonas = kari.workspace.cast.members["jonas"]
    with kari.workspace.acting("kari") as actor:
        add_team_member(actor=actor, case=Case.objects.get(pk=case), member_id=jonas)
    assert give(kari, case, "Følge til legen", jonas).status_code == 302
    task = new(kari, case, Task)
    with kari.workspace.acting("jonas"):
        told = Notice.objects.filter(kind="task-given", case_id=case)
        assert [row.key for row in told] == [f"task-given:{task.pk}:1"]
    assert "Følge til legen" in Desk(kari.workspace, "jonas").read("tasks")


@pytest.mark.parametrize("page", ["plan", "goal_new", "risk_new", "task_new"])
def test_a_stranger_meets_the_same_as_for_no_case(kari: Desk, case: UUID, page: str) -> None:
    per = Desk(kari.workspace, "per")
    none = UUID("11111111-1111-4111-8111-111111111111")
    asked = [(per.see(page, case_id=each), each) for each in (case, none)]
    assert [answer.status_code for answer, _ in asked] == [404, 404]
    pages = [answer.content.replace(str(each).encode(), b"") for answer, each in asked]
    assert pages[0] == pages[1]


def test_nothing_is_planned_in_a_closed_case(kari: Desk) -> None:
    closed = kari.workspace.cast.cases["closed"]
    assert kari.send("goal_new", {"text": "For sent"}, case_id=closed).status_code == 409
    assert kari.see("plan", case_id=closed).status_code == 200


def test_the_pages_are_written_in_all_three_languages(workspace: Workspace, case: UUID) -> None:
    headings = {
        language: Desk(workspace, "kari", language).read("plan", case_id=case).count("<h2")
        for language in ("nb", "nn", "en")
    }
    assert len(set(headings.values())) == 1
