# SPDX-License-Identifier: EUPL-1.2
"""Further languages of a pack: ``lang/<code>.yaml`` adds words to what is there, and nothing else.

    rules:
      R-SOC-01: {name: …, text: …, plain: …}
    facts:
      age: {label: …, question: …, help: …, options: {…}, you: {question: …, help: …, options: {…}}}
    actors:
      rosa: {name: …, does: …, hours: …}
    needs:
      housing: {name: …, fields: {called: …}}
    door:
      sleep: {name: …, ask: …}
      nowhere: {if: …, says: …}

What a file leaves out is said in English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from samvern.law.errors import PackError, PackProblem
from samvern.law.model import Fact, LocalizedText, PackActor, Rule
from samvern.law.needs import Need
from samvern.law.self_help import OwnQuestion, SelfHelpGroup, SelfHelpRight
from samvern.law.yamlfile import Map, read_yaml

_SECTIONS = ("facts", "rules", "actors", "needs", "door")


def translate(folder: Path, parts: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """Add every language of ``folder`` to ``parts``; the codes found. Raises PackError."""
    found = []
    for file in sorted((folder / "lang").glob("*.yaml")):
        name = f"{folder.name}/lang/{file.name}"
        problems = list(_add(read_yaml(file, name), name, file.stem, parts))
        if problems:
            raise PackError(problems)
        found.append(file.stem)
    return tuple(found)


def _add(
    data: Map, file: str, lang: str, parts: Mapping[str, Mapping[str, Any]]
) -> Iterator[PackProblem]:
    for section, entries in data.items():
        if section not in _SECTIONS or not isinstance(entries, Map):
            yield PackProblem(
                file, data.lines[section], section, f"is none of {', '.join(_SECTIONS)}"
            )
            continue
        for id, said in entries.items():
            places = dict(_texts(parts[section].get(id)))
            for field, value in _flat(said):
                if field not in places:
                    message = f"{id}.{field} is no text of this pack"
                    yield PackProblem(file, entries.lines[id], section, message)
                elif isinstance(value, str):
                    for text in places[field]:
                        text[lang] = " ".join(value.split())


def _flat(said: Any) -> Iterator[tuple[str, Any]]:
    for field, value in said.items() if isinstance(said, Map) else ():
        if isinstance(value, Map):
            yield from ((f"{field}.{inner}", text) for inner, text in _flat(value))
        else:
            yield field, value


def _texts(
    part: Fact | Rule | PackActor | Need | SelfHelpGroup | SelfHelpRight | None,
) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """The texts of a part by field; a rule's text is that of all its wordings."""
    if isinstance(part, Fact):
        yield from _present(label=part.label, question=part.question, help=part.help)
        for option in part.options:
            yield from _present(**{f"options.{option.id}": option.label})
        yield from _own(part.you) if part.you else ()
    elif isinstance(part, Rule):
        yield from _present(name=part.name, plain=part.plain)
        yield "text", [_open(v.text) for v in part.versions if v.text]
        after = part.extra.get("after")
        yield from _present(after=after if isinstance(after, dict) else None)
    elif isinstance(part, PackActor):
        yield from _present(name=part.name, does=part.does, hours=part.hours)
    elif isinstance(part, Need):
        yield from _present(name=part.name)
        yield from _present(**{f"fields.{id}": reason for id, reason in part.fields.items()})
    elif isinstance(part, SelfHelpGroup):
        yield from _present(name=part.name, ask=part.ask)
    elif isinstance(part, SelfHelpRight):
        yield from _present(**{"if": part.provided, "says": part.says})


def _own(you: OwnQuestion) -> Iterator[tuple[str, list[dict[str, str]]]]:
    yield from _present(**{"you.question": you.question, "you.help": you.help})
    yield from _present(**{f"you.options.{id}": text for id, text in you.options.items()})


def _present(**texts: LocalizedText | None) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for field, text in texts.items():
        if text:
            yield field, [_open(text)]


def _open(text: LocalizedText) -> dict[str, str]:
    """A text while its pack is still being made, when it may still be added to."""
    assert isinstance(text, dict)
    return text
