# SPDX-License-Identifier: EUPL-1.2
"""Reading YAML from strangers: plain data with line numbers, and nothing that can grow or run.

PyYAML finds the structure; values are read here, because YAML 1.1 would turn the country code
``no`` and the answer ``yes`` into booleans. Anchors, aliases and tags are refused (no billion
laughs), as are duplicate keys, deep nesting and big files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from samvern.law.errors import PackError, PackProblem

MAX_BYTES = 1_000_000
MAX_DEPTH = 16

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(0|[1-9]\d{0,17})")
_DECIMAL = re.compile(r"[-+]?\d{1,15}\.\d{1,15}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class Map(dict[str, Any]):
    """A YAML mapping that knows its file, its line and the line of each key."""

    file: str
    line: int
    lines: dict[str, int]


def read_yaml(path: Path, name: str) -> Map:
    """The mapping in the file at ``path``, reported on as ``name``. Raises PackError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PackError(PackProblem(name, 0, "", f"cannot be read ({error.strerror})")) from error
    return parse_yaml(data, name)


def parse_yaml(data: bytes, name: str) -> Map:
    """The mapping in ``data`` (UTF-8). Raises PackError with file, line and reason."""
    if len(data) > MAX_BYTES:
        raise PackError(PackProblem(name, 0, "", f"is larger than {MAX_BYTES:,} bytes; split it"))
    try:
        value = _Builder(name, data.decode("utf-8-sig")).document()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise PackError(PackProblem(name, line, "", "is not UTF-8; save it as UTF-8")) from error
    except yaml.YAMLError as error:
        raise PackError(PackProblem(name, _line_of(error), "", _reason(error))) from error
    if not isinstance(value, Map):
        raise PackError(
            PackProblem(name, 1, "", "must be a mapping with one top key, such as rules:")
        )
    return value


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return int(mark.line) + 1 if mark else 0


def _reason(error: yaml.YAMLError) -> str:
    return "is not valid YAML: " + (getattr(error, "problem", None) or "an illegal character")


class _Builder:
    """Builds values straight from the parser's events: nothing deep or shared is ever made."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.events = yaml.parse(text, Loader=_Loader)

    def document(self) -> Any:
        value = None
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                value = self.value(event, 0)
                break
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                raise self.problem(event, "one file holds one document; remove what follows ---")
        return value

    def value(self, event: Any, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self.problem(event, "anchors and aliases are not allowed; write it out")
        if event.tag is not None:
            raise self.problem(event, f"the tag {event.tag} is not allowed")
        if depth > MAX_DEPTH:
            raise self.problem(event, f"is nested deeper than {MAX_DEPTH} levels")
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self.items(yaml.SequenceEndEvent, depth))
        return self.scalar(event)

    def items(self, end: type[yaml.Event], depth: int) -> Iterator[Any]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield self.value(event, depth + 1)

    def mapping(self, start: Any, depth: int) -> Map:
        result = Map()
        result.file, result.line, result.lines = self.name, self.line(start), {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event, result)
            result[key] = self.value(next(self.events), depth + 1)
        return result

    def key(self, event: Any, result: Map) -> str:
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            raise self.problem(event, "a key must be a plain word")
        if event.value in result:
            raise self.problem(event, f"{event.value!r} is written twice")
        result.lines[event.value] = self.line(event)
        return str(event.value)

    def scalar(self, event: Any) -> Any:
        text = str(event.value)
        if event.style:  # quoted or block text is always text
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
        return self.day(event, text) if _DAY.fullmatch(text) else text

    def day(self, event: Any, text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise self.problem(event, f"{text} is not a day that exists") from error

    def line(self, event: Any) -> int:
        return int(event.start_mark.line) + 1

    def problem(self, event: Any, message: str) -> PackError:
        return PackError(PackProblem(self.name, self.line(event), "", message))
