# SPDX-License-Identifier: EUPL-1.2
"""Addresses of signing in, below ``/<language>/workspace/``; allauth goes by their names.

Only what is listed here can be reached: signing up, e-mail addresses and resetting a password by
oneself, which allauth also offers, are not.
"""

from typing import Any

from django.conf import settings
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from samvern.access.login import demo_accounts as cast
from samvern.access.login.invitations import views as enrol
from samvern.access.login.oidc import views as provider
from samvern.access.login.second_factors import signals  # noqa: F401 (connects on import)
from samvern.access.login.sign_in import account_views as account
from samvern.access.login.sign_in import views as choose
from samvern.access.login.sign_in import views as entrance
from samvern.access.login.sign_in import views as prove
from samvern.access.roles import PEOPLE

READ, SEND = frozenset(("GET", "HEAD")), frozenset(("POST",))
FORM = READ | SEND


def _door(address: str, view: Any, name: str, methods: frozenset[str] = FORM) -> URLPattern:
    """A page before anybody is signed in: for everybody, as its rule says."""
    return _held(address, view, name, frozenset(), methods)


def _prove(address: str, view: Any, name: str) -> URLPattern:
    return _held(address, view, name, frozenset(PEOPLE), FORM)


def _held(
    address: str, view: Any, name: str, roles: frozenset[str], methods: frozenset[str]
) -> URLPattern:
    """A page that answers to these methods and no others."""
    held = require_http_methods(sorted(methods))(view)
    held.rule = (roles, methods, False)
    found: URLPattern = path(address, held, name=name)
    return found


urlpatterns: list[URLPattern] = [
    _door("sign-in/", entrance.SignInView.as_view(), "account_login"),
    _door("sign-in/passkey", entrance.PasskeyView.as_view(), "mfa_login_webauthn"),
    _door("sign-in/code", entrance.SecondFactorView.as_view(), "mfa_authenticate"),
    _door("sign-in/stopped", entrance.stopped, "login_stopped", READ),
    _door("sign-in/give-up", entrance.give_up, "login_give_up", SEND),
    _door("sign-in/invitation/<str:link>", enrol.invitation, "login_invitation"),
    _door("sign-in/enrol", enrol.enrol, "login_enrol"),
    _door("sign-in/choose", choose.choose_membership, "login_choose"),
    path("sign-in/prove", prove.reauthenticate, name="account_reauthenticate"),
    _prove("sign-in/prove/code", prove.ReauthenticateByCodeView.as_view(), "mfa_reauthenticate"),
    _prove(
        "sign-in/prove/passkey",
        prove.ReauthenticateByPasskeyView.as_view(),
        "mfa_reauthenticate_webauthn",
    ),
    _door("sign-in/provider", provider.start, "login_provider", READ),
    _door("sign-in/provider/back", provider.back, "login_provider_back", READ),
    _door("sign-in/provider/finish", provider.finish, "login_provider_finish", READ),
    _door("sign-in/provider/left", provider.left, "login_provider_left", READ),
    _door("sign-in/provider/logout", provider.backchannel_logout, "login_provider_logout", SEND),
    _door("sign-out", entrance.SignOutView.as_view(), "account_logout"),
    _door("signed-out", entrance.ended, "login_ended", READ),
    path("account/", account.overview, name="mfa_index"),
    path("account/app", account.add_app, name="mfa_activate_totp"),
    path("account/passkey", account.add_passkey, name="mfa_add_webauthn"),
    path("account/remove/<int:number>", account.remove_factor, name="login_remove"),
    path("account/identity/remove", account.unlink_identity, name="login_unlink"),
    path("account/codes", account.codes, name="mfa_view_recovery_codes"),
    path("account/codes/new", account.new_codes, name="mfa_generate_recovery_codes"),
    path("account/password", account.change_password, name="account_change_password"),
    path("account/visits", account.end_visits, name="login_end_visits"),
]
if settings.ENVIRONMENT.mode == "demo":
    urlpatterns.append(_door("cast", cast.choose_demo_account, "login_cast", READ))
