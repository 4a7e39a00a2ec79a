# SPDX-License-Identifier: EUPL-1.2
"""The list of cases."""

from collections.abc import Sequence

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.days import days_left
from samvern.access.forms import Form
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import page
from samvern.cases.domain.band import shown_signs
from samvern.cases.domain.search import Found, Listed, Scope, Wanted, list_cases, written_search
from samvern.cases.models import Case

COMPLETE = 9
"""Signs of a whole reference."""
COLORS = {Case.State.OPEN: "info", Case.State.CLOSED: "neutral"}


class Filter(Form):
    """What to list; sent with GET, so that a list can be kept as a bookmark."""

    reference = fields.LineField(label=lazy("Case reference"), required=False, limit=20)
    scope = fields.SelectField(
        label=lazy("Which cases"), choices=Scope.choices, empty=Scope.MINE.label, required=False
    )
    state = fields.SelectField(
        label=lazy("State"),
        choices=[(Case.State.CLOSED, lazy("Closed")), ("all", lazy("Open and closed"))],
        empty=lazy("Open"),
        required=False,
    )
    kind = fields.SelectField(
        label=lazy("Case type"), choices=Case.Kind.choices, empty=lazy("All"), required=False
    )


@page()
def cases(request: Request) -> HttpResponseBase:
    """Cases by whose they are, state and type, or by the beginning of a reference."""
    form = Filter(request.GET or None, initial={})
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
    typed = str(chosen.get("reference", ""))
    wanted = Wanted(
        scope=chosen.get("scope") or Scope.MINE,
        state="" if typed or chosen.get("state") == "all" else chosen.get("state") or "open",
        kind=chosen.get("kind", ""),
        reference=written_search(typed),
        place=request.GET.get("page", ""),
    )
    is_empty_search = bool(typed) and not wanted.reference
    found = Found(()) if is_empty_search else list_cases(actor=request.actor, wanted=wanted)
    if len(wanted.reference) == COMPLETE and len(found.cases) == 1:
        return redirect("workspace:case", case_id=found.cases[0].case.pk)
    context = {"form": form, "table": _table(request, wanted, found), "searched": bool(typed)}
    return render(request, "cases/list.html", context)


def _table(request: Request, wanted: Wanted, found: Found) -> Table:
    columns = [
        Column(_("Case")),
        Column(_("Working name")),
        Column(_("Look out for")),
        Column(_("Next deadline")),
        Column(_("Who has it")),
        Column(_("State")),
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


def _empty(wanted: Wanted) -> str:
    texts = {
        Scope.SHARED: _("Nobody shares a case with you now."),
        Scope.UNIT: _("Your unit has no such case that you may see."),
    }
    return texts.get(Scope(wanted.scope), _("You have no such case."))


def _row(request: Request, listed: Listed) -> Sequence[Cell]:
    case, due = listed.case, listed.due
    theirs = case.organisation_id != request.actor.organisation_id
    late = due is not None and due < timezone.localdate()
    return [
        Cell(case.reference, href=reverse("workspace:case", kwargs={"case_id": case.pk})),
        Cell(listed.label),
        Cell(tags=shown_signs(listed.signs)),
        Cell(due, note=_overdue(due, late)) if due else Cell(""),
        Cell(case.owner.name, note=case.organisation.name if theirs else case.unit.name),
        Cell(case.get_state_display(), tag=COLORS.get(Case.State(case.state), "neutral")),
    ]


def _overdue(due: object, late: bool) -> str:
    left = days_left(due)  # type: ignore[arg-type]
    return _("Overdue: %(left)s") % {"left": left} if late else left


urlpatterns = [path("cases/", cases, name="cases")]
