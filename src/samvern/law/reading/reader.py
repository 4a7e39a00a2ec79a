# SPDX-License-Identifier: EUPL-1.2
"""One mapping being read: asks for what it needs, notes what is wrong, goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from samvern.law.errors import PackProblem
from samvern.law.expr import Const, Expr, ExpressionError, parse
from samvern.law.model import CONFIDENCES, LocalizedText, Source
from samvern.law.yamlfile import Map

LANGUAGES = ("nb", "nn", "en")
_ID = re.compile(r"(?:[A-Za-z_]|\d+_)\w*(?:[-.]\w+)*", re.ASCII)
NOTHING: LocalizedText = {}


class Reader:
    """Reads ``data``; problems go to the shared list ``problems``, named by ``label``."""

    def __init__(self, data: object, problems: list[PackProblem], label: str, parent: Map) -> None:
        self.problems, self.label = problems, label
        self.home = data if isinstance(data, Map) else parent
        self.data: Map = data if isinstance(data, Map) else Map()
        self.used: set[str] = set()
        if not isinstance(data, Map):
            self.wrong("", f"must be a mapping, not {_kind(data)}")

    def wrong(self, key: str, message: str) -> None:
        """Note a problem with ``key``."""
        line = getattr(self.home, "lines", {}).get(key, getattr(self.home, "line", 0))
        field = ".".join(filter(None, (self.label, key)))
        self.problems.append(PackProblem(getattr(self.home, "file", ""), line, field, message))

    def __contains__(self, key: str) -> bool:
        return self.data.get(key) is not None

    def raw(self, key: str, required: bool = False) -> Any:
        """The value as it stands."""
        self.used.add(key)
        value = self.data.get(key)
        if value is None and required:
            self.wrong(key, "is missing")
        return value

    def child(self, key: str) -> Reader:
        """The mapping under ``key``."""
        return Reader(self.raw(key), self.problems, f"{self.label}.{key}", self.home)

    def children(self, key: str) -> Iterator[Reader]:
        """The mappings in the list under ``key``."""
        for number, item in enumerate(self.list(key)):
            yield Reader(item, self.problems, f"{self.label}.{key}[{number}]", self.home)

    def list(self, key: str) -> list[Any]:
        """The list under ``key``; empty when absent."""
        value = self.raw(key)
        if value is None or isinstance(value, list):
            return value or []
        self.wrong(key, f"must be a list, not {_kind(value)}")
        return []

    def id(self, key: str = "id") -> str:
        """A name that expressions can use."""
        value = self.word(key, required=True)
        if value and not _ID.fullmatch(value):
            self.wrong(key, f"{value!r} may only hold letters, digits, _ . and -")
        return value

    def word(
        self, key: str, among: Iterable[str] = (), default: str = "", required: bool = False
    ) -> str:
        """A short text, perhaps one of ``among``."""
        value = self.raw(key, required)
        if value is None:
            return default
        if isinstance(value, (dict, list, bool)):
            self.wrong(key, f"must be a word, not {_kind(value)}")
            return default
        if among and str(value) not in tuple(among):
            self.wrong(key, f"{value!r} is not one of {', '.join(among)}")
            return default
        return str(value)

    def words(self, key: str, among: Iterable[str] = ()) -> tuple[str, ...]:
        """A list of words."""
        found = self.list(key)
        for value in found:
            if isinstance(value, (dict, list)):
                self.wrong(key, f"holds {_kind(value)} where a word is expected")
            elif among and str(value) not in tuple(among):
                self.wrong(key, f"{value!r} is not one of {', '.join(among)}")
        return tuple(str(value) for value in found if not isinstance(value, (dict, list)))

    def number(self, key: str, default: float = 0) -> float:
        """A number."""
        value = self.raw(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.wrong(key, f"must be a number, not {value!r}")
            return default
        return value

    def flag(self, key: str, default: bool) -> bool:
        """true or false (or the words yes and no)."""
        value = self.raw(key)
        if value in ("yes", "no"):
            return bool(value == "yes")
        if value is not None and not isinstance(value, bool):
            self.wrong(key, f"must be true or false, not {value!r}")
        return value if isinstance(value, bool) else default

    def day(self, key: str, required: bool = False) -> date | None:
        """A date."""
        value = self.raw(key, required)
        if value is not None and not isinstance(value, date):
            self.wrong(key, f"must be a date such as 2026-09-15, not {value!r}")
            return None
        return value

    def text(self, key: str, required: bool = True) -> LocalizedText:
        """A text in every language; one string stands for all of them."""
        value = self.raw(key, required)
        if isinstance(value, str):
            return dict.fromkeys(LANGUAGES, value)
        if value is None:
            return NOTHING
        if not isinstance(value, dict):
            self.wrong(key, f"must be {{nb: …, nn: …, en: …}}, not {_kind(value)}")
            return NOTHING
        missing = [lang for lang in LANGUAGES if not str(value.get(lang) or "").strip()]
        if missing:
            self.wrong(key, f"lacks {', '.join(missing)}")
        # In {nb: …} YAML ends an unquoted text at its comma and makes a key of the rest.
        if cut := [str(rest) for rest, text in value.items() if text is None]:
            self.wrong(key, f"a text with a comma needs quotes: '{cut[0]}' was cut off")
        return {str(lang): " ".join(str(text).split()) for lang, text in value.items() if text}

    def optional_text(self, key: str) -> LocalizedText | None:
        """As ``text``, None when absent."""
        self.used.add(key)
        return self.text(key) if key in self else None

    def expression(self, key: str, required: bool = False) -> tuple[Expr, str] | None:
        """An expression and its text."""
        value = self.raw(key, required)
        if value is None:
            return None
        if isinstance(value, bool):
            return Const(value), "yes" if value else "no"
        try:
            return parse(str(value)), " ".join(str(value).split())
        except ExpressionError as error:
            self.wrong(key, str(error))
            return None

    def sources(self, key: str = "sources") -> tuple[Source, ...]:
        """Provisions, as ``{law, at, url}``."""
        found = []
        for item in self.children(key):
            found.append(Source(item.word("law", required=True), item.word("at"), item.word("url")))
            item.finish()
        return tuple(found)

    def confidence(self) -> str:
        """How sure it is that this is the law."""
        return self.word("confidence", CONFIDENCES, default="unverified")

    def finish(self) -> None:
        """Refuse keys nobody asked for, which are usually misspelt."""
        for key in self.data:
            if key not in self.used:
                comma = "; a text with a comma needs quotes" if self.data[key] is None else ""
                self.wrong(key, f"is not a field; fields are {', '.join(sorted(self.used))}{comma}")


def _kind(value: object) -> str:
    names = {dict: "a mapping", Map: "a mapping", list: "a list", type(None): "nothing"}
    return names.get(type(value), repr(value))
