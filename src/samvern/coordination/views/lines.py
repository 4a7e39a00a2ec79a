# SPDX-License-Identifier: EUPL-1.2
"""A line of the board as a row on the screen, and in a file."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from samvern.access.categories import Category
from samvern.access.days import day_name, days_left, short_day
from samvern.access.tables import Cell, Column
from samvern.cases.domain.band import shown_signs
from samvern.coordination.course_reasons import ANSWERS
from samvern.coordination.domain.board import Line, Wait
from samvern.coordination.forms.board import region_name

REASONS: dict[str, tuple[Any, str]] = {
    "escalated": (lazy("Unanswered, and escalated to you"), "danger"),
    "overdue": (lazy("A time limit has passed"), "danger"),
    "late": (lazy("An answer is late"), "danger"),
    "child_waits": (lazy("A child waits"), "warning"),
    "soon": (lazy("A time limit ends within three days"), "warning"),
    "waits_long": (lazy("Has waited more than two weeks"), "warning"),
    "near": (lazy("A time limit ends within two weeks"), "info"),
    "nothing": (lazy("No time limit is counted"), "neutral"),
}
"""Why a line stands where it stands, the gravest first."""


def columns() -> list[Column]:
    """The headings."""
    return [
        Column(_("Line")),
        Column(_("Who has the case")),
        Column(_("Kind")),
        Column(_("Had for"), numeric=True),
        Column(_("What waits")),
        Column(_("Ends first")),
        Column(_("Why here")),
        Column(_("Asked")),
    ]


def row(line: Line, *, linked: bool = True) -> list[Cell]:
    """A line as cells; the link leads to asking about it."""
    why, color = _why(line)
    return [
        Cell(line.line, note=_shared(line), tags=shown_signs(line.signs)),
        Cell(line.holder, note=f"{line.unit} · {region_name(line.region)}"),
        Cell(line.kind_name, note=line.age_name),
        Cell(weeks(line.weeks)),
        Cell(", ".join(_wait(each) for each in line.waits), note=_waited(line)),
        Cell(line.deadline, note=_when(line)),
        Cell(why, tag=color),
        Cell(
            _asked(line) or (_("Ask") if linked else ""),
            href=reverse("workspace:board_nudge", kwargs={"line": line.line}) if linked else "",
            note=str(ANSWERS.get(line.answer, "")),
        ),
    ]


def head_of_file() -> list[str]:
    """The headings of the file."""
    return [
        _("Line"), _("Who has the case"), _("Unit"), _("Region"), _("Kind"), _("Age"),
        _("Weeks held"), _("What waits"), _("Weeks waited"), _("Ends first"), _("Day or week"),
        _("Late"), _("Why here"), _("Asked"), _("Answered"), _("Shared with us"),
    ]  # fmt: skip


def for_file(line: Line) -> Sequence[Any]:
    """A line of the file: the same as on the screen."""
    return [
        line.line, line.holder, line.unit, region_name(line.region), line.kind_name, line.age_name,
        line.weeks, ", ".join(_wait(each) for each in line.waits), line.waited, line.deadline,
        _day(line), _("Yes") if line.overdue else "", _why(line)[0], _short(line.asked_on),
        _short(line.answered_on), line.reference,
    ]  # fmt: skip


def weeks(number: int) -> str:
    """A number of whole weeks."""
    if number < 1:
        return _("less than a week")
    return ngettext("%(n)d week", "%(n)d weeks", number) % {"n": number}


def _why(line: Line) -> tuple[str, str]:
    if not line.reasons:
        return "", ""
    text, color = REASONS[line.reasons[0]]
    return str(text), color


def _shared(line: Line) -> str:
    if not line.reference:
        return ""
    what = ", ".join(str(Category(each).label) for each in line.shared)
    return _("Shared with us: %(reference)s (%(what)s)") % {
        "reference": line.reference,
        "what": what,
    }


def _wait(each: Wait) -> str:
    return f"{each.name} ({each.who})" if each.who else each.name


def _waited(line: Line) -> str:
    return "" if line.waited is None else _("waited: %(time)s") % {"time": weeks(line.waited)}


def _when(line: Line) -> str:
    if line.next_on is None:
        return ""
    if line.exact:
        return f"{day_name(line.next_on)}, {days_left(line.next_on)}"
    return _day(line)


def _day(line: Line) -> str:
    if line.next_on is None:
        return ""
    if line.exact:
        return short_day(line.next_on)
    year, week, _weekday = line.next_on.isocalendar()
    return _("week %(week)d, %(year)d") % {"week": week, "year": year}


def _asked(line: Line) -> str:
    if line.answered_on:
        return _("Answered %(day)s") % {"day": short_day(line.answered_on)}
    return _("Asked %(day)s") % {"day": short_day(line.asked_on)} if line.asked_on else ""


def _short(day: date | None) -> str:
    return short_day(day) if day else ""
