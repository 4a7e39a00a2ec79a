# SPDX-License-Identifier: EUPL-1.2
"""Participants of a conference: who can be invited, on which share, and what each answers."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.categories import Category
from samvern.access.dates import format_date
from samvern.access.errors import NotFound, Rejected
from samvern.access.unit_of_work import log_act
from samvern.access.workflow import NOT_THERE, apply_transition
from samvern.cases.consents.choices import Purpose, purpose_name
from samvern.coordination.conferences.models import Conference, Participant, ParticipantStep
from samvern.coordination.conferences.notifications import ends_at, notify_participants
from samvern.coordination.workflow import HER_OWN, PARTICIPANT


@dataclass(frozen=True)
class Candidate:
    """Somebody who sees the case and can be named; ``share_id`` None in the owner's own house."""

    member_id: UUID
    name: str
    unit: str
    organisation_id: UUID
    organisation: str
    share_id: UUID | None
    purpose: str
    categories: tuple[str, ...]
    until: datetime | None

    @property
    def key(self) -> str:
        """Her and the share, as one word."""
        return f"{self.member_id}:{self.share_id or ''}"


@dataclass(frozen=True)
class OrganisationAccess:
    """What one organisation at the table may know of the case, and until when."""

    organisation: str
    categories: frozenset[str]
    until: datetime


def candidates(conference: Conference) -> list[Candidate]:
    """Who can be named; one line for each share that would carry her."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM gate.may_sit(%s)", [conference.case_id])
        rows = cursor.fetchall()
    return [
        Candidate(m, name, unit or "", o, house, share, purpose, tuple(categories or ()), until)
        for m, name, unit, o, house, share, purpose, categories, until in rows
    ]


def organisations_present(conference: Conference) -> list[OrganisationAccess]:
    """What each other organisation at the table may know now: what can be said aloud there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM gate.at_the_table(%s)", [conference.pk])
        return [
            OrganisationAccess(who, frozenset(what), until)
            for who, what, until in cursor.fetchall()
        ]


def explain_uncovered(conference: Conference, candidate: Candidate) -> str:
    """Why her share does not let her take part in this conference; empty when it does."""
    if candidate.share_id is None or candidate.until is None:
        return ""
    if candidate.purpose not in (conference.purpose, Purpose.COORDINATION):
        return _("The share is for another purpose: %(purpose)s.") % {
            "purpose": purpose_name(candidate.purpose)
        }
    if candidate.until < ends_at(conference):
        day = format_date(candidate.until - timedelta(seconds=1))
        return _("The share ends on %(day)s, before the conference.") % {"day": day}
    return ""


def invite(*, actor: Actor, conference: Conference, keys: Iterable[str]) -> list[Participant]:
    """Invite named people (``Candidate.key``) and tell them. Those already invited are asked again.

    Raises:
        Rejected: what she sees the case by does not let her take part, with what would.
    """
    known = {each.key: each for each in candidates(conference)}
    invited = []
    for key in keys:
        if key not in known:
            raise Rejected(
                _("Nothing lets her see the case any more. Share it with her organisation first.")
            )
        if problem := explain_uncovered(conference, known[key]):
            help = _("Share the case for this purpose and until then, on a consent or a provision.")
            raise Rejected(f"{known[key].name}: {problem} {help}")
        invited.append(_participant(actor, conference, known[key]))
    notify_participants(conference, "conference-invited")
    return invited


def get_participant(conference: Conference, id: UUID) -> Participant:
    """A participant of a conference that was already reached.

    Raises:
        NotFound: there is none.
    """
    found = Participant.objects.filter(conference=conference, pk=id).first()
    if found is None:
        raise NotFound("participant", id)
    return found


def my_participation(actor: Actor, conference: Conference) -> Participant | None:
    """The actor as a participant."""
    return Participant.objects.filter(conference=conference, member_id=actor.member_id).first()


def apply_participant_move(
    *, actor: Actor, participant: Participant, move: str, reason: str = ""
) -> None:
    """Answer, or say who was there.

    Raises:
        NotFound: somebody else's answer. StaleState: the state is no longer one the move begins in.
        Rejected: a no without its reason.
    """
    if move in HER_OWN and participant.member_id != actor.member_id:
        raise NotFound("participant", participant.pk)
    step = ParticipantStep(of=participant, case_id=participant.case_id, move=move, reason=reason)
    with suppress(Participant.DoesNotExist):  # a no ends what she reads, this row too
        apply_transition(PARTICIPANT, step, participant, actor=actor)


def ask_again(*, actor: Actor, conference: Conference) -> None:
    """A new time asks everybody anew who had answered yes or perhaps."""
    for participant in Participant.objects.filter(
        conference=conference, state__in=("yes", "maybe")
    ):
        apply_participant_move(actor=actor, participant=participant, move="ask")


def categories_open_to_all(table: Iterable[OrganisationAccess]) -> frozenset[str]:
    """The categories that everybody at the table may hear."""
    heard = frozenset(each.value for each in Category)
    for row in table:
        heard &= row.categories
    return heard


def _participant(actor: Actor, conference: Conference, chosen: Candidate) -> Participant:
    before = Participant.objects.filter(conference=conference, member_id=chosen.member_id).first()
    if before is not None:
        return _ask_again(actor, before, chosen)
    participant = Participant(
        id=uuid4(),
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=PARTICIPANT.first,
        conference=conference,
        case_id=conference.case_id,
        receiver_id=chosen.organisation_id,
        member_id=chosen.member_id,
        share_id=chosen.share_id,
    )
    try:
        with transaction.atomic():
            participant.save(force_insert=True)
    except (DatabaseError, IntegrityError) as error:
        raise _not_carried(error) from error
    log_act("seat.give", case=participant.case_id, object=participant.pk, to=chosen.organisation_id,
           share=chosen.share_id)  # fmt: skip
    return participant


def _ask_again(actor: Actor, participant: Participant, chosen: Candidate) -> Participant:
    """She takes part already: rest it on what is chosen now; ask again where nothing is asked."""
    if participant.share_id != chosen.share_id:
        Participant.objects.filter(pk=participant.pk).update(share_id=chosen.share_id)
        log_act("seat.rest", case=participant.case_id, object=participant.pk, share=chosen.share_id)
    if participant.state in PARTICIPANT.transition("ask").start:
        apply_participant_move(actor=actor, participant=participant, move="ask")
    return participant


def _not_carried(error: DatabaseError) -> Exception:
    if getattr(error.__cause__, "sqlstate", "") == NOT_THERE:
        return Rejected(
            _("What she sees the case by has just changed. Look again and choose anew.")
        )
    return error
