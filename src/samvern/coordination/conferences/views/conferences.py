# SPDX-License-Identifier: EUPL-1.2
"""The conferences of a case: the list, a new one, its page, another time, its course."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import SHAREABLE
from samvern.access.dates import format_short_date
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.models import Member
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.access.unit_of_work import log_read
from samvern.access.workflow import RECEIVER, SENDER
from samvern.cases.core.form_helpers import add_choices
from samvern.cases.core.permissions import can_manage_case, get_managed_case
from samvern.cases.core.selectors import get_case, person_names
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.cases.sharing.domain import list_receivers
from samvern.common.downloads import CALENDAR, file_response
from samvern.coordination.conferences import domain
from samvern.coordination.conferences.calendar import calendar_of
from samvern.coordination.conferences.forms import (
    SECTIONS,
    CancelForm,
    ConferenceForm,
    DeclineInvitationForm,
    TimeForm,
)
from samvern.coordination.conferences.minutes import PlanItemText, minutes_of, plan_of
from samvern.coordination.conferences.models import Participant
from samvern.coordination.conferences.notifications import ends_at
from samvern.coordination.conferences.participants import (
    OrganisationAccess,
    categories_open_to_all,
    my_participation,
    organisations_present,
)
from samvern.coordination.workflow import CONFERENCE, HER_OWN, ITEM, LIVE, PARTICIPANT

FORM = "coordination/form.html"


@workspace_view()
def conferences(request: Request, case_id: UUID) -> HttpResponseBase:
    """The conferences of a case that the reader sits at, or has called."""
    case = get_case(request.actor, case_id)
    rows = domain.conferences_of(case)
    log_read("conferences.see", case=case.pk, rows=len(rows))
    context = {
        "planned": sorted((r for r in rows if r.state == "planned"), key=lambda r: r.starts_at),
        "over": [row for row in rows if row.state != "planned"],
        "states": CONFERENCE.states,
        "can_manage": can_manage_case(request.actor, case),
    }
    return case_page(request, case, "coordination/conferences.html", context)


@workspace_view(methods=WRITE)
def conference_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Call a conference; whom to invite is asked on its own page."""
    actor, case = request.actor, get_managed_case(request.actor, case_id)
    heard = domain.must_hear_child(case)
    page = FormPage(
        ConferenceForm,
        partial(domain.call_conference, actor=actor, case=case),
        "conferences",
        case=case,
        title=_("New conference"),
        template=FORM,
        draft=f"conference:{case.pk}",
        initial={"lasts": 60},
        options={"people": person_names(case), "heard": heard},
        context={"section": "conferences", "needs_voice": heard},
    )
    return form_page(request, page)


