# SPDX-License-Identifier: EUPL-1.2
"""How a referral looks in a list and in words: its state in a colour, what waits, what is due."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.dates import format_datetime
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.guide.directory import need_name
from samvern.referrals.core.models import Referral
from samvern.referrals.core.selectors import SENT, ReferralRow
from samvern.referrals.workflow import REFERRAL

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


def table_of(
    entries: list[ReferralRow], pile: str, caption: Any, *, in_case: bool = False
) -> Table:
    """A pile as a table: with whom, for what, how it stands, since when, and when it is due."""
    columns = [
        TableColumn(_("To") if pile == SENT else _("From")),
        TableColumn(_("Need")),
        TableColumn(_("State")),
        TableColumn(_("Seen")),
        TableColumn(_("Waiting since")),
        TableColumn(_("Answer due")),
        TableColumn(_("Answered")),
    ]
    if pile == SENT and not in_case:
        columns.append(TableColumn(_("Case")))
    rows = [_row(entry, pile, in_case) for entry in entries]
    empty = _("Nothing has been sent.") if pile == SENT else _("Nothing has been received.")
    return Table(caption, columns, rows, empty)


def _row(entry: ReferralRow, pile: str, in_case: bool) -> list[TableCell]:
    row = entry.row
    who = receiver_name(row) if pile == SENT else row.organisation.name
    cells = [
        TableCell(who, href=reverse("workspace:referral", args=[row.pk])),
        TableCell(need_name(row.need)),
        TableCell(state_name(row.state), tag=COLOURS.get(row.state, "neutral")),
        TableCell(format_datetime(entry.seen_at) if entry.seen_at else ""),
        TableCell(format_datetime(entry.waiting_since) if entry.waiting_since else ""),
        _due(entry),
        TableCell(format_datetime(entry.answered_at) if entry.answered_at else ""),
    ]
    return cells if pile != SENT or in_case else [*cells, TableCell(entry.reference)]


def _due(entry: ReferralRow) -> TableCell:
    if not entry.is_waiting:
        return TableCell("")
    text = format_datetime(entry.row.due_at)
    return (
        TableCell(_("Overdue: %(at)s") % {"at": text}, tag="danger")
        if entry.overdue
        else TableCell(text)
    )
