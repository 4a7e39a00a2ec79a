# SPDX-License-Identifier: EUPL-1.2
"""What happens when a second factor is shown."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_used
from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver
from django.http import HttpRequest

from samvern.access.gate import announce_factor
from samvern.access.login import membership

WAYS = {
    Authenticator.Type.WEBAUTHN: "passkey",
    Authenticator.Type.TOTP: "code",
    Authenticator.Type.RECOVERY_CODES: "recovery",
}


@receiver(authenticator_used)
def note_authenticator_used(
    sender: Any,
    request: HttpRequest,
    authenticator: Authenticator,
    reauthenticated: bool,
    **kwargs: Any,
) -> None:
    """On the way in it says how she came; later it makes her token fresh."""
    if reauthenticated:
        membership.renew_authentication(request)
    else:
        membership.note_sign_in_method(request, WAYS[Authenticator.Type(authenticator.type)])


@receiver(pre_save, sender=Authenticator)
def announce_saving(sender: Any, instance: Authenticator, **kwargs: Any) -> None:
    """Tell the database what is about to be written; it takes no factor it was not told of."""
    announce_factor(instance.user_id, instance.type, instance.data)


@receiver(pre_delete, sender=Authenticator)
def announce_deleting(sender: Any, instance: Authenticator, **kwargs: Any) -> None:
    """Tell the database whose factors are about to go."""
    announce_factor(instance.user_id, "delete")
