# SPDX-License-Identifier: EUPL-1.2
"""One administrator alone opens nothing: a leader of the unit says yes, in the database itself."""

import uuid
from typing import Any
from uuid import UUID

import psycopg
import pytest

from samvern.web.database.roles import APP, OWNER
from support.cli import Run
from support.desks import Desk
from support.door import Visitor
from support.invitations import come_in, invite, renew
from support.programs import Caller, new_program
from support.workspace import Workspace

pytestmark = pytest.mark.database
COUNT = "SELECT count(*) FROM cases_case"


def rows(workspace: Workspace, member: UUID, query: str = COUNT) -> list[Any]:
    """What a membership gets from a query, with a sign-in of just now."""
    workspace.cast.members["probe"] = member
    workspace.tokens.pop("probe", None)
    token = workspace.token("probe")
    with workspace.connect() as bare, bare.transaction():
        bare.execute("SELECT set_config('samvern.token', %s, true)", [token])
        return bare.execute(query.encode()).fetchall()


def ask(workspace: Workspace, name: str, query: str, *values: Any) -> Any:
    """What somebody of the cast gets from a query."""
    with workspace.connect() as bare, bare.transaction():
        bare.execute("SELECT set_config('samvern.token', %s, true)", [workspace.token(name)])
        row = bare.execute(query.encode(), list(values)).fetchone()
    return row[0] if row else None


def behind(workspace: Workspace, query: str, *values: Any) -> list[Any]:
    with workspace.superuser() as connection:
        return connection.execute(query.encode(), list(values)).fetchall()


def told(workspace: Workspace, member: UUID) -> set[tuple[str, str]]:
    """Who was told what about a membership."""
    found = behind(
        workspace,
        "SELECT regexp_replace(u.login, '[.][0-9]{4}@', '@'), n.kind FROM cases_notice n "
        "JOIN access_member m ON m.id = n.member_id JOIN access_user u ON u.id = m.user_id "
        "WHERE n.about_id = %s AND n.kind ~ '^access'",
        member,
    )
    return set(found)


def unit(workspace: Workspace) -> UUID:
    found: UUID = workspace.cast.units["havn", "Koordinering av botilbud"]
    return found


def test_an_invited_leader_opens_nothing_until_a_leader_says_yes(
    fresh_workspace: Workspace,
) -> None:
    w = fresh_workspace
    made, link = invite(w, role="leader", unit_id=unit(w))
    assert told(w, made) == {
        ("ny@eksempel.no", "access-waits-you"), ("tone", "access-waits"), ("rolf", "access-waits"),
    }  # fmt: skip
    assert ask(w, "tone", "SELECT gate.answer_access(%s, true)", made) is False  # link not used
    visitor = come_in(link)
    page = visitor.see("workspace:home").content.decode()
    assert "Du venter på en leder" in page and "Tone Skisse" in page
    assert visitor.see("workspace:cases").status_code == 404
    for table in ("cases_case", "cases_note", "cases_person", "identity_key", "access_share"):
        assert rows(w, made, f"SELECT count(*) FROM {table}") == [(0,)], table
    assert rows(w, made, "SELECT gate.role(), gate.opens('case'), gate.led()") == [
        ("waiting", False, [])
    ]
    leader = Desk(w, "tone", "en")
    assert "Ny Kollega" in leader.read("access_waiting")
    sent = leader.send("access_answer", {"answer": "yes"}, member_id=made)
    assert sent.status_code == 302
    assert rows(w, made)[0][0] > 0
    assert {("ny@eksempel.no", "access-confirmed-you"), ("guro", "access-confirmed"),
            ("rolf", "access-confirmed")} <= told(w, made)  # fmt: skip
    line = behind(w, "SELECT act, object_id FROM audit.line WHERE act = 'member.confirm'")
    assert line == [("member.confirm", made)]


@pytest.mark.parametrize("name", ["guro", "kari", "liv", "rolf", "amina", "per"])
def test_nobody_else_says_yes(fresh_workspace: Workspace, name: str) -> None:
    w = fresh_workspace
    made, link = invite(w, role="leader", unit_id=unit(w))
    come_in(link)
    assert ask(w, name, "SELECT gate.answer_access(%s, true)", made) is False
    assert Desk(w, name).see("access_answer", member_id=made).status_code == 404
    assert rows(w, made) == [(0,)]


