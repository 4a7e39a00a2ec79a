# SPDX-License-Identifier: EUPL-1.2
"""From a contact to a case in one step, with what was said; afterwards only the case has it."""

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.contact_person import contact_person_of
from samvern.access.dates import format_datetime
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_value
from samvern.access.unit_of_work import current_unit_of_work, log_act
from samvern.cases.ages.calculation import AGE, age_as_fact
from samvern.cases.ages.domain import record_age_told
from samvern.cases.ages.models import AgeTold
from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.notes.domain import write_note
from samvern.cases.notes.models import Note
from samvern.helpline.choices import (
    Advised,
    AgeGroup,
    Caller,
    Channel,
    Exploitation,
    NextStep,
    Region,
)
from samvern.helpline.enquiries.callbacks import hand_over_callbacks
from samvern.helpline.enquiries.domain import read_words
from samvern.helpline.enquiries.models import Enquiry, EnquiryCase
from samvern.helpline.languages import language_name
from samvern.law.births import OLDEST

YEARS = {AgeGroup.CHILD: (0, 17), AgeGroup.YOUNG: (18, 24), AgeGroup.ADULT: (25, OLDEST)}
"""What was ticked, as years. Nobody is taken as grown up from a voice: it waits to be confirmed."""


def open_case_from_enquiry(*, actor: Actor, contact: Enquiry, kind: str, circle: str) -> Case:
    """Open a case with all that was said in a note of it, and take the words out of the contact.

    Two who press at once get one case and one clear no.

    Raises:
        Rejected: it has become a case already.
        NotFound: the contact's key does not open to the actor.
    """
    row = Enquiry.objects.select_for_update().get(pk=contact.pk)
    if row.next_step == NextStep.CASE:
        raise Rejected(_("Somebody has opened a case from this contact already."))
    case = open_case(actor=actor, kind=kind, circle=circle, origin=Case.Origin.CONTACT)
    if row.age_group in YEARS:
        low, high = YEARS[AgeGroup(row.age_group)]
        record_age_told(
            actor=actor,
            person=Person.objects.get(case=case),
            source=AgeTold.Source.HELPLINE,
            written={AGE: age_as_fact(low, high)},
            told_on=timezone.localdate(row.at),
        )
    write_note(
        actor=actor,
        case=case,
        text=_note(actor, row),
        happened_on=timezone.localdate(row.at),
        kind=Note.Kind.PHONE if row.channel == Channel.PHONE else Note.Kind.CONVERSATION,
    )
    Enquiry.objects.filter(pk=row.pk).update(next_step=NextStep.CASE)
    EnquiryCase(case_id=case.pk, contact=row, created_by_id=actor.member_id).save(force_insert=True)
    _let_go(row)
    log_act("contact.case", case=case.pk, object=row.pk)
    return case


def case_of(contact: Enquiry) -> tuple[UUID, str] | None:
    """The case a contact became and its reference, where the actor may see it."""
    link = EnquiryCase.objects.filter(contact=contact).first()
    case = Case.objects.filter(pk=link.case_id).first() if link else None
    return (case.pk, case.reference) if case else None


def _note(actor: Actor, row: Enquiry) -> str:
    """What was said, below what was ticked, as somebody reads it who was not there."""
    said = read_words(row) if row.words_sealed is not None else ""
    lines = [
        _("From the helpline, %(at)s") % {"at": format_datetime(row.at)},
        f"{_('Who')}: {Caller(row.caller).label}",
        f"{_('Age')}: {AgeGroup(row.age_group).label}",
        f"{_('Region')}: {Region(row.region).label}",
    ]
    taken = contact_person_of(row.created_by)
    lines.append(f"{_('Taken by')}: {' '.join(filter(None, (taken.name, taken.phone)))}")
    if row.language:
        lines.append(f"{_('Language')}: {language_name(row.language)}")
    if row.interpreter:
        lines.append(_("An interpreter is needed."))
    if row.forms:
        named = ", ".join(str(Exploitation(each).label) for each in row.forms)
        lines.append(f"{_('Exploited in')}: {named}")
    if row.advice:
        named = ", ".join(str(Advised(each).label) for each in row.advice)
        lines.append(f"{_('Advised')}: {named}")
    for due_at, reach in hand_over_callbacks(actor=actor, contact=row):
        lines.append(f"{_('Promised a call')}: {format_datetime(due_at)}. {reach}")
    return "\n".join(map(str, lines)) + (f"\n\n{said}" if said else "")


def _let_go(row: Enquiry) -> None:
    if not fetch_value("pass_contact", row.pk):
        raise NotFound("contact", row.pk)
    current_unit_of_work().cache.pop(("key", row.pk), None)
