# SPDX-License-Identifier: EUPL-1.2
"""What a referral rests on: a consent that covers what is sent and shared, or a gate of the pack
that is open to the sender. What nothing covers is refused, with the name of what would open it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samvern.access.categories import SHAREABLE, Category
from samvern.access.dates import format_date
from samvern.access.errors import Rejected
from samvern.access.models import Organisation, Share
from samvern.cases.core.models import Case, Person
from samvern.cases.sharing.disclosure_grounds import DisclosureGround, fact_question
from samvern.cases.sharing.domain import find_disclosure_grounds, list_valid_consents
from samvern.referrals.choices import purpose_of
from samvern.referrals.core.models import Referral
from samvern.referrals.directory.models import Service


@dataclass(frozen=True)
class ReferralDraft:
    """Who is referred to whom, for what, how soon."""

    person: Person
    receiver: Organisation
    need: str
    urgency: str
    unit_id: UUID | None = None
    service: Service | None = None
    handed_from: Referral | None = None


def find_legal_basis(
    case: Case,
    draft: ReferralDraft,
    basis: str,
    said: tuple[str, ...],
    categories: set[str],
    until: date,
) -> dict[str, Any]:
    kind, _colon, which = basis.partition(":")
    if kind == Share.Basis.CONSENT:
        return _by_consent(case, draft, which, categories, until)
    return _by_statute(case, draft, which, said)


def _by_consent(
    case: Case, draft: ReferralDraft, which: str, categories: set[str], until: date
) -> dict[str, Any]:
    consents = list_valid_consents(case, draft.receiver)
    consent = next((each for each in consents if str(each.pk) == which), None)
    if consent is None:
        raise Rejected(_("The consent does not hold any more. Choose another basis."))
    beyond = categories - set(consent.categories) - {Category.CASE.value}
    if beyond:
        names = ", ".join(str(Category(each).label) for each in SHAREABLE if each in beyond)
        raise Rejected(
            _(
                "The consent does not cover: %(names)s. Leave that out, or ask the person and "
                "write down a consent that covers it."
            )
            % {"names": names}
        )
    if consent.expires_on and until > consent.expires_on:
        raise Rejected(
            _("The consent ends on %(day)s. Choose that day or an earlier one.")
            % {"day": format_date(consent.expires_on)}
        )
    return {"basis": Share.Basis.CONSENT, "consent_id": consent.pk, "purpose": consent.purpose}


def _by_statute(
    case: Case, draft: ReferralDraft, which: str, said: tuple[str, ...]
) -> dict[str, Any]:
    judged = find_disclosure_grounds(case, draft.receiver, said, draft.person)
    gate = next((each for each in judged.open if each.id == which), None)
    if judged.forbidding and (gate is None or gate.strength != "must"):
        raise Rejected(
            _("The law forbids this: %(provision)s. %(text)s A consent from the person opens it.")
            % {"provision": judged.forbidding[0].provision, "text": judged.forbidding[0].text}
        )
    if gate is None:
        chosen = [each for each in judged.undecided if each.id == which]
        opening = _opening(chosen or judged.undecided)
        raise Rejected(" ".join([_("Nothing you ticked opens this provision."), *opening]))
    provision = f"{gate.provision[:150]} ({gate.id})"
    return {
        "basis": Share.Basis.STATUTE,
        "provision": provision,
        "purpose": purpose_of(draft.need),
    }


def _opening(gates: Iterable[DisclosureGround]) -> list[str]:
    """What would open each gate that is still shut."""
    return [
        _("“%(gate)s” (%(provision)s) opens it when this holds: %(questions)s")
        % {
            "gate": gate.name,
            "provision": gate.provision,
            "questions": " ".join(fact_question(need) for need in gate.needs),
        }
        for gate in gates
    ] or [_("Only a consent from the person opens it.")]
