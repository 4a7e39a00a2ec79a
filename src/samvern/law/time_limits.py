# SPDX-License-Identifier: EUPL-1.2
"""The time limits a reader must see: those that run, those that may run, those that have passed.

A limit whose condition or days are known in part is shown with the earliest end that is still
possible: who keeps that day is on time whatever the answers turn out to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from math import inf

from samvern.common.translations import gettext_noop
from samvern.law.clocks import ClockTimes
from samvern.law.localization import localized, localized_word, show_day, translated
from samvern.law.model import Rule
from samvern.law.result import Result
from samvern.law.truth import Truth

MOST_ASKED = 3
COUNSEL = "lawyer"
Day = Callable[[float, str], str]


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A clock to be shown.

    ``counts``: no limit of its group that may still be kept ends earlier.

    ``asks``: the facts that would settle whether it applies, or its days.
    """

    rule: Rule
    value: Truth
    times: ClockTimes
    asked: float
    counts: bool
    asks: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether it has ended, or may have."""
        return self.times.state == "expired" or -inf < self.times.earliest < self.asked

    @property
    def days_left(self) -> int | None:
        """Days to the earliest end; less than nothing when it may have passed."""
        earliest = self.times.earliest
        return None if -inf in (earliest, self.asked) else int(earliest - self.asked)

    @property
    def end_on(self) -> date | None:
        """The earliest day it can end on; None while any day is possible."""
        earliest = self.times.earliest
        return None if earliest == -inf else date.fromordinal(int(earliest))

    @property
    def mark(self) -> str:
        """What is to be said beside it; empty for one that applies and ends on a known day."""
        sure, times = self.value is Truth.YES, self.times
        if times.state == "expired":
            return "passed" if sure else "passed_if"
        if times.earliest == -inf:
            return "no_day"
        if self.passed:
            return "may_have_passed"
        return "unless" if not sure else "" if times.exact else "earliest_day"


def time_limits(result: Result) -> list[TimeLimit]:
    """Every clock that applies, and every one that may while something is known of its days.

    The earliest first, then those without a day, then those that are over.
    """
    found = [(rule, result.value(rule.id)) for rule in result.of_kind("clock")]
    timed = [(rule, value, result.clock(rule.id)) for rule, value in found if value is not Truth.NO]
    seen = [entry for entry in timed if entry[1] is Truth.YES or _bounded(entry[2])]
    first = _first_of_groups(seen)
    asked = result.situation.spans["asked_on"][0]
    listed = [
        TimeLimit(
            rule, value, times, asked, first[_group(rule)] == rule.id, _asks(result, rule, value)
        )
        for rule, value, times in seen
    ]
    return sorted(listed, key=_soonest)


def _bounded(times: ClockTimes) -> bool:
    return times.told and (times.end[0] != -inf or times.end[1] != inf)


def _soonest(limit: TimeLimit) -> tuple[bool, float, int, str]:
    return (*_rank(limit.rule, limit.times), limit.rule.id)


def _group(rule: Rule) -> str:
    return str(rule.extra.get("group") or rule.id)


def _first_of_groups(seen: Iterable[tuple[Rule, Truth, ClockTimes]]) -> dict[str, str]:
    """The clock of each group that ends first; one that is over only when all of them are."""
    first: dict[str, str] = {}
    for rule, _, _ in sorted(seen, key=lambda entry: _rank(entry[0], entry[2])):
        first.setdefault(_group(rule), rule.id)
    return first


def _rank(rule: Rule, times: ClockTimes) -> tuple[bool, float, int]:
    earliest = inf if times.earliest == -inf else times.earliest
    return times.state == "expired", earliest, rule.order


def _asks(result: Result, rule: Rule, value: Truth) -> tuple[str, ...]:
    """What it waits for: what nobody has answered yet, else what is known in part."""
    if value is not Truth.UNKNOWN:
        return tuple(result.clocks.waits(rule.id))
    waits = result.missing(rule.id)
    fresh = [name for name in waits if name.partition(".")[0] not in result.situation.given]
    return tuple(fresh or waits or result.clocks.waits(rule.id))


def headline(limit: TimeLimit, lang: str, day: Day = show_day) -> str:
    """The day, and whether it is certain: ``Senest 2.12.2026``."""
    times, mark = limit.times, limit.mark
    if mark == "no_day":
        return translated(_HEADS["no_day"], lang)
    if mark == "passed" and not times.exact:
        return translated(_HEADS["passed_by"], lang).format(day=day(times.end[1], lang))
    if mark == "passed_if" and times.earliest == -inf:
        return translated(_HEADS["passed_if_by"], lang).format(day=day(times.end[1], lang))
    return translated(_HEADS[mark], lang).format(day=day(times.earliest, lang))


def advice(limit: TimeLimit, result: Result, lang: str) -> str:
    """What the mark means for the reader, what can still be done, and whom to call."""
    parts = []
    if limit.mark in _NOTES:
        asks = questions_in_words(result, limit.asks, lang)
        note = _NOTES[limit.mark] if asks else _WITHOUT.get(limit.mark, "")
        parts.append(translated(note, lang).format(asks=asks) if note else "")
    if limit.passed:
        after = limit.rule.extra.get("after")
        parts.append(localized(after, lang) if isinstance(after, dict) else "")
    over = limit.times.state == "expired"  # then `after` says whom to call
    parts.append(_call(limit, result, lang) if limit.mark and not over else "")
    return " ".join(part for part in parts if part)


def questions_in_words(result: Result, facts: Iterable[str], lang: str) -> str:
    """The questions in words, each once, the first few."""
    heads = dict.fromkeys(name.partition(".")[0] for name in facts)
    known = result.ruleset.facts
    event = translated(_EVENT, lang)
    labels = [localized(known[id].label, lang) if id in known else event for id in heads]
    quoted = [translated(_QUOTED, lang).format(text=label) for label in labels[:MOST_ASKED]]
    return f" {localized_word('or', lang)} ".join(quoted)


def _call(limit: TimeLimit, result: Result, lang: str) -> str:
    """Counsel where the rule names a lawyer, else the first it names; nobody calls herself."""
    reader = result.situation.given.get("profession")
    actors = [id for id in limit.rule.actors if id in result.ruleset.actors and id != reader]
    if COUNSEL in actors:
        return translated(_COUNSEL, lang)
    if not actors:
        return ""
    actor = result.ruleset.actors[actors[0]]
    name = f"{localized(actor.name, lang)} {actor.phone}".strip()
    return translated(_CALL, lang).format(name=name)


_QUOTED = gettext_noop("“{text}”")
_EVENT = gettext_noop("When it happened")
_COUNSEL = gettext_noop("Call a lawyer today.")
_CALL = gettext_noop("Call today: {name}.")
_DAY = "{day}"
_LATEST = gettext_noop("At the latest {day}")
_MAY_BE_OVER = gettext_noop("May have passed on {day}")
_HEADS = {
    "": _DAY,
    "unless": _LATEST,
    "earliest_day": _LATEST,
    "passed": gettext_noop("Passed on {day}"),
    "passed_by": gettext_noop("Passed no later than {day}"),
    "passed_if": _MAY_BE_OVER,
    "passed_if_by": gettext_noop("May have passed no later than {day}"),
    "may_have_passed": _MAY_BE_OVER,
    "no_day": gettext_noop("The day is not known"),
}
_NOTES = {
    "unless": gettext_noop("Keep to this day, unless the answer to {asks} shows otherwise."),
    "earliest_day": gettext_noop(
        "Keep to this day, unless the answer to {asks} gives a later one. It is the earliest "
        "possible."
    ),
    "passed_if": gettext_noop(
        "Whether the limit applies depends on the answer to {asks}. If it does, it is over."
    ),
    "may_have_passed": gettext_noop(
        "Find out today: {asks}. It decides whether the limit is over."
    ),
    "no_day": gettext_noop("Find out today: {asks}. The limit may end soon or be over."),
}
_WITHOUT = {
    "earliest_day": gettext_noop("It is the earliest day that is possible."),
}
