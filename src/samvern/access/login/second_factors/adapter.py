# SPDX-License-Identifier: EUPL-1.2
"""Second factors: their secrets sealed, and never fewer than one."""

import base64
from typing import Any, ClassVar

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext_lazy as _

from samvern.access.login.adapter import AccountAdapter
from samvern.access.purpose_keys import lasting_key
from samvern.common.sealed_box import seal, unseal

PURPOSE = "second-factor"
STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """What allauth asks about second factors."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_delete_authenticator": _("This is your only way to sign in. Add another first."),
    }

    def encrypt(self, text: str) -> str:
        """Seal the secret of an app, or the seed of recovery codes."""
        return base64.b64encode(seal(lasting_key(PURPOSE), text.encode(), b"")).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open it."""
        return unseal(lasting_key(PURPOSE), base64.b64decode(encrypted_text), b"").decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Unless it is the last."""
        others = Authenticator.objects.filter(user=authenticator.user_id, type__in=STRONG)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def get_totp_issuer(self) -> str:
        """The name an app shows above the code."""
        return "Samvern"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """For whom a passkey is made: the host people see."""
        return {"id": context.request.get_host().partition(":")[0], "name": "Samvern"}

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """None, as for passwords."""


def has_factor(user: Any) -> bool:
    """Whether a person has an app or a passkey."""
    return bool(Authenticator.objects.filter(user=user, type__in=STRONG).exists())
