# SPDX-License-Identifier: EUPL-1.2
"""How a referral looks in a list and in words: its state in a colour, what waits and what is due,
the facts of it, and what has happened, step by step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.categories import Category
from samvern.access.dates import format_date, format_datetime
from samvern.access.models import Organisation
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.consents.choices import purpose_name
from samvern.cases.core.pack import strip_rule_code
from samvern.cases.core.selectors import member_names
from samvern.guide.directory import need_name
from samvern.referrals.choices import field_name
from samvern.referrals.core.letters import read_words
from samvern.referrals.core.models import Referral, ReferralStep
from samvern.referrals.core.selectors import SENT, ReferralRow
from samvern.referrals.workflow import LIVE, REFERRAL, WAITING

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


@dataclass(frozen=True)
class TimelineStep:
    """One step: what, by whom, when, why, and what was written with it."""

    text: str
    who: str
    at: datetime
    reason: str
    words: str
    suggested: Organisation | None
    on: date | None


def details_of(row: Referral, side: str) -> list[tuple[str, str]]:
    """What a referral is about, on which basis, and until when; names and values."""
    rows = [
        (_("From"), row.organisation.name),
        (_("To"), receiver_name(row)),
        (_("Need"), need_name(row.need)),
        (_("How soon"), row.get_urgency_display()),
        (_("Sent"), format_datetime(row.created_at)),
    ]
    if row.state in WAITING:
        rows.append((_("Answer due"), format_datetime(row.due_at)))
    rows.append((_("Allowed by"), _basis(row)))
    rows.append((_("Purpose"), purpose_name(row.purpose)))
    opens = ", ".join(str(Category(each).label) for each in row.categories)
    rows.append((_("Opens when accepted"), opens))
    last = timezone.localdate(row.share_until - timedelta(seconds=1))
    rows.append((_("Closes after"), format_date(last)))
    if side == "receiver" and row.state not in LIVE:
        fields = ", ".join(field_name(code) for code in row.fields)
        rows.append((_("What was sent"), fields))
    return rows


def timeline_of(row: Referral, actor: Actor, steps: Sequence[ReferralStep]) -> list[TimelineStep]:
    """What has happened, the newest last."""
    names = member_names(step.made_by_id for step in steps)
    return [_told(row, step, _who(row, step, actor, names)) for step in steps]


def _told(row: Referral, step: ReferralStep, who: str) -> TimelineStep:
    move = REFERRAL.transition(step.move)
    reasons: dict[str, Any] = dict(move.reasons or {})
    return TimelineStep(
        text=str(REFERRAL.states.get(step.finish, move.label)),
        who=who,
        at=step.created_at,
        reason=str(reasons.get(step.reason, step.reason)),
        words=read_words(step) if step.words_sealed else "",
        suggested=step.suggested,
        on=step.happened_on,
    )


def _who(row: Referral, step: ReferralStep, actor: Actor, names: Mapping[UUID, str]) -> str:
    """A colleague by name, the other side by its organisation alone."""
    sides = {"sender": row.organisation, "receiver": row.receiver}
    if step.side not in sides:
        return _("The system")
    body = sides[step.side]
    if body.pk != actor.organisation_id:
        return body.name
    return names.get(step.made_by_id, "") or body.name


def _basis(row: Referral) -> str:
    """The basis in words: the provision, without the pack's own code for it."""
    if row.provision:
        return f"{row.get_basis_display()}: {strip_rule_code(row.provision)}"
    return str(row.get_basis_display())
