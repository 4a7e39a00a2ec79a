# SPDX-License-Identifier: EUPL-1.2
"""Tables as CSV that spreadsheets open rightly and cannot be tricked into running."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from django.http import HttpResponse

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_response(name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """A download of the table: UTF-8 with a mark for Excel,
    semicolons as Norwegian settings want.
    """
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _harmless(cell: str) -> str:
    # OWASP, CSV injection: a leading apostrophe makes a spreadsheet show the text as it is.
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
