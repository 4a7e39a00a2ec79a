# SPDX-License-Identifier: EUPL-1.2
"""The sentences of the figures in English, bokmål and nynorsk, and how numbers are written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from samvern.estimation.result import ResultReason

LANGUAGES = ("en", "nb", "nn")
_GROUP = {"en": ",", "nb": "\u00a0", "nn": "\u00a0"}
_DECIMAL = {"en": ".", "nb": ",", "nn": ","}


class Messages:
    """The sentences of one language: `words("sections.methods")`, values filled in."""

    def __init__(self, language: str, texts: Mapping[str, Any]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, key: str, **values: object) -> str:
        """The sentence at the dotted `key`. Raises KeyError if the language lacks it."""
        text: Any = self._texts
        for part in key.split("."):
            text = text[part]
        return str(text).format(**values)

    def persons(self, value: float) -> str:
        """A whole number of persons with grouped digits."""
        return f"{round(value):,}".replace(",", _GROUP[self.language])

    def number(self, value: float, digits: int = 2) -> str:
        """A number with a fixed number of decimals."""
        return f"{value:.{digits}f}".replace(".", _DECIMAL[self.language])

    def percent(self, ratio: float) -> str:
        """A change as signed per cent: 1.05 is +5 %."""
        change = round(100 * (ratio - 1))
        sign = "+" if change > 0 else "−" if change < 0 else ""
        return f"{sign}{abs(change)} %"

    def interval(self, bounds: tuple[float, float]) -> str:
        """Both ends in words."""
        low, high = (self.persons(bound) for bound in bounds)
        return self("interval", low=low, high=high)

    def reason(self, reason: ResultReason | None) -> str:
        """Why a figure is missing or must be read with care; empty if neither."""
        return self(f"causes.{reason.cause}", **reason.values) if reason else ""

    def method(self, name: str) -> str:
        """What a method is called."""
        return self(f"methods.{name}.name")


@lru_cache(maxsize=8)
def load(language: str) -> Messages:
    """The sentences of `language`, one of LANGUAGES."""
    path = Path(__file__).parent / f"{language}.yaml"
    return Messages(language, yaml.safe_load(path.read_text(encoding="utf-8")))
