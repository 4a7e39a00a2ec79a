# SPDX-License-Identifier: EUPL-1.2
"""Whom to ring: a name and a number at work, as one side of something tells the other."""

import json
from dataclasses import asdict, dataclass

from django.db import connection
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.errors import Refused
from samvern.access.models import Member
from samvern.law.phones import can_be_dialled, dialled


@dataclass(frozen=True)
class Call:
    """Somebody to ring; ``phone`` as it was typed."""

    name: str = ""
    phone: str = ""

    @property
    def tel(self) -> str:
        """As a telephone dials it."""
        return dialled(self.phone)

    def __bool__(self) -> bool:
        return bool(self.name and self.phone)


def own_call(actor: Actor) -> Call:
    """The actor, with her number at work, else her unit's; without a number where there is none."""
    row = Member.objects.filter(pk=actor.member_id).select_related("unit").first()
    return call_of(row) if row else Call(actor.name)


def call_of(member: Member) -> Call:
    """A member, with her number at work, else her unit's."""
    return Call(member.name, member.phone or (member.unit.phone if member.unit else ""))


def whom_to_ring(actor: Actor, name: str, phone: str) -> Call:
    """The call as it was written, else the actor herself.

    Raises:
        Refused: nobody can be rung, or the number cannot be one.
    """
    call = Call(name.strip(), phone.strip()) if name.strip() or phone.strip() else own_call(actor)
    if not call:
        raise Refused({"call_phone": _("Write whom the other side can ring, with a number.")})
    if not can_be_dialled(call.phone):
        raise Refused({"call_phone": _("Write a telephone number, such as 22 33 44 55.")})
    return call


def write_own_phone(*, actor: Actor, phone: str) -> bool:
    """Write the actor's own number at work, or take it away; whether it was hers to write.

    Raises:
        Refused: it cannot be a number.
    """
    if phone and not can_be_dialled(phone):
        raise Refused({"phone": _("Write a telephone number, such as 22 33 44 55.")})
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.write_phone(%s)", [phone.strip()])
        done: bool = cursor.fetchone()[0]
    record("member.phone", object=actor.member_id)
    return done


def written(call: Call) -> str:
    """As text to be sealed."""
    return json.dumps(asdict(call), ensure_ascii=False)


def read(text: str) -> Call:
    """From sealed text; empty where there is none."""
    return Call(**json.loads(text)) if text else Call()
