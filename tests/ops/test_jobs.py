# SPDX-License-Identifier: EUPL-1.2
"""Jobs: as whom they act, what they may reach, and that none is lost or done for nothing."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from procrastinate.contrib.django import app

from samvern.access.actor import Actor
from samvern.access.categories import Category
from samvern.access.unit_of_work import log_act
from samvern.web.database import Server
from samvern.web.jobs import schedule
from samvern.web.jobs.schedule import SCHEDULE, ScheduledJob
from samvern.web.jobs.service_members import acting_as_service, list_service_members
from samvern.web.jobs.tasks import revive, start_round
from samvern.web.jobs.views import JOB_LABELS
from support.cli import Run
from support.job_worker import work_until_done

pytestmark = pytest.mark.database

SEEN: list[tuple[Actor, set[str]]] = []
BROKEN: list[bool] = []
OPENED = "SELECT c FROM unnest(%s::text[]) c WHERE gate.opens(c)"
DIED = """
    WITH dead AS (INSERT INTO procrastinate_workers (last_heartbeat)
        VALUES (now() - interval '1 hour') RETURNING id)
    UPDATE procrastinate_jobs SET status = 'doing', worker_id = dead.id FROM dead
"""
NewOrganisation = Callable[[str], UUID]
ROUND = ScheduledJob(
    "try", "0 0 1 1 *", f"{__name__}:look_around", (Category.CASE, Category.RIGHTS)
)


def look_around(*, actor: Actor) -> None:
    """A round that remembers as whom it acted and which categories opened."""
    if BROKEN:
        raise RuntimeError("broken on purpose")
    with connection.cursor() as cursor:
        cursor.execute(OPENED, [[each.value for each in Category]])
        SEEN.append((actor, {category for (category,) in cursor.fetchall()}))
    log_act("try.round")


@pytest.fixture(autouse=True)
def round_of_our_own(monkeypatch: pytest.MonkeyPatch, installed: Server) -> None:
    SEEN.clear()
    BROKEN.clear()
    monkeypatch.setitem(schedule.JOB_BY_NAME, ROUND.name, ROUND)
    monkeypatch.setattr(app.periodic_registry, "periodic_tasks", {})


def queue(superuser: psycopg.Connection[Any]) -> list[Any]:
    query = "SELECT task_name, args, status::text FROM procrastinate_jobs ORDER BY id"
    return superuser.execute(query).fetchall()


def test_a_round_acts_once_for_each_organisation_as_its_service(
    organisation: NewOrganisation,
) -> None:
    made = {organisation("Kommunen"), organisation("Krisesenteret")}
    assert start_round(ROUND) == 2
    work_until_done()
    assert {(actor.organisation_id, actor.role) for actor, _ in SEEN} == {
        (each, "service") for each in made
    }
    assert len(SEEN) == 2


def test_a_round_reaches_the_categories_it_named_and_no_other(
    organisation: NewOrganisation,
) -> None:
    organisation("Kommunen")
    start_round(ROUND)
    work_until_done()
    assert [opened for _, opened in SEEN] == [{"case", "rights"}]


def test_what_a_round_did_stands_in_the_chain_of_its_organisation(
    organisation: NewOrganisation, superuser: psycopg.Connection[Any]
) -> None:
    chain = organisation("Kommunen")
    start_round(ROUND)
    work_until_done()
    query = "SELECT role, act, outcome FROM audit.line WHERE chain = %s"
    assert superuser.execute(query, [chain]).fetchall() == [("service", "try.round", "done")]


def test_the_queue_holds_ids_and_the_name_of_the_round(
    organisation: NewOrganisation, superuser: psycopg.Connection[Any]
) -> None:
    organisation("Kommunen")
    start_round(ROUND)
    (service,) = list_service_members()
    assert queue(superuser) == [("serve", {"round": "try", "service": str(service)}, "todo")]


def test_a_round_that_waits_is_not_queued_twice(organisation: NewOrganisation) -> None:
    organisation("Kommunen")
    assert [start_round(ROUND), start_round(ROUND)] == [1, 0]


def test_the_session_of_a_round_ends_with_it(
    organisation: NewOrganisation, superuser: psycopg.Connection[Any]
) -> None:
    organisation("Kommunen")
    start_round(ROUND)
    work_until_done()
    left = "SELECT count(*) FROM gate.session WHERE purpose = 'job:try'"
    assert (len(SEEN), superuser.execute(left).fetchone()) == (1, (0,))


def test_an_organisation_closed_down_is_served_no_more(
    organisation: NewOrganisation, superuser: psycopg.Connection[Any]
) -> None:
    closed = organisation("Kommunen")
    start_round(ROUND)
    superuser.execute("UPDATE access_organisation SET active = false WHERE id = %s", [closed])
    work_until_done()
    assert (SEEN, queue(superuser)[0][2]) == ([], "failed")


def test_without_the_gates_key_nobody_is_served(
    organisation: NewOrganisation, settings: Any
) -> None:
    organisation("Kommunen")
    (service,) = list_service_members()
    settings(GATE_KEY=b"k" * 32)
    with (
        pytest.raises(PermissionError, match="the gate refused"),
        acting_as_service(service, "job:try", []),
    ):
        pass


def test_each_organisation_keeps_one_service(organisation: NewOrganisation) -> None:
    organisation("Kommunen")
    first = list_service_members()
    organisation("Krisesenteret")
    second = list_service_members()
    assert (len(first), len(second), list_service_members()) == (1, 2, second)
    assert set(first) < set(second)


def test_a_failed_job_is_listed_and_tried_again(organisation: NewOrganisation, run: Run) -> None:
    organisation("Kommunen")
    start_round(ROUND)
    BROKEN.append(True)
    work_until_done()
    listed = run("jobs")
    (service,) = list_service_members()
    number, _, _, *words = listed.out.splitlines()[0].split()
    assert (listed.code, words) == (1, ["serve", "try", str(service), "1", "tries"])
    BROKEN.clear()
    assert run("jobs", "--retry", number).out == f"{number}  queued\n"
    work_until_done()
    assert len(SEEN) == 1
    assert run("jobs").out.startswith("0 failed, 0 waiting")


def test_a_failed_job_is_not_tried_again_where_the_same_waits(
    organisation: NewOrganisation, run: Run
) -> None:
    organisation("Kommunen")
    start_round(ROUND)
    BROKEN.append(True)
    work_until_done()
    start_round(ROUND)
    number = run("jobs").out.split()[0]
    assert run("jobs", "--retry-all").out == f"{number}  the same is waiting already\n"


def test_a_job_that_did_not_fail_cannot_be_tried_again(run: Run) -> None:
    done = run("jobs", "--retry", "123456")
    assert (done.code, "123456 is not a job that failed" in done.err) == (2, True)


def test_what_a_worker_was_doing_when_it_died_is_done_by_the_next(
    organisation: NewOrganisation, superuser: psycopg.Connection[Any]
) -> None:
    organisation("Kommunen")
    start_round(ROUND)
    superuser.execute(DIED)
    work_until_done()
    assert SEEN == []
    revive.defer(timestamp=0)
    work_until_done()
    work_until_done()
    assert (len(SEEN), queue(superuser)) == (1, [])


def test_a_dead_workers_job_gives_way_to_the_same_that_waits(
    organisation: NewOrganisation, superuser: psycopg.Connection[Any]
) -> None:
    organisation("Kommunen")
    start_round(ROUND)
    superuser.execute(DIED)
    start_round(ROUND)
    revive.defer(timestamp=0)
    work_until_done()
    work_until_done()
    assert (len(SEEN), queue(superuser)) == (1, [])


def test_the_clock_begins_these(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert {name for name, _ in app.periodic_registry.periodic_tasks} == {
        *(f"start:{each.name}" for each in SCHEDULE),
        "anchor",
        "revive",
        "sweep",
    }


def test_every_round_of_the_schedule_names_a_function_of_ours() -> None:
    rooms = ("cases", "referrals", "places", "helpline", "coordination")
    ours = tuple(f"samvern.{room}." for room in rooms)
    assert [each.name for each in SCHEDULE if not each.calls.startswith(ours)] == []
    assert [each.name for each in SCHEDULE if not each.is_present()] == []
    assert {each.name for each in SCHEDULE} == set(JOB_LABELS)
