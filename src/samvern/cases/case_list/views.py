# SPDX-License-Identifier: EUPL-1.2
"""The list of cases."""

from collections.abc import Sequence

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.dates import format_days_left
from samvern.access.decorators import workspace_view
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.case_header.alerts import describe_signs
from samvern.cases.case_list.domain import (
    CaseListEntry,
    CasePage,
    CaseQuery,
    CaseScope,
    list_cases,
    normalise_reference,
)
from samvern.cases.case_list.forms import CaseFilterForm
from samvern.cases.core.models import Case

REFERENCE_LENGTH = 9
"""Signs of a whole reference."""

COLORS = {Case.State.OPEN: "info", Case.State.CLOSED: "neutral"}


@workspace_view()
def cases(request: Request) -> HttpResponseBase:
    """Cases by whose they are, state and type, or by the beginning of a reference."""
    form = CaseFilterForm(request.GET or None, initial={})
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
    typed = str(chosen.get("reference", ""))
    wanted = CaseQuery(
        scope=chosen.get("scope") or CaseScope.MINE,
        state="" if typed or chosen.get("state") == "all" else chosen.get("state") or "open",
        kind=chosen.get("kind", ""),
        reference=normalise_reference(typed),
        place=request.GET.get("page", ""),
    )
    is_empty_search = bool(typed) and not wanted.reference
    found = CasePage(()) if is_empty_search else list_cases(actor=request.actor, wanted=wanted)
    if len(wanted.reference) == REFERENCE_LENGTH and len(found.cases) == 1:
        return redirect("workspace:case", case_id=found.cases[0].case.pk)
    context = {"form": form, "table": _table(request, wanted, found), "searched": bool(typed)}
    return render(request, "cases/list.html", context)


def _table(request: Request, wanted: CaseQuery, found: CasePage) -> Table:
    columns = [
        TableColumn(_("Case")),
        TableColumn(_("Working name")),
        TableColumn(_("Look out for")),
        TableColumn(_("Next deadline")),
        TableColumn(_("Who has it")),
        TableColumn(_("State")),
    ]
    rows = [_row(request, listed) for listed in found.cases]
    empty = _("No case begins so, of those you may see.") if wanted.reference else _empty(wanted)
    return Table(
        caption=_("Cases"),
        columns=columns,
        rows=rows,
        empty=empty,
        pager=found.pager,
        caption_unseen=True,
    )


def _empty(wanted: CaseQuery) -> str:
    texts = {
        CaseScope.SHARED: _("Nobody shares a case with you now."),
        CaseScope.UNIT: _("Your unit has no such case that you may see."),
    }
    return texts.get(CaseScope(wanted.scope), _("You have no such case."))


def _row(request: Request, listed: CaseListEntry) -> Sequence[TableCell]:
    case, due = listed.case, listed.due
    theirs = case.organisation_id != request.actor.organisation_id
    late = due is not None and due < timezone.localdate()
    return [
        TableCell(case.reference, href=reverse("workspace:case", kwargs={"case_id": case.pk})),
        TableCell(listed.label),
        TableCell(tags=describe_signs(listed.signs)),
        TableCell(due, note=_overdue(due, late)) if due else TableCell(""),
        TableCell(case.owner.name, note=case.organisation.name if theirs else case.unit.name),
        TableCell(case.get_state_display(), tag=COLORS.get(Case.State(case.state), "neutral")),
    ]


def _overdue(due: object, late: bool) -> str:
    left = format_days_left(due)  # type: ignore[arg-type]
    return _("Overdue: %(left)s") % {"left": left} if late else left
