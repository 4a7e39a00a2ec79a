# SPDX-License-Identifier: EUPL-1.2
"""The report as a tagged PDF (PDF/UA-1) set by Typst.

Texts reach Typst as data (JSON), never as markup, so that a list's name cannot be a command.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import typst

from samvern.estimation.report.sections import sections
from samvern.estimation.study import Study
from samvern.estimation.text import headline, seen
from samvern.estimation.words import Words

TEMPLATE = """
#let data = json("data.json")
#set document(title: data.title)
#set page(paper: "a4", margin: 2.2cm, numbering: "1")
#set text(lang: data.lang, size: 10.5pt, hyphenate: false)
#set par(leading: 0.7em)
#show heading: set block(above: 1.6em, below: 0.8em)
#show figure: set block(breakable: true)
#heading(level: 1, data.title)
#data.seen
#block(inset: (left: 1em), stroke: (left: 2.5pt))[#text(size: 12.5pt, data.headline)]
#for section in data.sections {
  heading(level: 2, section.heading)
  for sentence in section.sentences { par(sentence) }
  if section.svg != "" {
    figure(
      image(section.svg, alt: section.finding, width: 100%),
      caption: section.finding,
      kind: image,
      supplement: none,
      numbering: none,
    )
  }
  if section.rows.len() > 0 {
    set text(size: 9pt)
    table(
      columns: section.rows.at(0).len(),
      stroke: (x, y) => (bottom: 0.5pt),
      align: left,
      table.header(..section.rows.at(0).map(strong)),
      ..section.rows.slice(1).flatten(),
    )
  }
}
"""


def document(study: Study, words: Words) -> bytes:
    """The PDF. The same study gives the same bytes but for the date of making."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data.json").write_text(json.dumps(_data(study, words, root)), encoding="utf-8")
        (root / "report.typ").write_text(TEMPLATE, encoding="utf-8")
        made = typst.compile(
            str(root / "report.typ"), root=str(root), format="pdf", pdf_standards="ua-1"
        )
    return bytes(made)


def _data(study: Study, words: Words, root: Path) -> dict[str, object]:
    found = []
    for number, section in enumerate(sections(study, words)):
        image = f"plot{number}.svg" if section.svg else ""
        if image:
            (root / image).write_text(section.svg, encoding="utf-8")
        found.append(
            {
                "heading": section.heading,
                "sentences": section.sentences,
                "finding": section.finding,
                "svg": image,
                "rows": section.rows,
            }
        )
    return {
        "title": words("title"),
        "lang": words.language,
        "seen": seen(study, words),
        "headline": headline(study, words),
        "sections": found,
    }
