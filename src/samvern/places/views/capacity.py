# SPDX-License-Identifier: EUPL-1.2
"""The capacity map: demand against supply as plots, tables and a file."""

from datetime import date, timedelta
from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Request
from samvern.access.csvout import csv_response
from samvern.access.days import day_name, short_day
from samvern.access.roles import CASEWORK, Role
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import page
from samvern.places.domain.capacity import DAYS, FEW, read_capacity, total, unmet
from samvern.places.domain.capacity_cells import Capacity
from samvern.places.outcomes import Outcome, Reason
from samvern.places.plots import Series, bars
from samvern.places.views.showing import kind_name, region_name

SEES = CASEWORK | {Role.COORDINATOR}
WEEK = 7


@page(SEES)
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
        "file": f"?last={last.isoformat()}",
    }
    return render(request, "places/capacity.html", context)


@page(SEES)
def capacity_file(request: Request) -> HttpResponseBase:
    """The same as a file: kind, region, each outcome, free rooms."""
    found = read_capacity(actor=request.actor, last=_last(request))
    head = [_("Kind of place"), _("Region"), *(each.label for each in Outcome), _("Free a day")]
    rows = [
        [kind_name(c.kind), region_name(c.region), *(figure(c.outcomes.get(o, 0)) for o in Outcome),
         c.free]
        for c in found.cells
    ]  # fmt: skip
    return csv_response(f"samvern-capacity-{found.last.isoformat()}", head, rows)


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
        "first": day_name(found.first), "last": day_name(found.last),
        "unmet": sum(unmet(day.outcomes) for day in found.days),
        "got": sum(total([day.outcomes.get(Outcome.HELD, 0)]) for day in found.days),
        "days": len(short),
    }  # fmt: skip
    return {
        "sentence": sentence,
        "svg": bars(
            key="by-day", title=_("Demand and free rooms by day"), sentence=sentence,
            groups=[f"{d.day.day}.{d.day.month}." if at % WEEK == 0 else ""
                    for at, d in enumerate(found.days)],
            series=[
                Series(_("Found a place"),
                       [total([d.outcomes.get(Outcome.HELD, 0)]) for d in found.days]),
                Series(_("Found no place"), [unmet(d.outcomes) for d in found.days]),
                Series(_("Rooms free"), [d.free for d in found.days]),
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
        "svg": bars(
            key="by-kind", title=_("Demand and free rooms by kind and region"), sentence=sentence,
            groups=[str(at + 1) for at, _cell in enumerate(shown)],
            series=[
                Series(_("Found a place"),
                       [total([c.outcomes.get(Outcome.HELD, 0)]) for c in shown]),
                Series(_("Found no place"), [unmet(c.outcomes) for c in shown]),
                Series(_("Rooms free on a day"), [c.free for c in shown]),
            ],
        ),
        "legend": [f"{kind_name(c.kind)}, {region_name(c.region)}" for c in shown],
    }  # fmt: skip


def _cells(found: Capacity) -> Table:
    columns = [Column(lazy("Kind of place")), Column(lazy("Region")),
               *(Column(each.label, numeric=True) for each in Outcome),
               Column(lazy("Free a day"), numeric=True)]  # fmt: skip
    rows = [
        [Cell(kind_name(c.kind)), Cell(region_name(c.region)),
         *(Cell(figure(c.outcomes.get(o, 0))) for o in Outcome), Cell(number_format(c.free, 1))]
        for c in found.cells
    ]  # fmt: skip
    empty = lazy("Nobody has searched, and there are no places.")
    return Table(lazy("By kind and region"), columns, rows, empty)


def _day_table(found: Capacity) -> Table:
    columns = [Column(lazy("Day")), *(Column(each.label, numeric=True) for each in Outcome),
               Column(lazy("Rooms free"), numeric=True)]  # fmt: skip
    rows = [
        [Cell(short_day(d.day)), *(Cell(figure(d.outcomes.get(o, 0))) for o in Outcome),
         Cell(str(d.free))]
        for d in found.days
    ]  # fmt: skip
    return Table(lazy("By day"), columns, rows, lazy("No days."))


def _refusals(found: Capacity) -> Table:
    columns = [Column(lazy("Why providers said no")), Column(lazy("Number"), numeric=True)]
    rows = [
        [Cell(Reason(code).label if code in Reason.values else code), Cell(figure(number))]
        for code, number in found.refusals.items()
    ]
    return Table(lazy("Refusals"), columns, rows, lazy("No provider has said no."))


urlpatterns = [
    path("places/capacity/", capacity, name="capacity"),
    path("places/capacity/file", capacity_file, name="capacity_file"),
]
