# SPDX-License-Identifier: EUPL-1.2
"""The report as a tagged PDF (PDF/UA-1).

Texts reach the typesetter as data, never as markup, so that a list's name cannot be a command.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from samvern.estimation.messages import Messages
from samvern.estimation.report.sections import sections
from samvern.estimation.study import Study
from samvern.estimation.text import headline, seen
from samvern.typesetting import typeset
from samvern.typesetting.legible import legible
from samvern.typesetting.setting import LISTENED

TEMPLATE = Path(__file__).parent / "report.typ"
_BETWEEN_TAGS = re.compile(r"(?<=>)[^<]+(?=<)")


def document(study: Study, words: Messages) -> bytes:
    """The PDF. The same study gives the same bytes but for the date of making."""
    told = ("spelling", words("in_latin"))
    return typeset(TEMPLATE, _data(study, words), standards=LISTENED, told=told)


def _data(study: Study, words: Messages) -> dict[str, Any]:
    return {
        "title": words("title"),
        "lang": words.language,
        "seen": seen(study, words),
        "headline": headline(study, words),
        "sections": [
            {
                "heading": section.heading,
                "sentences": section.sentences,
                "finding": section.finding,
                "svg": _drawn(section.svg),
                "rows": section.rows,
            }
            for section in sections(study, words)
        ],
        "spelling": "",
    }


def _drawn(svg: str) -> str:
    """A plot with legible words; its tags stay as they are."""
    return _BETWEEN_TAGS.sub(lambda found: legible(found[0]), svg)
