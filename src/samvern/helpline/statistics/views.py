# SPDX-License-Identifier: EUPL-1.2
"""Figures of the helpline and the desks: table, sentence, bars and CSV."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Request
from samvern.access.decorators import workspace_view
from samvern.access.exports import Export, export_csv
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.common.plots import BarRow, Svg, labelled_bars
from samvern.helpline.statistics import domain
from samvern.helpline.statistics.suppression import CountTable

CONTACTS_FILE = Export("contacts.export", lazy("Figures of the helpline"))
GUIDANCE_FILE = Export("guidance.export", lazy("Figures of guidance"))


@workspace_view()
def contacts_figures(request: Request) -> HttpResponseBase:
    """Contacts by month, kind, caller, channel, language and next step."""
    years = domain.years_of_contacts()
    return _answer(request, "contacts_figures", years, domain.contact_figures, CONTACTS_FILE, {})


@workspace_view()
def guidance_figures(request: Request) -> HttpResponseBase:
    """Questions by month, topic, state and desk, and how long an answer takes."""
    years = domain.years_of_questions()
    year = _year(request, years)
    more = {"has_time": True, "days": domain.answer_time(year)}
    return _answer(request, "guidance_figures", years, domain.question_figures, GUIDANCE_FILE, more)


def _answer(
    request: Request,
    name: str,
    years: list[int],
    count: Callable[..., list[CountTable]],
    export: Export,
    more: dict[str, Any],
) -> HttpResponseBase:
    year = _year(request, years)
    if request.GET.get("format") == "csv":
        head = [_("Table"), _("Group"), _("Number"), _("What is counted")]
        return export_csv(
            export, f"{name}-{year}", head, lambda: _rows(count(actor=request.actor, year=year))
        )
    shown = [_shown(each) for each in count(actor=request.actor, year=year)]
    page_of = reverse(f"workspace:{name}")
    context = {"figures": shown, "year": year, "years": years, "page": page_of, "name": name}
    return render(request, "contacts/figures.html", {**context, **more})


def _shown(figure: CountTable) -> dict[str, Any]:
    rows = [
        [TableCell(figure.labels[cell.key]), TableCell(_number(cell.shown))]
        for cell in figure.cells
    ]
    rows.append([TableCell(_("In all")), TableCell(_number(figure.total))])
    columns = [TableColumn(figure.head), TableColumn(_("Number"), numeric=True)]
    plotted = [BarRow(str(figure.labels[cell.key]), cell.shown) for cell in figure.cells]
    return {
        "figure": figure,
        "table": Table(figure.title, columns, rows, _("Nothing to count.")),
        "plot": _plot(str(figure.title), plotted),
    }


def _plot(title: str, rows: list[BarRow]) -> Svg:
    return labelled_bars(title, rows, hidden=_("hidden"), more=_("and more in the table"))


def _rows(found: list[CountTable]) -> Iterator[list[object]]:
    for figure in found:
        for cell in figure.cells:
            yield [figure.title, figure.labels[cell.key], _number(cell.shown), figure.says]


def _number(count: int | None) -> str:
    return _("hidden") if count is None else str(count)


def _year(request: Request, years: list[int]) -> int:
    wanted = request.GET.get("year", "")
    return next((year for year in years if str(year) == wanted), years[0])
