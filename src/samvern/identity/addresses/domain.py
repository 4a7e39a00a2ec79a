# SPDX-License-Identifier: EUPL-1.2
"""Where a person in hiding lives (folkeregisterloven § 10-4). A core rule, never overridden.

It opens to whoever recorded it and to those named on it, while they are on the case's team, in
the five minutes after they proved who they are, once it is committed that they asked to read it.
The database holds this; here it is only asked.
A reader is proposed by one who reads and approved by a second person, who need not read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, ReauthenticationRequired, Rejected
from samvern.access.gate import fetch_value
from samvern.access.models import Member, TeamMember
from samvern.access.optimistic_locking import update_versioned
from samvern.access.quotas import ask_counted, consume_quota
from samvern.access.roles import CASEWORK
from samvern.access.unit_of_work import log_act, log_read
from samvern.identity.claims.domain import Subject
from samvern.identity.models import AddressReader, ProtectedAddress
from samvern.identity.sealing import open_field, seal_fields, set_sealed


@dataclass(frozen=True, slots=True)
class AddressEntry:
    """A protected address as one of its readers sees it."""

    row: ProtectedAddress
    text: str
    readers: list[AddressReader]


def record_address(*, actor: Actor, person: Subject, grade: str, text: str) -> ProtectedAddress:
    """Seal an address; whoever records it is its first reader.

    Raises:
        Rejected: the actor is not on the case's team, so she could not read what she writes.
    """
    if not TeamMember.objects.filter(
        case_id=person.case_id, member_id=actor.member_id, ended_at=None
    ).exists():
        raise Rejected(_("Only those on the case can record a protected address."))
    address = ProtectedAddress(
        case_id=person.case_id,
        person_id=person.pk,
        grade=grade,
        created_by_id=actor.member_id,
    )
    set_sealed(address, address=text)
    address.save(force_insert=True)
    log_act("address.add", case=person.case_id, object=address.pk, grade=grade)
    return address


def read_addresses(*, actor: Actor, person: Subject) -> list[AddressEntry]:
    """The protected addresses of a person that open to the actor; none where there is none.

    Raises:
        ReauthenticationRequired: she has not proved who she is in the last five minutes.
        RateLimited: she has looked at more people than her work should need.
    """
    if not actor.is_fresh:
        raise ReauthenticationRequired
    _ask(person, again=True)
    return [_opened(row) for row in _of(person)]


def has_held_addresses(case_id: UUID) -> bool:
    """Whether addresses of the case are shut to the actor since her sign-in was renewed."""
    return bool(fetch_value("shut_to_me", case_id))


def get_address(actor: Actor, person: Subject, id: UUID) -> ProtectedAddress:
    """A protected address that opens to the actor now.

    Raises:
        ReauthenticationRequired: she has not proved who she is in the last five minutes.
        NotFound: there is none for her.
        RateLimited: she has looked at more people than her work should need.
    """
    if not actor.is_fresh:
        raise ReauthenticationRequired
    _ask(person, again=False)
    found = _of(person).filter(pk=id).first()
    if found is None:
        raise NotFound("address", id)
    return found


def read_saved_address(actor: Actor, address: ProtectedAddress) -> dict[str, object]:
    """What an address holds, for the form that changes it; reading it is counted and told."""
    consume_quota("identity.reveal", about=address.pk)
    log_read("address.read", case=address.case_id, object=address.pk, rows=1)
    text = open_field(address, "address")
    return {"grade": address.grade, "text": text, "version": address.version}


def change_address(
    *, actor: Actor, address: ProtectedAddress, expected: int, grade: str, text: str
) -> ProtectedAddress:
    """Write a new address or grade over the old one; an address left behind is kept nowhere.

    Raises:
        Conflict: somebody changed it in the meantime.
    """
    sealed = seal_fields(address, address=text)
    changed = update_versioned(address, expected=expected, grade=grade, **sealed)
    log_act("address.change", case=address.case_id, object=address.pk, grade=grade)
    return changed


def propose_reader(
    *, actor: Actor, address: ProtectedAddress, member_id: UUID, asked_id: UUID
) -> AddressReader:
    """Name somebody on an address and ask a second person to approve.

    Raises:
        Rejected: the three are not three, or the member is named already.
    """
    if len({actor.member_id, member_id, asked_id}) < 3:
        raise Rejected(_("You, the reader and the one who approves must be three people."))
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
        raise Rejected(_("She is already named on this address.")) from None
    log_act("address.propose", case=address.case_id, object=reader.pk, reader=member_id)
    return reader


def approve_reader(*, actor: Actor, case_id: UUID, id: UUID) -> AddressReader:
    """Say yes to a reader, as the one who was asked. It does not open the address to the actor.

    Raises:
        ReauthenticationRequired: she has not proved who she is in the last five minutes.
        NotFound: nobody asked her, or it was answered.
    """
    if not actor.is_fresh:
        raise ReauthenticationRequired
    waiting = _waiting(actor, case_id).filter(pk=id).first()
    if waiting is None or not _waiting(actor, case_id).filter(pk=id).update(
        approved_by_id=actor.member_id
    ):
        raise NotFound("reader", id)
    log_act("address.approve", case=case_id, object=id, reader=waiting.member_id)
    return waiting


def end_reader(*, actor: Actor, address: ProtectedAddress, id: UUID) -> None:
    """Take a name off an address, or take back a proposal.

    Raises:
        NotFound: there is no such name on it.
    """
    living = AddressReader.objects.filter(address=address, pk=id, ended_at=None)
    if not living.update(ended_at=timezone.now()):
        raise NotFound("reader", id)
    log_act("address.end_reader", case=address.case_id, object=id)


def list_waiting_readers(actor: Actor, case_id: UUID) -> list[AddressReader]:
    """Readers of addresses in a case whom the actor was asked to approve."""
    return list(_waiting(actor, case_id).select_related("member", "proposed_by"))


def list_possible_readers(actor: Actor, case_id: UUID) -> list[Member]:
    """Those on the case's team, but for the actor."""
    team = TeamMember.objects.filter(case_id=case_id, ended_at=None).values("member_id")
    return list(Member.objects.filter(pk__in=team).exclude(pk=actor.member_id))


def list_possible_approvers(actor: Actor) -> list[Member]:
    """Colleagues who work with cases, but for the actor."""
    colleagues = Member.objects.filter(
        organisation_id=actor.organisation_id,
        role__in=CASEWORK,
        until=None,
        confirmed_at__isnull=False,
    )
    return list(colleagues.exclude(pk=actor.member_id))


def _ask(person: Subject, *, again: bool) -> None:
    ask_counted("ask_addresses", "identity.reveal", person.pk, again)


def _opened(row: ProtectedAddress) -> AddressEntry:
    readers = row.readers.filter(ended_at=None).select_related("member", "proposed_by", "asked")
    text = open_field(row, "address")
    return AddressEntry(row, text, list(readers))


def _of(person: Subject) -> models.QuerySet[ProtectedAddress]:
    return ProtectedAddress.objects.filter(case_id=person.case_id, person_id=person.pk).order_by(
        "created_at"
    )


def _waiting(actor: Actor, case_id: UUID) -> models.QuerySet[AddressReader]:
    return AddressReader.objects.filter(
        case_id=case_id, asked_id=actor.member_id, approved_by=None, ended_at=None
    )
