# SPDX-License-Identifier: EUPL-1.2
"""Enquiries for an organisation's own programs."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Schema

from samvern.access.api.operations import scoped
from samvern.helpline import choices as kinds
from samvern.helpline.api import Made, router
from samvern.helpline.enquiries.domain import EnquiryDraft, log_enquiry


class EnquiryIn(Schema):
    """A contact. No name and no number has a field."""

    unit_id: UUID
    about: kinds.About
    caller: kinds.Caller = kinds.Caller.UNKNOWN
    channel: kinds.Channel = kinds.Channel.PHONE
    language: str = Field("", max_length=2, pattern="^[a-z]{0,2}$")
    interpreter: bool = False
    forms: list[kinds.Exploitation] = Field(default_factory=list)
    age_group: kinds.AgeGroup = kinds.AgeGroup.UNKNOWN
    region: kinds.Region = kinds.Region.UNKNOWN
    advice: list[kinds.Advised] = Field(default_factory=list)
    urgency: kinds.Urgency = kinds.Urgency.LATER
    words: str = Field("", max_length=4000)
    word: str = Field("", max_length=60)


@router.post("/", response={201: Made}, summary="Log a contact")
@scoped("contacts:write")
def add_enquiry(request: HttpRequest, told: EnquiryIn) -> Any:
    """Write down a contact in a unit of the organisation."""
    given = told.dict()
    unit_id = given.pop("unit_id")
    return 201, log_enquiry(actor=request.actor, told=EnquiryDraft(**given), unit_id=unit_id)  # type: ignore[attr-defined]
