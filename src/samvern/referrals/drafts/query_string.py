# SPDX-License-Identifier: EUPL-1.2
"""Who is referred to whom, as it stands in an address."""

from urllib.parse import urlencode
from uuid import UUID

from samvern.access.actor import Actor, Request
from samvern.access.errors import NotFound
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import get_person
from samvern.cases.sharing.domain import get_receiver
from samvern.referrals.choices import can_be_referred
from samvern.referrals.core.selectors import get_referral
from samvern.referrals.directory.models import Service
from samvern.referrals.drafts.legal_basis import ReferralDraft
from samvern.referrals.matching.proposals import ServiceProposal


def read_draft(actor: Actor, case: Case, request: Request) -> ReferralDraft:
    """Who is referred to whom, from the address; an earlier referral fills in the rest."""
    asked = request.GET
    earlier = get_referral(actor, _id(asked["from"])) if "from" in asked else None
    if earlier and earlier.case_id != case.pk:
        raise NotFound("referral", earlier.pk)
    need = earlier.need if earlier else asked.get("need", "")
    urgency = earlier.urgency if earlier else asked.get("urgency", "")
    if not can_be_referred(need, urgency):
        raise NotFound("need")
    service = _service(asked.get("service", ""))
    receiver = get_receiver(actor, service.organisation_id if service else _id(asked.get("to", "")))
    person_id = earlier.person_id if earlier else _id(asked.get("person", ""))
    return ReferralDraft(
        person=get_person(actor, case.pk, person_id),
        receiver=receiver,
        need=need,
        urgency=urgency,
        unit_id=service.unit_id if service else None,
        service=service,
        handed_from=earlier,
    )


def query_for_proposal(query: dict[str, str], proposal: ServiceProposal) -> str:
    """The query with which a proposal is written to."""
    to = (
        {"service": str(proposal.service.pk)}
        if proposal.service
        else {"to": str(proposal.organisation.pk)}
    )
    return urlencode({**query, **to})


def _service(text: str) -> Service | None:
    if not text:
        return None
    found = Service.objects.filter(pk=_id(text), active=True).select_related("organisation")
    service = found.first()
    if service is None:
        raise NotFound("service", text)
    return service


def read_person(case: Case, chosen: str) -> Person:
    """The one who is named, or the one the case is about.

    Raises:
        NotFound: there is no such person in it.
    """
    rows = Person.objects.filter(case=case).order_by("number")
    found = rows.filter(pk=_id(chosen)).first() if chosen else rows.first()
    if found is None:
        raise NotFound("person", chosen)
    return found


def query_back(draft: ReferralDraft) -> str:
    """The query of the page one came from."""
    query = {"need": draft.need, "urgency": draft.urgency, "person": str(draft.person.pk)}
    return urlencode(query)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound("id", text) from error
