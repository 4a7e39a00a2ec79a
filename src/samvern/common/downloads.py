# SPDX-License-Identifier: EUPL-1.2
"""A table as a download. The only file of this room that knows Django."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from samvern.common.csv_cells import csv_text


def csv_response(
    name: str, head: Sequence[object], rows: Iterable[Sequence[object]]
) -> HttpResponse:
    """The table as a download called ``name.csv``; the name is our own, never a person's."""
    response = HttpResponse(csv_text(head, rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
