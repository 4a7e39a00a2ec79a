# SPDX-License-Identifier: EUPL-1.2
"""Documents: rows with the others, and their files once the keys are in the database."""

from django.conf import settings

from samvern.cases.domain.files import path_of, write_file
from samvern.cases.intake import accept
from samvern.cases.models import Document
from samvern.cast.model import Paper
from samvern.cast.writing.page import Page

NAME = "syntetisk.txt"


def write_documents(page: Page) -> None:
    """A row for each paper, with a key of its own."""
    for paper in page.story.papers:
        found = accept(_content(paper), NAME)
        row = page.add(
            Document,
            paper.received_on,
            {"title": paper.title},
            media_type=found.media_type,
            extension=found.extension,
            size=found.size,
            sha256=found.sha256,
            state=_state(),
        )
        page.new_key(row.pk)


def write_files(page: Page) -> None:
    """The files, sealed. One left by a loading that was interrupted is written anew."""
    rows = [row for row in page.rows if isinstance(row, Document)]
    for row, paper in zip(rows, page.story.papers, strict=True):
        path_of(row.pk).unlink(missing_ok=True)
        write_file(row.pk, _content(paper))


def _content(paper: Paper) -> bytes:
    return f"{paper.title}\n{paper.text}".encode()


def _state() -> str:
    return Document.State.QUARANTINE if settings.CLAMD_ADDRESS else Document.State.UNSCANNED
