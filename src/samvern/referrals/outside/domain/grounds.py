# SPDX-License-Identifier: EUPL-1.2
"""What lets something about a person go to somebody without an account: her consent, or a gate.

What the gates say is asked in ``towards``; here one is chosen, and kept with what is sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from samvern.access.categories import Category
from samvern.access.errors import Refused
from samvern.access.models import Share
from samvern.cases.domain.gates import Judged, question
from samvern.cases.models import Case, Person
from samvern.referrals.needed import CATEGORY_OF
from samvern.referrals.outside.domain.towards import consents_outside, gates_towards

CONSENT, GATE = "consent", "gate"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a sending rests on, as its row keeps it."""

    basis: str
    provision: str = ""
    consent_id: UUID | None = None


def ground_of(
    *, case: Case, person: Person, kind: str, choice: str, said: Sequence[str], codes: Sequence[str]
) -> Ground:
    """What a sender chose, if it carries these fields: ``consent:<id>`` or ``gate:<id>``.

    Raises:
        Refused: the consent does not hold or cover them, or the gate is not open; with the rule
        that says so, and what would open it.
    """
    way, _colon, which = choice.partition(":")
    if way == CONSENT:
        return _by_consent(person, which, codes)
    judged = gates_towards(case, person, kind, said)
    gate = next((each for each in judged.open if each.id == which), None)
    if judged.forbidding and (gate is None or gate.strength != "must"):
        first = judged.forbidding[0]
        raise Refused(
            _("The law forbids this: %(provision)s. %(text)s A consent from the person opens it.")
            % {"provision": first.provision, "text": first.text}
        )
    if gate is None:
        raise Refused(" ".join([_("Nothing you ticked opens this provision."), *_opening(judged)]))
    return Ground(Share.Basis.STATUTE, f"{gate.provision[:150]} ({gate.id})")


def _by_consent(person: Person, which: str, codes: Sequence[str]) -> Ground:
    consent = next((c for c in consents_outside(person) if str(c.pk) == which), None)
    if consent is None:
        raise Refused(_("The consent does not hold any more. Choose another basis."))
    beyond = {CATEGORY_OF[code] for code in codes} - {*consent.categories, Category.CASE}
    if beyond:
        names = ", ".join(str(each.label) for each in Category if each in beyond)
        raise Refused(
            _(
                "The consent does not cover: %(names)s. Leave that out, or ask the person and write"
                " down a consent that covers it."
            )
            % {"names": names}
        )
    return Ground(Share.Basis.CONSENT, "", consent.pk)


def _opening(judged: Judged) -> list[str]:
    """What would open each gate that is still shut."""
    return [
        _("“%(gate)s” (%(provision)s) opens it when this holds: %(questions)s")
        % {
            "gate": gate.name,
            "provision": gate.provision,
            "questions": " ".join(question(need) for need in gate.needs),
        }
        for gate in judged.undecided
    ] or [_("Only a consent from the person opens it.")]
