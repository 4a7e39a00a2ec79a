# SPDX-License-Identifier: EUPL-1.2
"""What a program may know of itself."""

from samvern.access.actor import Actor
from samvern.access.errors import Absent
from samvern.coordination.models import Program


def read_self(*, actor: Actor) -> Program:
    """The program that asks.

    Raises:
        Absent: the actor is none.
    """
    found = Program.objects.filter(member_id=actor.member_id).first()
    if found is None:
        raise Absent("program")
    return found
