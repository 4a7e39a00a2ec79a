# SPDX-License-Identifier: EUPL-1.2
"""What was asked of all other organisations, on its way to those it is for."""

from samvern.access.actor import Actor
from samvern.identity.search.domain import reach_others


def reach_all(*, actor: Actor) -> None:
    """Bring the questions of this organisation to those they are for (a job).

    The page that asks does it at once; one that died before it left its question waiting.
    """
    reach_others(actor=actor)
