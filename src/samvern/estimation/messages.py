# SPDX-License-Identifier: EUPL-1.2
"""The sentences of the figures in English, bokmål and nynorsk, and how numbers are written."""

from __future__ import annotations

from functools import lru_cache

from samvern.common.translations import translate
from samvern.estimation.result import ResultReason
from samvern.estimation.sentences import SENTENCES

LANGUAGES = ("en", "nb", "nn")
_GROUP = {"en": ",", "nb": "\u00a0", "nn": "\u00a0"}
_DECIMAL = {"en": ".", "nb": ",", "nn": ","}


class Messages:
    """The sentences of one language: `words("sections.methods")`, values filled in."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """The sentence called `key`. Raises KeyError if there is none."""
        return translate("estimation", SENTENCES[key], self.language).format(**values)

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
    return Messages(language)
