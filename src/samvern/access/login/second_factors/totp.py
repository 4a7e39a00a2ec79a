# SPDX-License-Identifier: EUPL-1.2
"""Codes of an app (TOTP, RFC 6238): good for one use, and for half a minute to either side."""

import hmac
import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt, encrypt

from samvern.access.models import User

STEP = 30
LAST = "last_counter"


def counter_of(secret: str, code: str, after: int = -1) -> int | None:
    """The number of the half minute a code belongs to, if it is now, the one before or after.

    A code is good once (RFC 6238 § 5.2): only later half minutes than ``after`` count.
    """
    bare = "".join(code.split())
    now, found = now_counter(), None
    for counter in (now - 1, now, now + 1):
        expected = hotp_code(secret, counter)
        if hmac.compare_digest(bare.encode(), expected.encode()) and counter > after:
            found = counter
    return found


def now_counter() -> int:
    """The number of the present half minute."""
    return int(time.time()) // STEP


def hotp_code(secret: str, counter: int) -> str:
    """The code an app shows in a half minute."""
    return str(format_hotp_value(hotp_value(secret, counter)))


def use_code(user: User, code: str) -> Authenticator | None:
    """The app of the user whose code this is, unless it was used; now it is.

    The row is locked, so of two who bring the same code at once one gets in.
    """
    apps = Authenticator.objects.select_for_update()
    app = apps.filter(user=user.pk, type=Authenticator.Type.TOTP).first()
    if app is None:
        return None
    counter = counter_of(decrypt(app.data["secret"]), code, app.data.get(LAST, -1))
    if counter is None:
        return None
    app.data[LAST] = counter
    app.save(update_fields=["data"])
    return app


def add_app(user: User, secret: str, counter: int) -> Authenticator:
    """Keep an app's secret, sealed; the code that proved it counts as used."""
    made: Authenticator = Authenticator.objects.create(
        user_id=user.pk,
        type=Authenticator.Type.TOTP,
        data={"secret": encrypt(secret), LAST: counter},
    )
    return made
