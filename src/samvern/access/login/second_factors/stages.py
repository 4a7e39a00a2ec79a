# SPDX-License-Identifier: EUPL-1.2
"""What stands between a right password and the workspace."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.stages import LoginStage
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest
from django.shortcuts import redirect

from samvern.access.login.second_factors.adapter import has_factor

INVITATION = "invited"
"""In the session: the user who came with an invitation, and its key."""
OIDC = "oidc"


class EnrolStage(LoginStage):  # type: ignore[misc]
    """Whoever has no second factor makes one now, if she came with an invitation.

    A password alone never makes one: whoever learned it would make his own.
    """

    key = "enrol"
    urlname = "login_enrol"

    def handle(self) -> tuple[Any, bool]:
        """Go on, go and make one, or stop."""
        user = self.login.user
        if has_factor(user) or vouched_strongly(self.request, user):
            return None, True
        if came_invited(self.request, user):
            return redirect("login_enrol"), True
        return redirect("login_stopped"), False


class SecondFactorStage(AuthenticateStage):  # type: ignore[misc]
    """The second factor, for everybody."""

    def _should_handle(self, request: HttpRequest) -> bool:
        user = self.login.user
        made_now = (
            self.login.state.get("stages", {}).get(EnrolStage.key, {}).get("data", {}).get("made")
        )
        if made_now or vouched_strongly(request, user):
            return False
        records = get_authentication_records(request, user)
        return not any(record.get("passwordless") for record in records)


def came_invited(request: HttpRequest, user: Any) -> bool:
    """Whether this session began with that user's invitation."""
    invited = request.session.get(INVITATION)
    return invited is not None and bool(invited["user"] == str(user.pk))


def vouched_strongly(request: HttpRequest, user: Any) -> bool:
    """Whether a provider vouched for her at a level that counts as two factors."""
    records = get_authentication_records(request, user)
    return any(record["method"] == OIDC and record.get("strong") for record in records)
