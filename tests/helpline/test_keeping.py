# SPDX-License-Identifier: EUPL-1.2
"""An organisation may keep words of calls and questions for less than half a year, never longer."""

import psycopg
import pytest

from helpline.helpers import ask, log, make_desk
from helpline.test_forgetting import age
from helpline.test_retention import job, make_old
from samvern.web.jobs.schedule import JOB_BY_NAME
from support.casework import service_of
from support.colleague import Colleague, mistakes
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
ROUND = JOB_BY_NAME["forget-contacts"]
PUT = """
    INSERT INTO contacts_keepingrule (id, created_at, organisation_id, days, made_by_id)
    VALUES (gen_random_uuid(), now(), %s, %s, %s)
"""


def decide(workspace: Workspace, days: str, name: str = "guro") -> int:
    """The administrator decides on the page."""
    sent = Desk(workspace, name).send("keeping_rule", {"days": days})
    return int(sent.status_code)


def kept(workspace: Workspace) -> list[bool]:
    """Of each call and question, whether its words are there."""
    query = (
        "SELECT words_sealed IS NOT NULL FROM contacts_contact UNION ALL "
        "SELECT text_sealed IS NOT NULL FROM contacts_question"
    )
    with workspace.superuser() as behind:
        return [row[0] for row in behind.execute(query.encode()).fetchall()]


@pytest.fixture
def thirty_one(fresh_workspace: Workspace) -> Workspace:
    """A call and a question of the same organisation, 31 days old."""
    make_old(fresh_workspace, log(fresh_workspace), 31)
    age(fresh_workspace, ask(fresh_workspace, make_desk(fresh_workspace), text="Ord"), 31)
    return fresh_workspace


def test_the_round_goes_by_what_the_organisation_decided(thirty_one: Workspace) -> None:
    service = service_of(thirty_one)
    assert (ROUND.run(service), kept(thirty_one)) == (0, [True, True])
    assert (decide(thirty_one, "31"), ROUND.run(service)) == (302, 2)
    assert kept(thirty_one) == [False, False]


def test_the_latest_decision_holds(thirty_one: Workspace) -> None:
    assert [decide(thirty_one, days) for days in ("10", "90")] == [302, 302]
    assert ROUND.run(service_of(thirty_one)) == 0
    page = Desk(thirty_one, "guro").read("keeping_rule")
    assert page.index("90 dager") < page.index("10 dager")


def test_another_organisations_decision_changes_nothing(thirty_one: Workspace) -> None:
    cast = thirty_one.cast
    with thirty_one.superuser() as behind:
        values = [cast.organisations["krisesenter"], 1, cast.members["amina"]]
        behind.execute(PUT, values)
    assert ROUND.run(service_of(thirty_one)) == 0


def test_the_database_goes_by_it_whatever_the_program_asks_for(thirty_one: Workspace) -> None:
    decide(thirty_one, "30")
    with job(thirty_one) as actor, thirty_one.connect() as app:
        app.execute("SELECT set_config('samvern.token', %s, false)", [actor.token])
        for name in ("forget_contacts", "forget_old_questions"):
            app.execute(f"SELECT gate.{name}(interval '9 years')".encode())
    assert kept(thirty_one) == [False, False]


@pytest.mark.parametrize("days", [0, -1, 184, 32767])
def test_nobody_can_keep_them_longer_than_half_a_year(
    fresh_workspace: Workspace, days: int
) -> None:
    cast, guro = fresh_workspace.cast, Colleague(fresh_workspace, "guro")
    assert mistakes(guro.send("keeping_rule", {"days": str(days)}))
    values = [cast.organisations["havn"], days, cast.members["guro"]]
    with fresh_workspace.superuser() as behind, pytest.raises(psycopg.errors.CheckViolation):
        behind.execute(PUT, values)


def test_the_administrator_decides_and_nobody_else(fresh_workspace: Workspace) -> None:
    met = {
        name: Desk(fresh_workspace, name).see("keeping_rule").status_code
        for name in ("kari", "tone", "rolf", "sara", "guro")
    }
    assert met == dict.fromkeys(("kari", "tone", "rolf", "sara"), 404) | {"guro": 200}
    values = [fresh_workspace.cast.organisations["havn"], 9, fresh_workspace.cast.members["tone"]]
    with fresh_workspace.connect() as app:
        app.execute(
            "SELECT set_config('samvern.token', %s, false)", [fresh_workspace.token("tone")]
        )
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute(PUT, values)


def test_the_trail_tells_who_decided_what(fresh_workspace: Workspace) -> None:
    decide(fresh_workspace, "60")
    query = (
        "SELECT l.member_id, d.content ->> 'days' FROM audit.line l "
        "JOIN audit.detail d USING (chain, number) WHERE l.act = 'keeping.rule'"
    )
    with fresh_workspace.superuser() as behind:
        told = behind.execute(query.encode()).fetchall()
    assert told == [(fresh_workspace.cast.members["guro"], "60")]


def test_whoever_logs_a_call_reads_how_long_its_words_are_kept(fresh_workspace: Workspace) -> None:
    liv = Desk(fresh_workspace, "liv")
    before = liv.read("contact_new")
    decide(fresh_workspace, "45")
    after = liv.read("contact_new")
    told = [("183 dager" in page, "45 dager" in page) for page in (before, after)]
    assert told == [(True, False), (False, True)]
