# SPDX-License-Identifier: EUPL-1.2
"""The long lists of the answer as pieces of a page, for the same reason as in ``showing``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samvern.guide.addresses import question_address
from samvern.guide.answer_summary import AnsweredQuestion
from samvern.guide.conclusions import Conclusion
from samvern.guide.explanation_html import in_html
from samvern.guide.labels import confidence_name
from samvern.guide.provisions import Provision


def name_rows(conclusions: Iterable[Conclusion]) -> SafeString:
    """A row for each conclusion, with its name."""
    return SafeString("".join([f"<li>{in_html(each.name)}</li>" for each in conclusions]))


def provision_rows(sources: Iterable[tuple[Provision, str]]) -> SafeString:
    """A row for each provision: a link to it, and how sure it is."""
    language = get_language() or ""
    return SafeString("".join([_provision_row(*source, language) for source in sources]))


@lru_cache(maxsize=8192)
def _provision_row(provision: Provision, confidence: str, language: str) -> str:
    text, url = escape(f"{provision.name} {provision.at}"), escape(provision.url)
    if url:
        text = f'<a class="ds-link" href="{url}" rel="noreferrer">{text}</a>'
    return f"<li>{text} – {escape(confidence_name(confidence))}</li>"


def answer_rows(lines: Iterable[AnsweredQuestion]) -> SafeString:
    """A row for each answer: the question, what was said, and a way to change it."""
    return SafeString("".join([_answer_row(line) for line in lines]))


def _answer_row(line: AnsweredQuestion) -> str:
    label = in_html(line.label)
    values = "".join([f"<span>{escape(value)}</span>" for value in line.values])
    change = f'{in_html(_("Change the answer"))}<span class="ds-sr-only">: {label}</span>'
    link = f'<a class="ds-link" href="{question_address(line.fact)}">{change}</a>'
    return f"<div><dt>{label}</dt><dd>{values}</dd><dd>{link}</dd></div>"
