# SPDX-License-Identifier: EUPL-1.2
"""A text with what could point to somebody marked, as HTML and as a list in words."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from samvern.helpline.anonymity.domain import IdentifierKind, find_identifiers

NAMES: dict[IdentifierKind, Any] = {
    IdentifierKind.NUMBER: _("a person’s number"),
    IdentifierKind.PHONE: _("a phone number"),
    IdentifierKind.MAIL: _("an e-mail address"),
    IdentifierKind.WEB: _("an account or address on the net"),
    IdentifierKind.DIGITS: _("a long number"),
    IdentifierKind.DATE: _("a date"),
    IdentifierKind.ADDRESS: _("an address"),
    IdentifierKind.PLACE: _("a place"),
    IdentifierKind.NAME: _("a name"),
}


def highlight_identifiers(text: str) -> SafeString:
    """The text with each mark, and what it looks like after it for whoever hears the page."""
    pieces, last = [], 0
    for mark in find_identifiers(text):
        pieces.append(conditional_escape(text[last : mark.start]))
        pieces.append(
            format_html(
                '<mark>{}<span class="ds-sr-only"> ({})</span></mark>',
                text[mark.start : mark.end],
                NAMES[mark.sign],
            )
        )
        last = mark.end
    pieces.append(conditional_escape(text[last:]))
    return mark_safe("".join(pieces))  # noqa: S308 (each piece is escaped)


def list_identifiers(text: str) -> SafeString:
    """What was found, one a line: the words and what they look like."""
    return format_html_join("", "<li><strong>{}</strong>: {}</li>", _rows(text))


def _rows(text: str) -> Iterator[tuple[str, Any]]:
    seen = set()
    for mark in find_identifiers(text):
        words = text[mark.start : mark.end]
        if words not in seen:
            seen.add(words)
            yield words, NAMES[mark.sign]
