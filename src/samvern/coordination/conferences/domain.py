# SPDX-License-Identifier: EUPL-1.2
"""Case conferences: called by those who have the case in hand, read by those who sit there."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.dates import format_date
from samvern.access.errors import NotFound, Rejected
from samvern.access.models import Share
from samvern.access.unit_of_work import log_act, log_read
from samvern.access.workflow import StaleState, apply_transition
from samvern.cases.core.models import Case, Person
from samvern.cases.core.permissions import get_managed_case, require_open_case
from samvern.cases.core.selectors import get_case
from samvern.coordination.conferences.models import Conference, ConferenceStep, Participant
from samvern.coordination.conferences.notifications import notify_participants
from samvern.coordination.workflow import ASKED, CONFERENCE
from samvern.identity.sealing import create_key, open_field, seal_fields, set_sealed

FARTHEST = timedelta(days=366)


def conferences_of(case: Case) -> list[Conference]:
    """The conferences of a case the reader sits at, or all of them for those who have the case."""
    return list(Conference.objects.filter(case_id=case.pk).select_related("organisation"))


def get_conference(actor: Actor, case_id: UUID, id: UUID) -> Conference:
    """A conference the actor may read; leaves a line in the trail.

    Raises:
        NotFound: there is none for her.
    """
    case = get_case(actor, case_id)
    rows = Conference.objects.select_related("organisation")
    found = rows.filter(case_id=case.pk, pk=id).first()
    if found is None:
        raise NotFound("conference", id)
    log_read("conference.see", case=case.pk, object=found.pk, rows=1)
    return found


def get_called(actor: Actor, case_id: UUID, id: UUID) -> Conference:
    """A conference of a case the actor has in hand, to change it.

    Raises:
        NotFound: there is none.
    """
    get_managed_case(actor, case_id)
    return get_conference(actor, case_id, id)


def must_hear_child(case: Case, person_id: UUID | None = None) -> bool:
    """Whether somebody it is about is, or may be, a child, and so must be heard.

    Convention on the Rights of the Child art. 12; Grunnloven § 104; barnevernsloven § 1-4. Age in
    doubt, or told in ways that contradict each other, is treated as a child's (ETS 197 art. 10(3)).
    """
    people = Person.objects.filter(case=case)
    about = people.filter(pk=person_id) if person_id else people
    return any(person.is_treated_as_child for person in about)


def call_conference(
    *,
    actor: Actor,
    case: Case,
    purpose: str,
    starts_at: datetime,
    lasts: int,
    agenda: str,
    where: str = "",
    person_id: UUID | None = None,
    voice: str = "",
    voice_words: str = "",
) -> Conference:
    """Call a conference about a case the actor has in hand. Nobody is invited yet.

    ``lasts``: minutes. ``person_id``: the one it is about; None for all in the case.

    Raises:
        Rejected: the case is closed, the time has passed, or a child would not be heard.
    """
    require_open_case(case, _("The case is closed. Open it again before you call a conference."))
    _refuse_time(starts_at)
    _refuse_silence(case, person_id, voice, voice_words)
    row = Conference(
        id=uuid4(),
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=CONFERENCE.first,
        case_id=case.pk,
        person_id=person_id,
        purpose=purpose,
        starts_at=starts_at,
        lasts=lasts,
        voice=voice,
    )
    create_key(actor=actor, subject_id=row.pk, case_id=case.pk)
    set_sealed(row, agenda=agenda, where=where, voice=voice_words)
    row.save(force_insert=True)
    log_act("conference.call", case=case.pk, object=row.pk, purpose=purpose, at=starts_at)
    return row


def reschedule_conference(
    *, actor: Actor, conference: Conference, starts_at: datetime, lasts: int, where: str = ""
) -> int:
    """Another time or place. Whoever said yes to another time is asked again; how many were told.

    Raises:
        StaleState: it is held or cancelled already.
        Rejected: the time has passed, or a share at the table ends before it.
    """
    _refuse_time(starts_at)
    if conference.state != CONFERENCE.first:
        raise StaleState(conference.state, str(CONFERENCE.states[conference.state]))
    moved = (starts_at, lasts) != (conference.starts_at, conference.lasts)
    if moved:
        _refuse_short_shares(conference, starts_at + timedelta(minutes=lasts))
    Conference.objects.filter(pk=conference.pk).update(
        starts_at=starts_at, lasts=lasts, **seal_fields(conference, where=where)
    )
    log_act("conference.move", case=conference.case_id, object=conference.pk, at=starts_at)
    if not moved:
        return 0
    from samvern.coordination.conferences.participants import ask_again

    ask_again(actor=actor, conference=conference)
    return notify_participants(conference, "conference-moved")


def apply_conference_move(
    *, actor: Actor, conference: Conference, move: str, reason: str = ""
) -> Conference:
    """Hold, close, reopen or cancel it; those at the table are told when it is cancelled.

    Raises:
        StaleState: it is no longer where the move begins. Rejected: a reason is missing.
    """
    step = ConferenceStep(of=conference, case_id=conference.case_id, move=move, reason=reason)
    apply_transition(CONFERENCE, step, conference, actor=actor)
    if move == "cancel":
        notify_participants(conference, "conference-cancelled")
    if move == "close":
        notify_participants(conference, "conference-minutes")
    return conference


def read_words(conference: Conference) -> dict[str, str]:
    """Where, the agenda, and how the person is heard."""
    return {name: open_field(conference, name) for name in ("where", "agenda", "voice")}


def _refuse_time(starts_at: datetime) -> None:
    now = timezone.now()
    if timezone.localdate(starts_at) < timezone.localdate() or starts_at > now + FARTHEST:
        raise Rejected(_("Choose a time from today and at most a year ahead."))


def _refuse_silence(case: Case, person_id: UUID | None, voice: str, words: str) -> None:
    if must_hear_child(case, person_id) and not (voice and words.strip()):
        raise Rejected(
            _("A child is to be heard. Say how and when, or why not, before you call the meeting.")
        )


def _refuse_short_shares(conference: Conference, ends: datetime) -> None:
    held = Participant.objects.filter(conference=conference, state__in=ASKED).exclude(share_id=None)
    shares = Share.objects.filter(pk__in=held.values("share_id"), ended_at=None, until__lt=ends)
    first = shares.select_related("organisation").order_by("until").first()
    if first is not None:
        raise Rejected(
            _("The share with %(who)s ends on %(day)s, before the conference. Share anew first.")
            % {
                "who": first.organisation.name,
                "day": format_date(first.until - timedelta(seconds=1)),
            }
        )
