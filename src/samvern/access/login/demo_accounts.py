# SPDX-License-Identifier: EUPL-1.2
"""The cast's passwords and apps: they follow from the keys of the demonstration, and nothing else.

Whoever holds those keys can sign in as any of the cast. Production does not start where one of the
cast is present.
"""

import base64
from itertools import groupby
from typing import Any, NamedTuple

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from psycopg import Connection
from psycopg.types.json import Jsonb

from samvern.access.gate import fetch_rows
from samvern.access.login.second_factors.totp import LAST, hotp_code, now_counter
from samvern.access.purpose_keys import keyed_digest
from samvern.access.roles import Role

ADD_TOTP = """
    INSERT INTO mfa_authenticator (user_id, type, data, created_at)
    SELECT id, 'totp', %s, statement_timestamp() FROM access_user u
    WHERE login = %s AND synthetic AND NOT EXISTS (
        SELECT 1 FROM mfa_authenticator a WHERE a.user_id = u.id AND a.type = 'totp')
"""


class DemoAccount(NamedTuple):
    """One of the cast, as the page of the demonstration shows her."""

    login: str
    name: str
    role: str
    organisation: str
    unit: str

    @property
    def role_name(self) -> Any:
        """The role in words."""
        return Role(self.role).label


def demo_password() -> str:
    """The password of all the cast."""
    return keyed_digest("cast", "password")[:12].hex()


def demo_totp_secret(login: str) -> str:
    """The secret in the app of one of the cast."""
    return base64.b32encode(keyed_digest("cast", "app", login)[:20]).decode()


def equip_demo_accounts(owner: "Connection[Any]") -> int:
    """Give password and app to everybody synthetic who has none; how many got an app.

    ``owner`` is a connection as the owner of the database.

    Raises:
        PermissionError: this is production.
    """
    if settings.PRODUCTION:
        raise PermissionError("the cast is for demonstration and tests; this is production")
    hashed = make_password(demo_password())
    owner.execute(
        "UPDATE access_user SET password = %s WHERE synthetic AND password LIKE '!%%'", [hashed]
    )
    rows = owner.execute(
        "SELECT DISTINCT u.login FROM access_user u JOIN access_member m ON m.user_id = u.id"
        " WHERE u.synthetic AND m.role <> 'service'"
    )
    logins = [row[0] for row in rows.fetchall()]
    made = 0
    for login in logins:
        data = Jsonb({"secret": encrypt(demo_totp_secret(login)), LAST: -1})
        made += owner.execute(ADD_TOTP, [data, login]).rowcount
    return made


def list_demo_accounts() -> list[DemoAccount]:
    """Everybody synthetic who can sign in, by organisation."""
    return [DemoAccount(*row) for row in fetch_rows("cast")]


def demo_code(login: str) -> str:
    """What the app of one of the cast shows now."""
    return hotp_code(demo_totp_secret(login), now_counter())


def next_demo_code(user: Any) -> str:
    """What the person's phone shows: the code of now, or the next where that was just used."""
    app = Authenticator.objects.filter(user=user.pk, type=Authenticator.Type.TOTP).first()
    last = app.data.get(LAST, -1) if app else -1
    return hotp_code(demo_totp_secret(user.login), max(now_counter(), last + 1))


def code_to_show(user: Any) -> str:
    """The code of the phone, for a page of a demonstration to show; nothing anywhere else."""
    is_demonstration = settings.ENVIRONMENT.mode == "demo"
    return next_demo_code(user) if is_demonstration and user.synthetic else ""


FIRST_ROLES = "kari"


@require_safe
def choose_demo_account(request: HttpRequest) -> HttpResponse:
    """All of the cast, by organisation; first the one that the README's walk begins in."""
    groups = [
        (name, list(rows))
        for name, rows in groupby(list_demo_accounts(), key=lambda each: each.organisation)
    ]
    groups.sort(key=lambda group: all(each.login != FIRST_ROLES for each in group[1]))
    context = {"groups": groups, "password": demo_password(), "actor": request.user}
    return render(request, "login/cast.html", context)