def test_neither_whoever_asked_nor_the_one_concerned_says_yes(fresh_workspace: Workspace) -> None:
    """An administrator who leads too, and the leader whose own access waits."""
    w = fresh_workspace
    with w.superuser() as connection:  # guro is a leader besides, confirmed
        connection.execute(
            "INSERT INTO access_member (id, created_at, user_id, organisation_id, unit_id, role, "
            "name, email, phone, since, confirmed_at) SELECT %s, now(), user_id, organisation_id, "
            "%s, 'leader', name, '', '', now(), now() FROM access_member WHERE id = %s",
            [also := uuid.uuid4(), unit(w), w.cast.members["guro"]],
        )
    w.cast.members["also"] = also
    made, link = invite(w, role="case_worker", unit_id=unit(w))
    come_in(link)
    assert ask(w, "also", "SELECT gate.answer_access(%s, true)", made) is False
    renewed = come_in(renew(w, "tone"))
    assert renewed.see("workspace:cases").status_code == 404
    tone = w.cast.members["tone"]
    assert ask(w, "tone", "SELECT gate.answer_access(%s, true)", tone) is False
    assert ask(w, "also", "SELECT gate.answer_access(%s, true)", tone) is False  # guro asked
    del w.cast.members["also"]


def test_a_no_ends_it(fresh_workspace: Workspace) -> None:
    w = fresh_workspace
    made, link = invite(w, role="leader", unit_id=unit(w))
    sent = Desk(w, "tone").send("access_answer", {"answer": "no"}, member_id=made)
    assert sent.status_code == 302
    assert Visitor().see("login_invitation", link=link).status_code == 404
    assert behind(w, "SELECT until IS NOT NULL FROM access_member WHERE id = %s", made) == [(True,)]


def test_another_unit_and_another_role_wait_too(fresh_workspace: Workspace) -> None:
    w, liv = fresh_workspace, fresh_workspace.cast.members["liv"]
    new = {"name": "Liv Øvelse", "email": "", "unit_id": str(unit(w))}
    assert Desk(w, "guro").send("colleague", new, member_id=liv).status_code == 302
    assert rows(w, liv) == [(0,)]
    assert ask(w, "tone", "SELECT gate.answer_access(%s, true)", liv) is True
    assert rows(w, liv)[0][0] > 0
    jonas = w.cast.members["jonas"]
    Desk(w, "guro").send("colleague_role", {"role": "leader"}, member_id=jonas)
    query = "SELECT id FROM access_member WHERE name = 'Jonas Eksempel' AND until IS NULL"
    (made,) = behind(w, query)[0]
    assert rows(w, made) == [(0,)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE access_member SET confirmed_at = now() WHERE id = '{id}'",
        "UPDATE access_member SET asked_by_id = NULL WHERE id = '{id}'",
        "UPDATE access_member SET renewed_at = NULL WHERE id = '{id}'",
        "SELECT gate.confirm_first('{id}', 'Den Ene', 'Den Andre')",
        "SELECT gate.tell_of_access('{id}', 'access-confirmed', false)",
    ],
)
def test_no_statement_of_an_administrator_confirms(workspace: Workspace, statement: str) -> None:
    id = workspace.cast.members["kari"]
    with workspace.connect() as guro, guro.transaction(force_rollback=True):
        guro.execute("SELECT set_config('samvern.token', %s, true)", [workspace.token("guro")])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            guro.execute(statement.format(id=id).encode())


def test_a_membership_inserted_as_confirmed_waits(fresh_workspace: Workspace) -> None:
    w, made = fresh_workspace, uuid.uuid4()
    with w.connect() as guro, guro.transaction():
        guro.execute("SELECT set_config('samvern.token', %s, true)", [w.token("guro")])
        guro.execute(
            "INSERT INTO access_member (id, created_at, user_id, organisation_id, unit_id, role, "
            "name, email, phone, since, confirmed_at) SELECT %s, now(), user_id, organisation_id, "
            "unit_id, 'leader', name, '', '', now(), now() FROM access_member WHERE id = %s",
            [made, w.cast.members["kari"]],
        )
    assert rows(w, made) == [(0,)]


