# SPDX-License-Identifier: EUPL-1.2
"""Login name and password. An unknown name costs the same time and gets the same answer."""

from typing import Any
from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from samvern.access.login.candidate import announce_login
from samvern.access.login.people import people
from samvern.access.models import User


class Passwords(BaseBackend):
    """Checks a password against the one row the database then shows."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_: Any
    ) -> User | None:
        """The user whose password it is, else nobody."""
        login = username.strip().lower()
        announce_login(login)
        user = people().filter(login=login).first()
        if user is None:
            make_password(password)  # as long as a check would take
            return None
        return user if user.check_password(password) else None

    def get_user(self, user_id: UUID | str) -> User | None:
        """The user of a visit, if the database shows the row: it is hers, and she is active."""
        return people().filter(pk=user_id).first()
