# SPDX-License-Identifier: EUPL-1.2
"""An own case for the receiver of a referral, begun with no more than what was sent."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.unit_of_work import log_act
from samvern.cases.ages.calculation import AGE, age_as_fact
from samvern.cases.ages.domain import record_age_told
from samvern.cases.ages.models import AgeTold
from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Case, Person
from samvern.identity.claims.domain import ClaimInput, record_claim
from samvern.identity.claims.values import ValueProblem
from samvern.identity.models import Claim
from samvern.identity.sealing import seal_fields
from samvern.referrals.core.letters import LetterContent, read_letter
from samvern.referrals.core.models import OpenedCase, Referral
from samvern.referrals.workflow import TAKEN

CLAIMS = {
    "name": Claim.Kind.NAME,
    "nationality": Claim.Kind.NATIONALITY,
    "contact": Claim.Kind.CONTACT,
}
"""Fields that are claims word for word; the rest the receiver asks about herself."""
WRITABLE = ("called", "languages", *CLAIMS)


def opened_from(actor: Actor, referral: Referral) -> Case | None:
    """The case opened from a referral, if the actor sees it."""
    row = OpenedCase.objects.filter(referral_id=referral.pk).first()
    return Case.objects.filter(pk=row.case_id, erased_at=None).first() if row else None


def open_from_referral(
    *, actor: Actor, referral: Referral, kind: str, confirmed: tuple[str, ...] = ()
) -> Case:
    """Open a case of the receiver's own. Of what was sent, what she confirms is written down.

    Raises:
        Rejected: it was not accepted, or a case was opened from it before.
        NotFound: the actor is not its receiver.
    """
    if referral.receiver_id != actor.organisation_id:
        raise NotFound("referral", referral.pk)
    if referral.state not in TAKEN:
        raise Rejected(_("Accept the referral before you open a case from it."))
    if OpenedCase.objects.filter(referral_id=referral.pk).exists():
        raise Rejected(_("A case has been opened from this referral already."))
    case = open_case(actor=actor, kind=kind, unit_id=referral.receiver_unit_id or actor.unit_id)
    OpenedCase(referral_id=referral.pk, case_id=case.pk, created_by_id=actor.member_id).save(
        force_insert=True
    )
    content, told_on = (
        read_letter(referral) or LetterContent(),
        timezone.localdate(referral.created_at),
    )
    _write(actor, Person.objects.get(case=case), content, confirmed, told_on)
    log_act("referral.open_case", case=case.pk, object=referral.pk)
    return case


def _write(
    actor: Actor, person: Person, content: LetterContent, confirmed: tuple[str, ...], told_on: date
) -> None:
    values = {code: content.values[code] for code in confirmed if code in content.values}
    if "called" in values:
        sealed = seal_fields(person, initials=values["called"])
        Person.objects.filter(pk=person.pk).update(**sealed)
    said = [(kind, values[code]) for code, kind in CLAIMS.items() if code in values]
    if "languages" in values:
        said += [(Claim.Kind.LANGUAGE, each) for each in values["languages"].split(", ")]
    if content.ages and "age" in content.values:
        low, high = content.ages
        record_age_told(
            actor=actor,
            person=person,
            source=AgeTold.Source.REFERRAL,
            written={AGE: age_as_fact(low, high)},
            told_on=told_on,
        )
    for kind, value in said:
        try:
            record_claim(
                actor=actor,
                person=person,
                said=ClaimInput(kind, value, Claim.Source.AUTHORITY, Claim.Confidence.PROBABLE),
            )
        except ValueProblem as problem:
            raise Rejected(
                _("What was sent cannot be written down as it is. Leave it out.")
            ) from problem
