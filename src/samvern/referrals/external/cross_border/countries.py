# SPDX-License-Identifier: EUPL-1.2
"""Countries somebody can go to, in the reader's language."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils import translation

FILE = Path(__file__).parent / "countries.yaml"
LANGUAGES = ("nb", "nn", "en")


@cache
def _read() -> Any:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def in_eea(code: str) -> bool:
    """Whether personal data may go there as within Norway (GDPR chapter V does not apply)."""
    return code in _read()["eea"]


def country_name(code: str) -> str:
    """The country's name; a code that is no country's as it is."""
    names = [name.strip() for name in _read()["names"].get(code, code).split("|")]
    language = (translation.get_language() or "nb").partition("-")[0]
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    found: str = names[_place(place, len(names))]
    return found


def countries() -> list[tuple[str, str]]:
    """All of them for a form, by name."""
    named = [(code, country_name(code)) for code in _read()["names"]]
    return sorted(named, key=lambda pair: pair[1].casefold())


def _place(language: int, count: int) -> int:
    """Which of one, two or three names: with two, bokmål and nynorsk share the first."""
    return {1: 0, 2: max(0, language - 1), 3: language}[count]
