# SPDX-License-Identifier: EUPL-1.2
"""Reading facts and parameters."""

from __future__ import annotations

import itertools

from samvern.law.dates import Duration
from samvern.law.expr import Expr
from samvern.law.model import ELEMENTS, FACT_TYPES, Fact, Option, Parameter, ParameterValue
from samvern.law.reading.reader import NOTHING, Reader
from samvern.law.self_help import OwnQuestion


def read_fact(reader: Reader, id: str) -> Fact:
    """One fact called ``id``."""
    type = reader.word("type", FACT_TYPES, required=True)
    label = reader.text("label")
    fact = Fact(
        id=id,
        type=type,
        label=label,
        question=reader.optional_text("question") or label,
        help=reader.optional_text("help"),
        options=_options(reader, type),
        unit=reader.word("unit"),
        min=reader.number("min", float("-inf")),
        max=reader.number("max", float("inf")),
        implied_by=_implied(reader),
        known_of=reader.word("known_of", ELEMENTS),
        you=_own(reader, type),
    )
    if fact.known_of and type != "set":
        reader.wrong("known_of", "belongs to a set")
    _check_implied(reader, fact)
    reader.finish()
    return fact


def _options(reader: Reader, type: str) -> tuple[Option, ...]:
    if type not in ("choice", "set"):
        return ()
    child = reader.child("options")
    options = tuple(Option(id, child.text(id)) for id in child.data)
    if not options:
        reader.wrong("options", "needs at least one option")
    if len(options) > 64:
        reader.wrong("options", "has more than 64 options; split the fact")
    return options


def _own(reader: Reader, type: str) -> OwnQuestion | None:
    """The question as it is put to the person herself, with every answer in her words."""
    reader.used.add("you")
    if "you" not in reader:
        return None
    child = reader.child("you")
    question, help = child.text("question"), child.optional_text("help")
    written = reader.child("options").data if type in ("choice", "set") else {}
    answers = child.child("options") if written else None
    options = {id: answers.text(id) for id in written} if answers else {}
    for part in (answers, child):
        if part:
            part.finish()
    return OwnQuestion(question, options, help)


def _implied(reader: Reader) -> tuple[tuple[str, Expr], ...]:
    if "implied_by" not in reader:
        reader.raw("implied_by")
        return ()
    child = reader.child("implied_by")
    pairs = ((option, child.expression(option)) for option in child.data)
    return tuple((option, found[0]) for option, found in pairs if found)


def _check_implied(reader: Reader, fact: Fact) -> None:
    answers = ("yes", "no") if fact.type == "yes_no" else tuple(o.id for o in fact.options)
    for option, _ in fact.implied_by:
        if fact.type not in ("choice", "yes_no") or option not in answers:
            reader.wrong("implied_by", f"{option} is not an answer to this question")


def read_parameter(reader: Reader, id: str) -> Parameter:
    """One dated parameter; its rows must be in order of date."""
    values = []
    for row in reader.children("values"):
        start = row.day("from", required=True)
        value = _value(row)
        sources, confidence = row.sources(), row.confidence()
        row.finish()
        if start and value is not None:
            values.append(ParameterValue(start, value, sources, confidence))
    if not values:
        reader.wrong("values", "needs at least one row")
    if any(a.start >= b.start for a, b in itertools.pairwise(values)):
        reader.wrong("values", "must be in order of date, each day once")
    name = reader.text("name", required=True) or NOTHING
    dated_by = reader.word("dated_by", ("question", "event"), default="question")
    reader.finish()
    return Parameter(id, name, dated_by, tuple(values))


def _value(row: Reader) -> float | Duration | None:
    value = row.raw("value", required=True)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    duration = Duration.parse(str(value))
    if duration is None:
        row.wrong("value", f"{value!r} is neither a number nor a duration such as 6 months")
    return duration
