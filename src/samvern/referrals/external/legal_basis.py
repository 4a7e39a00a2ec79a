# SPDX-License-Identifier: EUPL-1.2
"""What lets something about a person go to somebody without an account: her consent, or a gate.

What the gates say is asked in ``towards``; here one is chosen, and kept with what is sent.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.categories import Category
from samvern.access.dates import format_date
from samvern.access.errors import Rejected
from samvern.access.models import Organisation, Share
from samvern.cases.consents.choices import purpose_name
from samvern.cases.consents.domain import is_valid_consent, read_recipient
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Case, Person
from samvern.cases.facts.presumed_children import facts_for_receiver, settled_for_receiver
from samvern.cases.sharing.disclosure_grounds import (
    CONSENTS,
    DisclosureAssessment,
    assess_disclosure,
    fact_question,
    stated_facts,
)
from samvern.cases.sharing.domain import TELLS
from samvern.law import InputError
from samvern.referrals.data_minimisation import CATEGORY_OF

CONSENT, GATE = "consent", "gate"


@dataclass(frozen=True, slots=True)
class ExternalLegalBasis:
    """What a sending rests on, as its row keeps it."""

    basis: str
    provision: str = ""
    consent_id: UUID | None = None


def find_external_legal_basis(
    *,
    case: Case,
    person: Person,
    kind: str,
    choice: str,
    said: Sequence[str],
    codes: Sequence[str],
    until: datetime | None = None,
) -> ExternalLegalBasis:
    """What a sender chose, if it carries these fields: ``consent:<id>`` or ``gate:<id>``.

    ``until``: when what is sent opens no more, which a consent must last to.

    Raises:
        Rejected: the consent does not hold or cover them, or the gate is not open; with the rule
        that says so, and what would open it.
    """
    way, _colon, which = choice.partition(":")
    if way == CONSENT:
        return _by_consent(person, which, codes, until)
    judged = external_disclosure_grounds(case, person, kind, said)
    gate = next((each for each in judged.open if each.id == which), None)
    if judged.forbidding and (gate is None or gate.strength != "must"):
        first = judged.forbidding[0]
        raise Rejected(
            _("The law forbids this: %(provision)s. %(text)s A consent from the person opens it.")
            % {"provision": first.provision, "text": first.text}
        )
    if gate is None:
        raise Rejected(" ".join([_("Nothing you ticked opens this provision."), *_opening(judged)]))
    return ExternalLegalBasis(Share.Basis.STATUTE, f"{gate.provision[:150]} ({gate.id})")


def _by_consent(
    person: Person, which: str, codes: Sequence[str], until: datetime | None
) -> ExternalLegalBasis:
    consent = next((c for c in external_consents(person) if str(c.pk) == which), None)
    if consent is None:
        raise Rejected(_("The consent does not hold any more. Choose another basis."))
    beyond = {CATEGORY_OF[code] for code in codes} - {*consent.categories, Category.CASE}
    if beyond:
        names = ", ".join(str(each.label) for each in Category if each in beyond)
        raise Rejected(
            _(
                "The consent does not cover: %(names)s. Leave that out, or ask the person and write"
                " down a consent that covers it."
            )
            % {"names": names}
        )
    if until and consent.expires_on and timezone.localdate(until) > consent.expires_on:
        raise Rejected(
            _("The consent ends on %(day)s. Choose a shorter time for the link.")
            % {"day": format_date(consent.expires_on)}
        )
    return ExternalLegalBasis(Share.Basis.CONSENT, "", consent.pk)


def _opening(judged: DisclosureAssessment) -> list[str]:
    """What would open each gate that is still shut."""
    return [
        _("“%(gate)s” (%(provision)s) opens it when this holds: %(questions)s")
        % {
            "gate": gate.name,
            "provision": gate.provision,
            "questions": " ".join(fact_question(need) for need in gate.needs),
        }
        for gate in judged.undecided
    ] or [_("Only a consent from the person opens it.")]


def external_consent_label(consent: Consent) -> str:
    """A consent as a ground to choose."""
    labels = ", ".join(str(Category(each).label) for each in consent.categories)
    return _("Consent towards %(who)s: %(purpose)s. Covers: %(what)s") % {
        "who": read_recipient(consent),
        "purpose": purpose_name(consent.purpose),
        "what": labels,
    }


def external_receiver(kind: str) -> Organisation:
    """Somebody without an account, as far as the gates ask: what kind of receiver it is."""
    return Organisation(name="", kind=kind, actor_code="", active=False)


def external_consents(person: Person) -> list[Consent]:
    """What she agreed to towards somebody who is no organisation here, and that holds."""
    rows = Consent.objects.filter(
        person=person, recipient=None, refused=False, withdrawn_at=None
    ).exclude(recipient_text_sealed=None)
    return [row for row in rows if is_valid_consent(row)]


def external_disclosure_grounds(
    case: Case,
    person: Person,
    kind: str,
    said: Iterable[str] = (),
    also: Mapping[str, Any] | None = None,
) -> DisclosureAssessment:
    """The secrecy gates towards a kind of receiver, by what is known and what the sender says.

    ``also``: facts the road itself has settled.
    """
    today, receiver = timezone.localdate(), external_receiver(kind)
    now = {**_agreed(person, kind), **(also or {}), **stated_facts(said)}
    try:
        return assess_disclosure(
            case.organisation, receiver, {**facts_for_receiver(person, kind), **now}, today
        )
    except InputError:  # what is known contradicts this; what the sender says stands alone
        return assess_disclosure(
            case.organisation, receiver, {**settled_for_receiver(person, kind), **now}, today
        )


def _agreed(person: Person, kind: str) -> dict[str, Any]:
    """Whether she agreed that such a receiver is told: the consents say, nobody's memory."""
    option = TELLS.get(kind)
    return {CONSENTS: {"has" if external_consents(person) else "not": [option]}} if option else {}
