# SPDX-License-Identifier: EUPL-1.2
"""Tellings as a table."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.tables import Table, TableCell, TableColumn
from samvern.coordination.webhooks.models import WebhookDelivery
from samvern.coordination.webhooks.workflow import DELIVERY

COLORS = {
    "active": "success",
    "stopped": "danger",
    "queued": "info",
    "failed": "warning",
    "sent": "success",
    "given_up": "danger",
}
EVENTS = {"notice": lazy("New message"), "test": lazy("Test")}


def show_deliveries(deliveries: Sequence[WebhookDelivery]) -> Table:
    """The latest tellings, with what they were about: a kind, and never a case."""
    columns = [
        TableColumn(_("When")),
        TableColumn(_("What")),
        TableColumn(_("State")),
        TableColumn(_("Tries"), numeric=True),
    ]
    rows = [
        [
            TableCell(each.created_at),
            TableCell(EVENTS.get(each.event, each.event)),
            TableCell(DELIVERY.states[each.state], tag=COLORS[each.state]),
            TableCell(str(each.attempts)),
        ]
        for each in deliveries
    ]
    return Table(_("Latest"), columns, rows, _("Nothing has been told yet."))
