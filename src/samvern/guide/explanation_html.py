# SPDX-License-Identifier: EUPL-1.2
"""Why a conclusion is as it is, as a piece of a page.

Made here rather than in a template: a table of rights holds a hundred of these, and a template
would spend most of the page's time on them. Every text passes ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samvern.guide.addresses import question_address
from samvern.guide.conclusions import Conclusion, OpenQuestion, provisions_of
from samvern.guide.labels import answer_name, confidence_name, contact_confidence_name
from samvern.law import Truth
from samvern.law.model import Version

MOST_REASONS = 5
in_html = lru_cache(maxsize=16384)(escape)
"""``escape`` for texts of the pack, which are few; never for what a visitor wrote."""
ANSWERS = {Truth.YES: "success", Truth.NO: "neutral", Truth.UNKNOWN: "info"}
COLOURS = {"verified": "success", "derived": "info", "unverified": "warning"}


def explained(conclusion: Conclusion) -> SafeString:
    """Reasons, what is missing or would change it, and the provisions."""
    parts = [_because(conclusion)]
    if conclusion.truth is Truth.UNKNOWN:
        parts.append(_depends(conclusion.open))
    if conclusion.truth is Truth.NO:
        parts.append(_would_be(conclusion.would_change))
    parts.append(sources(conclusion.version, conclusion.language))
    return SafeString("".join(parts))


def answered(conclusion: Conclusion) -> SafeString:
    """One line that opens: the answer and the name, then the text and the explanation."""
    colour, answer = ANSWERS[conclusion.truth], escape(answer_name(conclusion.value))
    tag = f'<span class="ds-tag" data-size="sm" data-color="{colour}">{answer}</span>'
    inside = f"<p>{in_html(conclusion.text)}</p>{explained(conclusion)}"
    summary = f"<summary>{tag} {in_html(conclusion.name)}</summary>"
    place = f'<li id="{escape(conclusion.id)}">'
    return SafeString(f'{place}<details class="why">{summary}<div>{inside}</div></details></li>')


def because(reasons: list[dict[str, str]]) -> str:
    """Reasons in one line of text, the first few."""
    return _in_a_line(reasons[:MOST_REASONS], len(reasons) - MOST_REASONS)


def reasons(conclusion: Conclusion) -> str:
    """The first reasons of a conclusion in one line of text; empty where it has none."""
    return _in_a_line(*conclusion.first_reasons(MOST_REASONS))


def _in_a_line(reasons: Iterable[Mapping[str, str]], more: int) -> str:
    values: dict[str, list[str]] = {}
    for reason in reasons:
        values.setdefault(reason["label"], []).append(reason["value"])
    told = "; ".join(f"{label}: {', '.join(found)}" for label, found in values.items())
    if more <= 0:
        return told
    return told + "; " + ngettext("%(n)s more", "%(n)s more", more) % {"n": more}


def _because(conclusion: Conclusion) -> str:
    told = reasons(conclusion)
    return f"<p>{in_html(_('Because:'))} {escape(told)}.</p>" if told else ""


def _depends(questions: Iterable[OpenQuestion]) -> str:
    links = ", ".join(
        f'<a href="{question_address(each.fact)}">{escape(each.label)}</a>' for each in questions
    )
    return f"<p>{in_html(_('Depends on:'))} {links}</p>" if links else ""


def _would_be(changes: Iterable[Mapping[str, Any]]) -> str:
    rows = "".join(
        "<li>" + " + ".join(escape(f"{c['label']}: {c['to']}") for c in change["changes"]) + "</li>"
        for change in changes
        if change["to"] == "yes"
    )
    return (
        f'<p>{in_html(_("It would be yes with:"))}</p><ul class="ds-list">{rows}</ul>'
        if rows
        else ""
    )


def sources(version: Version, language: str) -> SafeString:
    """The provisions of a wording as links, and how sure they are."""
    return source_line(provisions_of(version, language), version.confidence, language)


@lru_cache(maxsize=4096)
def source_line(provisions: tuple[Any, ...], confidence: str, language: str) -> SafeString:
    """Provisions as links, and how sure they are."""
    links = ", ".join(provision_link(provision) for provision in provisions)
    return SafeString(f'<p class="sources">{links} {confidence_tag(confidence)}</p>')


def provision_link(provision: Any) -> str:
    """A provision as a link, or as text when it has no address."""
    text = escape(f"{provision.name} {provision.at}")
    if not provision.url:
        return text
    return f'<a href="{escape(provision.url)}">{text}</a>'


def contact_tag(confidence: str) -> SafeString:
    """How sure a phone number is, as a tag."""
    name = escape(contact_confidence_name(confidence))
    colour = "success" if confidence == "verified" else "warning"
    return SafeString(f'<span class="ds-tag" data-size="sm" data-color="{colour}">{name}</span>')


def confidence_tag(confidence: str) -> SafeString:
    """How sure a rule is, as a tag."""
    name, colour = escape(confidence_name(confidence)), COLOURS[confidence]
    return SafeString(f'<span class="ds-tag" data-size="sm" data-color="{colour}">{name}</span>')
