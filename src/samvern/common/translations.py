# SPDX-License-Identifier: EUPL-1.2
"""Texts of the rooms that know no Django, from gettext catalogues: the English text is its own id.

A room keeps ``locale/<language>/LC_MESSAGES/messages.po``, as the rooms with pages keep theirs.
"""

from __future__ import annotations

from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

_ROOMS = Path(__file__).parents[1]


def gettext_noop(text: str) -> str:
    """The text as it is, marked to be translated where it is shown."""
    return text


@lru_cache(4096)
def translate(room: str, text: str, language: str) -> str:
    """The text in the language, from the catalogue of the room; in English where there is none."""
    return _catalogue(room, language).gettext(text) if text else ""


@cache
def _catalogue(room: str, language: str) -> NullTranslations:
    source = _ROOMS / room / "locale" / language / "LC_MESSAGES" / "messages.po"
    compiled = source.with_suffix(".mo")
    if not source.is_file():
        return NullTranslations()
    if compiled.is_file() and compiled.stat().st_mtime >= source.stat().st_mtime:
        return GNUTranslations(BytesIO(compiled.read_bytes()))
    # A checkout that was not built since the text changed must not fall back to English.
    import polib

    return GNUTranslations(BytesIO(polib.pofile(str(source), encoding="utf-8").to_binary()))
