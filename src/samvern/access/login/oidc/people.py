# SPDX-License-Identifier: EUPL-1.2
"""From an identity to a person of ours. Issuer and subject are kept as one keyed digest: the pair
is what counts, and the database holds nobody's national number.
"""

import hmac
from uuid import UUID

from django.conf import settings

from samvern.access.login.gate import ask
from samvern.access.login.keys import digest
from samvern.access.login.oidc.tokens import Identity


def user_of(identity: Identity) -> UUID | None:
    """The user linked to an identity."""
    found: UUID | None = ask("vouched_for", _name(identity))
    return found


def link(identity: Identity) -> bool:
    """Link an identity to who acts; false when it is somebody's already."""
    return bool(ask("vouch", _name(identity)))


def is_linked() -> bool:
    """Whether who acts has linked an identity."""
    return bool(ask("is_vouched"))


def unlink() -> None:
    """Take away the links of who acts."""
    ask("unvouch")


def session_name(issuer: str, session: str) -> bytes:
    """The name under which visits that rest on a session of the provider are found."""
    return digest("provider-session", issuer, session)


def end_session(issuer: str, session: str) -> int:
    """End the visits that rest on a session of the provider; how many."""
    name = session_name(issuer, session)
    mac = hmac.digest(settings.GATE_KEY, f"leave|{name.hex()}".encode(), "sha256")
    return int(ask("end_provider_visits", name, mac))


def _name(identity: Identity) -> bytes:
    return digest("identity", identity.issuer, identity.subject)
