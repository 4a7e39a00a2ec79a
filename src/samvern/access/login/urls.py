# SPDX-License-Identifier: EUPL-1.2
"""Addresses of signing in, below ``/<language>/workspace/``; allauth goes by their names.

Only what is listed here can be reached: signing up, e-mail addresses and resetting a password by
oneself, which allauth also offers, are not.
"""

from typing import Any

from django.conf import settings
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from samvern.access.login import demo_accounts
from samvern.access.login.invitations import views as invitation_views
from samvern.access.login.oidc import views as oidc_views
from samvern.access.login.second_factors import signals  # noqa: F401 (connects on import)
from samvern.access.login.sign_in import account_views
from samvern.access.login.sign_in import views as sign_in_views
from samvern.access.roles import SIGNED_IN

READ, SEND = frozenset(("GET", "HEAD")), frozenset(("POST",))
FORM = READ | SEND


def _door(address: str, view: Any, name: str, methods: frozenset[str] = FORM) -> URLPattern:
    """A page before anybody is signed in: for everybody, as its rule says."""
    return _held(address, view, name, frozenset(), methods)


def _prove(address: str, view: Any, name: str) -> URLPattern:
    return _held(address, view, name, frozenset(SIGNED_IN), FORM)


def _held(
    address: str, view: Any, name: str, roles: frozenset[str], methods: frozenset[str]
) -> URLPattern:
    """A page that answers to these methods and no others."""
    held = require_http_methods(sorted(methods))(view)
    held.rule = (roles, methods, False)
    found: URLPattern = path(address, held, name=name)
    return found


urlpatterns: list[URLPattern] = [
    _door("sign-in/", sign_in_views.SignInView.as_view(), "account_login"),
    _door("sign-in/passkey", sign_in_views.PasskeyView.as_view(), "mfa_login_webauthn"),
    _door("sign-in/code", sign_in_views.SecondFactorView.as_view(), "mfa_authenticate"),
    _door("sign-in/stopped", sign_in_views.stopped, "login_stopped", READ),
    _door("sign-in/give-up", sign_in_views.give_up, "login_give_up", SEND),
    _door("sign-in/invitation/<str:link>", invitation_views.invitation, "login_invitation"),
    _door("sign-in/enrol", invitation_views.enrol, "login_enrol"),
    _door("sign-in/choose", sign_in_views.choose_membership, "login_choose"),
    path("sign-in/prove", sign_in_views.reauthenticate, name="account_reauthenticate"),
    _prove(
        "sign-in/prove/code", sign_in_views.ReauthenticateByCodeView.as_view(), "mfa_reauthenticate"
    ),
    _prove(
        "sign-in/prove/passkey",
        sign_in_views.ReauthenticateByPasskeyView.as_view(),
        "mfa_reauthenticate_webauthn",
    ),
    _door("sign-in/provider", oidc_views.start, "login_provider", READ),
    _door("sign-in/provider/back", oidc_views.back, "login_provider_back", READ),
    _door("sign-in/provider/finish", oidc_views.finish, "login_provider_finish", READ),
    _door("sign-in/provider/left", oidc_views.left, "login_provider_left", READ),
    _door("sign-in/provider/logout", oidc_views.backchannel_logout, "login_provider_logout", SEND),
    _door("sign-out", sign_in_views.SignOutView.as_view(), "account_logout"),
    _door("signed-out", sign_in_views.ended, "login_ended", READ),
    path("account/", account_views.overview, name="mfa_index"),
    path("account/app", account_views.add_app, name="mfa_activate_totp"),
    path("account/passkey", account_views.add_passkey, name="mfa_add_webauthn"),
    path("account/remove/<int:number>", account_views.remove_factor, name="login_remove"),
    path("account/identity/remove", account_views.unlink_identity, name="login_unlink"),
    path("account/codes", account_views.codes, name="mfa_view_recovery_codes"),
    path("account/codes/new", account_views.new_codes, name="mfa_generate_recovery_codes"),
    path("account/password", account_views.change_password, name="account_change_password"),
    path("account/visits", account_views.end_visits, name="login_end_visits"),
]
if settings.ENVIRONMENT.mode == "demo":
    urlpatterns.append(_door("cast", demo_accounts.choose_demo_account, "login_cast", READ))
