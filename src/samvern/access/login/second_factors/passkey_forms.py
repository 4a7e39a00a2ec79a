# SPDX-License-Identifier: EUPL-1.2
"""Passkeys (WebAuthn): the answers browsers bring, judged without trusting their form."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import InvalidSignature
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from fido2.utils import websafe_decode

from samvern.access.fields.text import SingleLineField
from samvern.access.forms import Form, WorkspaceFormMixin
from samvern.access.gate import announce_user

LONGEST_NAME = 60

ILL_FORMED = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    OverflowError,
    RecursionError,
    InvalidSignature,
    struct.error,
)
"""What the library raises at answers no browser sends, and at a wrong signature."""

REFUSED = _("The passkey was not accepted. Try once more, or sign in with your password.")


class AddPasskeyForm(Form):
    """A new passkey, and what the person calls it."""

    name = SingleLineField(
        label=_("Name of the passkey"),
        help_text=_("So that you know it again, such as “Work phone”."),
        limit=LONGEST_NAME,
        required=False,
    )
    credential = forms.JSONField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user

    def clean_name(self) -> str:
        """What was written, else a number: the passkey is made by then, and is not thrown away."""
        number = Authenticator.objects.filter(
            user=self.user.pk, type=Authenticator.Type.WEBAUTHN
        ).count()
        return str(self.cleaned_data["name"] or _("Passkey %(n)d") % {"n": number + 1})

    def clean_credential(self) -> Any:
        """One made for us just now, by somebody who unlocked it."""
        credential = self.cleaned_data["credential"]
        with _refusing_ill_formed():
            auth.parse_registration_response(credential)
            if not auth.complete_registration(credential).is_user_verified():
                raise ValueError("not unlocked")
        return credential


class PasskeyForm(WorkspaceFormMixin, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as the second factor on the way in."""

    def clean_credential(self) -> Authenticator:
        """The passkey that answered; it is hers."""
        with _refusing_ill_formed():
            found: Authenticator = super().clean_credential()
        return found


class SignInPasskeyForm(PasskeyForm):
    """A passkey alone, which is both factors: the thing, and the finger or PIN that unlocks it."""

    passwordless = True

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, user=None, **options)

    def clean_credential(self) -> Authenticator:
        """The passkey names its user; only then can her row be read and the signature checked."""
        with _refusing_ill_formed():
            handle = self.cleaned_data["credential"]["response"]["userHandle"]
            announce_user(websafe_decode(handle).decode())
        return super().clean_credential()


class ReauthenticatePasskeyForm(PasskeyForm):
    """Once more, before an act that asks for it."""

    reauthenticated = True


@contextmanager
def _refusing_ill_formed() -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        is_limit = error.code == "too_many_login_attempts"
        raise error if is_limit else _refusal() from error
    except ILL_FORMED as error:
        raise _refusal() from error


def _refusal() -> ValidationError:
    """One text for every reason."""
    return ValidationError(REFUSED, code="passkey")
