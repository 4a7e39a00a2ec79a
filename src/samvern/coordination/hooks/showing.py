# SPDX-License-Identifier: EUPL-1.2
"""Tellings as a table."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.tables import Cell, Column, Table
from samvern.coordination.hooks.course import DELIVERY
from samvern.coordination.models import Delivery

COLORS = {
    "active": "success",
    "stopped": "danger",
    "queued": "info",
    "failed": "warning",
    "sent": "success",
    "given_up": "danger",
}
EVENTS = {"notice": lazy("New message"), "test": lazy("Test")}


def show_deliveries(deliveries: Sequence[Delivery]) -> Table:
    """The latest tellings, with what they were about: a kind, and never a case."""
    columns = [
        Column(_("When")),
        Column(_("What")),
        Column(_("State")),
        Column(_("Tries"), numeric=True),
    ]
    rows = [
        [
            Cell(each.created_at),
            Cell(EVENTS.get(each.event, each.event)),
            Cell(DELIVERY.states[each.state], tag=COLORS[each.state]),
            Cell(str(each.attempts)),
        ]
        for each in deliveries
    ]
    return Table(_("Latest"), columns, rows, _("Nothing has been told yet."))
