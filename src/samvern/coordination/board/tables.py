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
from samvern.access.dates import format_date, format_days_left, format_short_date
from samvern.access.tables import TableCell, TableColumn
from samvern.cases.case_header.alerts import describe_signs
from samvern.coordination.board.domain import BoardLine, BoardWait
from samvern.coordination.board.forms import region_name
from samvern.coordination.workflow import ANSWERS

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


def columns() -> list[TableColumn]:
    """The headings."""
    return [
        TableColumn(_("Line")),
        TableColumn(_("Who has the case")),
        TableColumn(_("Kind")),
        TableColumn(_("Had for"), numeric=True),
        TableColumn(_("What waits")),
        TableColumn(_("Ends first")),
        TableColumn(_("Why here")),
        TableColumn(_("Asked")),
    ]


def row(line: BoardLine, *, linked: bool = True) -> list[TableCell]:
    """A line as cells; the link leads to asking about it."""
    why, color = _why(line)
    return [
        TableCell(line.line, note=_shared(line), tags=describe_signs(line.signs)),
        TableCell(line.holder, note=f"{line.unit} · {region_name(line.region)}"),
        TableCell(line.kind_name, note=line.age_name),
        TableCell(weeks(line.weeks)),
        TableCell(", ".join(_wait(each) for each in line.waits), note=_waited(line)),
        TableCell(line.deadline, note=_when(line)),
        TableCell(why, tag=color),
        TableCell(
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


def for_file(line: BoardLine) -> Sequence[Any]:
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


def _why(line: BoardLine) -> tuple[str, str]:
    if not line.reasons:
        return "", ""
    text, color = REASONS[line.reasons[0]]
    return str(text), color


def _shared(line: BoardLine) -> str:
    if not line.reference:
        return ""
    what = ", ".join(str(Category(each).label) for each in line.shared)
    return _("Shared with us: %(reference)s (%(what)s)") % {
        "reference": line.reference,
        "what": what,
    }


def _wait(each: BoardWait) -> str:
    return f"{each.name} ({each.who})" if each.who else each.name


def _waited(line: BoardLine) -> str:
    return "" if line.waited is None else _("waited: %(time)s") % {"time": weeks(line.waited)}


def _when(line: BoardLine) -> str:
    if line.next_on is None:
        return ""
    if line.exact:
        return f"{format_date(line.next_on)}, {format_days_left(line.next_on)}"
    return _day(line)


def _day(line: BoardLine) -> str:
    if line.next_on is None:
        return ""
    if line.exact:
        return format_short_date(line.next_on)
    year, week, _weekday = line.next_on.isocalendar()
    return _("week %(week)d, %(year)d") % {"week": week, "year": year}


def _asked(line: BoardLine) -> str:
    if line.answered_on:
        return _("Answered %(day)s") % {"day": format_short_date(line.answered_on)}
    return _("Asked %(day)s") % {"day": format_short_date(line.asked_on)} if line.asked_on else ""


def _short(day: date | None) -> str:
    return format_short_date(day) if day else ""
