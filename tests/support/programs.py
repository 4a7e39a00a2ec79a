# SPDX-License-Identifier: EUPL-1.2
"""Programs of the cast's organisations, as they knock: with a client, a secret, and tokens."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.test import Client

from samvern.access.api.scopes import SCOPES
from samvern.coordination.api_clients.domain import IssuedSecret, add_program
from support.workspace import Workspace

BASE = "/api/v1"


@dataclass
class Caller:
    """A program outside, with what its administrator gave it."""

    made: IssuedSecret
    token: str = ""

    def __post_init__(self) -> None:
        self.client = Client()

    def ask_token(self, scope: str = "", **more: str) -> Any:
        """The answer of the token endpoint."""
        form = {
            "grant_type": "client_credentials",
            "client_id": self.made.client_id,
            "client_secret": self.made.secret,
            **({"scope": scope} if scope else {}),
            **more,
        }
        return post_form(self.client, form)

    def enter(self, scope: str = "") -> "Caller":
        """Get a token and keep it."""
        answer = self.ask_token(scope)
        assert answer.status_code == 200, answer.content
        self.token = answer.json()["access_token"]
        return self

    def call(self, method: str, path: str, body: Any = None, token: str | None = None) -> Any:
        """What an operation answers."""
        bearer = self.token if token is None else token
        headers = {"authorization": f"Bearer {bearer}"} if bearer else {}
        return self.client.generic(
            method,
            f"{BASE}{path}",
            data=json.dumps(body) if body is not None else "",
            content_type="application/json",
            headers=headers,
        )

    def get(self, path: str, token: str | None = None) -> Any:
        """Read."""
        return self.call("GET", path, token=token)


def post_form(client: Client, form: dict[str, Any], **headers: str) -> Any:
    """Ask for a token with a form as a program sends it."""
    return client.post(
        "/api/token",
        urlencode(form, doseq=True),
        content_type="application/x-www-form-urlencoded",
        headers=headers,
    )


def new_program(
    workspace: Workspace,
    administrator: str = "guro",
    scopes: Sequence[str] = tuple(SCOPES),
    name: str = "Journalsystem",
    *,
    is_confirmed: bool = True,
) -> Caller:
    """A program an administrator of the cast has let in, and a leader has said yes to."""
    with workspace.acting(administrator) as actor:
        made = Caller(add_program(actor=actor, name=name, scopes=scopes))
    if is_confirmed:
        confirm_programs(workspace)
    return made


def confirm_programs(workspace: Workspace) -> None:
    """As if a leader had said yes to every program and secret that waits."""
    with workspace.superuser() as connection:
        connection.execute(
            "UPDATE access_member m SET confirmed_at = now() FROM coordination_program p "
            "WHERE p.member_id = m.id AND m.confirmed_at IS NULL"
        )
        connection.execute("UPDATE gate.program_secret SET waits = false")
