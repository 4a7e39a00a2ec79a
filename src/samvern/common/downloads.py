# SPDX-License-Identifier: EUPL-1.2
"""A file to save. The only file of this room that knows Django."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from django.http import HttpResponse

from samvern.common.csv_cells import csv_text

PDF, CALENDAR = "application/pdf", "text/calendar; charset=utf-8"
BINARY, CSV = "application/octet-stream", "text/csv; charset=utf-8"


def file_response(name: str, content: bytes | str, content_type: str) -> HttpResponse:
    """A download called ``name``, which the browser saves and never opens on a page of ours."""
    response = HttpResponse(content, content_type=content_type)
    plain = name.encode("ascii", "ignore").decode()
    disposition = f'attachment; filename="{plain.strip(" .") or "document"}"'
    if plain != name:
        disposition += f"; filename*=UTF-8''{quote(name)}"
    response.headers["Content-Disposition"] = disposition
    return response


def csv_response(
    name: str, head: Sequence[object], rows: Iterable[Sequence[object]]
) -> HttpResponse:
    """The table as a download called ``name.csv``; the name is our own, never a person's.

    For what is open to everybody; what only members see goes through ``samvern.access.exports``.
    """
    return file_response(f"{name}.csv", csv_text(head, rows), CSV)
