# SPDX-License-Identifier: EUPL-1.2
"""Administrators who let people in, for tests."""

import re
from typing import Any

from samvern.access.login.invitations.domain import invite_member, reinvite_member
from samvern.access.login.second_factors.totp import hotp_code, now_counter
from support.door import Visitor
from support.workspace import Workspace

PASSWORD = "ekorn vinder trapp 7"
TWICE = {"password1": PASSWORD, "password2": PASSWORD}
SECRET = re.compile(r"<code data-secret>(\w+)</code>")
NAME = re.compile(r"<strong>([^<]+)</strong>")
CODE = re.compile(r"<li><code>(\d{8})</code></li>")


def invite(house: Workspace, by: str = "guro", **changes: Any) -> tuple[Any, str]:
    asked = {"login": "ny@eksempel.no", "name": "Ny Kollega", "role": "case_worker", **changes}
    with house.acting(by) as actor:
        return invite_member(actor=actor, **asked)


def renew(house: Workspace, member: str, by: str = "guro") -> str:
    with house.acting(by) as actor:
        return reinvite_member(actor=actor, member_id=house.cast.members[member])


def come_in(link: str) -> Visitor:
    """Use a link as whoever holds it does: password, second factor, in."""
    visitor = Visitor()
    visitor.send("login_invitation", TWICE, link=link)
    visitor.send("login_enrol", {"app-code": code_shown(visitor.see("login_enrol"))})
    return visitor


def name_shown(page: Any) -> str:
    """The login name on the page a link leads to."""
    found = NAME.search(page.content.decode())
    assert found is not None
    return found[1]


def code_shown(page: Any, later: int = 0) -> str:
    found = SECRET.search(page.content.decode())
    assert found is not None
    return hotp_code(found[1], now_counter() + later)
