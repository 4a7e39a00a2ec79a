# SPDX-License-Identifier: EUPL-1.2
"""The answer as a PDF that a screen reader can read: tagged, PDF/UA-1 (ISO 14289-1),
fonts embedded. It has the sections and items of the page, and what the page prints.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from samvern.guide import labels
from samvern.guide.advice import ArrangedAnswer
from samvern.guide.contacts import Contact
from samvern.guide.sections import AnswerItem, AnswerSection, first, sections
from samvern.typesetting import typeset
from samvern.typesetting.setting import LISTENED

TEMPLATE = Path(__file__).parent / "paper/answer.typ"


def advice_pdf(advice: ArrangedAnswer, language: str) -> bytes:
    """The PDF's bytes; in memory only, and without the hour it was made."""
    in_latin = _("Words in a script this paper’s typeface does not have are in Latin letters.")
    content = _data(advice, language)
    return typeset(TEMPLATE, content, standards=LISTENED, told=("about", in_latin))


def _data(advice: ArrangedAnswer, language: str) -> dict[str, Any]:
    now, *others = sections(advice)
    return {
        "language": language,
        "title": _("What to do, and what holds"),
        "foot": f"Samvern · {advice.pack['id']} {advice.pack['version']}",
        "labels": {"page": _("Page")},
        "calls": [_contact(c) for c in advice.calls],
        "first": [_item(item, told=True) for item in first(advice)],
        "now": _section(now),
        "sections": [_section(section) for section in others],
        "dated": labels.read_and_asked(advice.read_on, advice.asked_on),
        "about": labels.about_pack(advice.pack),
    }


def _section(section: AnswerSection) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "intro": section.intro,
        "items": [_item(item, section.told) for item in section.items if _on_paper(item)],
    }


def _on_paper(item: AnswerItem) -> bool:
    """Topics with no right that holds say nothing on paper."""
    return item.topic is None or bool(item.topic.yes)


def _item(item: AnswerItem, told: bool) -> dict[str, Any]:
    level = item.entry is None and item.topic is None and not item.mark
    return {
        "name": item.name,
        "mark": item.mark,
        "line": item.line,
        "text": [part for part in (item.conditions, item.text) if part] if told or level else [],
        "contacts": [_contact(c) for c in item.contacts] if told else [],
    }


def _contact(c: Contact) -> dict[str, str]:
    return {"name": c.name, "phone": c.phone, "tel": c.tel, "hours": c.hours}
