# SPDX-License-Identifier: EUPL-1.2
"""The answer as a PDF that a screen reader can read: tagged, PDF/UA-1 (ISO 14289-1),
fonts embedded.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samvern.guide import words
from samvern.guide.advice import Action, Advice
from samvern.guide.conclusions import Conclusion
from samvern.guide.contacts import Contact
from samvern.guide.explaining import because
from samvern.guide.timelimits import TimeLimit
from samvern.typesetting import typeset
from samvern.typesetting.setting import LISTENED

TEMPLATE = Path(__file__).parent / "paper/answer.typ"


def advice_pdf(advice: Advice, language: str) -> bytes:
    """The PDF's bytes; in memory only, and without the hour it was made."""
    in_latin = _("Words in a script this paper’s typeface does not have are in Latin letters.")
    content = _data(advice, language)
    return typeset(TEMPLATE, content, standards=LISTENED, told=("about", in_latin))


def _data(advice: Advice, language: str) -> dict[str, Any]:
    rights = [entry for topic in advice.rights for entry in topic.yes]
    maybe = [entry for topic in advice.rights for entry in topic.unknown]
    return {
        "language": language,
        "title": _("What to do, and what holds"),
        "asked": _("As the law stood on %(day)s") % {"day": date_format(advice.asked_on, "j. F Y")},
        "foot": f"Samvern · {advice.pack['id']} {advice.pack['version']}",
        "labels": _labels(),
        "alerts": _entries(advice.alerts),
        "now": _actions(advice.now),
        "never": _actions(advice.never),
        "today": _actions(advice.today),
        "then": _actions(advice.then),
        "calls": [_contact(c) for c in advice.calls],
        "notes": _entries(advice.notes),
        "level": words.level_name(advice.level),
        "level_text": words.level_text(advice.level),
        "elements": [
            {
                "name": words.element_name(element.id),
                "value": words.value_name(element.value),
                "why": because(element.facts),
                "known_by": element.known_by,
            }
            for element in advice.elements
        ],
        "offences": _entries([*advice.beside_offences, *advice.offences]),
        "rights": _entries(rights),
        "maybe": _entries(maybe),
        "sharing": _entries(advice.sharing),
        "urgent": [_clock(limit) for limit in advice.urgent],
        "clocks": [_clock(limit) for limit in advice.clocks],
        "about": words.about_pack(advice.pack),
    }


def _labels() -> dict[str, str]:
    return {
        "page": _("Page"),
        "because": _("Because:"),
        "now": _("Do this now"),
        "today": _("Today"),
        "notes": _("Worth knowing"),
        "never": _("Do not do this"),
        "then": _("Then"),
        "level": _("How strong the signs are"),
        "offences": _("Offences this may touch"),
        "rights": _("Rights today"),
        "maybe": _("Rights that may hold"),
        "sharing": _("What you may tell to whom"),
        "clocks": _("Time limits"),
        "about": _("About this answer"),
    }


def _actions(actions: Iterable[Action]) -> list[dict[str, Any]]:
    # On paper the same reasons under every action would hide the actions.
    return [{**_entry(action.entry, action.contacts), "why": ""} for action in actions]


def _entries(entries: Iterable[Conclusion]) -> list[dict[str, Any]]:
    return [_entry(entry) for entry in entries]


def _entry(entry: Conclusion, contacts: Iterable[Contact] = ()) -> dict[str, Any]:
    return {
        "name": entry.name,
        "text": entry.text,
        "mark": "" if entry.confidence == "verified" else words.confidence_name(entry.confidence),
        "why": because(entry.why),
        "sources": "; ".join(f"{source.name} {source.at}" for source in entry.sources),
        "contacts": [_contact(c) for c in contacts],
    }


def _contact(c: Contact) -> dict[str, str]:
    return {"name": c.name, "phone": c.phone, "tel": c.tel, "hours": c.hours}


def _clock(limit: TimeLimit) -> dict[str, Any]:
    text = " ".join(part for part in (limit.note, limit.entry.text) if part)
    return {**_entry(limit.entry), "name": f"{limit.headline}: {limit.entry.name}", "text": text}
