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
from samvern.cases.core.permissions import get_managed_case
from samvern.cases.core.selectors import get_case, person_names
from samvern.cases.pages.form_page import FormPage, form_page
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
from samvern.coordination.workflow import PARTICIPANT


@workspace_view(methods=WRITE)
def conference_invite(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """Choose who is to come, among those who see the case."""
    actor = request.actor
    row = get_called(actor, case_id, conference_id)
    case = get_managed_case(actor, case_id)
    found = [each for each in participants.candidates(row) if each.member_id != actor.member_id]
    log_read("conference.candidates", case=case.pk, object=row.pk, rows=len(found))
    fit = [each for each in found if not participants.explain_uncovered(row, each)]
    page = FormPage(
        InviteParticipantsForm,
        partial(participants.invite, actor=actor, conference=row),
        "conference",
        case=case,
        where={"conference_id": row.pk},
        template="coordination/invite.html",
        options={"choices": [(each.key, _named(each)) for each in fit]},
        context=lambda _form: {
            "fit": fit,
            "unfit": _by_house(row, found),
            "conference": row,
            "section": "conferences",
        },
    )
    return form_page(request, page)


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
    page = FormPage(
        _share_form,
        partial(share_as_chosen, request, case, receiver),
        "conference_invite",
        case=case,
        where={"conference_id": row.pk},
        template="coordination/share.html",
        initial={"until": ends_at(row).date() + USUAL_PERIOD, "purpose": row.purpose},
        options={
            "consents": consents,
            "names": person_names(case),
            "judged": judged,
            "units": list(Unit.objects.filter(organisation=receiver)),
        },
        values=lambda form: {**form.cleaned_data, "purpose": row.purpose},
        context={
            "receiver": receiver,
            "judged": judged,
            "consents": consents,
            "conference": row,
            "section": "conferences",
        },
    )
    return form_page(request, page)


def _share_form(*args: Any, **options: Any) -> ShareForm:
    """The form of a share for a conference: its purpose is not asked."""
    form = ShareForm(*args, **options)
    form.fields["purpose"].widget = form.fields["purpose"].hidden_widget()
    return form


@workspace_view(methods=("POST",))
def conference_participant(
    request: Request, case_id: UUID, conference_id: UUID, participant_id: UUID
) -> HttpResponseBase:
    """Answer, take an invitation back, or say who was there."""
    actor = request.actor
    get_case(actor, case_id)
    row = get_conference(actor, case_id, conference_id)
    participant = participants.get_participant(row, participant_id)
    move = request.POST.get("move", "")
    if move not in {each.name for each in PARTICIPANT.transitions}:
        return _to(case_id, conference_id)
    act = partial(
        participants.apply_participant_move, actor=actor, participant=participant, move=move
    )
    if move != "decline":
        act()
        return _to(case_id, conference_id)
    inside = participant.receiver_id == participant.organisation_id
    page = FormPage(
        DeclineInvitationForm,
        act,
        "conference" if inside else "conferences",
        where={"case_id": case_id, **({"conference_id": conference_id} if inside else {})},
        show=lambda form: conference_page(request, case_id, conference_id, decline=form),
    )
    return form_page(request, page)


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


def _to(case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    return redirect("workspace:conference", case_id=case_id, conference_id=conference_id)
