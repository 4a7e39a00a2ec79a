# SPDX-License-Identifier: EUPL-1.2
"""How allauth behaves here: nobody signs up, a second factor is never left out, texts are ours."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samvern.access.client_ip import client_network
from samvern.access.login import membership
from samvern.access.models import User
from samvern.access.reauthentication import is_recently_authenticated

WRONG_CREDENTIALS = _("The login name or the password is wrong.")
TOO_MANY_ATTEMPTS = _("Too many tries. Wait five minutes and try again.")
STAGES = [
    "samvern.access.login.second_factors.stages.EnrolStage",
    "samvern.access.login.second_factors.stages.SecondFactorStage",
]


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Password, session and way in."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG_CREDENTIALS,
        "invalid_login": WRONG_CREDENTIALS,
        "incorrect_password": WRONG_CREDENTIALS,
        "enter_current_password": _("This is not your present password."),
        "too_many_login_attempts": TOO_MANY_ATTEMPTS,
        "rate_limited": TOO_MANY_ATTEMPTS,
        "incorrect_code": _("The code is wrong, or has been used. Wait for the next one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator lets people in."""
        return False

    def get_login_stages(self) -> list[str]:
        """What comes between a right password and the workspace."""
        return STAGES

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the workbench, or to the choice of whom to act for."""
        return membership.next_address(request)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """To a page that says it is done."""
        return reverse("login_ended")

    def login(self, request: HttpRequest, user: Any) -> None:
        """Begin a signed-in session under a new cookie."""
        super().login(request, user)
        membership.begin_session(request, user)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Let her act at once where she has one membership."""
        membership.act_as_only_membership(request)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def logout(self, request: HttpRequest) -> None:
        """End the session and its token; the trail is told while there is somebody to tell it."""
        membership.log_sign_out(request)
        super().logout(request)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Unless the second factor was shown in the last five minutes."""
        return not is_recently_authenticated(self.request)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The second factors: a password alone proves too little."""
        ways = super().get_reauthentication_methods(user)
        return sorted(
            (way for way in ways if way["id"] != "reauthenticate"),
            key=lambda way: "webauthn" not in way["id"],
        )

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """None: what happened stands on her page and in the trail, not in an inbox."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address tries are counted by. In production a proxy stands in front and names it."""
        return client_network(request) or "local"

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """None: our pages say what happened."""


def user_display(user: User) -> str:
    """The name a phone or a security key shows."""
    return user.login
