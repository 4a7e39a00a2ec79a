# SPDX-License-Identifier: EUPL-1.2
"""The capacity map: demand against supply as plots, tables and a file."""

from datetime import date, timedelta
from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Request
from samvern.access.dates import format_date, format_short_date
from samvern.access.decorators import workspace_view
from samvern.access.exports import Export, export_csv
from samvern.access.roles import CASEWORK, Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.common.plots import BarSeries, grouped_bars
from samvern.places.capacity.domain import DAYS, FEW, Capacity, read_capacity, total, unmet
from samvern.places.choices import DeclineReason, SearchOutcome
from samvern.places.presentation import kind_name, region_name

SEES = CASEWORK | {Role.COORDINATOR}
CAPACITY_FILE = Export("capacity.export", lazy("Capacity map"))
WEEK = 7


@workspace_view(SEES)
def capacity(request: Request) -> HttpResponseBase:
    """Four weeks of demand and supply; ``?last=`` names the last day."""
    last = _last(request)
    found = read_capacity(actor=request.actor, last=last)
    context = {
        "found": found,
        "by_day": _by_day(found),
        "by_kind": _by_kind(found),
        "cells": _cells(found),
        "refusals": _refusals(found),
        "day_table": _day_table(found),
        "before": (last - timedelta(days=DAYS)).isoformat(),
        "after": (last + timedelta(days=DAYS)).isoformat() if last < timezone.localdate() else "",
    }
    return render(request, "places/capacity.html", context)


@workspace_view(SEES)
def capacity_file(request: Request) -> HttpResponseBase:
    """The same as a file: kind, region, each outcome, free rooms."""
    last = _last(request)
    head = [
        _("Kind of place"),
        _("Region"),
        *(each.label for each in SearchOutcome),
        _("Free a day"),
    ]

    def rows() -> list[list[object]]:
        return [
            [
                kind_name(c.kind),
                region_name(c.region),
                *(figure(c.outcomes.get(o, 0)) for o in SearchOutcome),
                c.free,
            ]
            for c in read_capacity(actor=request.actor, last=last).cells
        ]

    return export_csv(CAPACITY_FILE, f"capacity-{last.isoformat()}", head, rows)


def figure(number: int) -> str:
    """A figure as it is published."""
    return _("fewer than 5") if number == FEW else str(number)


def _last(request: Request) -> date:
    today = timezone.localdate()
    try:
        given = parse_date(request.GET.get("last", ""))
    except ValueError:
        given = None
    return min(given or today, today)


def _by_day(found: Capacity) -> Any:
    short = [day for day in found.days if unmet(day.outcomes) > day.free]
    sentence = _(
        "From %(first)s to %(last)s about %(unmet)d searches found no place and about %(got)d did. "
        "Days on which more went without than there were rooms free: %(days)d."
    ) % {
        "first": format_date(found.first), "last": format_date(found.last),
        "unmet": sum(unmet(day.outcomes) for day in found.days),
        "got": sum(total([day.outcomes.get(SearchOutcome.HELD, 0)]) for day in found.days),
        "days": len(short),
    }  # fmt: skip
    return {
        "sentence": sentence,
        "svg": grouped_bars(
            key="by-day", title=_("Demand and free rooms by day"), sentence=sentence,
            groups=[f"{d.day.day}.{d.day.month}." if at % WEEK == 0 else ""
                    for at, d in enumerate(found.days)],
            series=[
                BarSeries(_("Found a place"),
                       [total([d.outcomes.get(SearchOutcome.HELD, 0)]) for d in found.days]),
                BarSeries(_("Found no place"), [unmet(d.outcomes) for d in found.days]),
                BarSeries(_("Rooms free"), [d.free for d in found.days]),
            ],
        ),
    }  # fmt: skip


def _by_kind(found: Capacity) -> Any:
    shown = sorted(found.cells, key=lambda c: -unmet(c.outcomes))[:6]
    worst = shown[0] if shown and unmet(shown[0].outcomes) else None
    sentence = (
        _("Most went without: %(kind)s, %(region)s.")
        % {"kind": kind_name(worst.kind), "region": region_name(worst.region)}
        if worst
        else _("Nobody went without a place in these days.")
    )
    return {
        "sentence": sentence,
        "svg": grouped_bars(
            key="by-kind", title=_("Demand and free rooms by kind and region"), sentence=sentence,
            groups=[str(at + 1) for at, _cell in enumerate(shown)],
            series=[
                BarSeries(_("Found a place"),
                       [total([c.outcomes.get(SearchOutcome.HELD, 0)]) for c in shown]),
                BarSeries(_("Found no place"), [unmet(c.outcomes) for c in shown]),
                BarSeries(_("Rooms free on a day"), [c.free for c in shown]),
            ],
        ),
        "legend": [f"{kind_name(c.kind)}, {region_name(c.region)}" for c in shown],
    }  # fmt: skip


def _cells(found: Capacity) -> Table:
    columns = [TableColumn(lazy("Kind of place")), TableColumn(lazy("Region")),
               *(TableColumn(each.label, numeric=True) for each in SearchOutcome),
               TableColumn(lazy("Free a day"), numeric=True)]  # fmt: skip
    rows = [
        [
            TableCell(kind_name(c.kind)),
            TableCell(region_name(c.region)),
            *(TableCell(figure(c.outcomes.get(o, 0))) for o in SearchOutcome),
            TableCell(number_format(c.free, 1)),
        ]
        for c in found.cells
    ]
    empty = lazy("Nobody has searched, and there are no places.")
    file = f"{reverse('workspace:capacity_file')}?last={found.last.isoformat()}"
    return Table(lazy("By kind and region"), columns, rows, empty, csv=file)


def _day_table(found: Capacity) -> Table:
    columns = [
        TableColumn(lazy("Day")),
        *(TableColumn(each.label, numeric=True) for each in SearchOutcome),
        TableColumn(lazy("Rooms free"), numeric=True),
    ]
    rows = [
        [
            TableCell(format_short_date(d.day)),
            *(TableCell(figure(d.outcomes.get(o, 0))) for o in SearchOutcome),
            TableCell(str(d.free)),
        ]
        for d in found.days
    ]
    return Table(lazy("By day"), columns, rows, lazy("No days."))


def _refusals(found: Capacity) -> Table:
    columns = [
        TableColumn(lazy("Why providers said no")),
        TableColumn(lazy("Number"), numeric=True),
    ]
    rows = [
        [
            TableCell(DeclineReason(code).label if code in DeclineReason.values else code),
            TableCell(figure(number)),
        ]
        for code, number in found.refusals.items()
    ]
    return Table(lazy("Refusals"), columns, rows, lazy("No provider has said no."))
