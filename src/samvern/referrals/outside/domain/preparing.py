# SPDX-License-Identifier: EUPL-1.2
"""Beginning a crossing. Nothing leaves the house by it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.errors import Refused
from samvern.cases.domain.in_hand import must_be_open
from samvern.cases.models import Case, Person
from samvern.identity.domain.sealing import seal
from samvern.law import Truth
from samvern.referrals.outside.countries import in_eea
from samvern.referrals.outside.course import CROSSING
from samvern.referrals.outside.domain.checking import CLEAR, Kind, add_check
from samvern.referrals.outside.domain.forbidding import needs_prosecutor
from samvern.referrals.outside.domain.towards import consents_outside
from samvern.referrals.outside.lists import Transfer
from samvern.referrals.outside.models import Crossing


@dataclass(frozen=True)
class Plan:
    """A crossing as it is wanted."""

    person: Person
    kind: str
    country: str
    receiver_kind: str
    receiver: str
    transfer: str
    consent_id: UUID | None = None
    accompanied: bool | None = None
    travels_on: date | None = None
    documents: str = ""


def prepare(*, actor: Actor, case: Case, plan: Plan) -> Crossing:
    """Begin a crossing. Nothing leaves the house by this.

    Raises:
        Refused: the case is closed, the consent does not hold, or a basis for data to a country
            outside the EEA is missing.
    """
    must_be_open(case, _("The case is closed. Open it again before you change anything in it."))
    _refuse_unfounded(plan)
    id = uuid4()
    row = Crossing(
        id=id,
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=CROSSING.first,
        case_id=case.pk,
        person_id=plan.person.pk,
        kind=plan.kind,
        country=plan.country,
        receiver_kind=plan.receiver_kind,
        receiver_sealed=seal(case.pk, "crossing.receiver", id, plan.receiver),
        consent_id=plan.consent_id,
        transfer=plan.transfer,
        accompanied=plan.accompanied,
        travels_on=plan.travels_on,
    )
    if plan.documents:
        row.documents_sealed = seal(case.pk, "crossing.documents", id, plan.documents)
    row.save(force_insert=True)
    record("crossing.prepare", case=case.pk, object=id, way=plan.kind, country=plan.country)
    if needs_prosecutor(plan.person) is Truth.NO:
        words = {"why": _("She is neither suspected nor charged, as far as is known.")}
        add_check(actor=actor, crossing=row, kind=Kind.PROSECUTOR, outcome=CLEAR, words=words)
    return row


def _refuse_unfounded(plan: Plan) -> None:
    if (plan.transfer == Transfer.EEA) is not in_eea(plan.country):
        raise Refused(
            _("Personal data leave the EEA: choose what lets them go there (GDPR chapter V).")
            if plan.transfer == Transfer.EEA
            else _("The country is in the EEA. Choose that no separate basis is needed.")
        )
    held = {consent.pk for consent in consents_outside(plan.person)}
    if plan.consent_id and plan.consent_id not in held:
        raise Refused(_("The consent does not hold any more. Choose another basis."))
    if plan.transfer == Transfer.CONSENT and not plan.consent_id:
        raise Refused(_("Choose the consent that the transfer rests on."))
