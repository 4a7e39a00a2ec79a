# SPDX-License-Identifier: EUPL-1.2
"""The forms of signing in: allauth's work in the workspace's manner, with our texts."""

from samvern.access.login.forms.codes import NewApp, Prove, SecondFactor
from samvern.access.login.forms.entrance import ChangePassword, ChoosePassword, SignIn
from samvern.access.login.forms.passkeys import (
    AddPasskey,
    EnterByPasskey,
    PasskeyFactor,
    ProveByPasskey,
)

__all__ = [
    "AddPasskey",
    "ChangePassword",
    "ChoosePassword",
    "EnterByPasskey",
    "NewApp",
    "PasskeyFactor",
    "Prove",
    "ProveByPasskey",
    "SecondFactor",
    "SignIn",
]
