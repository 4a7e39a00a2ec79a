# SPDX-License-Identifier: EUPL-1.2
"""Who sees what, as a table: categories of data by organisations at the table, and until when."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext as _

from samvern.access.categories import SHAREABLE
from samvern.access.days import short_day
from samvern.access.tables import Cell, Column, Table
from samvern.coordination.domain.seats import AtTable


def who_sees(owner: str, table: Sequence[AtTable]) -> Table:
    """A row for each category, a column for each organisation, and the last day below."""
    yes, no = _("Yes"), "–"
    columns = [
        Column(_("What")),
        Column(owner),
        *(Column(row.organisation) for row in table),
    ]
    rows = [
        [
            Cell(each.label),
            Cell(yes),
            *(Cell(yes if each in row.categories else no) for row in table),
        ]
        for each in SHAREABLE
    ]
    last = [Cell(_("Last day")), Cell(_("has the case")), *(Cell(_last(row)) for row in table)]
    return Table(_("Who sees what"), columns, [*rows, last], "", caption_unseen=True)


def _last(row: AtTable) -> str:
    return short_day(row.until - timedelta(seconds=1))
