# SPDX-License-Identifier: EUPL-1.2
"""What a case knows of the fields a receiver needs. What it does not know is not sent."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.cases.core.models import Person
from samvern.cases.core.pack import current_pack, localized
from samvern.cases.facts.domain import KnownFacts, read_facts
from samvern.cases.risks.models import Risk
from samvern.helpline.languages import language_name
from samvern.identity.claims.domain import ClaimEntry, list_known_kinds
from samvern.identity.claims.forms import SEXES
from samvern.identity.models import Claim
from samvern.identity.sealing import open_field
from samvern.referrals.data_minimisation import (
    CONTACT,
    LANGUAGES,
    NAME,
    NATIONALITY,
    SEX,
    of_identity,
)
from samvern.referrals.matching.traits import (
    age_words,
    children_of,
    claim_values,
    claims_of,
    show_claims,
)

Kind = Claim.Kind
HIDDEN = "••••"
CLAIM_OF = {
    NAME: Kind.NAME,
    SEX: Kind.SEX,
    LANGUAGES: Kind.LANGUAGE,
    NATIONALITY: Kind.NATIONALITY,
    CONTACT: Kind.CONTACT,
}
"""The fields that tell who the person is, and the kind of claim each is read from."""


def collect_fields(
    actor: Actor, person: Person, codes: tuple[str, ...], claims: list[ClaimEntry] | None = None
) -> dict[str, str]:
    """The values of these fields, of those the case knows; nothing else is opened.

    Raises:
        RateLimited: identity is among them, and she has opened more than her work should need.
    """
    if claims is None:
        kinds = [CLAIM_OF[code] for code in codes if code in CLAIM_OF]
        claims = claims_of(actor, person, kinds) if kinds else []
    known = read_facts(person)
    found = {code: GATHERERS[code](person, known, claims) for code in codes}
    return {code: value for code, value in found.items() if value}


def collect_fields_shown(actor: Actor, person: Person, codes: tuple[str, ...]) -> dict[str, str]:
    """As ``gather``, for a page that shows them.

    Raises:
        ReauthenticationRequired: she has not proved who she is in the last five minutes.
        RateLimited: she has opened more than her work should need.
    """
    claims = show_claims(actor, person) if of_identity(codes) else []
    return collect_fields(actor, person, codes, claims)


def collect_fields_masked(person: Person, codes: tuple[str, ...]) -> dict[str, str]:
    """As ``gather``, but what tells who the person is stays closed: only that it is known."""
    known, kinds = read_facts(person), list_known_kinds(person)
    found = {
        code: HIDDEN * (CLAIM_OF[code] in kinds)
        if code in CLAIM_OF
        else GATHERERS[code](person, known, ())
        for code in codes
    }
    return {code: value for code, value in found.items() if value}


def _called(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    return open_field(person, "initials")


def _name(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    return ", ".join(claim_values(claims, Kind.NAME)[:1])


def _sex(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    labels = dict(SEXES)
    return ", ".join(str(labels.get(sex, sex)) for sex in claim_values(claims, Kind.SEX)[:1])


def _age(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    return age_words(person)


def _children(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    count = children_of(person) if person.role_in_case == Person.RoleInCase.MAIN else 0
    return str(count) if count else ""


def _languages(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    return ", ".join(language_name(each) for each in claim_values(claims, Kind.LANGUAGE))


def _interpreter(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    answer = known.answers.get("needs_interpreter")
    return (
        {True: _("Needed"), False: _("Not needed")}.get(answer, "")
        if answer in (True, False)
        else ""
    )


def _nationality(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    return ", ".join(claim_values(claims, Kind.NATIONALITY)[:1])


def _risks(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    """How grave the risk was judged, and when. What it consists of the sender writes herself."""
    risk = Risk.objects.filter(person=person).defer("threats_sealed", "plan_sealed").first()
    return _("Risk: %(level)s") % {"level": Risk.Level(risk.level).label} if risk else ""


def _contact(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    return ", ".join(claim_values(claims, Kind.CONTACT)[:1])


def _health(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    answer = known.answers.get("health_need")
    chosen = answer.get("has", ()) if isinstance(answer, Mapping) else answer
    return ", ".join(_options("health_need", chosen if isinstance(chosen, list | tuple) else ()))


def _stay(person: Person, known: KnownFacts, claims: Iterable[ClaimEntry]) -> str:
    answer = known.answers.get("residence")
    return ", ".join(_options("residence", (answer,) if isinstance(answer, str) else ()))


def _options(name: str, chosen: Iterable[Any]) -> Iterable[str]:
    fact = current_pack().ruleset.facts.get(name)
    for each in chosen:
        if fact and (option := fact.option(str(each))):
            yield localized(option.label)


GATHERERS: dict[str, Callable[[Person, KnownFacts, Iterable[ClaimEntry]], str]] = {
    "called": _called,
    "name": _name,
    "sex": _sex,
    "age": _age,
    "children": _children,
    "languages": _languages,
    "interpreter": _interpreter,
    "nationality": _nationality,
    "risks": _risks,
    "contact": _contact,
    "health": _health,
    "stay": _stay,
}
