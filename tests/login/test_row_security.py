# SPDX-License-Identifier: EUPL-1.2
"""What a query smuggled into the application can do at the door: nothing."""

import threading
from typing import Any

import psycopg
import pytest
from django.db import connections

from support.door import Visitor, code_of
from support.workspace import Workspace

pytestmark = pytest.mark.database
ZERO = "decode(repeat('00', 32), 'hex')"
CLAIMS = (
    "id|" + b"kari".hex() + "|9999999999|" + "00" * 32,
    "login|" + b"kari".hex() + "|9999999999|",
    "login|" + b"kari".hex() + "|9999999999|" + "zz" * 32,
    "login|kari|now|00",
    "|||",
    "a|b",
    "",
)


def ask(app: Any, statement: str, *values: Any) -> Any:
    row = app.execute(statement, values).fetchone()
    return row[0] if row else None


@pytest.mark.parametrize("claim", CLAIMS)
def test_nobody_is_announced_without_the_secret(house: Workspace, claim: str) -> None:
    with house.connect() as app, app.transaction():
        app.execute("SELECT set_config('samvern.candidate', %s, true)", [claim])
        try:
            seen = ask(app, "SELECT count(*) FROM access_user")
        except psycopg.Error:
            seen = 0  # fails closed
    assert seen == 0


def test_without_a_token_the_functions_of_the_door_do_nothing(house: Workspace) -> None:
    Visitor().enter("kari")
    kari = house.cast.members["kari"]
    with house.connect() as app:
        asked = {
            f"SELECT gate.invite({ZERO}, 'x', 'X', '', 'case_worker', NULL)": None,
            f"SELECT gate.renew({ZERO}, '{kari}')": "absent",
            f"SELECT gate.vouch({ZERO})": False,
            "SELECT gate.unvouch()": None,
            "SELECT count(*) FROM gate.memberships()": 0,
            "SELECT count(*) FROM gate.visits()": 0,
            f"SELECT count(*) FROM gate.visits('{kari}')": 0,
            "SELECT gate.end_own_visits()": None,
            f"SELECT gate.end_provider_visits({ZERO}, {ZERO})": 0,
            f"SELECT count(*) FROM gate.invited({ZERO})": 0,
            f"SELECT gate.use_invitation({ZERO})": False,
            f"SELECT count(*) FROM gate.read_visit({ZERO}, true)": 0,
        }
        assert {statement: ask(app, statement) for statement in asked} == asked
    with house.superuser() as boss:
        assert ask(boss, "SELECT count(*) FROM gate.visit") == 1


@pytest.mark.parametrize(
    "call",
    ["drop_visit('\\x00')", "signed('a', '\\x00')", "candidate()", "hmac('\\x00', '\\x00')"],
)
def test_what_the_functions_use_among_themselves_is_closed(house: Workspace, call: str) -> None:
    with house.connect() as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(f"SELECT gate.{call}")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE access_user SET login = 'x'",
        "UPDATE access_user SET is_active = true",
        "UPDATE access_user SET synthetic = false",
        "INSERT INTO access_user (id, login, password, is_active, synthetic, created_at)"
        " VALUES (gen_random_uuid(), 'x', 'x', true, false, now())",
        "DELETE FROM access_user",
        "SELECT * FROM account_emailconfirmation",
        "SELECT * FROM auth_permission",
        "SELECT * FROM django_content_type",
    ],
)
def test_the_application_may_not_do_it_as_anybody(house: Workspace, change: str) -> None:
    for name in ("kari", "guro"):
        with house.connect() as app, app.transaction():
            app.execute("SELECT set_config('samvern.token', %s, true)", [house.token(name)])
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(change)  # type: ignore[arg-type]
            raise psycopg.Rollback


def test_somebody_else_s_password_and_factors_do_not_change(house: Workspace) -> None:
    with house.superuser() as boss:
        before = boss.execute("SELECT login, password FROM access_user ORDER BY 1").fetchall()
        factors = boss.execute("SELECT count(*) FROM mfa_authenticator").fetchone()
    with house.connect() as app, app.transaction():
        app.execute("SELECT set_config('samvern.token', %s, true)", [house.token("guro")])
        app.execute("UPDATE access_user SET password = 'x' WHERE login <> 'guro'")
        app.execute("DELETE FROM mfa_authenticator WHERE user_id <> (SELECT gate.self())")
    with house.superuser() as boss:
        assert (
            boss.execute("SELECT login, password FROM access_user ORDER BY 1").fetchall() == before
        )
        assert boss.execute("SELECT count(*) FROM mfa_authenticator").fetchone() == factors


def test_of_many_who_bring_one_code_at_once_one_gets_in(house: Workspace) -> None:
    visitors = [Visitor() for _ in range(6)]
    for visitor in visitors:
        visitor.say_password("kari")
    code, start = code_of("kari"), threading.Barrier(len(visitors))
    statuses: list[int] = []

    def bring(visitor: Visitor) -> None:
        start.wait()
        try:
            statuses.append(visitor.say_code(code).status_code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=bring, args=(visitor,)) for visitor in visitors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 200, 200, 200, 200, 302]
    assert [visitor.is_in() for visitor in visitors].count(True) == 1
