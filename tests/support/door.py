# SPDX-License-Identifier: EUPL-1.2
"""Somebody at the door: a browser without JavaScript that signs in as people do."""

import hashlib
import re
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import translation

from samvern.access.login.demo_accounts import demo_password, demo_totp_secret
from samvern.access.login.second_factors.totp import hotp_code, now_counter
from samvern.access.login.sessions.browser_session import SessionStore
from support.workspace import Workspace

VARYING = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')


class Visitor(Client):
    """One browser, in one language."""

    def __init__(self, language: str = "nb") -> None:
        super().__init__(headers={"sec-fetch-site": "same-origin", "user-agent": "Firefox Linux"})
        self.language = language

    def address(self, name: str, **where: Any) -> str:
        """The address of a page."""
        with translation.override(self.language):
            return reverse(name, kwargs=where)

    def see(self, name: str, **where: Any) -> Any:
        """Open a page."""
        return self.get(self.address(name, **where))

    def send(self, name: str, data: dict[str, Any], **where: Any) -> Any:
        """Send a form."""
        return self.post(self.address(name, **where), data)

    def say_password(self, login: str, password: str | None = None) -> Any:
        """The first page."""
        given = demo_password() if password is None else password
        return self.send("account_login", {"login": login, "password": given})

    def say_code(self, code: str) -> Any:
        """The second page."""
        return self.send("mfa_authenticate", {"code": code})

    def enter(self, login: str, later: int = 0) -> Any:
        """Both, with the code of now or of a later half minute."""
        self.say_password(login)
        return self.say_code(code_of(login, later))

    def is_in(self) -> bool:
        """Whether the workspace knows who this is."""
        return bool(self.get(self.address("workspace:session")).status_code == 200)

    @property
    def cookie(self) -> str:
        """The visit's cookie."""
        morsel = self.cookies.get("sid")
        return morsel.value if morsel else ""


def code_of(login: str, later: int = 0) -> str:
    """What the phone of one of the cast shows, now or some half minutes later."""
    return hotp_code(demo_totp_secret(login), now_counter() + later)


def same(answer: Any) -> bytes:
    """A page without what differs each time."""
    return VARYING.sub(b"", answer.content)


def count(house: Workspace, table: str) -> int:
    """How many rows a table has."""
    with house.superuser() as boss:
        row = boss.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row is not None
    return int(row[0])


def digest(visitor: Visitor) -> bytes:
    """The hash of the token that follows from a browser's cookie."""
    return hashlib.sha256(SessionStore(visitor.cookie).token.encode()).digest()


def grow_stale(house: Workspace) -> None:
    """Let six minutes pass since everybody's second factor."""
    with house.superuser() as boss:
        boss.execute("UPDATE gate.session SET authenticated_at = now() - interval '6 minutes'")