@workspace_view()
def conference(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """One conference, as its reader may see it."""
    return conference_page(request, case_id, conference_id)


def conference_page(
    request: Request, case_id: UUID, conference_id: UUID, **more: Any
) -> HttpResponseBase:
    """The page of a conference; ``more`` holds a form that was sent with a mistake."""
    actor, case = request.actor, get_case(request.actor, case_id)
    row = domain.get_conference(actor, case_id, conference_id)
    can_manage = can_manage_case(actor, case)
    table = organisations_present(row)
    own = my_participation(actor, row)
    rows = list(Participant.objects.filter(conference=row).select_related("receiver"))
    shared_with = {each.organisation for each in table}
    context: dict[str, Any] = {
        "conference": row,
        "caller": Member.objects.filter(pk=row.created_by_id).first(),
        "words": domain.read_words(row),
        "ends": ends_at(row),
        "state": CONFERENCE.states[row.state],
        "participants": [_shown(each, actor, can_manage, shared_with) for each in rows],
        "own": _shown(own, actor, can_manage, shared_with) if own else None,
        "table": who_sees(row.organisation.name, table),
        "aloud": sorted(categories_open_to_all(table)),
        "plan": [_item(item, actor, can_manage) for item in plan_of(row)],
        "minutes": minutes_of(actor, row),
        "moves": CONFERENCE.transitions_from(row.state, SENDER) if can_manage else (),
        "can_manage": can_manage,
        "people": person_names(case),
        "receiver": _receivers(request) if can_manage else None,
        "kinds": SECTIONS,
        "cancel": CancelForm(),
        "decline": DeclineInvitationForm(),
        "section": "conferences",
        **more,
    }
    return case_page(request, case, "coordination/conference.html", context)


@workspace_view(methods=WRITE)
def conference_time(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """Another time or place; everybody at the table is told and asked again."""
    row = domain.get_called(request.actor, case_id, conference_id)
    where = domain.read_words(row)["where"]
    page = FormPage(
        TimeForm,
        partial(domain.reschedule_conference, actor=request.actor, conference=row),
        "conference",
        case=get_managed_case(request.actor, case_id),
        where={"conference_id": row.pk},
        title=_("Another time"),
        template=FORM,
        initial={"starts_at": row.starts_at, "lasts": row.lasts, "where": where},
        context={"section": "conferences", "row": row},
    )
    return form_page(request, page)


@workspace_view(methods=("POST",))
def conference_step(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """Hold it, close its minutes, open them again, or cancel it."""
    row = domain.get_called(request.actor, case_id, conference_id)
    move = request.POST.get("move", "")
    if move not in {each.name for each in CONFERENCE.transitions}:
        return _to(case_id, conference_id)
    act = partial(domain.apply_conference_move, actor=request.actor, conference=row, move=move)
    if move != "cancel":
        act()
        return _to(case_id, conference_id)
    page = FormPage(
        CancelForm,
        act,
        lambda _done: _to(case_id, conference_id),
        show=lambda form: conference_page(request, case_id, conference_id, cancel=form),
    )
    return form_page(request, page)


@workspace_view()
def conference_ics(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """The time as a file for a calendar, and nothing else."""
    row = domain.get_conference(request.actor, case_id, conference_id)
    content = calendar_of(row, reader=request.actor.member_id, lang=request.LANGUAGE_CODE or "nb")
    return file_response("samvern.ics", content, CALENDAR)


def _shown(row: Participant, actor: Any, can_manage: bool, shared_with: set[str]) -> dict[str, Any]:
    """A participant with what the reader can do with it, and whether it still opens anything."""
    own = row.member_id == actor.member_id
    side = SENDER if can_manage else ""
    moves = [*PARTICIPANT.transitions_from(row.state, side)]
    if own:
        moves += PARTICIPANT.transitions_from(row.state, RECEIVER)
    inside = row.receiver_id == row.organisation_id
    return {
        "row": row,
        "state": PARTICIPANT.states[row.state],
        "moves": [m for m in moves if m.name not in HER_OWN],
        "answers": [m for m in moves if m.name in HER_OWN and m.name != "decline"],
        "own": own,
        "blind": row.state in LIVE and not inside and row.receiver.name not in shared_with,
    }


def _item(item: PlanItemText, actor: Any, can_manage: bool) -> dict[str, Any]:
    theirs = item.row.receiver_id == actor.organisation_id
    side = SENDER if can_manage else RECEIVER if theirs else ""
    moves = ITEM.transitions_from(item.row.state, side)
    return {"item": item, "state": ITEM.states[item.row.state], "moves": moves}


def _receivers(request: Request) -> Any:
    from samvern.cases.sharing.forms import ReceiverForm

    form = ReceiverForm()
    add_choices(form, "to", [(str(o.pk), o.name) for o in list_receivers(request.actor)])
    return form


def _to(case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    return redirect("workspace:conference", case_id=case_id, conference_id=conference_id)


def who_sees(owner: str, table: Sequence[OrganisationAccess]) -> Table:
    """A row for each category, a column for each organisation, and the last day below."""
    yes, no = _("Yes"), "–"
    columns = [
        TableColumn(_("What")),
        TableColumn(owner),
        *(TableColumn(row.organisation) for row in table),
    ]
    rows = [
        [
            TableCell(each.label),
            TableCell(yes),
            *(TableCell(yes if each in row.categories else no) for row in table),
        ]
        for each in SHAREABLE
    ]
    last = [
        TableCell(_("Last day")),
        TableCell(_("has the case")),
        *(TableCell(_last(row)) for row in table),
    ]
    return Table(_("Who sees what"), columns, [*rows, last], "", caption_unseen=True)


def _last(row: OrganisationAccess) -> str:
    return format_short_date(row.until - timedelta(seconds=1))
