# SPDX-License-Identifier: EUPL-1.2
"""How a referral looks in a list and in words: its state in a colour, what waits, what is due."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.days import moment_name
from samvern.access.tables import Cell, Column, Table
from samvern.guide.directory import need_name
from samvern.referrals.course import REFERRAL
from samvern.referrals.domain.referrals import SENT, Entry
from samvern.referrals.models import Referral

COLOURS = {
    "sent": "info",
    "seen": "info",
    "asked_back": "warning",
    "answered_back": "info",
    "accepted": "success",
    "arrived": "success",
    "never_arrived": "danger",
    "declined": "warning",
    "handed_on": "warning",
    "ended": "danger",
}


def state_name(state: str) -> str:
    """A state in words."""
    return str(REFERRAL.states.get(state, state))


def receiver_name(row: Referral) -> str:
    """The receiver, with the unit where it is for one."""
    return (
        f"{row.receiver.name}, {row.receiver_unit.name}" if row.receiver_unit else row.receiver.name
    )


def table_of(entries: list[Entry], pile: str, caption: Any, *, in_case: bool = False) -> Table:
    """A pile as a table: with whom, for what, how it stands, since when, and when it is due."""
    columns = [
        Column(_("To") if pile == SENT else _("From")),
        Column(_("Need")),
        Column(_("State")),
        Column(_("Seen")),
        Column(_("Waiting since")),
        Column(_("Answer due")),
        Column(_("Answered")),
    ]
    if pile == SENT and not in_case:
        columns.append(Column(_("Case")))
    rows = [_row(entry, pile, in_case) for entry in entries]
    empty = _("Nothing has been sent.") if pile == SENT else _("Nothing has been received.")
    return Table(caption, columns, rows, empty)


def _row(entry: Entry, pile: str, in_case: bool) -> list[Cell]:
    row = entry.row
    who = receiver_name(row) if pile == SENT else row.organisation.name
    cells = [
        Cell(who, href=reverse("workspace:referral", args=[row.pk])),
        Cell(need_name(row.need)),
        Cell(state_name(row.state), tag=COLOURS.get(row.state, "neutral")),
        Cell(moment_name(entry.seen_at) if entry.seen_at else ""),
        Cell(moment_name(entry.waiting_since) if entry.waiting_since else ""),
        _due(entry),
        Cell(moment_name(entry.answered_at) if entry.answered_at else ""),
    ]
    return cells if pile != SENT or in_case else [*cells, Cell(entry.reference)]


def _due(entry: Entry) -> Cell:
    if not entry.is_waiting:
        return Cell("")
    text = moment_name(entry.row.due_at)
    return Cell(_("Overdue: %(at)s") % {"at": text}, tag="danger") if entry.overdue else Cell(text)
