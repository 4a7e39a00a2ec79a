# SPDX-License-Identifier: EUPL-1.2
"""Addresses an answer names by the hundred, ready for a page: made once in each language."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from django.urls import reverse
from django.utils.translation import get_language


def question_address(fact: str) -> str:
    """Where a question is asked, in the language in use."""
    return _address("guide:question", "fact", fact, get_language() or "")


def why_address(rule: str) -> str:
    """Where it stands why a rule's answer is as it is, in the language in use."""
    return _address("guide:why", "rule", rule, get_language() or "")


@lru_cache(maxsize=8192)
def _address(view: str, argument: str, id: str, language: str) -> str:
    return escape(reverse(view, kwargs={argument: id}))
