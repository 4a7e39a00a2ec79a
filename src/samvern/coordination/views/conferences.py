# SPDX-License-Identifier: EUPL-1.2
"""The conferences of a case: the list, a new one, its page, another time, its course."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.courses import RECEIVER, SENDER
from samvern.access.models import Member
from samvern.access.views import WRITE, page
from samvern.cases.domain.in_hand import get_case_in_hand, has_in_hand
from samvern.cases.domain.naming import people_named
from samvern.cases.domain.reaching import get_case
from samvern.cases.domain.sharing import receivers
from samvern.cases.views.attempts import attempt, offer
from samvern.cases.views.saving import Asked, ask, sent
from samvern.cases.views.shell import case_page
from samvern.coordination.course import CONFERENCE, HER_OWN, ITEM, LIVE, SEAT
from samvern.coordination.domain import agreeing, seats
from samvern.coordination.domain import conferences as domain
from samvern.coordination.domain.calendar import calendar_of
from samvern.coordination.forms.agreeing import SECTIONS
from samvern.coordination.forms.conferences import CancelForm, ConferenceForm, TimeForm
from samvern.coordination.forms.seats import DeclineForm
from samvern.coordination.models import Conference, Seat
from samvern.coordination.views.tables import who_sees

FORM = "coordination/form.html"


@page()
def conferences(request: Request, case_id: UUID) -> HttpResponseBase:
    """The conferences of a case that the reader sits at, or has called."""
    case = get_case(request.actor, case_id)
    rows = domain.conferences_of(case)
    see("conferences.see", case=case.pk, rows=len(rows))
    context = {
        "planned": sorted((r for r in rows if r.state == "planned"), key=lambda r: r.starts_at),
        "over": [row for row in rows if row.state != "planned"],
        "states": CONFERENCE.states,
        "in_hand": has_in_hand(request.actor, case),
    }
    return case_page(request, case, "coordination/conferences.html", context)


@page(methods=WRITE)
def conference_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Call a conference; whom to invite is asked on its own page."""
    actor, case = request.actor, get_case_in_hand(request.actor, case_id)
    save = partial(domain.call_conference, actor=actor, case=case)
    asked = Asked(_("New conference"), f"conference:{case.pk}", "conferences", "conferences",
                  template=FORM)  # fmt: skip
    heard = domain.needs_voice(case)
    return ask(request, case, asked, ConferenceForm, save, initial={"lasts": 60},
               context={"needs_voice": heard}, people=people_named(case), heard=heard)  # fmt: skip


