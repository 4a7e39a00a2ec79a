# SPDX-License-Identifier: EUPL-1.2
"""Leaving: from here to the provider, and from the provider to here."""

from typing import Any

import pytest

from samvern.access.login.oidc.tokens import LOGOUT
from support.door import Visitor
from support.oidc_sign_in import go, logout_token
from support.openid import Op
from support.workspace import Workspace

pytestmark = pytest.mark.database


def test_signing_out_offers_to_end_the_provider_s_session_too(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    go(visitor)
    assert visitor.send("account_logout", {}).status_code == 302
    page = visitor.see("login_ended").content.decode()
    assert f"{op.issuer}/leave?id_token_hint=" in page
    assert not visitor.is_in()
    assert op.issuer not in visitor.see("login_ended").content.decode()


def test_an_identity_disconnected_lets_nobody_in(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    visitor.enter("kari", later=1)
    assert visitor.address("login_unlink") in visitor.see("mfa_index").content.decode()
    visitor.send("login_unlink", {})
    assert visitor.address("login_unlink") not in visitor.see("mfa_index").content.decode()
    assert go(Visitor()).status_code == 400


def test_an_identity_that_is_the_only_way_stays(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    with linked.superuser() as boss:
        boss.execute("DELETE FROM mfa_authenticator")
    go(visitor)
    assert visitor.send("login_unlink", {}).status_code == 200
    assert go(Visitor()).headers["Location"] == "/nb/workspace/"


def test_the_provider_ends_what_rests_on_it(linked: Workspace, op: Op, visitor: Visitor) -> None:
    go(visitor)
    other = Visitor()
    other.enter("per")
    token = logout_token(op)
    assert Visitor().send("login_provider_logout", {"logout_token": token}).status_code == 200
    assert (visitor.is_in(), other.is_in()) == (False, True)
    assert Visitor().send("login_provider_logout", {"logout_token": token}).status_code == 400


@pytest.mark.parametrize(
    "lie",
    [
        {"sid": None},
        {"sid": "another"},
        {"events": {}},
        {"events": {LOGOUT: {"a": 1}}},
        {"nonce": "a"},
        {"aud": "somebody-else"},
        {"iss": "https://evil.example"},
        {"jti": None},
        {"iat": 1},
    ],
)
def test_nobody_else_ends_it(
    linked: Workspace, op: Op, visitor: Visitor, lie: dict[str, Any]
) -> None:
    go(visitor)
    Visitor().send("login_provider_logout", {"logout_token": logout_token(op, **lie)})
    id_token = op.sign(op.claims("a"))
    Visitor().send("login_provider_logout", {"logout_token": id_token})
    assert visitor.is_in()


def test_the_provider_ends_it_through_the_browser(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    go(visitor)
    address = visitor.address("login_provider_left")
    Visitor().get(address, {"iss": op.issuer, "sid": "another"})
    Visitor().get(address, {"iss": "https://evil.example", "sid": "provider-session-1"})
    assert visitor.is_in()
    Visitor().get(address, {"iss": op.issuer, "sid": "provider-session-1"})
    assert not visitor.is_in()
