# SPDX-License-Identifier: EUPL-1.2
"""What somebody who reads or writes the database can do with visits: nothing."""

import hashlib

import psycopg
import pytest

from samvern.access.login.sessions.browser_session import SessionStore
from support.door import Visitor
from support.workspace import Workspace

pytestmark = pytest.mark.database


def test_the_database_holds_neither_cookie_nor_token_nor_content(
    visitor: Visitor, house: Workspace
) -> None:
    visitor.enter("kari")
    with house.superuser() as boss:
        rows = boss.execute("SELECT v::text, encode(v.sealed, 'escape') FROM gate.visit v")
        text = "".join("".join(row) for row in rows.fetchall())
        tokens = str(boss.execute("SELECT s::text FROM gate.session s").fetchall())
    token = SessionStore(visitor.cookie).token
    for secret in (visitor.cookie, token, "acting", str(house.cast.members["kari"])):
        assert secret not in text
    assert token not in tokens


def test_a_row_written_by_somebody_without_our_key_is_no_visit(
    visitor: Visitor, house: Workspace
) -> None:
    visitor.enter("kari")
    cookie = "B" * 43
    with house.superuser() as boss:
        boss.execute("UPDATE gate.visit SET key = %s", [hashlib.sha256(cookie.encode()).digest()])
    other = Visitor()
    other.cookies["sid"] = cookie
    assert not other.is_in()


@pytest.mark.parametrize(
    "table", ["visit", "session", "invitation", "vouched", "counter", "secret"]
)
@pytest.mark.parametrize("verb", ["SELECT * FROM", "DELETE FROM", "TRUNCATE"])
def test_the_application_cannot_read_what_the_gate_keeps(
    workspace: Workspace, table: str, verb: str
) -> None:
    with workspace.connect() as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(f"{verb} gate.{table}")


def test_a_person_s_row_is_hers_alone(house: Workspace) -> None:
    with house.acting("kari"):
        from samvern.access.models import User

        assert [user.login for user in User.objects.all()] == ["kari"]
    with house.connect() as app:
        assert app.execute("SELECT count(*) FROM access_user").fetchone() == (0,)
        for claim in ("login|kari|99999999999|00", "id||0|", "x", "|||"):
            with app.transaction():
                app.execute("SELECT set_config('samvern.candidate', %s, true)", [claim])
                assert app.execute("SELECT count(*) FROM access_user").fetchone() == (0,)
