# SPDX-License-Identifier: EUPL-1.2
"""Reading what a pack declares of itself."""

from __future__ import annotations

from collections.abc import Mapping

from samvern.common.translations import gettext_noop
from samvern.law.localization import translated
from samvern.law.model import Rule
from samvern.law.properties import (
    FINDINGS,
    HAS,
    SELECTS,
    SHAPES,
    ImpossibleSituation,
    OnPurpose,
    Property,
    Selector,
)
from samvern.law.reading.reader import Reader


def read_property(reader: Reader) -> Property:
    """One property; it must have exactly one shape."""
    id = reader.id()
    reader.label = id or reader.label
    found = [shape for shape in SHAPES if shape in reader]
    if len(found) != 1:
        reader.wrong("", f"needs exactly one of {', '.join(SHAPES)}")
    shape = found[0] if found else ""
    body, of = _body(reader, shape)
    property = Property(
        id=id,
        name=reader.text("name"),
        shape=shape,
        body=body,
        of=of,
        select=_select(reader, shape) if shape in ("every", "not_own") else {},
        has=_has(reader, shape),
        given=_written(reader, "given"),
        for_each=_for_each(reader),
        file=reader.home.file,
        line=reader.home.lines.get("id", reader.home.line),
    )
    reader.used.update(SHAPES)
    reader.finish()
    return property


def read_on_purpose(reader: Reader) -> OnPurpose:
    """Findings that are meant to be so."""
    found = OnPurpose(
        finding=reader.word("finding", FINDINGS, required=True),
        of=reader.words("of"),
        reason=reader.text("reason"),
        file=reader.home.file,
        line=reader.home.line,
    )
    reader.finish()
    return found


def read_impossible(reader: Reader) -> ImpossibleSituation:
    """A situation nobody can be in."""
    when = _written(reader, "when")
    if not when:
        reader.wrong("when", "is missing")
    found = ImpossibleSituation(when, reader.text("reason"), reader.home.file, reader.home.line)
    reader.finish()
    return found


def excluded(rules: Mapping[str, Rule]) -> dict[str, Property]:
    """The properties that rules declare themselves, with ``excludes: [other]``."""
    found: dict[str, Property] = {}
    for rule in rules.values():
        for other in rule.excludes:
            id = f"{rule.id}--{other}"
            name = {lang: translated(_NEVER, lang).format(text) for lang, text in rule.name.items()}
            found[id] = Property(
                id, name, "excludes", (rule.id, other), file=rule.file, line=rule.line
            )
    return found


_NEVER = gettext_noop("“{}” never stands with what it excludes")


def _body(reader: Reader, shape: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if shape in ("never", "always"):
        return (_written(reader, shape),), ()
    if shape == "excludes":
        body = reader.words("excludes")
        if len(body) < 2:
            reader.wrong("excludes", "needs at least two that exclude each other")
        return body, ()
    if shape == "independent":
        child = reader.child("independent")
        rules, of = child.words("rules"), child.words("of")
        child.finish()
        if not rules or not of:
            reader.wrong("independent", "needs rules and what they are independent of")
        return rules, of
    return (), ()


def _has(reader: Reader, shape: str) -> tuple[str, ...]:
    has = reader.words("has", HAS)
    if (shape == "every") != bool(has):
        reader.wrong("has", f"goes with every: which of {', '.join(HAS)} each rule must have")
    return has


def _select(reader: Reader, key: str) -> Selector:
    child = reader.child(key)
    found = {}
    for field in child.data:
        if field in SELECTS:
            one = isinstance(child.raw(field), str)
            found[str(field)] = (child.word(field),) if one else child.words(field)
    child.used.update(SELECTS)
    child.finish()
    return found


def _for_each(reader: Reader) -> str | tuple[str, ...] | Selector:
    value = reader.raw("for_each")
    if isinstance(value, dict):
        return _select(reader, "for_each")
    return reader.words("for_each") if isinstance(value, list) else reader.word("for_each")


def _written(reader: Reader, key: str) -> str:
    value = reader.raw(key)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(reader.word(key).split())
