# SPDX-License-Identifier: EUPL-1.2
"""What the trail says of tries to sign in."""

from samvern.access import audit
from samvern.access.purpose_keys import keyed_digest


def log_failed_attempt(way: str, login: str) -> None:
    """A try that failed. The name typed may be a password typed in the wrong field, so only a
    keyed digest of it is kept: enough to see that many tries were on one name.
    """
    name = keyed_digest("tried", login.strip().lower())[:8].hex() if login else ""
    audit.log_act("login", outcome=audit.REFUSED, way=way, name=name)
