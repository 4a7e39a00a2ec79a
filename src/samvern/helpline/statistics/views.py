# SPDX-License-Identifier: EUPL-1.2
"""Figures of the helpline and the desks: table, sentence, bars and CSV."""

from collections.abc import Callable
from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import workspace_view
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.common.downloads import csv_response
from samvern.common.plots import BarRow, Svg, labelled_bars
from samvern.helpline.statistics import domain
from samvern.helpline.statistics.suppression import CountTable


@workspace_view()
def contacts_figures(request: Request) -> HttpResponseBase:
    """Contacts by month, kind, caller, channel, language and next step."""
    years = domain.years_of_contacts()
    return _answer(request, "contacts_figures", years, domain.contact_figures, {})


@workspace_view()
def guidance_figures(request: Request) -> HttpResponseBase:
    """Questions by month, topic, state and desk, and how long an answer takes."""
    years = domain.years_of_questions()
    year = _year(request, years)
    more = {"has_time": True, "days": domain.answer_time(year)}
    return _answer(request, "guidance_figures", years, domain.question_figures, more)


def _answer(
    request: Request,
    name: str,
    years: list[int],
    count: Callable[..., list[CountTable]],
    more: dict[str, Any],
) -> HttpResponseBase:
    year = _year(request, years)
    found = count(actor=request.actor, year=year)
    if request.GET.get("format") == "csv":
        return _csv(f"{name}-{year}", found)
    shown = [_shown(each) for each in found]
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


def _csv(name: str, found: list[CountTable]) -> HttpResponseBase:
    rows = [
        [figure.title, figure.labels[cell.key], _number(cell.shown), figure.says]
        for figure in found
        for cell in figure.cells
    ]
    return csv_response(name, [_("Table"), _("Group"), _("Number"), _("What is counted")], rows)


def _number(count: int | None) -> str:
    return _("hidden") if count is None else str(count)


def _year(request: Request, years: list[int]) -> int:
    wanted = request.GET.get("year", "")
    return next((year for year in years if str(year) == wanted), years[0])
