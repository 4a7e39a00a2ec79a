# SPDX-License-Identifier: EUPL-1.2
"""Making second factors."""

from io import BytesIO

import qrcode
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import clear_totp_secret
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from qrcode.image.svg import SvgPathImage

from samvern.access.login.second_factors.code_forms import NewAppForm
from samvern.access.login.second_factors.passkey_forms import AddPasskeyForm
from samvern.access.login.second_factors.totp import add_app
from samvern.access.models import User
from samvern.access.unit_of_work import log_act

KIND = Authenticator.Type


def totp_qr_code(user: User, secret: str) -> SafeString:
    """The QR code an app reads, drawn here as SVG: the secret goes to nobody else."""
    address = get_adapter().build_totp_url(user, secret)
    drawn = BytesIO()
    qrcode.make(address, image_factory=SvgPathImage).save(drawn)
    text = drawn.getvalue().decode()
    return mark_safe(text[text.index("<svg") :])  # noqa: S308  # our own drawing


def save_app(request: HttpRequest, user: User, form: NewAppForm) -> None:
    """Keep an app that has shown a right code."""
    add_app(user, form.secret, form.counter)
    clear_totp_secret(request)
    log_act("login.factor", made="app")


def save_passkey(user: User, form: AddPasskeyForm) -> None:
    """Keep a passkey that has answered."""
    cleaned = form.cleaned_data
    WebAuthn.add(user, cleaned["name"], cleaned["credential"])
    log_act("login.factor", made="passkey")


def renew_recovery_codes(user: User) -> None:
    """New recovery codes, shown once on the next page; the old ones no longer work."""
    Authenticator.objects.filter(user=user.pk, type=KIND.RECOVERY_CODES).delete()
    RecoveryCodes.activate(user)


def recovery_codes_to_show(user: User) -> tuple[list[str], int]:
    """Codes not shown before, else none; and how many are unused."""
    kept = Authenticator.objects.filter(user=user.pk, type=KIND.RECOVERY_CODES).first()
    if kept is None:
        return [], 0
    codes = kept.wrap()
    unused, was_shown = codes.get_unused_codes(), codes.did_view
    codes.mark_as_viewed()
    return ([] if was_shown else unused), len(unused)
