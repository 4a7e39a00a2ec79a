# SPDX-License-Identifier: EUPL-1.2
"""A page with plots for those who answer for the figure: HTML, or PDF/UA-1 by Typst."""

from __future__ import annotations

from pathlib import Path

from samvern.estimation.messages import Messages
from samvern.estimation.report.html import page
from samvern.estimation.report.pdf import document
from samvern.estimation.study import Study


def write_report(study: Study, words: Messages, path: Path) -> None:
    """Write the study to `path`, ending in .html or .pdf."""
    if path.suffix.lower() == ".pdf":
        path.write_bytes(document(study, words))
    else:
        path.write_text(page(study, words), encoding="utf-8")
