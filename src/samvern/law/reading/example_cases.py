# SPDX-License-Identifier: EUPL-1.2
"""Reading example cases."""

from __future__ import annotations

from datetime import date

from samvern.law.model import ExampleCase
from samvern.law.reading.reader import Reader


def read_case(reader: Reader) -> ExampleCase:
    """An example case."""
    id = reader.id()
    reader.label = id or reader.label
    asked_on = reader.day("asked_on", required=True)
    case = ExampleCase(
        id=id,
        title=reader.word("title", required=True),
        asked_on=asked_on or date(1900, 1, 1),
        event_on=reader.raw("event_on"),
        facts=dict(reader.child("facts").data),
        expect=dict(reader.child("expect").data),
        contrast=reader.word("contrast"),
        file=reader.home.file,
        line=reader.home.line,
    )
    reader.finish()
    return case
