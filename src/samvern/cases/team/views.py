# SPDX-License-Identifier: EUPL-1.2
"""Who works on a case, who sees it, and who never may."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.unit_of_work import log_read
from samvern.cases.closing.open_items import list_kept_items
from samvern.cases.core.forms import chosen_member
from samvern.cases.core.permissions import can_manage_case, get_managed_case, leads_case_unit
from samvern.cases.core.selectors import get_case, list_colleagues
from samvern.cases.emergency_access.domain import list_case_accesses
from samvern.cases.handover.domain import find_offer
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.cases.team import domain
from samvern.cases.team.bars import list_bars_to_answer
from samvern.cases.team.forms import AccessBlockForm, TeamMemberForm, VisibilityForm


@workspace_view()
def team(request: Request, case_id: UUID) -> HttpResponseBase:
    """Everybody who has to do with the case."""
    actor, case = request.actor, get_case(request.actor, case_id)
    members = domain.list_team(case)
    can_manage, leads = can_manage_case(actor, case), leads_case_unit(actor, case)
    bars = domain.list_access_blocks(case) if can_manage else []
    openings = list_case_accesses(case) if can_manage else []
    kept = list_kept_items(case) if can_manage else []
    log_read("team.see", case=case.pk, rows=len(members) + len(bars) + len(kept))
    context = {
        "members": members,
        "bars": bars,
        "openings": openings,
        "kept": kept,
        "offer": find_offer(case),
        "can_manage": can_manage,
        "answerable": {bar.id for bar in list_bars_to_answer(actor)},
        "may_bar": can_manage and (case.owner_id == actor.member_id or leads),
        "leads": leads,
    }
    return case_page(request, case, "cases/team.html", context)


@workspace_view(methods=WRITE)
def member_add(request: Request, case_id: UUID) -> HttpResponseBase:
    """Put a colleague on the case."""
    case = get_managed_case(request.actor, case_id)
    on_it = [row.member_id for row in domain.list_team(case)]
    page = FormPage(
        TeamMemberForm,
        partial(domain.add_team_member, actor=request.actor, case=case),
        "team",
        case=case,
        title=_("Add a colleague"),
        options={"members": list_colleagues(request.actor, but=on_it)},
        values=chosen_member,
        context={"submit": _("Add")},
    )
    return form_page(request, page)


@workspace_view(methods=("POST",))
def member_end(request: Request, case_id: UUID, row_id: UUID) -> HttpResponseBase:
    """Take somebody off the case."""
    case = get_managed_case(request.actor, case_id)
    domain.end_team_member(actor=request.actor, case=case, row_id=row_id)
    if can_manage_case(request.actor, case):
        return redirect("workspace:team", case_id=case.pk)
    return redirect("workspace:cases")


@workspace_view(methods=WRITE)
def member_circle(request: Request, case_id: UUID) -> HttpResponseBase:
    """Open the case to the unit, or close it to all but the team."""
    case = get_managed_case(request.actor, case_id)
    save = partial(domain.set_visibility, actor=request.actor, case=case)
    page = FormPage(
        VisibilityForm, save, "team", case=case, title=_("Who sees the case"),
        initial={"circle": case.circle},
    )  # fmt: skip
    return form_page(request, page)


@workspace_view(methods=WRITE)
def member_bar(request: Request, case_id: UUID) -> HttpResponseBase:
    """Shut a colleague out."""
    actor, case = request.actor, get_managed_case(request.actor, case_id)
    shut = [bar.member_id for bar in domain.list_access_blocks(case)]
    others = list_colleagues(actor, but=[*shut, actor.member_id, case.owner_id], even_unknown=True)
    text = _(
        "Nothing opens the case to the one you shut out: no role, no share and no emergency."
        " Leaders are told. A leader looks at it again within half a year, and can end it."
        " The last leader who can open the case cannot be shut out."
    )
    page = FormPage(
        AccessBlockForm,
        partial(domain.block_member, actor=actor, case=case),
        "team",
        case=case,
        title=_("Shut somebody out"),
        options={"members": others},
        values=chosen_member,
        context={"submit": _("Shut out"), "text": text, "color": "danger"},
    )
    return form_page(request, page)
