# SPDX-License-Identifier: EUPL-1.2
"""What the trail says of tries to sign in."""

from samvern.access.purpose_keys import keyed_digest
from samvern.access.unit_of_work import REFUSED, log_act


def log_failed_attempt(way: str, login: str) -> None:
    """A try that failed. The name typed may be a password typed in the wrong field, so only a
    keyed digest of it is kept: enough to see that many tries were on one name.
    """
    name = keyed_digest("tried", login.strip().lower())[:8].hex() if login else ""
    log_act("login", outcome=REFUSED, way=way, name=name)
