# SPDX-License-Identifier: EUPL-1.2
"""The report as one HTML file that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from samvern.estimation.messages import Messages
from samvern.estimation.report.sections import ReportSection, sections
from samvern.estimation.study import Study
from samvern.estimation.text import Row, headline, seen

STYLE = """
body{font:1.05rem/1.6 system-ui,sans-serif;color:#1d2733;background:#fff;max-width:56rem;
margin:2rem auto;padding:0 1rem}h1{font-size:1.8rem;line-height:1.2}h2{font-size:1.25rem;
margin-top:2.5rem}.lead{font-size:1.2rem;border-left:.3rem solid #1d2733;padding-left:1rem}
figure{margin:1rem 0}svg{width:100%;height:auto}.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;
vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid #c9d1d9}
"""


def page(study: Study, words: Messages) -> str:
    """The whole page."""
    title = escape(words("title"))
    body = "\n".join(_section(i, s) for i, s in enumerate(sections(study, words)))
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{escape(seen(study, words))}</p>\n"
        f'<p class="lead">{escape(headline(study, words))}</p>\n{body}\n</main>\n</body>\n</html>\n'
    )


def _section(number: int, section: ReportSection) -> str:
    parts = [f'<section aria-labelledby="s{number}">', f'<h2 id="s{number}">']
    parts[-1] += escape(section.heading) + "</h2>"
    parts += [f"<p>{escape(sentence)}</p>" for sentence in section.sentences]
    if section.svg:
        caption = f"<figcaption>{escape(section.finding)}</figcaption>"
        parts.append(f"<figure>\n{section.svg}\n{caption}\n</figure>")
    if section.rows:
        parts.append(_table(section.heading, section.rows))
    parts.append("</section>")
    return "\n".join(parts)


def _table(caption: str, rows: Sequence[Row]) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in rows[0])
    body = "\n".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows[1:]
    )
    label = escape(caption)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">\n<table>\n'
        f"<caption>{label}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n"
        "</table>\n</div>"
    )
