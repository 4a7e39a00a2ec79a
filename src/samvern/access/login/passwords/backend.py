# SPDX-License-Identifier: EUPL-1.2
"""Who may sign in at all."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.db.models import QuerySet
from django.http import HttpRequest

from samvern.access.gate import announce_login
from samvern.access.login.names import normalised_login
from samvern.access.models import User


def users_who_may_sign_in() -> "QuerySet[User]":
    """Those who may sign in, of the rows the database shows; in production nobody made up."""
    active = User.objects.filter(is_active=True)
    return active.filter(synthetic=False) if settings.PRODUCTION else active


class PasswordBackend(BaseBackend):
    """Checks a password against the one row the database then shows."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_: Any
    ) -> User | None:
        """The user whose password it is, else nobody."""
        login = normalised_login(username)
        announce_login(login)
        user = users_who_may_sign_in().filter(login=login).first()
        if user is None:
            make_password(password)  # as long as a check would take
            return None
        return user if user.check_password(password) else None

    def get_user(self, user_id: UUID | str) -> User | None:
        """The user of a session, if the database shows the row: it is hers, and she is active."""
        return users_who_may_sign_in().filter(pk=user_id).first()