def test_a_renewed_sign_in_reads_no_case_before_yes(fresh_workspace: Workspace) -> None:
    w, kari = fresh_workspace, fresh_workspace.cast.members["kari"]
    link = renew(w, "kari")
    assert {("kari", "access-renewed-you"), ("tone", "access-renewed"), ("rolf", "access-renewed")} <= told(w, kari)  # fmt: skip  # noqa: E501
    assert rows(w, kari)[0][0] > 0  # nothing stops before the link is used
    visitor = come_in(link)
    assert visitor.see("workspace:cases").status_code == 404
    assert rows(w, kari) == [(0,)]
    page = Desk(w, "tone", "en").read("access_waiting")
    assert "New way to sign in" in page and "Kari Syntetisk" in page
    assert ask(w, "tone", "SELECT gate.answer_access(%s, true)", kari) is True
    assert rows(w, kari)[0][0] > 0


def test_a_program_and_a_new_secret_wait(fresh_workspace: Workspace) -> None:
    w = fresh_workspace
    caller = new_program(w, scopes=["referrals:read"], is_confirmed=False)
    assert caller.ask_token().json()["error"] == "invalid_scope"
    query = "SELECT member_id FROM coordination_program WHERE client_id = %s"
    (member,) = behind(w, query, caller.made.client_id)[0]
    assert rows(w, member, "SELECT gate.role(), gate.scopes(), gate.led()") == [
        ("waiting", None, [])
    ]
    assert ask(w, "tone", "SELECT gate.answer_access(%s, true)", member) is True
    assert caller.ask_token().status_code == 200
    with w.acting("guro") as actor:
        from samvern.coordination.api_clients.domain import list_programs, renew_secret

        renewed = Caller(renew_secret(actor=actor, program=list_programs(actor=actor)[0]))
    assert renewed.ask_token().json()["error"] == "invalid_scope"
    assert caller.ask_token().status_code == 200, "the one before stays good meanwhile"
    assert ask(w, "tone", "SELECT gate.answer_access(%s, true)", member) is True
    assert renewed.ask_token().status_code == 200


def test_the_first_leader_is_confirmed_by_two_named_at_the_server(
    fresh_workspace: Workspace, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    w, tone = fresh_workspace, fresh_workspace.cast.members["tone"]
    for name, role in (("DATABASE_URL", APP), ("SAMVERN_OWNER_URL", OWNER)):
        monkeypatch.setenv(name, w.url(role))
    two = ("--owner", "Åse Eier", "--second", "Odd Nummerto")
    made, link = invite(w, role="leader", unit_id=unit(w))
    come_in(link)
    done = run("organisation", "confirm", str(made), *two)
    assert (done.code, "a leader of the organisation can confirm" in done.err) == (2, True)
    with w.superuser() as connection:  # an organisation without a leader
        connection.execute("UPDATE access_member SET until = now() WHERE id = %s", [tone])
    assert f"{made}  Ny Kollega" in run("organisation", "waiting").out
    for wrong in (("Åse Eier", "åse eier"), ("Ny Kollega", "Odd Nummerto"), ("Åse Eier", "")):
        words = ("--owner", wrong[0], "--second", wrong[1])
        assert run("organisation", "confirm", str(made), *words).code == 2, wrong
    assert run("organisation", "confirm", str(made), *two).out == "confirmed\n"
    assert rows(w, made)[0][0] > 0
    line = behind(
        w,
        "SELECT l.role, d.content ->> 'owner', d.content ->> 'second' FROM audit.line l "
        "JOIN audit.detail d USING (chain, number) WHERE l.act = 'member.confirm_first'",
    )
    assert line == [("operator", "Åse Eier", "Odd Nummerto")]
    assert run("organisation", "confirm", str(made), *two).code == 2, "once"
