# SPDX-License-Identifier: EUPL-1.2
"""Inviting named people, sharing with those who cannot be invited yet, and their answers."""

from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.dates import format_date
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.models import Unit
from samvern.access.unit_of_work import log_read
from samvern.cases.core.form_helpers import attempt, submitted_data
from samvern.cases.core.permissions import get_managed_case
from samvern.cases.core.selectors import get_case, person_names
from samvern.cases.pages.rendering import case_page
from samvern.cases.sharing.domain import (
    USUAL_PERIOD,
    find_disclosure_grounds,
    get_receiver,
    list_valid_consents,
)
from samvern.cases.sharing.forms import ShareForm
from samvern.cases.sharing.views import share_as_chosen
from samvern.coordination.conferences import participants
from samvern.coordination.conferences.domain import get_called, get_conference
from samvern.coordination.conferences.forms import DeclineInvitationForm, InviteParticipantsForm
from samvern.coordination.conferences.models import Conference
from samvern.coordination.conferences.notifications import ends_at
from samvern.coordination.conferences.views.conferences import conference_page
from samvern.coordination.workflow import SEAT


@workspace_view(methods=WRITE)
def conference_invite(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """Choose who is to come, among those who see the case."""
    actor = request.actor
    row = get_called(actor, case_id, conference_id)
    case = get_managed_case(actor, case_id)
    found = [each for each in participants.candidates(row) if each.member_id != actor.member_id]
    log_read("conference.candidates", case=case.pk, object=row.pk, rows=len(found))
    fit = [each for each in found if not participants.explain_uncovered(row, each)]
    form = InviteParticipantsForm(
        submitted_data(request), choices=[(each.key, _named(each)) for each in fit]
    )
    if request.method == "POST" and form.is_valid():
        invite = partial(participants.invite, actor=actor, conference=row, **form.cleaned_data)
        if attempt(form, invite) is not None:
            return _to(case_id, conference_id)
    context = {
        "form": form,
        "fit": fit,
        "unfit": _by_house(row, found),
        "conference": row,
        "section": "conferences",
    }
    return case_page(request, case, "coordination/invite.html", context)


@workspace_view(methods=WRITE)
def conference_share(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """Share the case for this conference with an organisation (``?to=``), then invite from it.

    Consent and law decide, as for every share: the purpose is the conference's, and the last day at
    the earliest the day of the conference.
    """
    row = get_called(request.actor, case_id, conference_id)
    case = get_managed_case(request.actor, case_id)
    receiver = get_receiver(request.actor, _id(request.GET.get("to", "")))
    consents = [c for c in list_valid_consents(case, receiver) if c.purpose in _purposes(row)]
    judged = find_disclosure_grounds(case, receiver)
    form = ShareForm(
        submitted_data(request),
        consents=consents,
        names=person_names(case),
        judged=judged,
        units=list(Unit.objects.filter(organisation=receiver)),
        initial={"until": ends_at(row).date() + USUAL_PERIOD},
    )
    form.fields["purpose"].widget = form.fields["purpose"].hidden_widget()
    form.initial["purpose"] = row.purpose
    if request.method == "POST" and form.is_valid():
        chosen = {**form.cleaned_data, "purpose": row.purpose}
        share = partial(share_as_chosen, request, case, receiver, **chosen)
        if attempt(form, share) is not None:
            return _to(case_id, conference_id, "conference_invite")
    context = {
        "form": form,
        "receiver": receiver,
        "judged": judged,
        "consents": consents,
        "conference": row,
        "section": "conferences",
    }
    return case_page(request, case, "coordination/share.html", context)


@workspace_view(methods=("POST",))
def conference_seat(
    request: Request, case_id: UUID, conference_id: UUID, seat_id: UUID
) -> HttpResponseBase:
    """Answer, take an invitation back, or say who was there."""
    actor = request.actor
    get_case(actor, case_id)
    row = get_conference(actor, case_id, conference_id)
    seat = participants.get_participant(row, seat_id)
    move = request.POST.get("move", "")
    if move not in {each.name for each in SEAT.transitions}:
        return _to(case_id, conference_id)
    form = DeclineInvitationForm(request.POST)
    if move == "decline" and not form.is_valid():
        return conference_page(request, case_id, conference_id, decline=form)
    reason = form.cleaned_data["reason"] if move == "decline" else ""
    participants.apply_participant_move(actor=actor, seat=seat, move=move, reason=reason)
    if move == "decline" and seat.receiver_id != seat.organisation_id:
        return redirect("workspace:conferences", case_id=case_id)
    return _to(case_id, conference_id)


def _purposes(row: Conference) -> tuple[str, str]:
    return row.purpose, "coordination"


def _by_house(row: Conference, found: list[participants.Candidate]) -> list[dict[str, Any]]:
    """Organisations nobody can be invited from yet, and why."""
    fit = {each.organisation_id for each in found if not participants.explain_uncovered(row, each)}
    unfit = {each.organisation_id: each for each in found if each.organisation_id not in fit}
    return [
        {
            "name": each.organisation,
            "why": participants.explain_uncovered(row, each),
            "href": reverse(
                "workspace:conference_share",
                kwargs={"case_id": row.case_id, "conference_id": row.pk},
            )
            + f"?to={each.organisation_id}",
        }
        for each in unfit.values()
    ]


def _named(each: participants.Candidate) -> str:
    where = ", ".join(part for part in (each.unit, each.organisation) if part)
    if each.until is None:
        return f"{each.name} ({where})"
    return _("%(name)s (%(where)s), shared until %(day)s") % {
        "name": each.name,
        "where": where,
        "day": format_date(each.until - timedelta(seconds=1)),
    }


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


def _to(case_id: UUID, conference_id: UUID, page: str = "conference") -> HttpResponseBase:
    return redirect(f"workspace:{page}", case_id=case_id, conference_id=conference_id)
