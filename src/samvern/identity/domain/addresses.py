# SPDX-License-Identifier: EUPL-1.2
"""Where a person in hiding lives (folkeregisterloven § 10-4). A core rule, never overridden.

It opens to whoever recorded it and to those named on it, while they are on the case's team, in
the five minutes after they proved who they are. The database holds this; here it is only asked.
A reader is proposed by one who reads and approved by a second person, who need not read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record, see
from samvern.access.budget import spend
from samvern.access.errors import Absent, NotFresh, Refused
from samvern.access.locking import change
from samvern.access.models import Member, TeamMember
from samvern.access.roles import CASEWORK
from samvern.identity.domain.claims import Subject
from samvern.identity.domain.sealing import seal, unseal
from samvern.identity.models import AddressReader, ProtectedAddress

FIELD = "protectedaddress.address"


@dataclass(frozen=True, slots=True)
class Opened:
    """A protected address as one of its readers sees it."""

    row: ProtectedAddress
    text: str
    readers: list[AddressReader]


def record_address(*, actor: Actor, person: Subject, grade: str, text: str) -> ProtectedAddress:
    """Seal an address; whoever records it is its first reader.

    Raises:
        Refused: the actor is not on the case's team, so she could not read what she writes.
    """
    if not TeamMember.objects.filter(
        case_id=person.case_id, member_id=actor.member_id, ended_at=None
    ).exists():
        raise Refused(_("Only those on the case can record a protected address."))
    id = uuid4()
    address = ProtectedAddress(
        id=id,
        case_id=person.case_id,
        person_id=person.pk,
        grade=grade,
        address_sealed=seal(person.pk, FIELD, id, text),
        created_by_id=actor.member_id,
    )
    address.save(force_insert=True)
    record("address.add", case=person.case_id, object=id, grade=grade)
    return address


def read_addresses(*, actor: Actor, person: Subject) -> list[Opened]:
    """The protected addresses of a person that open to the actor; none where there is none.

    Raises:
        NotFresh: she has not proved who she is in the last five minutes.
        TooMuch: she has looked at more people than her work should need.
    """
    if not actor.is_fresh:
        raise NotFresh
    rows = list(_of(person))
    for row in rows:
        spend("identity.reveal", about=row.pk)
        see("address.read", case=row.case_id, object=row.pk, rows=1)
    return [_opened(row) for row in rows]


def get_address(actor: Actor, person: Subject, id: UUID) -> ProtectedAddress:
    """A protected address that opens to the actor now.

    Raises:
        NotFresh: she has not proved who she is in the last five minutes.
        Absent: there is none for her.
    """
    if not actor.is_fresh:
        raise NotFresh
    found = _of(person).filter(pk=id).first()
    if found is None:
        raise Absent("address", id)
    return found


def saved(actor: Actor, address: ProtectedAddress) -> dict[str, object]:
    """What an address holds, for the form that changes it; reading it is counted and told."""
    spend("identity.reveal", about=address.pk)
    see("address.read", case=address.case_id, object=address.pk, rows=1)
    text = unseal(address.person_id, FIELD, address.pk, address.address_sealed)
    return {"grade": address.grade, "text": text, "version": address.version}


def change_address(
    *, actor: Actor, address: ProtectedAddress, expected: int, grade: str, text: str
) -> ProtectedAddress:
    """Write a new address or grade over the old one; an address left behind is kept nowhere.

    Raises:
        Conflict: somebody changed it in the meantime.
    """
    sealed = seal(address.person_id, FIELD, address.pk, text)
    changed = change(address, expected=expected, grade=grade, address_sealed=sealed)
    record("address.change", case=address.case_id, object=address.pk, grade=grade)
    return changed


def propose_reader(
    *, actor: Actor, address: ProtectedAddress, member_id: UUID, asked_id: UUID
) -> AddressReader:
    """Name somebody on an address and ask a second person to approve.

    Raises:
        Refused: the three are not three, or the member is named already.
    """
    if len({actor.member_id, member_id, asked_id}) < 3:
        raise Refused(_("You, the reader and the one who approves must be three people."))
    reader = AddressReader(
        case_id=address.case_id,
        address=address,
        member_id=member_id,
        proposed_by_id=actor.member_id,
        asked_id=asked_id,
    )
    try:
        with transaction.atomic():
            reader.save(force_insert=True)
    except IntegrityError:
        raise Refused(_("She is already named on this address.")) from None
    record("address.propose", case=address.case_id, object=reader.pk, reader=member_id)
    return reader


def approve_reader(*, actor: Actor, case_id: UUID, id: UUID) -> AddressReader:
    """Say yes to a reader, as the one who was asked. It does not open the address to the actor.

    Raises:
        NotFresh: she has not proved who she is in the last five minutes.
        Absent: nobody asked her, or it was answered.
    """
    if not actor.is_fresh:
        raise NotFresh
    waiting = _waiting(actor, case_id).filter(pk=id).first()
    if waiting is None or not _waiting(actor, case_id).filter(pk=id).update(
        approved_by_id=actor.member_id
    ):
        raise Absent("reader", id)
    record("address.approve", case=case_id, object=id, reader=waiting.member_id)
    return waiting


def end_reader(*, actor: Actor, address: ProtectedAddress, id: UUID) -> None:
    """Take a name off an address, or take back a proposal.

    Raises:
        Absent: there is no such name on it.
    """
    living = AddressReader.objects.filter(address=address, pk=id, ended_at=None)
    if not living.update(ended_at=timezone.now()):
        raise Absent("reader", id)
    record("address.end_reader", case=address.case_id, object=id)


def waiting_for(actor: Actor, case_id: UUID) -> list[AddressReader]:
    """Readers of addresses in a case whom the actor was asked to approve."""
    return list(_waiting(actor, case_id).select_related("member", "proposed_by"))


def possible_readers(actor: Actor, case_id: UUID) -> list[Member]:
    """Those on the case's team, but for the actor."""
    team = TeamMember.objects.filter(case_id=case_id, ended_at=None).values("member_id")
    return list(Member.objects.filter(pk__in=team).exclude(pk=actor.member_id))


def possible_approvers(actor: Actor) -> list[Member]:
    """Colleagues who work with cases, but for the actor."""
    colleagues = Member.objects.filter(
        organisation_id=actor.organisation_id, role__in=CASEWORK, until=None
    )
    return list(colleagues.exclude(pk=actor.member_id))


def _opened(row: ProtectedAddress) -> Opened:
    readers = row.readers.filter(ended_at=None).select_related("member", "proposed_by", "asked")
    text = unseal(row.person_id, FIELD, row.pk, row.address_sealed)
    return Opened(row, text, list(readers))


def _of(person: Subject) -> models.QuerySet[ProtectedAddress]:
    return ProtectedAddress.objects.filter(case_id=person.case_id, person_id=person.pk).order_by(
        "created_at"
    )


def _waiting(actor: Actor, case_id: UUID) -> models.QuerySet[AddressReader]:
    return AddressReader.objects.filter(
        case_id=case_id, asked_id=actor.member_id, approved_by=None, ended_at=None
    )
