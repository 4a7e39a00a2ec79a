# SPDX-License-Identifier: EUPL-1.2
"""Addresses of signing in, below ``/<language>/workspace/``; allauth goes by their names.

Only what is listed here can be reached: signing up, e-mail addresses and resetting a password by
oneself, which allauth also offers, are not.
"""

from django.conf import settings
from django.urls import URLPattern, path

from samvern.access.login import signals  # noqa: F401 (connects on import)
from samvern.access.login.oidc import views as provider
from samvern.access.login.views import account, cast, choose, enrol, entrance, prove

urlpatterns: list[URLPattern] = [
    path("sign-in/", entrance.SignInView.as_view(), name="account_login"),
    path("sign-in/passkey", entrance.PasskeyView.as_view(), name="mfa_login_webauthn"),
    path("sign-in/code", entrance.SecondFactorView.as_view(), name="mfa_authenticate"),
    path("sign-in/stopped", entrance.stopped, name="login_stopped"),
    path("sign-in/give-up", entrance.give_up, name="login_give_up"),
    path("sign-in/invitation/<str:link>", enrol.invitation, name="login_invitation"),
    path("sign-in/enrol", enrol.enrol, name="login_enrol"),
    path("sign-in/choose", choose.choose, name="login_choose"),
    path("sign-in/prove", prove.prove, name="account_reauthenticate"),
    path("sign-in/prove/code", prove.ProveByCode.as_view(), name="mfa_reauthenticate"),
    path("sign-in/prove/passkey", prove.ProveByKey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("sign-in/provider", provider.start, name="login_provider"),
    path("sign-in/provider/back", provider.back, name="login_provider_back"),
    path("sign-in/provider/finish", provider.finish, name="login_provider_finish"),
    path("sign-in/provider/left", provider.left, name="login_provider_left"),
    path("sign-in/provider/logout", provider.told_to_leave, name="login_provider_logout"),
    path("sign-out", entrance.SignOutView.as_view(), name="account_logout"),
    path("signed-out", entrance.ended, name="login_ended"),
    path("account/", account.overview, name="mfa_index"),
    path("account/app", account.add_app, name="mfa_activate_totp"),
    path("account/passkey", account.add_passkey, name="mfa_add_webauthn"),
    path("account/remove/<int:number>", account.remove_factor, name="login_remove"),
    path("account/codes", account.codes, name="mfa_view_recovery_codes"),
    path("account/codes/new", account.new_codes, name="mfa_generate_recovery_codes"),
    path("account/password", account.change_password, name="account_change_password"),
    path("account/visits", account.end_visits, name="login_end_visits"),
]
if settings.ENVIRONMENT.mode == "demo":
    urlpatterns.append(path("cast", cast.cast, name="login_cast"))
