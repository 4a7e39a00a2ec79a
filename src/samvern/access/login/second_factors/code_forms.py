# SPDX-License-Identifier: EUPL-1.2
"""Codes: from an app, or one of those kept for a day without it."""

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.internal.flows import check_rate_limit, post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import get_totp_secret
from django import forms
from django.utils.translation import gettext_lazy as _

from samvern.access.forms import Form
from samvern.access.login.second_factors.totp import counter_of, use_code

LONGEST = 20


def _code_field(label: Any, help_text: Any = "") -> forms.CharField:
    attributes = {"inputmode": "numeric", "autocomplete": "one-time-code", "data-width": "6"}
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=LONGEST,
        widget=forms.TextInput(attrs=attributes),
    )


class CodeForm(Form):
    """On the way in."""

    reauthenticated = False
    code = _code_field(
        _("Code"), _("Six digits from your app, or one of your recovery codes (eight digits).")
    )

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user
        self.authenticator: Authenticator | None = None

    def clean_code(self) -> str:
        """A code that is hers and has not been used. Five wrong ones stop her for five minutes."""
        forget_tries = check_rate_limit(self.user)
        code = str(self.cleaned_data["code"])
        self.authenticator = use_code(self.user, code) or _use_recovery_code(self.user, code)
        if self.authenticator is None:
            raise get_adapter().validation_error("incorrect_code")
        forget_tries()
        return code

    def save(self) -> None:
        """Note what was shown."""
        assert self.authenticator is not None
        self.authenticator.user = self.user
        post_authentication(context.request, self.authenticator, self.reauthenticated)


class ReauthenticateCodeForm(CodeForm):
    """Once more, before an act that asks for it."""

    reauthenticated = True


class NewAppForm(Form):
    """A first code from a new app proves that it has read the secret."""

    code = _code_field(_("The six digits the app shows now"))

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user
        self.secret: str = get_totp_secret(regenerate=not self.is_bound)
        self.counter = 0

    def clean_code(self) -> str:
        """A code that fits the secret shown."""
        forget_tries = check_rate_limit(self.user, error_key="rate_limited")
        code = str(self.cleaned_data["code"])
        counter = counter_of(self.secret, code)
        if counter is None:
            raise get_adapter().validation_error("incorrect_code")
        forget_tries()
        self.counter = counter
        return code


def _use_recovery_code(user: Any, code: str) -> Authenticator | None:
    kept = Authenticator.objects.filter(
        user=user.pk, type=Authenticator.Type.RECOVERY_CODES
    ).first()
    return kept if kept and kept.wrap().validate_code("".join(code.split())) else None
