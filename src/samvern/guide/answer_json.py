# SPDX-License-Identifier: EUPL-1.2
"""What the answer page holds beside the kernel's own answer, as JSON: the same texts."""

from __future__ import annotations

from typing import Any

from django.utils import translation

from samvern.guide import labels
from samvern.guide.advice import arrange
from samvern.guide.confidentiality import ReceiverAnswer, answers_by_receiver
from samvern.guide.contacts import Contact
from samvern.guide.sections import AnswerItem, AnswerSection, first, sections
from samvern.law import Result


def receivers_as_json(result: Result, language: str, texts: bool) -> list[dict[str, Any]]:
    """What may be told to whom; with ``texts`` in words too."""
    with translation.override(language):
        return [_told(told, texts) for told in answers_by_receiver(result, language)]


def _told(told: ReceiverAnswer, texts: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "receiver": told.id,
        "answer": told.answer,
        "depends_on": [question.fact for question in told.questions],
        "rules": [{"id": gate.entry.id, "answer": gate.answer} for gate in told.gates],
    }
    if not texts:
        return found
    said = {"name": told.name, "said": labels.sharing_name(told.answer), "line": told.line}
    return found | said


def answer_as_json(result: Result, language: str) -> dict[str, Any]:
    """The answer as page and paper give it: whom to call, and the sections in order."""
    with translation.override(language):
        advice = arrange(result, language)
        return {
            "calls": [_contact(contact) for contact in advice.calls],
            "first": [_item(item) for item in first(advice)],
            "sections": [_section(section) for section in sections(advice)],
            "dated": labels.read_and_asked(advice.read_on, advice.asked_on),
        }


def _section(section: AnswerSection) -> dict[str, Any]:
    items = [_item(item) for item in section.items]
    return {"id": section.id, "title": section.title, "intro": section.intro, "items": items}


def _item(item: AnswerItem) -> dict[str, Any]:
    return {
        "name": item.name,
        "answer": item.answer,
        "said": item.mark,
        "line": item.line,
        "conditions": item.conditions,
        "text": item.text,
        "calls": [_contact(contact) for contact in item.contacts],
        "rule": item.entry.id if item.entry else "",
    }


def _contact(contact: Contact) -> dict[str, str]:
    return {"name": contact.name, "phone": contact.phone, "hours": contact.hours}
