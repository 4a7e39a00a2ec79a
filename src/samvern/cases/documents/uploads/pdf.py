# SPDX-License-Identifier: EUPL-1.2
"""PDF documents (ISO 32000) that run, fetch and carry nothing when they are opened.

What needs no parser is looked at here: the end, and counts that would keep a parser busy for
long. Then a process of its own parses the document and walks its objects (``inspector.py``).
"""

from __future__ import annotations

import re

from samvern.cases.documents.uploads.errors import RejectionReason, UploadRejected
from samvern.cases.documents.uploads.inspection import inspect_file

MOST_PAGES = 3000
_MOST_STREAMS = 100_000
_PAGE = re.compile(rb"/Type\s*/Page(?![\w.-])")


def check_pdf(content: bytes) -> None:
    """Refuse programs, locks, other files inside, too many pages, and anything behind the end.

    Raises:
        UploadRejected: there is one.
    """
    end = content.rfind(b"%%EOF")
    if end < 0:
        raise UploadRejected(RejectionReason.BROKEN, "it is cut off")
    if content[end + 5 :].strip(b"\x00\r\n\t \x1a"):
        raise UploadRejected(RejectionReason.TWO_KINDS, "something lies behind its end")
    if content.count(b"stream") > 2 * _MOST_STREAMS:
        raise UploadRejected(RejectionReason.EXPANDS, f"more than {_MOST_STREAMS} streams")
    if (pages := len(_PAGE.findall(content))) > MOST_PAGES:
        raise UploadRejected(RejectionReason.PAGES, f"{pages}, at most {MOST_PAGES}")
    inspect_file(content, "pdf", MOST_PAGES)
