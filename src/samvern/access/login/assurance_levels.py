# SPDX-License-Identifier: EUPL-1.2
"""How strong a way of signing in is, and what a role asks for.

Ways are ``passkey``, ``code`` and ``recovery`` for our own factors, and the ``acr`` of a provider.
"""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from samvern.access.roles import CASEWORK

SUBSTANTIAL, HIGH = 3, 4
"""eIDAS levels of assurance, as Norway's framework counts them (nivå 3 betydelig, 4 høyt)."""
LEVELS = {
    "passkey": HIGH,
    "code": SUBSTANTIAL,
    "recovery": SUBSTANTIAL,
    "idporten-loa-substantial": SUBSTANTIAL,
    "idporten-loa-high": HIGH,
}


SIGN_IN_LABELS: dict[str, Any] = {
    "passkey": _("Passkey"),
    "code": _("Code"),
    "recovery": _("Recovery code"),
    "idporten-loa-substantial": _("Through ID-porten or Ansattporten, substantial level"),
    "idporten-loa-high": _("Through ID-porten or Ansattporten, high level"),
}
"""What each way of ``LEVELS`` is called in the trail."""


def is_strong(acr: str) -> bool:
    """Whether a provider's level counts as password and second factor together."""
    return acr in settings.OIDC_LEVELS and LEVELS.get(acr, 0) >= SUBSTANTIAL


def is_sufficient(how: str, role: str) -> bool:
    """Whether a way of signing in is enough for a role.

    Our own factors are: the registration was face to face with an administrator. From a provider,
    work with cases needs the level the settings name, and other roles any accepted one.
    """
    if how not in settings.OIDC_LEVELS:
        return LEVELS.get(how, 0) >= SUBSTANTIAL
    asked = HIGH if settings.OIDC_CASEWORK == "high" else SUBSTANTIAL
    return role not in CASEWORK or LEVELS.get(how, 0) >= asked
