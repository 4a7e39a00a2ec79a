# SPDX-License-Identifier: EUPL-1.2
"""From an identity to a person of ours. Issuer and subject are kept as one keyed digest: the pair
is what counts, and the database holds nobody's national number.
"""

import hmac
from uuid import UUID

from django.conf import settings

from samvern.access.gate import fetch_value
from samvern.access.login.oidc.tokens import Identity
from samvern.access.purpose_keys import keyed_digest


def find_user_id(identity: Identity) -> UUID | None:
    """The user linked to an identity."""
    found: UUID | None = fetch_value("vouched_for", _identity_digest(identity))
    return found


def link_identity(identity: Identity) -> bool:
    """Link an identity to who acts; false when it is somebody's already."""
    return bool(fetch_value("vouch", _identity_digest(identity)))


def has_linked_identity() -> bool:
    """Whether who acts has linked an identity."""
    return bool(fetch_value("is_vouched"))


def unlink_identities() -> None:
    """Take away the links of who acts."""
    fetch_value("unvouch")


def provider_session_digest(issuer: str, session: str) -> bytes:
    """The name under which sessions that rest on a session of the provider are found."""
    return keyed_digest("provider-session", issuer, session)


def end_provider_sessions(issuer: str, session: str) -> int:
    """End the sessions that rest on a session of the provider; how many."""
    name = provider_session_digest(issuer, session)
    mac = hmac.digest(settings.GATE_KEY, f"leave|{name.hex()}".encode(), "sha256")
    return int(fetch_value("end_provider_visits", name, mac))


def _identity_digest(identity: Identity) -> bytes:
    return keyed_digest("identity", identity.issuer, identity.subject)
