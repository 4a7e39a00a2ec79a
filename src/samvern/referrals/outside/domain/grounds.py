# SPDX-License-Identifier: EUPL-1.2
"""What lets something about a person go to somebody without an account: her consent, or a gate.

The gates are those of the workspace's sharing, judged towards the kind of receiver it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.categories import Category
from samvern.access.errors import Refused
from samvern.access.models import Organisation, Share
from samvern.cases.domain.consents import is_valid
from samvern.cases.domain.facts import read_facts, sheet_for
from samvern.cases.domain.gates import CONSENTS, Judged, judge, question, stated
from samvern.cases.domain.sharing import TELLS
from samvern.cases.law import law
from samvern.cases.models import Case, Consent, Person
from samvern.cases.rights import ages
from samvern.cases.rights.outlook import PRESUMED_FACT, told
from samvern.law import InputError
from samvern.referrals.needed import CATEGORY_OF

CONSENT, GATE = "consent", "gate"
CHILD_WELFARE = "child_welfare"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a sending rests on, as its row keeps it."""

    basis: str
    provision: str = ""
    consent_id: UUID | None = None


def outsider(kind: str) -> Organisation:
    """Somebody without an account, as far as the gates ask: what kind of receiver it is."""
    return Organisation(name="", kind=kind, actor_code="", active=False)


def facts_about(person: Person, *, as_child: bool = False) -> dict[str, Any]:
    """What is known of a person today.

    ``as_child``: whatever was told of her age, nobody has decided that she is an adult, so that she
    is treated as a child (ETS 197 art. 10(3)).
    """
    facts = told(law(), sheet_for(person, read_facts(person)), timezone.localdate())
    if person.age_seen != Person.AgeSeen.UNKNOWN:
        return facts
    if as_child or not facts.keys() & {*ages.AGE_FACTS}:
        facts = {name: value for name, value in facts.items() if name not in ages.AGE_FACTS}
        facts[ages.GROUP] = ages.DOUBT
    return facts


def consents_outside(person: Person) -> list[Consent]:
    """What she agreed to towards somebody who is no organisation here, and that holds."""
    rows = Consent.objects.filter(
        person=person, recipient=None, refused=False, withdrawn_at=None
    ).exclude(recipient_text="")
    return [row for row in rows if is_valid(row)]


def gates_towards(
    case: Case,
    person: Person,
    kind: str,
    said: Iterable[str] = (),
    also: Mapping[str, Any] | None = None,
) -> Judged:
    """The secrecy gates towards a kind of receiver, by what is known and what the sender says.

    ``also``: facts the road itself has settled.
    """
    today, receiver = timezone.localdate(), outsider(kind)
    agreed = {**_agreed(person, kind), **(also or {})}
    as_child = kind == CHILD_WELFARE and person.age_seen != Person.AgeSeen.ADULT
    if as_child:
        agreed[PRESUMED_FACT] = True  # that is why the sender turns to child welfare
    try:
        facts = {**facts_about(person, as_child=as_child), **agreed, **stated(said)}
        return judge(case.organisation, receiver, facts, today)
    except InputError:  # what is known contradicts this; what the sender says stands alone
        return judge(case.organisation, receiver, {**agreed, **stated(said)}, today)


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


def _agreed(person: Person, kind: str) -> dict[str, Any]:
    """Whether she agreed that such a receiver is told: the consents say, nobody's memory."""
    option = TELLS.get(kind)
    return {CONSENTS: {"has" if consents_outside(person) else "not": [option]}} if option else {}
