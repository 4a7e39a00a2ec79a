# SPDX-License-Identifier: EUPL-1.2
"""People out of JSON and JSON lines one by one, so that a long file is never held as records.

A row that is no JSON is told and passed over: its end is found by its brackets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_LIST = re.compile(r'\s*(?:\{\s*"people"\s*:\s*)?\[')
_SPACE = re.compile(r"\s*")
_LINE = re.compile(r"[^\n]+")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},]', re.DOTALL)


class NotJson(ValueError):
    """A row that is no JSON; ``place`` is where in the text it begins."""

    def __init__(self, place: int, reason: str) -> None:
        super().__init__(reason)
        self.place = place


def _refuse_constant(text: str) -> Any:
    raise ValueError(f"{text} is not a number")


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


def loads(text: str) -> Any:
    """``text`` as JSON without NaN and infinity. Raises ValueError, RecursionError."""
    return json.loads(text, parse_constant=_refuse_constant)


def items(text: str) -> Iterator[Any] | None:
    """What a list, ``{"people": [...]}`` or JSON lines hold, a NotJson where a row is broken.

    None when the text is none of these.
    """
    if begun := _LIST.match(text):
        return _listed(text, begun.end())
    first, second = (*(row for row, _ in zip(_rows(text), range(2), strict=False)), None, None)[:2]
    lines = first and second and first[1].startswith("{") and first[1].endswith("}")
    return _lines(text) if lines else None


def _rows(text: str) -> Iterator[tuple[int, str]]:
    rows = ((found.start(), found.group().strip()) for found in _LINE.finditer(text))
    return (row for row in rows if row[1])


def _lines(text: str) -> Iterator[Any]:
    for place, row in _rows(text):
        try:
            yield loads(row)
        except (ValueError, RecursionError) as error:
            yield NotJson(place, _reason(error))


def _listed(text: str, place: int) -> Iterator[Any]:
    place = _skip(text, place)
    if text[place : place + 1] == "]":
        yield from _after(text, place + 1)
        return
    while True:
        item, end = _item(text, place)
        yield item
        if end is None:
            return
        place = _skip(text, end + 1)
        if text[end] == "]":
            yield from _after(text, place)
            return


def _item(text: str, place: int) -> tuple[Any, int | None]:
    """The row that begins here, and the comma or bracket after it; None when it never ends."""
    try:
        found, end = _DECODER.raw_decode(text, place)
        end = _skip(text, end)
        if text[end : end + 1] in (",", "]"):
            return found, end
        wrong: Exception = ValueError("a comma or ] must follow it")
    except (ValueError, RecursionError) as error:
        wrong = error
    ends = _end(text, place)
    lost = "" if ends is not None else "; it never ends, so nothing after it could be read"
    return NotJson(place, _reason(wrong) + lost), ends


def _end(text: str, place: int) -> int | None:
    """Where a broken row ends: at the comma or bracket outside its own brackets and strings."""
    depth = 0
    for token in _TOKEN.finditer(text, place):
        sign = token.group()
        if depth == 0 and sign in (",", "]"):
            return token.start()
        depth += (sign in "[{") - (sign in "]}") if sign != "," else 0
        if depth < 0:
            return None
    return None


def _after(text: str, place: int) -> Iterator[NotJson]:
    """A NotJson when the file does not end as it began."""
    rest, people = text[place:].strip(), text.lstrip().startswith("{")
    try:
        sound = isinstance(loads('{"people":0' + rest), dict) if people else not rest
    except (ValueError, RecursionError):
        sound = False
    if not sound:
        yield NotJson(place, "what stands after the list of people")


def _skip(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _reason(error: Exception) -> str:
    return "is nested too deep" if isinstance(error, RecursionError) else f"is not JSON: {error}"
