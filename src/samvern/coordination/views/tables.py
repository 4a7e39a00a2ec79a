# SPDX-License-Identifier: EUPL-1.2
"""Who sees what, as a table: organisations by categories of data, and until when."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext as _

from samvern.access.categories import SHAREABLE
from samvern.access.tables import Cell, Column, Table
from samvern.coordination.domain.seats import AtTable


def who_sees(owner: str, table: Sequence[AtTable]) -> Table:
    """Each organisation at the table, what is shared with it, and the last day."""
    columns = [
        Column(_("Organisation")),
        *(Column(each.label) for each in SHAREABLE),
        Column(_("Last day")),
    ]
    yes, no = _("Yes"), "–"
    own = [Cell(owner, note=_("has the case")), *(Cell(yes) for _each in SHAREABLE), Cell("")]
    rows = [
        [
            Cell(row.organisation),
            *(Cell(yes if each in row.categories else no) for each in SHAREABLE),
            Cell((row.until - timedelta(seconds=1)).date()),
        ]
        for row in table
    ]
    return Table(_("Who sees what"), columns, [own, *rows], "", caption_unseen=True)