@page()
def conference(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """One conference, as its reader may see it."""
    return conference_page(request, case_id, conference_id)


def conference_page(
    request: Request, case_id: UUID, conference_id: UUID, **more: Any
) -> HttpResponseBase:
    """The page of a conference; ``more`` holds a form that was sent with a mistake."""
    actor, case = request.actor, get_case(request.actor, case_id)
    row = domain.get_conference(actor, case_id, conference_id)
    in_hand = has_in_hand(actor, case)
    table = seats.at_the_table(row)
    own = seats.my_seat(actor, row)
    rows = list(Seat.objects.filter(conference=row).select_related("receiver"))
    shared_with = {each.organisation for each in table}
    context: dict[str, Any] = {
        "conference": row,
        "caller": Member.objects.filter(pk=row.created_by_id).first(),
        "words": domain.read_words(row),
        "ends": domain.ends_at(row),
        "state": CONFERENCE.states[row.state],
        "seats": [_seat(seat, actor, in_hand, shared_with) for seat in rows],
        "own": _seat(own, actor, in_hand, shared_with) if own else None,
        "table": who_sees(row.organisation.name, table),
        "aloud": sorted(seats.said_by_all(table)),
        "plan": [_item(item, actor, in_hand) for item in agreeing.plan_of(row)],
        "minutes": agreeing.minutes_of(actor, row),
        "moves": CONFERENCE.open_to(row.state, SENDER) if in_hand else (),
        "in_hand": in_hand,
        "people": people_named(case),
        "receiver": _receivers(request) if in_hand else None,
        "kinds": SECTIONS,
        "cancel": CancelForm(),
        "decline": DeclineForm(),
        "section": "conferences",
        **more,
    }
    return case_page(request, case, "coordination/conference.html", context)


@page(methods=WRITE)
def conference_time(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """Another time or place; everybody at the table is told and asked again."""
    actor = request.actor
    row = domain.get_called(actor, case_id, conference_id)
    case = get_case_in_hand(actor, case_id)
    initial = {
        "starts_at": row.starts_at,
        "lasts": row.lasts,
        "where": domain.read_words(row)["where"],
    }
    form = TimeForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        move = partial(domain.move_conference, actor=actor, conference=row, **form.cleaned_data)
        if attempt(form, lambda: [move()]):
            return _to(case_id, conference_id)
    context = {"form": form, "title": _("Another time"), "section": "conferences", "row": row}
    return case_page(request, case, FORM, context)


@page(methods=("POST",))
def conference_step(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """Hold it, close its minutes, open them again, or cancel it."""
    row = domain.get_called(request.actor, case_id, conference_id)
    move = request.POST.get("move", "")
    if move not in {each.name for each in CONFERENCE.moves}:
        return _to(case_id, conference_id)
    if move == "cancel":
        form = CancelForm(request.POST)
        if not form.is_valid():
            return conference_page(request, case_id, conference_id, cancel=form)
    reason = request.POST.get("reason", "") if move == "cancel" else ""
    domain.step_conference(actor=request.actor, conference=row, move=move, reason=reason)
    return _to(case_id, conference_id)


@page()
def conference_ics(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """The time as a file for a calendar, and nothing else."""
    row = domain.get_conference(request.actor, case_id, conference_id)
    content = calendar_of(row, reader=request.actor.member_id, lang=request.LANGUAGE_CODE or "nb")
    headers = {"Content-Disposition": 'attachment; filename="samvern.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _seat(seat: Seat, actor: Any, in_hand: bool, shared_with: set[str]) -> dict[str, Any]:
    """A seat with what the reader can do with it, and whether it still opens anything."""
    own = seat.member_id == actor.member_id
    side = SENDER if in_hand else ""
    moves = [*SEAT.open_to(seat.state, side)]
    if own:
        moves += SEAT.open_to(seat.state, RECEIVER)
    inside = seat.receiver_id == seat.organisation_id
    return {
        "row": seat,
        "state": SEAT.states[seat.state],
        "moves": [m for m in moves if m.name not in HER_OWN],
        "answers": [m for m in moves if m.name in HER_OWN and m.name != "decline"],
        "own": own,
        "blind": seat.state in LIVE and not inside and seat.receiver.name not in shared_with,
    }


def _item(item: agreeing.Agreed, actor: Any, in_hand: bool) -> dict[str, Any]:
    theirs = item.row.receiver_id == actor.organisation_id
    side = SENDER if in_hand else RECEIVER if theirs else ""
    moves = ITEM.open_to(item.row.state, side)
    return {"item": item, "state": ITEM.states[item.row.state], "moves": moves}


def _receivers(request: Request) -> Any:
    from samvern.cases.views.sharing import ReceiverForm

    form = ReceiverForm()
    offer(form, "to", [(str(o.pk), o.name) for o in receivers(request.actor)])
    return form


def _to(case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    return redirect("workspace:conference", case_id=case_id, conference_id=conference_id)


CASE = "cases/<uuid:case_id>/conferences"
ONE = f"{CASE}/<uuid:conference_id>"
urlpatterns = [
    path(f"{CASE}/", conferences, name="conferences"),
    path(f"{CASE}/new", conference_new, name="conference_new"),
    path(ONE, conference, name="conference"),
    path(f"{ONE}/time", conference_time, name="conference_time"),
    path(f"{ONE}/step", conference_step, name="conference_step"),
    path(f"{ONE}/calendar.ics", conference_ics, name="conference_ics"),
]
__all__ = ["Conference", "conference_page", "urlpatterns"]
