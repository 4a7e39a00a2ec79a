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
from samvern.access.errors import NotFound, Rejected
from samvern.access.models import Organisation, Share
from samvern.access.unit_of_work import log_act
from samvern.cases.consents.choices import Purpose
from samvern.cases.core.models import Case, Person
from samvern.cases.core.permissions import require_open_case
from samvern.cases.core.selectors import get_case
from samvern.cases.facts.presumed_children import CHILD_WELFARE, may_be_child
from samvern.identity.sealing import open_field, set_sealed
from samvern.referrals.core.models import Referral
from samvern.referrals.data_minimisation import needed_fields
from samvern.referrals.drafts.domain import send_referral
from samvern.referrals.drafts.legal_basis import ReferralDraft
from samvern.referrals.external.child_welfare.choices import ChildHeard, GuardiansTold, ReportMethod
from samvern.referrals.external.child_welfare.duty import ReportingDuty, confirms_by, duties_of
from samvern.referrals.external.child_welfare.models import ChildWelfareReport
from samvern.referrals.external.child_welfare.replies import set_clock
from samvern.referrals.external.legal_basis import external_disclosure_grounds
from samvern.referrals.external.workflow import CONCERN

CONFIRM = timedelta(weeks=3)
"""Child welfare confirms within three weeks (barnevernsloven § 13-3 first paragraph)."""

SPOKEN_WITH = (ChildHeard.ALONE, ChildHeard.INTERPRETER, ChildHeard.TRUSTED, ChildHeard.WROTE)
OLDEST = timedelta(days=366)


@dataclass(frozen=True)
class ReportDraft:
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


def report_to_child_welfare(*, actor: Actor, case: Case, told: ReportDraft) -> ChildWelfareReport:
    """Write down that child welfare was notified, and set the clock for its confirmation.

    Raises:
        Rejected: she is decided to be an adult, no duty of the sender has this rule, it is in the
            future, or it is not said how the child was heard or why not.
    """
    require_open_case(
        case, _("The case is closed. Open it again before you change anything in it.")
    )
    duty = next((d for d in duties_of(case.organisation, told.person) if d.id == told.rule), None)
    if not may_be_child(told.person):
        raise Rejected(
            _("Her age is decided: she is an adult. This is for children, and for doubt.")
        )
    if duty is None:
        raise Rejected(_("Choose the duty, or the possibility, that you notify by."))
    _refuse_untold(told)
    referral = _refer(actor, case, told)
    row = _row(actor, case, told, duty)
    row.referral_id = referral.pk if referral else None
    title = _("Child welfare confirms the notification (%(provision)s)")
    row.reply_on = timezone.localdate(told.made_at) + CONFIRM
    row.deadline_id = set_clock(actor, case, title % {"provision": confirms_by()}, row.reply_on)
    row.save(force_insert=True)
    log_act("concern.make", case=case.pk, object=row.pk, rule=duty.id, how=told.how,
           heard=told.heard, guardians=told.guardians)  # fmt: skip
    return row


def _row(actor: Actor, case: Case, told: ReportDraft, duty: ReportingDuty) -> ChildWelfareReport:
    row = ChildWelfareReport(
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
        set_sealed(row, receiver=told.receiver_words)
    if told.words:
        set_sealed(row, words=told.words)
    return row


def _refer(actor: Actor, case: Case, told: ReportDraft) -> Referral | None:
    if told.how != ReportMethod.REFERRAL:
        return None
    if told.receiver is None:
        raise Rejected(_("Choose a child welfare service that is here, or another way to notify."))
    return refer_child(
        actor=actor,
        case=case,
        person=told.person,
        receiver=told.receiver,
        rule=told.rule,
        message=told.message,
    )


def _refuse_untold(told: ReportDraft) -> None:
    now = timezone.now()
    if not now - OLDEST <= told.made_at <= now:
        raise Rejected(_("The notification cannot be in the future, or more than a year ago."))
    if told.receiver is None and not told.receiver_words:
        raise Rejected(_("Write who was notified."))
    if told.heard in SPOKEN_WITH:
        if told.heard_on is None or told.heard_on > timezone.localdate():
            raise Rejected(_("Write the day you talked with the child, today or before."))
    elif told.heard == ChildHeard.NOT and not told.words:
        raise Rejected(_("Write why the child was not heard. A child has a right to be heard."))
    if told.guardians not in GuardiansTold.values:
        raise Rejected(_("Choose whether guardians were told, or why not."))


GATES = ("R-SHARE-CHILD", "R-SHARE-CHILD-OTHERS")
NEED, URGENCY = "child", "tonight"
LASTS = timedelta(days=90)
PUBLIC_TASK, OTHERS = "public_task", "R-CH-NOTIFY-OTHERS"


def refer_child(
    *, actor: Actor, case: Case, person: Person, receiver: Organisation, rule: str, message: str
) -> Referral:
    """Send child welfare what it needs of a child, by the gate that the sender's duty opens.

    Raises:
        Rejected: no gate is open to the sender; then she notifies by telephone.
    """
    judged = external_disclosure_grounds(
        case, person, CHILD_WELFARE, also={PUBLIC_TASK: rule != OTHERS}
    )
    gate = next((each for each in judged.open if each.id in GATES), None)
    if gate is None:
        raise Rejected(_("The law opens no referral for you here. Notify by telephone instead."))
    ground = {
        "basis": Share.Basis.STATUTE,
        "provision": f"{gate.provision[:150]} ({gate.id})",
        "purpose": Purpose.CHILD_CARE,
    }
    return send_referral(
        actor=actor,
        case=case,
        draft=ReferralDraft(person=person, receiver=receiver, need=NEED, urgency=URGENCY),
        basis=f"gate:{gate.id}",
        fields=needed_fields(NEED, receiver.kind),
        message=message,
        until=timezone.localdate() + LASTS,
        ground=ground,
    )


def reports_of(case: Case, person: Person | None = None) -> list[ChildWelfareReport]:
    """What was notified from a case, the newest first."""
    rows = ChildWelfareReport.objects.filter(case_id=case.pk).select_related(
        "receiver", "created_by"
    )
    return list(rows.filter(person_id=person.pk) if person else rows)


def get_report(actor: Actor, case_id: UUID, id: UUID) -> ChildWelfareReport:
    """A notification in a case the actor reaches.

    Raises:
        NotFound: there is none.
    """
    case = get_case(actor, case_id)
    found = next((row for row in reports_of(case) if row.pk == id), None)
    if found is None:
        raise NotFound("concern", id)
    return found


def receiver_of(concern: ChildWelfareReport) -> str:
    """Who received it."""
    words = open_field(concern, "receiver")
    return words or (concern.receiver.name if concern.receiver else "–")


def read_words(concern: ChildWelfareReport) -> str:
    """What was written of the child's voice and of the guardians."""
    return open_field(concern, "words")


def nearest_child_welfare(sender: Organisation) -> list[Organisation]:
    """Child welfare services here that receive: those of the sender's region first."""
    rows = Organisation.objects.filter(
        kind="child_welfare", active=True
    ).exclude(actor_code="bufdir_guidance").exclude(pk=sender.pk)  # fmt: skip
    return sorted(rows, key=lambda each: (each.region != sender.region, each.name))
