# SPDX-License-Identifier: EUPL-1.2
"""Whom to ring: a name and a number at work, as one side of something tells the other."""

import json
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.gate import fetch_value
from samvern.access.models import Member
from samvern.access.unit_of_work import log_act
from samvern.law.phones import can_be_dialled, dialled


@dataclass(frozen=True)
class ContactPerson:
    """Somebody to ring; ``phone`` as it was typed."""

    name: str = ""
    phone: str = ""

    @property
    def tel(self) -> str:
        """As a telephone dials it."""
        return dialled(self.phone)

    def __bool__(self) -> bool:
        return bool(self.name and self.phone)


def own_contact_person(actor: Actor) -> ContactPerson:
    """The actor, with her number at work, else her unit's; without a number where there is none."""
    row = Member.objects.filter(pk=actor.member_id).select_related("unit").first()
    return contact_person_of(row) if row else ContactPerson(actor.name)


def contact_person_of(member: Member) -> ContactPerson:
    """A member, with her number at work, else her unit's."""
    return ContactPerson(member.name, member.phone or (member.unit.phone if member.unit else ""))


def chosen_contact_person(actor: Actor, name: str, phone: str) -> ContactPerson:
    """The call as it was written, else the actor herself.

    Raises:
        Rejected: nobody can be rung, or the number cannot be one.
    """
    call = (
        ContactPerson(name.strip(), phone.strip())
        if name.strip() or phone.strip()
        else own_contact_person(actor)
    )
    if not call:
        raise Rejected({"call_phone": _("Write whom the other side can ring, with a number.")})
    if not can_be_dialled(call.phone):
        raise Rejected({"call_phone": _("Write a telephone number, such as 22 33 44 55.")})
    return call


def save_own_phone(*, actor: Actor, phone: str) -> bool:
    """Write the actor's own number at work, or take it away; whether it was hers to write.

    Raises:
        Rejected: it cannot be a number.
    """
    if phone and not can_be_dialled(phone):
        raise Rejected({"phone": _("Write a telephone number, such as 22 33 44 55.")})
    done: bool = fetch_value("write_phone", phone.strip())
    log_act("member.phone", object=actor.member_id)
    return done


def dump_contact_person(call: ContactPerson) -> str:
    """As text to be sealed."""
    return json.dumps(asdict(call), ensure_ascii=False)


def load_contact_person(text: str) -> ContactPerson:
    """From sealed text; empty where there is none."""
    return ContactPerson(**json.loads(text)) if text else ContactPerson()
