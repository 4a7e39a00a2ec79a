# SPDX-License-Identifier: EUPL-1.2
"""A statement smuggled into a victim's session makes no lasting sign-in, and takes none away."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from support.workspace import Workspace

pytestmark = pytest.mark.database
INSERT = (
    "INSERT INTO mfa_authenticator (user_id, type, data, created_at) "
    "VALUES (gate.self(), %s, %s, now())"
)
KEY = '{"name": "mine", "credential": {"id": "AAAA", "rawId": "AAAA"}}'
REFUSED = psycopg.errors.InsufficientPrivilege


@pytest.fixture
def victim(house: Workspace) -> Iterator["psycopg.Connection[Any]"]:
    """The application at work for Kari, who has just signed in."""
    token = house.token("kari")
    with house.connect() as connection, connection.transaction(force_rollback=True):
        connection.execute("SELECT set_config('samvern.token', %s, true)", [token])
        yield connection


def refused(connection: "psycopg.Connection[Any]", statement: str, *values: Any) -> bool:
    with pytest.raises(REFUSED), connection.transaction():
        connection.execute(statement.encode(), list(values))
    return True


@pytest.mark.parametrize("kind", ["webauthn", "totp", "recovery_codes"])
def test_no_insert_makes_a_factor(victim: Any, kind: str) -> None:
    """One INSERT of a passkey was a sign-in for as long as the victim worked here."""
    assert refused(victim, INSERT, kind, KEY)
    assert refused(victim, INSERT.replace("created_at)", "created_at, mac)")
                   .replace("now())", "now(), '\\x00')"), kind, KEY)  # fmt: skip


def test_no_update_or_delete_changes_one(victim: Any) -> None:
    mine = victim.execute("SELECT count(*) FROM mfa_authenticator").fetchone()
    assert mine is not None and mine[0] > 0
    for statement in (
        "UPDATE mfa_authenticator SET data = data || '{\"x\": 1}'",
        "UPDATE mfa_authenticator SET type = 'webauthn'",
        "UPDATE mfa_authenticator SET mac = NULL",
        "DELETE FROM mfa_authenticator",
    ):
        assert refused(victim, statement), statement
    for forged in ("x", "a|b|c|9999999999|00", "|||9999999999|" + "0" * 64):
        victim.execute("SELECT set_config('samvern.factor', %s, true)", [forged])
        with pytest.raises(psycopg.Error), victim.transaction():
            victim.execute(INSERT, ["webauthn", KEY])


def test_what_was_announced_for_one_is_good_for_no_other(house: Workspace, victim: Any) -> None:
    from django.db import connection, transaction

    from samvern.access.gate import announce_factor

    kari = victim.execute("SELECT gate.self()").fetchone()[0]
    with transaction.atomic():
        announce_factor(kari, "webauthn", {"name": "hers"})
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('samvern.factor')")
            said = cursor.fetchone()[0]
    victim.execute("SELECT set_config('samvern.factor', %s, true)", [said])
    assert refused(victim, INSERT, "webauthn", KEY)
    assert refused(victim, INSERT, "totp", '{"name": "hers"}')
    assert refused(victim, "DELETE FROM mfa_authenticator")


def test_a_row_without_its_mac_is_no_factor(house: Workspace, victim: Any) -> None:
    count = "SELECT count(*) FROM mfa_authenticator"
    before = victim.execute(count).fetchone()
    with house.superuser() as behind:
        behind.execute("SET session_replication_role = replica")
        made = behind.execute(
            "INSERT INTO mfa_authenticator (user_id, type, data, created_at, mac) SELECT user_id, "
            "'webauthn', %s, now(), '\\x00' FROM access_member WHERE id = %s RETURNING id",
            [KEY, house.cast.members["kari"]],
        ).fetchone()
        assert victim.execute(count).fetchone() == before
        behind.execute("DELETE FROM mfa_authenticator WHERE id = %s", made)


def test_a_stale_session_connects_no_identity(house: Workspace, victim: Any) -> None:
    with house.superuser() as behind:
        behind.execute("UPDATE gate.session SET authenticated_at = now() - interval '6 minutes'")
    house.tokens.pop("kari")
    answer = victim.execute("SELECT gate.vouch(sha256('x'))").fetchone()
    assert answer == (False,)
