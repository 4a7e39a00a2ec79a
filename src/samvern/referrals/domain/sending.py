# SPDX-License-Identifier: EUPL-1.2
"""Sending a referral: the sender's act, on a consent or a provision that covers what is sent.

What the receiver does not need cannot be sent; what neither consent nor statute covers is refused,
with the name of what would open it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.categories import SHAREABLE, Category
from samvern.access.days import day_name
from samvern.access.errors import Refused
from samvern.access.models import Organisation, Share, Unit
from samvern.access.roles import PROGRAM
from samvern.cases.domain.gates import Gate, question
from samvern.cases.domain.in_hand import get_case_in_hand, must_be_open
from samvern.cases.domain.reaching import get_own_case, get_person
from samvern.cases.domain.sharing import LONGEST, consents_for, gates_for
from samvern.cases.law import law
from samvern.cases.models import Case, Person
from samvern.cases.purposes import Purpose
from samvern.referrals.domain.gathering import gather
from samvern.referrals.domain.letters import Content, write_letter
from samvern.referrals.heartbeat import answer_by
from samvern.referrals.models import Referral, Service
from samvern.referrals.needed import CATEGORY_OF, needed
from samvern.referrals.wording import field_name

NOT_CARRIED = "SV410"
PURPOSES = {
    "advice": Purpose.COORDINATION,
    "child": Purpose.CHILD_CARE,
    "compensation": Purpose.LEGAL_AID,
    "danger": Purpose.PROTECTION,
    "health": Purpose.HEALTH,
    "housing": Purpose.HOUSING,
    "legal": Purpose.LEGAL_AID,
    "money": Purpose.INCOME,
    "report": Purpose.CRIMINAL_CASE,
    "residence": Purpose.RESIDENCE,
    "return": Purpose.RETURN,
    "work": Purpose.INCOME,
}


@dataclass(frozen=True)
class Errand:
    """Who is referred to whom, for what, how soon."""

    person: Person
    receiver: Organisation
    need: str
    urgency: str
    unit_id: UUID | None = None
    service: Service | None = None
    handed_from: Referral | None = None


def send_referral(
    *,
    actor: Actor,
    case: Case,
    errand: Errand,
    basis: str,
    said: Iterable[str] = (),
    fields: Sequence[str] = (),
    categories: Sequence[str] = (),
    message: str = "",
    until: date,
    ground: Mapping[str, Any] | None = None,
) -> Referral:
    """Send exactly these fields of those the receiver needs; the case is shared once accepted.

    ``basis``: ``consent:<id>`` or ``gate:<id of the pack>``. ``said``: what the sender says holds.
    ``ground``: what it rests on, where another road has judged that already (a child's).

    Raises:
        Refused: it is not needed, not covered, or for too long; the text says what would open it.
        Absent: the case is not the actor's to refer from, or has no such person.
    """
    case = _case_of(actor, case)
    must_be_open(case, _("The case is closed. Open it again before you refer anybody."))
    get_person(actor, case.pk, errand.person.pk)
    _must_be_needed(errand, fields)
    ends = _end_of(until)
    shared = [each.value for each in SHAREABLE if each in {*categories, Category.CASE}]
    carried = ground or _carried(
        case, errand, basis, tuple(said), {*shared, *_categories(fields)}, until
    )
    now = timezone.now()
    referral = Referral(
        case_id=case.pk,
        person_id=errand.person.pk,
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state="sent",
        receiver=errand.receiver,
        receiver_unit_id=_unit_of(errand),
        service=errand.service,
        handed_from=errand.handed_from,
        need=errand.need,
        urgency=errand.urgency,
        categories=shared,
        share_until=ends,
        due_at=answer_by(errand.urgency, now, law().book.holidays),
        **carried,
    )
    content = Content(gather(actor, errand.person, tuple(fields)), message)
    referral.fields = list(content.values)
    _save(referral)
    write_letter(actor=actor, referral=referral, content=content)
    record(
        "referral.send",
        case=case.pk,
        object=referral.pk,
        to=errand.receiver.pk,
        need=errand.need,
        fields=referral.fields,
        categories=shared,
        basis=referral.basis,
        provision=referral.provision,
        said=list(said),
    )
    return referral


def _case_of(actor: Actor, case: Case) -> Case:
    """A program sends on behalf of its organisation; a person from a case she has in hand."""
    reach = get_own_case if actor.role == PROGRAM else get_case_in_hand
    return reach(actor, case.pk)


def _save(referral: Referral) -> None:
    try:
        with transaction.atomic():
            referral.save(force_insert=True)
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") == NOT_CARRIED:
            raise Refused(_gone()) from error
        raise


def _must_be_needed(errand: Errand, fields: Sequence[str]) -> None:
    beyond = set(fields) - set(needed(errand.need, errand.receiver.kind))
    if beyond:
        names = ", ".join(sorted(field_name(code) for code in beyond))
        raise Refused(_("The receiver does not need: %(names)s. Take it out.") % {"names": names})


def _categories(fields: Iterable[str]) -> set[str]:
    return {CATEGORY_OF[code].value for code in fields}


def _unit_of(errand: Errand) -> UUID | None:
    if (
        errand.unit_id
        and not Unit.objects.filter(pk=errand.unit_id, organisation=errand.receiver).exists()
    ):
        raise Refused(_("The unit belongs to another organisation. Choose again."))
    return errand.unit_id


def _end_of(until: date) -> datetime:
    ends = timezone.make_aware(datetime.combine(until + timedelta(days=1), time()))
    if not timezone.now() < ends <= timezone.now() + LONGEST:
        raise Refused(_("Choose a last day from today and at most a year ahead."))
    return ends


def _carried(
    case: Case,
    errand: Errand,
    basis: str,
    said: tuple[str, ...],
    categories: set[str],
    until: date,
) -> dict[str, Any]:
    kind, _colon, which = basis.partition(":")
    if kind == Share.Basis.CONSENT:
        return _by_consent(case, errand, which, categories, until)
    return _by_statute(case, errand, which, said)


def _by_consent(
    case: Case, errand: Errand, which: str, categories: set[str], until: date
) -> dict[str, Any]:
    consents = consents_for(case, errand.receiver)
    consent = next((each for each in consents if str(each.pk) == which), None)
    if consent is None:
        raise Refused(_gone())
    beyond = categories - set(consent.categories) - {Category.CASE.value}
    if beyond:
        names = ", ".join(str(Category(each).label) for each in SHAREABLE if each in beyond)
        raise Refused(
            _(
                "The consent does not cover: %(names)s. Leave that out, or ask the person and "
                "write down a consent that covers it."
            )
            % {"names": names}
        )
    if consent.expires_on and until > consent.expires_on:
        raise Refused(
            _("The consent ends on %(day)s. Choose that day or an earlier one.")
            % {"day": day_name(consent.expires_on)}
        )
    return {"basis": Share.Basis.CONSENT, "consent_id": consent.pk, "purpose": consent.purpose}


def _by_statute(case: Case, errand: Errand, which: str, said: tuple[str, ...]) -> dict[str, Any]:
    judged = gates_for(case, errand.receiver, said)
    gate = next((each for each in judged.open if each.id == which), None)
    if judged.forbidding and (gate is None or gate.strength != "must"):
        raise Refused(
            _("The law forbids this: %(provision)s. %(text)s A consent from the person opens it.")
            % {"provision": judged.forbidding[0].provision, "text": judged.forbidding[0].text}
        )
    if gate is None:
        chosen = [each for each in judged.undecided if each.id == which]
        opening = _opening(chosen or judged.undecided)
        raise Refused(" ".join([_("Nothing you ticked opens this provision."), *opening]))
    provision = f"{gate.provision[:150]} ({gate.id})"
    return {
        "basis": Share.Basis.STATUTE,
        "provision": provision,
        "purpose": PURPOSES.get(errand.need, Purpose.PROTECTION),
    }


def _opening(gates: Iterable[Gate]) -> list[str]:
    """What would open each gate that is still shut."""
    return [
        _("“%(gate)s” (%(provision)s) opens it when this holds: %(questions)s")
        % {
            "gate": gate.name,
            "provision": gate.provision,
            "questions": " ".join(question(need) for need in gate.needs),
        }
        for gate in gates
    ] or [_("Only a consent from the person opens it.")]


def _gone() -> str:
    return _("The consent does not hold any more. Choose another basis.")
