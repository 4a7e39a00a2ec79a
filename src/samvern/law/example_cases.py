# SPDX-License-Identifier: EUPL-1.2
"""Running a pack's example cases, and saying in words what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from samvern.law.errors import InputError, PackProblem
from samvern.law.fact_labels import known_in_words
from samvern.law.localization import localized
from samvern.law.model import LEVELS, ExampleCase
from samvern.law.pack import Pack
from samvern.law.result import Result
from samvern.law.situation import canonical
from samvern.law.time_limits import TimeLimit, time_limits
from samvern.law.truth import Truth

_VALUES = {"yes": Truth.YES, "no": Truth.NO, "unknown": Truth.UNKNOWN}
_EXPECTATIONS = (*_VALUES, "level", "clocks")


def run_case(pack: Pack, case: ExampleCase) -> list[PackProblem]:
    """Everything in which ``case`` does not come out as expected."""
    try:
        result = assess_case(pack, case)
    except InputError as error:
        return [_problem(case, str(error))]
    return [_problem(case, message) for message in _misses(pack, case, result)]


def assess_case(pack: Pack, case: ExampleCase, asked_on: date | None = None) -> Result:
    """The result for a case, on its own day or another."""
    return pack.assess(case.facts, asked_on=asked_on or case.asked_on, event_on=case.event_on)


def check_cases(pack: Pack) -> list[PackProblem]:
    """Every broken expectation, double id, contrast that is none, and clock that leaves off."""
    by_id: dict[str, ExampleCase] = {}
    problems = list(_silent_clocks(pack))
    for case in pack.ruleset.cases:
        if case.id in by_id:
            problems.append(_problem(case, "there is another case with this id"))
        by_id[case.id] = case
        problems += run_case(pack, case)
    for case in pack.ruleset.cases:
        problems += _contrast_problems(case, by_id)
    return problems


def _silent_clocks(pack: Pack) -> Iterator[PackProblem]:
    """Clocks that do not say what can still be done once the time is out."""
    for rule in pack.rules_by_kind.get("clock", ()):
        if not rule.extra.get("after"):
            message = "after: is missing; say what can still be done once the time is out"
            yield PackProblem(rule.file, rule.line, rule.id, message)


def _misses(pack: Pack, case: ExampleCase, result: Result) -> Iterator[str]:
    for key, expected in case.expect.items():
        if key not in _EXPECTATIONS:
            yield f"expect: {key} is not one of {', '.join(_EXPECTATIONS)}"
        elif key == "level":
            yield from _level_misses(expected, result)
        elif key == "clocks":
            yield from _clock_misses(expected, result)
        else:
            yield from _value_misses(pack, key, expected, result)
    if not case.expect:
        yield "expects nothing"


def _level_misses(expected: object, result: Result) -> Iterator[str]:
    if expected not in LEVELS:
        yield f"level: {expected} is not one of {', '.join(LEVELS)}"
    elif result.level != expected:
        yield f"level: expected {expected}, is {result.level}"


def _value_misses(pack: Pack, key: str, expected: object, result: Result) -> Iterator[str]:
    for id in map(str, expected if isinstance(expected, list) else [expected]):
        if id not in pack.ruleset.rules:
            yield f"{key}: {id} is not a rule"
        elif result.value(id) is not _VALUES[key]:
            reasons = known_in_words(pack.ruleset, result.situation, result.why(id), "en")
            why = "; ".join(f"{entry['label']}: {entry['value']}" for entry in reasons)
            because = f" because {why}" if why else ""
            open_ = f" (open: {', '.join(result.missing(id)[:6])})" if result.missing(id) else ""
            yield f"{id}: expected {key}, is {result.value(id).value}{because}{open_}"


def _clock_misses(expected: object, result: Result) -> Iterator[str]:
    seen = {limit.rule.id: limit for limit in time_limits(result)}
    for id, times in expected.items() if isinstance(expected, Mapping) else ():
        if id not in result.program.clocks:
            yield f"clocks: {id} is not a clock"
            continue
        found = _clock_found(result, id, seen.get(id))
        for key, value in times.items():
            if canonical(value) != found.get(key):
                yield f"{id}.{key}: expected {canonical(value)}, is {found.get(key)}"


def _clock_found(result: Result, id: str, limit: TimeLimit | None) -> dict[str, object]:
    clock = result.clock(id)
    return {
        "start": _day(clock.start),
        "end": _day(clock.end),
        "state": clock.state,
        "earliest": limit.end_on.isoformat() if limit and limit.end_on else None,
        "mark": limit.mark if limit else None,
        "counts": bool(limit and limit.counts),
    }


def _day(span: tuple[float, float]) -> str | None:
    return date.fromordinal(int(span[0])).isoformat() if span[0] == span[1] else None


def _contrast_problems(case: ExampleCase, by_id: Mapping[str, ExampleCase]) -> list[PackProblem]:
    if not case.contrast:
        return []
    other = by_id.get(case.contrast)
    if other is None:
        return [_problem(case, f"contrast: there is no case {case.contrast}")]
    different = _differences(case, other)
    if len(different) == 1:
        return []
    return [
        _problem(case, f"contrast: differs from {other.id} in {', '.join(different) or 'nothing'}")
    ]


def _differences(case: ExampleCase, other: ExampleCase) -> list[str]:
    keys = dict.fromkeys([*case.facts, *other.facts])
    different = [k for k in keys if canonical(case.facts.get(k)) != canonical(other.facts.get(k))]
    dates = {
        "asked_on": (case.asked_on, other.asked_on),
        "event_on": (case.event_on, other.event_on),
    }
    return different + [name for name, (a, b) in dates.items() if canonical(a) != canonical(b)]


def _problem(case: ExampleCase, message: str) -> PackProblem:
    return PackProblem(case.file, case.line, case.id, message)


@dataclass(frozen=True, slots=True)
class ChangedConclusion:
    """A conclusion that differs between two answers:
    ``before`` and ``after`` are values in words.
    """

    id: str
    name: str
    before: str
    after: str


def changed_conclusions(before: Result, after: Result, lang: str) -> list[ChangedConclusion]:
    """Every conclusion that differs between two results for the same person, level first.

    A clock also differs when it ends on another day though it started on the same.
    """
    found = []
    if before.level != after.level:
        found.append(ChangedConclusion("level", "level", before.level, after.level))
    for id in dict.fromkeys([*before.program.rules, *after.program.rules]):
        values = _value_in_words(before, id), _value_in_words(after, id)
        if values[0] == values[1]:
            values = _ends_in_words(before, after, id)
        if values[0] != values[1]:
            rule = after.ruleset.rules.get(id) or before.ruleset.rules[id]
            found.append(ChangedConclusion(id, localized(rule.name, lang), *values))
    return found


def _value_in_words(result: Result, id: str) -> str:
    return result.value(id).value if id in result.program.rules else "absent"


def _ends_in_words(before: Result, after: Result, id: str) -> tuple[str, str]:
    if id not in before.program.clocks or before.value(id) is Truth.NO:
        return "", ""
    first, second = before.clock(id), after.clock(id)
    if first.start != second.start:
        return "", ""
    ends = (_day(clock.end) or "a day not known" for clock in (first, second))
    return f"ends {next(ends)}", f"ends {next(ends)}"
