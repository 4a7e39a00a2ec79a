# SPDX-License-Identifier: EUPL-1.2
"""The smallest paper of a case: one note, and no case."""

from typing import Any

from django.utils import translation

from samvern.cases.printing.pdf import compile_pdf, lay_out_section
from samvern.cases.printing.source import PrintSection


def paper_of(text: str) -> bytes:
    """The paper of a note with this text, in bokmål."""
    content: dict[str, Any] = {
        "language": "nb", "scope": "case", "date": [2026, 1, 1], "title": "Sak", "status": "",
        "reader": "Kari", "notice": "Skjermet.", "foot": "Samvern", "timeline_head": [],
        "labels": {"page": "Side", "timeline": ""}, "timeline": [],
        "parts": [lay_out_section(PrintSection("Notat", [], [], [{"title": "Dag", "text": text}]))],
    }  # fmt: skip
    with translation.override("nb"):
        return compile_pdf(content)
