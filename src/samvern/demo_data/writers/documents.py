# SPDX-License-Identifier: EUPL-1.2
"""Documents: rows with the others, and their files once the keys are in the database."""

from django.conf import settings

from samvern.cases.documents.models import Document
from samvern.cases.documents.storage import file_path, write_file
from samvern.cases.documents.uploads import accept_upload
from samvern.demo_data.model import DocumentText
from samvern.demo_data.writers.case_writer import CaseWriter

NAME = "syntetisk.txt"


def write_documents(page: CaseWriter) -> None:
    """A row for each paper, with a key of its own."""
    for paper in page.story.papers:
        found = accept_upload(_content(paper), NAME)
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


def write_files(page: CaseWriter) -> None:
    """The files, sealed. One left by a loading that was interrupted is written anew."""
    rows = [row for row in page.rows if isinstance(row, Document)]
    for row, paper in zip(rows, page.story.papers, strict=True):
        file_path(row.pk).unlink(missing_ok=True)
        write_file(row.pk, _content(paper))


def _content(paper: DocumentText) -> bytes:
    return f"{paper.title}\n{paper.text}".encode()


def _state() -> str:
    return Document.State.QUARANTINE if settings.CLAMD_ADDRESS else Document.State.UNSCANNED
