# SPDX-License-Identifier: EUPL-1.2
"""Deadlines that move with time alone, and those whose day or cause is in doubt."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.cases.core.models import Person
from samvern.cases.deadlines.models import Deadline
from samvern.cases.deadlines.recount import recount_all_deadlines
from samvern.cases.facts.domain import save_facts
from samvern.web.jobs.service_members import acting_as_service
from support.casework import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
REFUSED = {"age": 29, "in_norway": True, "removal_case": ["asylum_refused"]}


@pytest.fixture
def desk(fresh_workspace: Workspace) -> Desk:
    return Desk(fresh_workspace)


@contextmanager
def job(desk: Desk) -> Iterator[Actor]:
    with desk.workspace.acting("kari") as actor:
        organisation = actor.organisation_id
    cast = desk.workspace.cast
    code = next(c for c, id in cast.organisations.items() if id == organisation)
    with acting_as_service(
        cast.services[code], "job:recount", ["case", "rights", "assessment"]
    ) as actor:
        yield actor


def know(desk: Desk, **answers: Any) -> None:
    with desk.workspace.acting("kari") as actor:
        save_facts(actor=actor, person=Person.objects.get(pk=desk.person), answers=answers)


def states(desk: Desk) -> dict[str, str]:
    with desk.workspace.acting("kari"):
        rows = Deadline.objects.filter(person_id=desk.person).exclude(clock="")
        return dict(rows.values_list("clock", "state"))


def test_a_clock_that_starts_on_a_coming_day_runs_from_that_day(desk: Desk) -> None:
    today = timezone.localdate()
    know(desk, age=15, in_norway=True, report_received_on=today + timedelta(days=3))
    assert "report_review" not in states(desk)
    later = today + timedelta(days=3)
    with patch("django.utils.timezone.localdate", return_value=later), job(desk) as actor:
        assert recount_all_deadlines(actor=actor) >= 1
    assert states(desk)["report_review"] == "running"


def test_counting_anew_on_the_same_day_changes_nothing(desk: Desk) -> None:
    know(desk, **REFUSED, refused_on=date(2026, 11, 20), manifestly_unfounded=False)
    with desk.workspace.superuser() as connection:
        before = connection.execute("SELECT id, version FROM cases_deadline ORDER BY id").fetchall()
        with job(desk) as actor:
            recount_all_deadlines(actor=actor)
        after = connection.execute("SELECT id, version FROM cases_deadline ORDER BY id").fetchall()
    assert before == after


def test_the_job_knows_what_others_have_assessed(desk: Desk) -> None:
    know(desk, age=29, residence="reflection_period", reflection_granted_on=date(2026, 11, 2))
    with job(desk) as actor:
        recount_all_deadlines(actor=actor)
    assert states(desk)["reflection_period"] == "running"


def test_what_decides_a_doubtful_deadline_is_named_and_asked(desk: Desk) -> None:
    know(desk, **REFUSED, refused_on=date(2026, 11, 20))
    page = desk.get("case_deadlines")
    assert "Kommer an på: Avslått som åpenbart grunnløs" in page
    with desk.workspace.acting("kari"):
        row = Deadline.objects.get(person_id=desk.person, clock="appeal_unfounded_asylum")
    answer = desk.client.get(desk.url("deadline", deadline_id=row.pk)).content.decode()
    assert desk.url("facts_step", person=True, step="removal") in answer
    know(desk, **REFUSED, refused_on=date(2026, 11, 20), manifestly_unfounded=False)
    assert "Kommer an på: Avslått som åpenbart grunnløs" not in desk.get("case_deadlines")


def test_a_missing_date_is_asked_for(desk: Desk) -> None:
    know(desk, age=29, residence="reflection_period")
    assert "Kommer an på: Refleksjonsperiode innvilget" in desk.get("case_deadlines")


def test_somebody_let_in_by_an_emergency_can_write_what_she_learns(desk: Desk) -> None:
    per, case = desk.workspace.cast.members["per"], desk.case
    with desk.workspace.superuser() as connection:
        connection.execute(
            "INSERT INTO access_glass (id, created_at, case_id, member_id, owner_organisation_id,"
            " ground, reason_sealed, expires_at, verdict) SELECT gen_random_uuid(), now(), %s, %s,"
            " organisation_id, 'life', 'x', now() + interval '1 hour', '' FROM cases_case"
            " WHERE id = %s",
            [case, per, case],
        )
    visitor = Desk(desk.workspace, "per")
    page = visitor.tell("permit", **{"reflection_granted_on.year": "2026"}, stop="1")
    assert page.status_code == 302
    answer = visitor.tell("person", residence="reflection_period", stop="1")
    assert answer.status_code == 302
    assert states(desk)["reflection_period"] == "running"
    form = {"step": "possible", "ground": "Møtt i natt", "decided_on": "2026-11-23"}
    assert visitor.post("assessment_identify", form, person=True).status_code == 302
