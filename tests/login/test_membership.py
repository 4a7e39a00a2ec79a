# SPDX-License-Identifier: EUPL-1.2
"""Acting for one organisation at a time, and showing the second factor once more."""

from urllib.parse import urlsplit

import pytest

from support.door import Visitor, code_of, grow_stale
from support.workspace import Workspace

pytestmark = pytest.mark.database
ADD = """
    INSERT INTO access_member (id, created_at, user_id, organisation_id, role, name, email, since)
    SELECT gen_random_uuid(), now(), k.user_id, p.organisation_id, 'auditor', k.name, '', now()
    FROM access_member k, access_member p WHERE k.id = %s AND p.id = %s RETURNING id
"""


@pytest.fixture
def second(house: Workspace) -> str:
    """Kari is also an auditor in Per's organisation."""
    members = house.cast.members
    with house.superuser() as boss:
        row = boss.execute(ADD, [members["kari"], members["per"]]).fetchone()
    assert row is not None
    return str(row[0])


def test_with_two_memberships_one_chooses(house: Workspace, second: str) -> None:
    visitor = Visitor()
    assert visitor.enter("kari").headers["Location"] == "/nb/workspace/sign-in/choose"
    assert not visitor.is_in()
    assert urlsplit(visitor.see("account_login").headers["Location"]).path.endswith("/choose")
    page = visitor.see("login_choose").content.decode()
    assert page.count('name="member"') == 2
    visitor.send("login_choose", {"member": second})
    assert visitor.is_in()
    assert "Eksempelfjord politidistrikt" in visitor.see("mfa_index").content.decode()


def test_one_changes_membership_under_a_new_cookie(house: Workspace, second: str) -> None:
    visitor = Visitor()
    visitor.enter("kari")
    visitor.send("login_choose", {"member": second})
    before = visitor.cookie
    visitor.send("login_choose", {"member": str(house.cast.members["kari"])})
    assert "Trygg Eksempelhavn" in visitor.see("mfa_index").content.decode()
    other = Visitor()
    other.cookies["sid"] = before
    assert (visitor.is_in(), other.is_in()) == (True, False)


@pytest.mark.parametrize("member", ["", "x", "per"])
def test_one_cannot_choose_what_one_is_not(house: Workspace, second: str, member: str) -> None:
    visitor = Visitor()
    visitor.enter("kari")
    chosen = str(house.cast.members.get(member, member))
    assert visitor.send("login_choose", {"member": chosen}).status_code == 200
    assert not visitor.is_in()


def test_without_a_membership_one_is_told_so(house: Workspace) -> None:
    visitor = Visitor()
    assert visitor.enter("stig").headers["Location"] == "/nb/workspace/sign-in/choose"
    assert visitor.see("login_choose").content.decode().count('name="member"') == 0
    assert not visitor.is_in()


@pytest.mark.parametrize(
    "name",
    ["mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes", "account_change_password"],
)
def test_some_pages_ask_for_the_second_factor_once_more(house: Workspace, name: str) -> None:
    visitor = Visitor()
    visitor.enter("kari")
    assert "/prove" not in visitor.see(name).headers.get("Location", "")
    grow_stale(house)
    asked = visitor.see(name).headers["Location"]
    assert urlsplit(asked).path == "/nb/workspace/sign-in/prove"
    page = visitor.get(visitor.get(asked).headers["Location"])
    assert page.status_code == 200
    back = visitor.post(
        page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"], {"code": code_of("kari", 1)}
    )
    assert back.headers["Location"] == visitor.address(name)
    assert "/prove" not in visitor.see(name).headers.get("Location", "")


def test_a_password_does_not_make_it_fresh(house: Workspace) -> None:
    visitor = Visitor()
    visitor.enter("kari")
    grow_stale(house)
    visitor.say_password("kari")
    visitor.send("mfa_reauthenticate", {"code": "000000"})
    assert urlsplit(visitor.see("mfa_activate_totp").headers["Location"]).path.endswith("/prove")


def test_a_used_code_does_not_make_it_fresh(house: Workspace) -> None:
    visitor = Visitor()
    visitor.enter("kari")
    grow_stale(house)
    assert visitor.send("mfa_reauthenticate", {"code": code_of("kari")}).status_code == 200


def test_the_last_factor_stays(house: Workspace) -> None:
    visitor = Visitor()
    visitor.enter("kari")
    with house.superuser() as boss:
        rows = boss.execute("SELECT id, user_id FROM mfa_authenticator").fetchall()
        member = boss.execute(
            "SELECT user_id FROM access_member WHERE id = %s", [house.cast.members["kari"]]
        ).fetchone()
    assert member is not None
    for number, user in rows:
        answer = visitor.send("login_remove", {}, number=number)
        assert answer.status_code == (200 if user == member[0] else 404)
    with house.superuser() as boss:
        assert boss.execute("SELECT id, user_id FROM mfa_authenticator").fetchall() == rows


def test_secrets_of_apps_lie_sealed(house: Workspace) -> None:
    from samvern.access.login.demo_accounts import demo_totp_secret

    with house.superuser() as boss:
        text = str(boss.execute("SELECT data::text FROM mfa_authenticator").fetchall())
    assert demo_totp_secret("kari") not in text
    assert '"secret"' in text


def test_the_trail_tells_who_came_and_what_was_refused(house: Workspace) -> None:
    visitor = Visitor()
    visitor.say_password("kari", "wrong")
    visitor.enter("kari")
    visitor.send("account_logout", {})
    with house.superuser() as boss:
        rows = boss.execute(
            "SELECT l.act, l.outcome, l.member_id, d.content::text FROM audit.line l"
            " JOIN audit.detail d USING (chain, number) WHERE act LIKE 'log%' ORDER BY l.at"
        ).fetchall()
    kari = house.cast.members["kari"]
    told = [(act, outcome, who) for act, outcome, who, _ in rows][-3:]
    assert told == [("login", "refused", None), ("login", "done", kari), ("logout", "done", kari)]
    assert "wrong" not in str(rows)
    assert '"kari"' not in str(rows)
