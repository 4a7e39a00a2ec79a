# SPDX-License-Identifier: EUPL-1.2
"""What a rule says, as pieces of the answer's page: its words, its provisions and the way to why.

They are the same for everybody who reads them on a day, so each is made once and kept by its words,
never by an answer. Why it is so for this visitor stands on a page of its own.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samvern.guide.addresses import why_address
from samvern.guide.conclusions import Conclusion
from samvern.guide.explanation_html import source_line
from samvern.guide.provisions import Provision

RuleSources = tuple[str, tuple[Provision, ...], str, str]
"""A rule's id, its provisions and how sure they are, and the language."""


def rule_in_full(conclusion: Conclusion) -> SafeString:
    """Name and text in the open, then the provisions."""
    return _full(conclusion.name, conclusion.text, _of(conclusion))


def rule_link(conclusion: Conclusion) -> SafeString:
    """The name, as the way to the rest."""
    return _short(conclusion.name, conclusion.id, conclusion.language)


def rule_sources(conclusion: Conclusion) -> SafeString:
    """The provisions a conclusion rests on, and the way to why it is so here."""
    return _grounds(_of(conclusion))


def _of(conclusion: Conclusion) -> RuleSources:
    return conclusion.id, conclusion.sources, conclusion.confidence, conclusion.language


@lru_cache(maxsize=8192)
def _full(name: str, text: str, of: RuleSources) -> SafeString:
    head = f'<h3 class="ds-heading" data-size="2xs">{escape(name)}</h3>'
    beneath = _grounds(of)
    return SafeString(f'<li class="right">{head}<p>{escape(text)}</p>{beneath}</li>')


@lru_cache(maxsize=8192)
def _short(name: str, id: str, language: str) -> SafeString:
    return SafeString(f'<li><a href="{why_address(id)}">{escape(name)}</a></li>')


@lru_cache(maxsize=8192)
def _grounds(of: RuleSources) -> SafeString:
    id, provisions, confidence, language = of
    link = f'<a href="{why_address(id)}">{escape(_("Why, and which law"))}</a>'
    line = source_line(provisions, confidence, language)
    return SafeString(f'{line}<p class="on-screen">{link}</p>')
