# SPDX-License-Identifier: EUPL-1.2
"""The forms of signing in: allauth's work in the workspace's manner, with our texts."""

from samvern.access.login.passwords.forms import ChangePasswordForm, ChoosePasswordForm, SignInForm
from samvern.access.login.second_factors.code_forms import (
    CodeForm,
    NewAppForm,
    ReauthenticateCodeForm,
)
from samvern.access.login.second_factors.passkey_forms import (
    AddPasskeyForm,
    PasskeyForm,
    ReauthenticatePasskeyForm,
    SignInPasskeyForm,
)

__all__ = [
    "AddPasskeyForm",
    "ChangePasswordForm",
    "ChoosePasswordForm",
    "CodeForm",
    "NewAppForm",
    "PasskeyForm",
    "ReauthenticateCodeForm",
    "ReauthenticatePasskeyForm",
    "SignInForm",
    "SignInPasskeyForm",
]
