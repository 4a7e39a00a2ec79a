# SPDX-License-Identifier: EUPL-1.2
"""An organisation is closed when nobody would be left alone, and is given nothing more after it."""

import threading
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError
from django.utils import timezone, translation

from samvern.access.errors import rejection_from
from samvern.access.models import Share
from samvern.web.database.roles import APP, OWNER
from samvern.web.organisations.closing import RUNNING
from support.cli import Run
from support.desks import Desk
from support.referring import consent, refer
from support.workspace import Workspace

pytestmark = pytest.mark.database
CLOSE = ("organisation", "close", "--yes")


@pytest.fixture
def house(fresh_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace that commands work on as its owner."""
    for name, role in (("DATABASE_URL", APP), ("SAMVERN_OWNER_URL", OWNER)):
        monkeypatch.setenv(name, fresh_workspace.url(role))
    return fresh_workspace


def behind(workspace: Workspace, query: str, *values: Any) -> list[Any]:
    with workspace.superuser() as connection:
        return connection.execute(query.encode(), list(values)).fetchall()


def name_of(workspace: Workspace, code: str) -> str:
    found = behind(
        workspace, "SELECT name FROM access_organisation WHERE id = %s",
        workspace.cast.organisations[code],
    )  # fmt: skip
    return str(found[0][0])


def share_with(workspace: Workspace, code: str) -> UUID:
    """Kari's case, shared for three weeks on a consent."""
    with workspace.acting("kari") as actor:
        now = timezone.now()
        row = Share(
            case_id=workspace.cast.cases["own"], organisation_id=workspace.cast.organisations[code],
            categories=["case"], purpose="housing", basis="consent",
            consent_id=consent(workspace, code), since=now, until=now + timedelta(days=20),
            created_by_id=actor.member_id,
        )  # fmt: skip
        row.save(force_insert=True)
    return row.pk


def is_in(workspace: Workspace, name: str) -> bool:
    """Whether somebody who signs in now can do anything."""
    try:
        return bool(Desk(workspace, name).see("session").status_code == 200)
    except PermissionError:
        return False


def test_it_is_refused_while_anybody_would_be_left_alone(house: Workspace, run: Run) -> None:
    open_cases = behind(
        house, "SELECT count(*) FROM cases_case WHERE organisation_id = %s AND state <> 'closed'",
        house.cast.organisations["havn"],
    )[0][0]  # fmt: skip
    done = run(*CLOSE, name_of(house, "havn"))
    assert (done.code, f"{open_cases} open cases" in done.err) == (2, True), done.err
    assert open_cases > 0
    assert is_in(house, "kari")
    refer(house, to="kommune", fields=())
    done = run(*CLOSE, name_of(house, "kommune"))
    assert (done.code, "1 referrals that wait or run" in done.err) == (2, True), done.err
    assert behind(house, "SELECT bool_and(active) FROM access_organisation") == [(True,)]


def test_closed_nobody_of_it_acts_and_what_was_shared_with_it_ends(
    house: Workspace, run: Run
) -> None:
    at, name = house.cast.organisations["koordinering"], name_of(house, "koordinering")
    share = share_with(house, "koordinering")
    sara = Desk(house, "sara")
    assert sara.see("board").status_code == 200
    done = run(*CLOSE, name)
    assert (done.code, done.out) == (0, f"{name} is closed: 2 memberships and 1 shares ended\n")
    assert sara.see("session").status_code == 401
    renamed = run("organisation", "change", name, "--name", "En annen")
    assert (renamed.code, "is closed: its name" in renamed.err) == (2, True)
    assert behind(house, "SELECT count(*) FROM gate.session s JOIN access_member m "
                  "ON m.id = s.member_id WHERE m.organisation_id = %s", at) == [(0,)]  # fmt: skip
    assert not is_in(house, "sara")
    assert is_in(house, "kari")
    assert behind(house, "SELECT ended_at IS NOT NULL FROM access_share WHERE id = %s", share) == [
        (True,)
    ]
    lines = "SELECT role, act, object_id FROM audit.line WHERE chain = %s AND role = 'operator'"
    assert behind(house, lines, at) == [("operator", "organisation.close", at)]
    assert behind(house, lines, house.cast.organisations["havn"]) == [
        ("operator", "share.end", share)
    ]
    told = behind(house, "SELECT m.name, n.kind FROM cases_notice n JOIN access_member m "
                  "ON m.id = n.member_id WHERE n.about_id = %s AND n.kind = 'share-ended'",
                  share)  # fmt: skip
    assert told == [("Kari Syntetisk", "share-ended")]
    offered = {
        code: Desk(house, "kari").see(
            "share_new", f"?to={house.cast.organisations[code]}", case_id=house.cast.cases["own"]
        ).status_code
        for code in ("koordinering", "krisesenter")
    }  # fmt: skip
    assert offered == {"koordinering": 404, "krisesenter": 200}
    with house.connect() as jobs:
        services = {row[0] for row in jobs.execute("SELECT gate.services()")}
    ours = behind(house, "SELECT id FROM access_member WHERE organisation_id = %s", at)
    assert services.isdisjoint({id for (id,) in ours})
    assert run("database", "check").code == 0
    assert run("audit", "verify").code in {0, 1}
    again = run(*CLOSE, name)
    assert (again.code, f"{name} is closed already" in again.err) == (2, True)
    assert f"{at}  {name}  (national, coordination, closed)" in run("organisation", "list").out
    invited = run("organisation", "invite", str(at), "Ny Prøve <ny>")
    assert (invited.code, "the organisation is closed" in invited.err) == (2, True)


def test_what_is_given_while_it_is_being_closed_waits_and_is_refused(house: Workspace) -> None:
    """Two connections: the closing holds the row, a share comes, the closing commits."""
    at = house.cast.organisations["koordinering"]
    share = share_with(house, "koordinering")
    outcome: list[str] = []

    def give() -> None:
        with house.connect() as kari:
            kari.execute("SET lock_timeout = '15s'")
            kari.execute("SELECT set_config('samvern.token', %s, false)", [house.token("kari")])
            try:
                kari.execute(
                    "INSERT INTO access_share (id, created_at, case_id, organisation_id, "
                    "categories, purpose, basis, provision, consent_id, since, until, "
                    "created_by_id) SELECT gen_random_uuid(), now(), case_id, organisation_id, "
                    "categories, purpose, basis, '', consent_id, since, until, created_by_id "
                    "FROM access_share WHERE id = %s", [share],
                )  # fmt: skip
                outcome.append("given")
            except psycopg.Error as error:
                outcome.append(error.sqlstate or "")

    house.token("kari")
    giver = threading.Thread(target=give)
    with psycopg.connect(house.url(OWNER)) as closing:
        closing.execute("SELECT 1 FROM access_organisation WHERE id = %s FOR UPDATE", [at])
        giver.start()
        giver.join(1)
        assert (giver.is_alive(), outcome) == (True, [])
        closing.execute("SELECT gate.close_organisation(%s)", [at])
    giver.join(15)
    assert outcome == ["SV412"]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("access_member", "organisation_id"), ("access_share", "organisation_id"),
        ("cases_case", "organisation_id"), ("contacts_contact", "organisation_id"),
        ("contacts_question", "organisation_id"), ("contacts_question", "receiver_id"),
        ("coordination_seat", "receiver_id"), ("coordination_planitem", "receiver_id"),
        ("places_booking", "receiver_id"), ("referrals_concern", "receiver_id"),
        ("referrals_referral", "receiver_id"),
    ],
)  # fmt: skip
def test_each_table_in_which_something_is_given_asks(
    workspace: Workspace, table: str, column: str
) -> None:
    found = behind(
        workspace, "SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE c.relname = %s AND t.tgname = %s AND t.tgenabled = 'O'",
        table, f"z_working_{column}",
    )  # fmt: skip
    assert found == [(1,)]


def test_every_question_about_what_runs_can_be_asked(workspace: Workspace) -> None:
    with psycopg.connect(workspace.url(OWNER)) as owner:
        for what, query in RUNNING.items():
            row = owner.execute(query, {"id": workspace.cast.organisations["havn"]}).fetchone()
            assert row is not None and row[0] >= 0, what


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("the organisation is closed", "The organisation does not use Samvern any more."),
        ("cases_task: has never signed in", "This colleague has never signed in."),
    ],
)
def test_each_refusal_of_one_code_has_its_own_words(said: str, told: str) -> None:
    cause = psycopg.DatabaseError(said)
    cause.sqlstate = "SV412"
    error = DatabaseError(said)
    error.__cause__ = cause
    with translation.override("en"):
        assert str(rejection_from(error)).strip("[']").startswith(told)
