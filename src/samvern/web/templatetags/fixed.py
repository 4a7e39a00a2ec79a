# SPDX-License-Identifier: EUPL-1.2
"""Parts of a page that are the same for everybody, made once in each language."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def fixed(name: str) -> SafeString:
    """A template that uses nothing of the page it stands in."""
    return _made(name, get_language() or "")


@lru_cache(maxsize=256)
def _made(name: str, language: str) -> SafeString:
    return SafeString(render_to_string(name))
