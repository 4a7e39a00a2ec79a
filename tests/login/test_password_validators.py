# SPDX-License-Identifier: EUPL-1.2
"""Passwords that are guessed first."""

import pytest

from samvern.access.login.sessions.browser_session import SessionStore
from support.door import Visitor
from support.invitations import PASSWORD, invite
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("kort", "kort", "minst 12"),
        ("a" * 129, "a" * 129, "høyst 128"),
        ("passwordpassword", "passwordpassword", "først"),
        ("password12345", "password12345", "først"),
        ("aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", "først"),
        ("ny@eksempel.no er min", "ny@eksempel.no er min", "brukernavn"),
        (PASSWORD, PASSWORD + "8", "ikke like"),
        ("", "", "Fyll"),
    ],
)
def test_a_poor_password_is_refused(house: Workspace, first: str, second: str, said: str) -> None:
    _member, link = invite(house)
    visitor = Visitor()
    page = visitor.send("login_invitation", {"password1": first, "password2": second}, link=link)
    assert page.status_code == 200
    assert said in page.content.decode()
    assert not SessionStore(visitor.cookie).get("invited")
