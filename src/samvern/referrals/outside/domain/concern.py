# SPDX-License-Identifier: EUPL-1.2
"""A notification of concern to child welfare: made, by which duty, how the child was heard, and
what came back. It needs no consent, of the child or of the parents.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.courses import take_step
from samvern.access.errors import Absent, Refused
from samvern.access.models import Organisation
from samvern.cases.domain.deadlines import add_deadline, meet_deadline
from samvern.cases.domain.in_hand import must_be_open
from samvern.cases.domain.reaching import get_case
from samvern.cases.models import Case, Deadline, Person
from samvern.identity.domain.sealing import seal, unseal
from samvern.law.dates import Duration, shift
from samvern.referrals.models import Referral
from samvern.referrals.outside.course import CONCERN
from samvern.referrals.outside.domain.child_referral import refer_child
from samvern.referrals.outside.domain.duty import confirms_by, duties_of, is_treated_as_child
from samvern.referrals.outside.lists import Guardians, Heard, How
from samvern.referrals.outside.models import Concern, ConcernStep

CONFIRM = timedelta(weeks=3)
"""Child welfare confirms within three weeks (barnevernsloven § 13-3 first paragraph)."""
REVIEW, REPLY = timedelta(weeks=1), timedelta(weeks=3)
INVESTIGATES = Duration(3, 0, "")
"""Reviewed in a week, investigated in three months after it, told in three weeks after that
(§§ 2-1, 2-2 and 13-3 second paragraph)."""
SPOKEN_WITH = (Heard.ALONE, Heard.INTERPRETER, Heard.TRUSTED, Heard.WROTE)
OLDEST = timedelta(days=366)


@dataclass(frozen=True)
class Told:
    """What was notified, to whom and how; and how the child was heard before it."""

    person: Person
    rule: str
    how: str
    made_at: datetime
    heard: str
    guardians: str
    receiver: Organisation | None = None
    receiver_words: str = ""
    heard_on: date | None = None
    words: str = ""
    message: str = ""
    """What goes along with a referral to child welfare."""


def notify(*, actor: Actor, case: Case, told: Told) -> Concern:
    """Write down that child welfare was notified, and set the clock for its confirmation.

    Raises:
        Refused: she is decided to be an adult, no duty of the sender has this rule, it is in the
            future, or it is not said how the child was heard or why not.
    """
    must_be_open(case, _("The case is closed. Open it again before you change anything in it."))
    duty = next((d for d in duties_of(case.organisation, told.person) if d.id == told.rule), None)
    if not is_treated_as_child(told.person):
        raise Refused(
            _("Her age is decided: she is an adult. This is for children, and for doubt.")
        )
    if duty is None:
        raise Refused(_("Choose the duty, or the possibility, that you notify by."))
    _refuse_untold(told)
    referral = _refer(actor, case, told)
    id = uuid4()
    reply_on = timezone.localdate(told.made_at) + CONFIRM
    title = _("Child welfare confirms the notification (%(provision)s)")
    clock = _clock(actor, case, title % {"provision": confirms_by()}, reply_on)
    row = Concern(
        id=id,
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=CONCERN.first,
        case_id=case.pk,
        person_id=told.person.pk,
        receiver=told.receiver,
        referral_id=referral.pk if referral else None,
        how=told.how,
        made_at=told.made_at,
        rule=duty.id,
        provision=duty.provision[:200],
        reply_on=reply_on,
        deadline_id=clock,
        heard=told.heard,
        heard_on=told.heard_on if told.heard in SPOKEN_WITH else None,
        guardians=told.guardians,
    )
    if told.receiver_words:
        row.receiver_sealed = seal(case.pk, "concern.receiver", id, told.receiver_words)
    if told.words:
        row.words_sealed = seal(told.person.pk, "concern.words", id, told.words)
    row.save(force_insert=True)
    record("concern.make", case=case.pk, object=id, rule=duty.id, how=told.how,
           heard=told.heard, guardians=told.guardians)  # fmt: skip
    return row


def _refer(actor: Actor, case: Case, told: Told) -> Referral | None:
    if told.how != How.REFERRAL:
        return None
    if told.receiver is None:
        raise Refused(_("Choose a child welfare service that is here, or another way to notify."))
    return refer_child(
        actor=actor,
        case=case,
        person=told.person,
        receiver=told.receiver,
        rule=told.rule,
        message=told.message,
    )


def _refuse_untold(told: Told) -> None:
    now = timezone.now()
    if not now - OLDEST <= told.made_at <= now:
        raise Refused(_("The notification cannot be in the future, or more than a year ago."))
    if told.receiver is None and not told.receiver_words:
        raise Refused(_("Write who was notified."))
    if told.heard in SPOKEN_WITH:
        if told.heard_on is None or told.heard_on > timezone.localdate():
            raise Refused(_("Write the day you talked with the child, today or before."))
    elif told.heard == Heard.NOT and not told.words:
        raise Refused(_("Write why the child was not heard. A child has a right to be heard."))
    if told.guardians not in Guardians.values:
        raise Refused(_("Choose whether guardians were told, or why not."))


def _clock(actor: Actor, case: Case, title: str, due_on: date) -> UUID | None:
    """A deadline with reminders; none for a confirmation that should have come long ago."""
    if due_on < timezone.localdate():
        return None
    return add_deadline(actor=actor, case=case, title=title, due_on=due_on).pk


def write_back(
    *, actor: Actor, concern: Concern, move: str, happened_on: date, words: str = ""
) -> Concern:
    """Write down what came back. An investigation sets the clock for the second reply.

    Raises:
        Refused: it is before the notification, or in the future. Overtaken: it is elsewhere.
    """
    made_on = timezone.localdate(concern.made_at)
    if not made_on <= happened_on <= timezone.localdate():
        raise Refused(_("Choose a day from the notification until today."))
    step = ConcernStep(of=concern, case_id=concern.case_id, move=move, happened_on=happened_on)
    if words:
        step.words_sealed = seal(concern.person_id, "concernstep.words", step.pk, words)
    moved = take_step(CONCERN, step, concern, actor=actor)
    _meet(actor, concern)
    if move == "investigate":
        case = get_case(actor, concern.case_id)
        title = _("Child welfare tells what it does (%(provision)s)")
        _clock(actor, case, title % {"provision": confirms_by()}, second_reply_on(concern))
    return moved


def second_reply_on(concern: Concern) -> date:
    """The last day for the second reply, when the investigation takes no longer than it may."""
    reviewed = timezone.localdate(concern.made_at) + REVIEW
    return shift(reviewed, INVESTIGATES) + REPLY


def _meet(actor: Actor, concern: Concern) -> None:
    if concern.deadline_id is None:
        return
    running = Deadline.objects.filter(pk=concern.deadline_id, state=Deadline.State.RUNNING).first()
    if running is not None:
        meet_deadline(actor=actor, deadline=running, expected=running.version)


def concerns_of(case: Case, person: Person | None = None) -> list[Concern]:
    """What was notified from a case, the newest first."""
    rows = Concern.objects.filter(case_id=case.pk).select_related("receiver", "created_by")
    return list(rows.filter(person_id=person.pk) if person else rows)


def get_concern(actor: Actor, case_id: UUID, id: UUID) -> Concern:
    """A notification in a case the actor reaches.

    Raises:
        Absent: there is none.
    """
    case = get_case(actor, case_id)
    found = next((row for row in concerns_of(case) if row.pk == id), None)
    if found is None:
        raise Absent("concern", id)
    return found


def receiver_of(concern: Concern) -> str:
    """Who received it."""
    words = unseal(concern.case_id, "concern.receiver", concern.pk, concern.receiver_sealed)
    return words or (concern.receiver.name if concern.receiver else "–")


def read_words(concern: Concern) -> str:
    """What was written of the child's voice and of the guardians."""
    return unseal(concern.person_id, "concern.words", concern.pk, concern.words_sealed)


def nearest_child_welfare(sender: Organisation) -> list[Organisation]:
    """Child welfare services here that receive: those of the sender's region first."""
    rows = Organisation.objects.filter(
        kind="child_welfare", active=True
    ).exclude(actor_code="bufdir_guidance").exclude(pk=sender.pk)  # fmt: skip
    return sorted(rows, key=lambda each: (each.region != sender.region, each.name))
