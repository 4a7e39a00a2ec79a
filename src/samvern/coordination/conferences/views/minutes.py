# SPDX-License-Identifier: EUPL-1.2
"""The common plan and the minutes of a conference."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import SHAREABLE, Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.cases.core.permissions import get_managed_case
from samvern.cases.core.selectors import get_case
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.coordination.conferences.domain import get_called, get_conference
from samvern.coordination.conferences.forms import ItemForm, MinutesAnswerForm, MinutesForm
from samvern.coordination.conferences.minutes import (
    add_item,
    answer_minutes,
    get_item,
    minutes_of,
    move_item,
    write_minutes,
)
from samvern.coordination.conferences.models import Participant
from samvern.coordination.conferences.participants import my_participation, organisations_present
from samvern.coordination.conferences.views.conferences import FORM
from samvern.coordination.workflow import ITEM, LIVE


@workspace_view(methods=WRITE)
def conference_plan(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """Write down what one of those at the table does, by when."""
    actor = request.actor
    row = get_called(actor, case_id, conference_id)
    case = get_managed_case(actor, case_id)
    sitting = Participant.objects.filter(conference=row, state__in=LIVE).select_related("receiver")
    names = [(str(each.pk), f"{each.name} ({each.receiver.name})") for each in sitting]
    page = FormPage(
        ItemForm,
        partial(add_item, actor=actor, conference=row),
        "conference",
        case=case,
        where={"conference_id": row.pk},
        title=_("What was agreed"),
        template=FORM,
        draft=f"planitem:{row.pk}",
        options={"participants": names},
        context={"section": "conferences", "row": row},
    )
    return form_page(request, page)


@workspace_view(methods=("POST",))
def conference_item(
    request: Request, case_id: UUID, conference_id: UUID, item_id: UUID
) -> HttpResponseBase:
    """Say that it is done, not done after all, or dropped."""
    row = get_conference(request.actor, case_id, conference_id)
    item = get_item(row, item_id)
    move = request.POST.get("move", "")
    if move in {each.name for each in ITEM.transitions}:
        move_item(actor=request.actor, item=item, move=move)
    return redirect("workspace:conference", case_id=case_id, conference_id=conference_id)


@workspace_view(methods=WRITE)
def conference_minutes(
    request: Request, case_id: UUID, conference_id: UUID, kind: str
) -> HttpResponseBase:
    """Write, or write anew, the section of the minutes about one category of data."""
    actor = request.actor
    row = get_called(actor, case_id, conference_id)
    case = get_managed_case(actor, case_id)
    if kind not in SHAREABLE:
        raise NotFound("minutes", kind)
    now = next((s for s in minutes_of(actor, row) if s.row.category == kind), None)
    initial = {"text": now.text if now else "", "version": now.row.version if now else 0}
    readers = [each.organisation for each in organisations_present(row) if kind in each.categories]
    page = FormPage(
        MinutesForm,
        partial(write_minutes, actor=actor, conference=row, category=kind),
        "conference",
        case=case,
        where={"conference_id": row.pk},
        title=_("Minutes: %(what)s") % {"what": Category(kind).label},
        template=FORM,
        draft=f"minutes:{row.pk}:{kind}",
        initial=initial,
        context={"section": "conferences", "row": row, "readers": readers, "is_minutes": True},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def conference_answer(request: Request, case_id: UUID, conference_id: UUID) -> HttpResponseBase:
    """Say whether the minutes, as far as one reads them, say what was said."""
    actor, case = request.actor, get_case(request.actor, case_id)
    row = get_conference(actor, case_id, conference_id)
    own = my_participation(actor, row)
    if own is None or own.state not in LIVE:
        raise NotFound("participant")
    left = [s for s in minutes_of(actor, row) if not any(said.mine for said in s.answers)]

    def answers(form: MinutesAnswerForm) -> dict[str, Any]:
        verdict = form.cleaned_data["verdict"], form.cleaned_data["words"]
        return {"answers": {section.row.pk: verdict for section in left}}

    page = FormPage(
        MinutesAnswerForm,
        partial(answer_minutes, actor=actor, conference=row, participant=own),
        "conference",
        case=case,
        where={"conference_id": row.pk},
        template="coordination/answer.html",
        values=answers,
        context={"row": row, "left": left, "section": "conferences"},
    )
    return form_page(request, page)
