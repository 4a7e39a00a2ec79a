# SPDX-License-Identifier: EUPL-1.2
"""Enquiries for API clients of an organisation."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field

from samvern.access.api.operations import scoped
from samvern.access.api.sent import Sent
from samvern.helpline import choices
from samvern.helpline.api import Made, router
from samvern.helpline.enquiries.domain import EnquiryDraft, log_enquiry


class EnquiryIn(Sent):
    """A contact. No name and no number has a field."""

    unit_id: UUID
    about: choices.About
    caller: choices.Caller = choices.Caller.UNKNOWN
    channel: choices.Channel = choices.Channel.PHONE
    language: str = Field("", max_length=2, pattern="^[a-z]{0,2}$")
    interpreter: bool = False
    forms: list[choices.Exploitation] = Field(default_factory=list)
    age_group: choices.AgeGroup = choices.AgeGroup.UNKNOWN
    region: choices.Region = choices.Region.UNKNOWN
    advice: list[choices.Advised] = Field(default_factory=list)
    urgency: choices.Urgency = choices.Urgency.LATER
    words: str = Field("", max_length=4000)
    word: str = Field("", max_length=60)


@router.post("/", response={201: Made}, summary="Log a contact")
@scoped("contacts:write")
def add_enquiry(request: HttpRequest, told: EnquiryIn) -> Any:
    """Write down a contact in a unit of the organisation."""
    given = told.dict()
    unit_id = given.pop("unit_id")
    return 201, log_enquiry(actor=request.actor, told=EnquiryDraft(**given), unit_id=unit_id)  # type: ignore[attr-defined]
