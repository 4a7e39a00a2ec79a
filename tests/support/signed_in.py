# SPDX-License-Identifier: EUPL-1.2
"""Browsers in which a member is signed in already, for tests that are not about signing in."""

import time
from uuid import UUID

from django.conf import settings
from django.test import Client

from samvern.access.gate import open_session
from samvern.access.login.membership import AUTHENTICATED_AT, SIGN_IN_METHOD
from samvern.access.login.sessions.browser_session import ACTING, TOTAL_SECONDS, UNTIL, SessionStore
from samvern.access.models import Member
from samvern.access.unit_of_work import acting, unit_of_work_for


def sign_in(client: Client, member_id: UUID) -> str:
    """Put a visit of a member into a browser; its token."""
    visit = SessionStore()
    visit.create()
    with unit_of_work_for(""):
        open_session(member_id=member_id, token=visit.token)
    with acting(visit.token):
        user = Member.objects.select_related("user").get(pk=member_id).user
    visit.update(_content(member_id, user))
    visit.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = visit.session_key or ""
    return visit.token


def _content(member_id: UUID, user: object) -> dict[str, object]:
    return {
        ACTING: str(member_id),
        UNTIL: time.time() + TOTAL_SECONDS,
        AUTHENTICATED_AT: time.time(),
        SIGN_IN_METHOD: "passkey",
        "_auth_user_id": str(user.pk),  # type: ignore[attr-defined]
        "_auth_user_backend": settings.AUTHENTICATION_BACKENDS[0],
        "_auth_user_hash": user.get_session_auth_hash(),  # type: ignore[attr-defined]
    }
