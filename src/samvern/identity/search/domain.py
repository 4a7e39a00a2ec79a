# SPDX-License-Identifier: EUPL-1.2
"""Finding a person by what she is known by. The database does it: it counts, writes the trail, and
once that is committed gives back what the actor may see, and no more. What others keep is never
found; they can be asked, and they decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_rows, fetch_value
from samvern.access.quotas import ask_counted
from samvern.identity.blind_indexes import blind_index
from samvern.identity.claims import values
from samvern.identity.claims.domain import Subject, open_known_claims
from samvern.identity.claims.values import KnownClaim, SearchTerm
from samvern.identity.keys import open_keeper
from samvern.identity.models import Answer, Inquiry


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """A person of a case the actor may see, and the claim she was found by."""

    case_id: UUID
    person_id: UUID
    claim_id: UUID


@dataclass(frozen=True, slots=True)
class PositiveAnswer:
    """Another organisation knows the person; whom to talk to there."""

    inquiry_id: UUID
    organisation: str
    contact: str
    answered_at: datetime


def find_people(*, actor: Actor, terms: Iterable[SearchTerm], purpose: str) -> list[PersonMatch]:
    """People in cases the actor may see who are known by one of the terms.

    Raises:
        RateLimited: she has sought more than her work should need.
    """
    sought = list(terms)
    fields = sorted({term.field for term in sought})
    asking = uuid4()
    blinds = _blinds(sought)
    ask_counted("find_subjects", "identity.find", asking, blinds, purpose, fields)
    return [PersonMatch(*row) for row in fetch_rows("found_subjects", asking)]


def ask_others(*, actor: Actor, person: Subject, purpose: str) -> UUID:
    """Ask all other organisations whether they know a person of one's own case.

    Whether anybody does is not told; those who do are asked, and may say yes.

    Raises:
        Rejected: nothing is known that could be asked by.
        RateLimited: she has asked more than her work should need.
    """
    sought = list(_terms_of(open_known_claims(person)))
    if not sought:
        raise Rejected(
            _("Record a number, a contact, a paper, or a name with a date of birth first.")
        )
    id = uuid4()
    given = [id, person.case_id, person.pk, _blinds(sought)[:40], purpose]
    ask_counted("ask_others", "identity.ask", *given)
    reach_others(actor=actor)
    return id


def reach_others(*, actor: Actor) -> None:
    """Bring what was asked to those it is for, once it is committed that it was asked.

    The page that asks does it at once; a job does for one whose page died before it.
    """
    fetch_value("reach_others")


def answer_inquiry(*, actor: Actor, answer: Answer, says_yes: bool, contact: str = "") -> None:
    """Say whether the person asked about is known here. A no reaches nobody.

    Raises:
        NotFound: it was answered already, or its time has run out.
    """
    if not fetch_value("answer_inquiry", answer.pk, says_yes, contact):
        raise NotFound("answer", answer.pk)


def list_inquiries(case_id: UUID) -> list[Inquiry]:
    """What was asked from a case, the latest first."""
    return list(Inquiry.objects.filter(case_id=case_id).select_related("asked_by"))


def list_positive_answers(case_id: UUID) -> list[PositiveAnswer]:
    """Who said yes to what was asked from a case."""
    return [PositiveAnswer(*row) for row in fetch_rows("yeses", case_id)]


def list_questions_from_others(case_id: UUID) -> list[Answer]:
    """What others ask about people of a case, the latest first."""
    return list(Answer.objects.filter(case_id=case_id).select_related("answered_by"))


def get_answer(case_id: UUID, id: UUID) -> Answer:
    """What others ask about somebody of a case.

    Raises:
        NotFound: there is none.
    """
    found = Answer.objects.filter(case_id=case_id, pk=id).first()
    if found is None:
        raise NotFound("answer", id)
    return found


def _terms_of(known: list[KnownClaim]) -> Iterable[SearchTerm]:
    for place, each in enumerate(known):
        yield from values.search_terms(each.claim.kind, each.value)
        for term, _other in values.paired_terms(each.claim.kind, each.value, known[:place]):
            yield term


def _blinds(terms: Iterable[SearchTerm]) -> list[bytes]:
    keeper = open_keeper()
    return list(dict.fromkeys(blind_index(keeper, term.field, term.text) for term in terms))
