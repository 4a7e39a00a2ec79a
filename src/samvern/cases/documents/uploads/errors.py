# SPDX-License-Identifier: EUPL-1.2
"""Why a document does not come in."""

from __future__ import annotations

from enum import StrEnum


class RejectionReason(StrEnum):
    """What is wrong with a file, or with the moment."""

    EMPTY = "empty"
    SIZE = "size"
    TYPE = "type"
    NAME = "name"
    BROKEN = "broken"
    PROGRAM = "program"
    FETCHES = "fetches"
    EXPANDS = "expands"
    NESTED = "nested"
    PIXELS = "pixels"
    PAGES = "pages"
    TWO_KINDS = "two_kinds"
    LOCKED = "locked"
    BUSY = "busy"


class Fetched(StrEnum):
    """What a document fetches when it is opened: the detail of ``FETCHES``."""

    FILE = "a template, a picture or another part from elsewhere"
    FIELD = "a field that fetches"
    QUERY = "a query of the web or a database"
    WORKBOOK = "values of another workbook"
    ADDRESS = "an address that opens by itself"


class UploadRejected(ValueError):
    """A file that does not come in. ``detail`` says more, never with words out of the file."""

    def __init__(self, reason: RejectionReason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail
