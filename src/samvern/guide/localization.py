# SPDX-License-Identifier: EUPL-1.2
"""Texts of the pack in the reader's language."""

from __future__ import annotations

from samvern.law.model import LocalizedText

FALLBACKS = ("en", "nb")


def localized(text: LocalizedText | None, language: str) -> str:
    """The text in the language, else in English, else in bokmål; empty without a text."""
    if not text:
        return ""
    for code in (language, *FALLBACKS):
        if code in text:
            return text[code]
    return next(iter(text.values()))
