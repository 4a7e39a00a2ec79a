# SPDX-License-Identifier: EUPL-1.2
"""A notification of concern to child welfare: made, by which duty, how the child was heard, and
what came back. It needs no consent, of the child or of the parents.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.errors import Refused
from samvern.access.models import Organisation
from samvern.cases.domain.childhood import may_be_child
from samvern.cases.domain.in_hand import must_be_open
from samvern.cases.models import Case, Person
from samvern.identity.domain.sealing import seal
from samvern.referrals.models import Referral
from samvern.referrals.outside.concern_lists import Guardians, Heard, How
from samvern.referrals.outside.course import CONCERN
from samvern.referrals.outside.domain.child_referral import refer_child
from samvern.referrals.outside.domain.duty import Duty, confirms_by, duties_of
from samvern.referrals.outside.domain.replies import set_clock
from samvern.referrals.outside.models import Concern

CONFIRM = timedelta(weeks=3)
"""Child welfare confirms within three weeks (barnevernsloven § 13-3 first paragraph)."""
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
    if not may_be_child(told.person):
        raise Refused(
            _("Her age is decided: she is an adult. This is for children, and for doubt.")
        )
    if duty is None:
        raise Refused(_("Choose the duty, or the possibility, that you notify by."))
    _refuse_untold(told)
    referral = _refer(actor, case, told)
    row = _row(actor, case, told, duty)
    row.referral_id = referral.pk if referral else None
    title = _("Child welfare confirms the notification (%(provision)s)")
    row.reply_on = timezone.localdate(told.made_at) + CONFIRM
    row.deadline_id = set_clock(actor, case, title % {"provision": confirms_by()}, row.reply_on)
    row.save(force_insert=True)
    record("concern.make", case=case.pk, object=row.pk, rule=duty.id, how=told.how,
           heard=told.heard, guardians=told.guardians)  # fmt: skip
    return row


def _row(actor: Actor, case: Case, told: Told, duty: Duty) -> Concern:
    row = Concern(
        id=uuid4(),
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=CONCERN.first,
        case_id=case.pk,
        person_id=told.person.pk,
        receiver=told.receiver,
        how=told.how,
        made_at=told.made_at,
        rule=duty.id,
        provision=duty.provision[:200],
        heard=told.heard,
        heard_on=told.heard_on if told.heard in SPOKEN_WITH else None,
        guardians=told.guardians,
    )
    if told.receiver_words:
        row.receiver_sealed = seal(case.pk, "concern.receiver", row.pk, told.receiver_words)
    if told.words:
        row.words_sealed = seal(told.person.pk, "concern.words", row.pk, told.words)
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
