# SPDX-License-Identifier: EUPL-1.2
"""A Result as JSON-ready data in one language.

Its shape is the contract of ``assess`` and the API. Texts and changes are there when asked for:
with all of them an answer is ten times as large, and a program knows the texts already.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from math import inf
from typing import Any

from samvern.law import own_tasks
from samvern.law.brief_result import (
    CHANGES,
    TEXTS,
    brief_entry,
    brief_questions,
    why_or_missing,
    without_words,
)
from samvern.law.citations import localized_place
from samvern.law.dates import Duration, shift
from samvern.law.fact_labels import known_in_words
from samvern.law.known_by import known_by
from samvern.law.localization import localized
from samvern.law.model import Rule, Source, Version
from samvern.law.result import Result
from samvern.law.short_reasons import MOST_FACTS
from samvern.law.time_limits import TimeLimit, advice, headline, time_limits
from samvern.law.truth import Truth

_LISTS = {
    "offences": "offence", "indicators": "indicator", "dimensions": "dimension", "rights": "right",
    "duties": "duty", "sharing": "sharing", "referrals": "referral", "clocks": "clock",
    "alerts": "alert",
}  # fmt: skip
_KINDS = ("level", "offence_element", *_LISTS.values())
_PLAIN_EXTRAS = ("topic", "strength", "to", "consent", "severity", "weight", "forms", "beside")


def serialize_result(
    result: Result, lang: str, include: tuple[str, ...] = (), most: int | None = None
) -> dict[str, Any]:
    """Everything ``result`` concludes, with its explanation; ``include`` names parts of ``PARTS``.

    What was asked for is told in ``include``, and ``most`` in ``most_told``, so that a stored
    result is replayed in its own shape. Nothing said of ``most``: five without texts, all with.
    """
    if most is None:
        most = 0 if TEXTS in include else MOST_FACTS
    speaker = _Serializer(result, lang, include, most)
    found: dict[str, Any] = {
        "level": result.level,
        "levels": [speaker.entry(rule) for rule in result.of_kind("level")],
        "elements": speaker.elements(),
    }
    for name, kind in _LISTS.items():
        found[name] = speaker.entries(kind)
    found["next_questions"] = speaker.questions()
    if TEXTS in include:
        found["sources"] = speaker.all_sources()
    found["facts"] = result.situation.given
    found["include"] = list(include)
    if most:
        found["most_told"] = most
    found["pack"] = result.pack.stamp(result.dates)
    return found


class _Serializer:
    def __init__(self, result: Result, lang: str, include: tuple[str, ...], most: int) -> None:
        self.result, self.lang, self.ruleset, self.most = result, lang, result.ruleset, most
        self.texts, self.changes = TEXTS in include, CHANGES in include
        self.cited: dict[Source, str] = {}
        if self.changes:
            rules = [rule for kind in _KINDS for rule in self.listed(kind)]
            result.try_changes(r.id for r in rules if not self.made_today(r.id))

    def listed(self, kind: str) -> list[Rule]:
        """The rules of a kind in their order;
        of indicators and alerts only those that are there.
        """
        rules = self.result.pack.in_order.get(kind, [])
        if kind in ("indicator", "alert"):
            return [rule for rule in rules if self.result.value(rule.id) is Truth.YES]
        return rules

    def entries(self, kind: str) -> list[dict[str, Any]]:
        """The conclusions of a kind."""
        return [self.entry(rule) for rule in self.listed(kind)]

    def entry(self, rule: Rule) -> dict[str, Any]:
        """One conclusion and why, as much of it as was asked for."""
        found = self.whole(rule) if self.texts else brief_entry(self.result, rule, self.most)
        if not self.texts and rule.kind == "clock" and self.result.value(rule.id) is not Truth.NO:
            found |= without_words(self.clock(rule))
        if self.changes:
            found["would_change"] = list(self.turns(rule.id))
        return found

    def made_today(self, id: str) -> bool:
        """Whether what would turn a conclusion is made already, in this language."""
        return ("turns", id, self.lang) in (self.result.short_reasons.general(id) or {})

    def turns(self, id: str) -> list[dict[str, Any]]:
        """What would turn a conclusion; made once a day for one nothing told has to do with."""
        kept = self.result.short_reasons.general(id)
        if kept is None:
            return self.result.would_change(id, self.lang)
        key = ("turns", id, self.lang)
        if key not in kept:
            kept[key] = self.result.would_change(id, self.lang)
        found: list[dict[str, Any]] = kept[key]
        return found

    def whole(self, rule: Rule) -> dict[str, Any]:
        """One conclusion with its texts and provisions."""
        result, lang = self.result, self.lang
        value, version = result.value(rule.id), result.version(rule)
        text = own_tasks.text_of(result, rule)
        if value is not Truth.NO:
            self.cited.update(dict.fromkeys(version.sources, version.confidence))
        found: dict[str, Any] = {
            "id": rule.id,
            "kind": rule.kind,
            "value": value.value,
            "name": localized(own_tasks.name_of(result, rule), lang),
            "text": localized(text, lang) if text else "",
            "actors": list(own_tasks.actors_of(result, rule)),
            **self.grounds(rule.id),
            **self.as_written(rule, version),
        }
        return found | self._special(rule)

    def as_written(self, rule: Rule, version: Version) -> dict[str, Any]:
        """What the pack says of a rule to everybody: made once in each language."""
        said, key = self.result.pack.said, (self.lang, rule.id, version.start)
        if key not in said:
            said[key] = {
                "plain": localized(rule.plain, self.lang) if rule.plain else "",
                "order": rule.order,
                "urgency": rule.urgency,
                "fulfils": list(rule.fulfils),
                "in_force": _window(version),
                "sources": [self.source(source) for source in version.sources],
                "confidence": version.confidence,
                **{k: _listed(rule.extra[k]) for k in _PLAIN_EXTRAS if k in rule.extra},
            }
        found: dict[str, Any] = said[key]
        return found

    def _special(self, rule: Rule) -> dict[str, Any]:
        if rule.kind == "clock":
            return self.clock(rule)
        if rule.kind == "offence":
            return {"max_years": rule.extra["max_years"]}
        if rule.kind == "sharing":
            data = rule.extra["data"]
            return {"data": localized(data, self.lang) if isinstance(data, dict) else ""}
        return {"level": rule.extra["level"]} if rule.kind == "level" else {}

    def grounds(self, id: str) -> dict[str, Any]:
        """Why it is as it is or what it waits for: the first ``most`` of each, or all."""
        result, most = self.result, self.most
        if not most:
            why, missing = self.known(result.why(id)), result.missing(id)
            return {"why": why, "rests_on": result.rests_on(id), "missing": missing}
        told = why_or_missing(result, id, most)
        rests_on = result.rests_on(id, most)
        found = {
            "why": self.known(told.pop("why", [])),
            "rests_on": rests_on,
            "missing": told.pop("missing", []),
        }
        return {**found, **told}

    def known(self, facts: list[str]) -> list[dict[str, str]]:
        """Facts with what is known about them, in words."""
        return known_in_words(self.ruleset, self.result.situation, facts, self.lang)

    def elements(self) -> dict[str, Any]:
        """Conduct, means, purpose and minor, each with its facts and parts."""
        found = {}
        for id, value in self.result.elements.items():
            parts = [r for r in self.result.of_kind("offence_element") if r.extra["element"] == id]
            told = self._element(id) if self.texts else why_or_missing(self.result, id, self.most)
            entries = [self.entry(part) for part in parts if part.id != id]
            ways = known_by(self.result, id)
            found[id] = {"value": value.value, **told, "known_by": [o.id for o in ways]}
            if self.texts:
                found[id]["known_by_words"] = [
                    localized(option.label, self.lang) for option in ways
                ]
            found[id]["parts"] = entries
        return found

    def _element(self, id: str) -> dict[str, Any]:
        rule, grounds = self.ruleset.rules[id], self.grounds(id)
        return {
            "name": localized(rule.name, self.lang),
            "facts": grounds["why"],
            "missing": grounds["missing"],
            "sources": [self.source(s) for s in self.result.version(rule).sources],
        }

    def clock(self, rule: Rule) -> dict[str, Any]:
        """A clock's dates, state and reminders, and what to say of it while it may run."""
        times, limit = self.result.clock(rule.id), self.limits.get(rule.id)
        dated = limit is not None and limit.days_left is not None
        return {
            "start": _days(times.start),
            "end": _days(times.end),
            "earliest_end": limit.end_on.isoformat() if limit and limit.end_on else None,
            "state": times.state,
            "days_left": limit.days_left if limit else None,
            "warnings": _warnings(rule, times.earliest) if dated else [],
            "shown": limit is not None,
            "counts": limit is not None and limit.counts,
            "group": rule.extra.get("group", ""),
            "mark": limit.mark if limit else "",
            "headline": headline(limit, self.lang) if limit else "",
            "advice": advice(limit, self.result, self.lang) if limit else "",
            "asks": list(limit.asks) if limit else [],
        }

    @cached_property
    def limits(self) -> dict[str, TimeLimit]:
        """The time limits a reader must see."""
        return {limit.rule.id: limit for limit in time_limits(self.result)}

    def questions(self) -> list[dict[str, Any]]:
        """Open questions, the most telling first;
        ``settles`` weighs what each alone would settle.
        """
        if not self.texts:
            return brief_questions(self.result)
        found = []
        for name, settles in self.result.next_questions:
            fact = self.ruleset.facts[name]
            label, question = localized(fact.label, self.lang), localized(fact.question, self.lang)
            found.append({"fact": name, "label": label, "question": question, "settles": settles})
        return found

    def source(self, source: Source) -> dict[str, str]:
        """A provision with the law's name and address."""
        law = self.ruleset.instruments[source.law]
        name = localized(law.name, self.lang)
        return {
            "law": source.law,
            "name": name,
            "at": localized_place(source.at, self.lang),
            "url": source.url or section_url(law.url, source.at),
        }

    def all_sources(self) -> list[dict[str, str]]:
        """Every provision that a yes or an open answer rests on."""
        cited = sorted(self.cited.items(), key=lambda item: (item[0].law, item[0].at))
        return [self.source(source) | {"confidence": confidence} for source, confidence in cited]


def section_url(url: str, at: str) -> str:
    """The address of a section at Lovdata (``…/§8-3``); other addresses as they are."""
    if "lovdata.no" not in url or not at.startswith("§ "):
        return url
    number = at.removeprefix("§ ").split()
    letter = number[1] if len(number) > 1 and len(number[1]) == 1 and number[1].isalpha() else ""
    return f"{url}/§{number[0].rstrip(',;')}{letter}"


def _listed(value: object) -> object:
    """As JSON has it, so that a stored result equals its replay."""
    return list(value) if isinstance(value, tuple) else value


def _window(version: Version) -> dict[str, str | None]:
    start = None if version.start.year == 1900 else version.start.isoformat()
    return {"from": start, "until": version.end.isoformat() if version.end else None}


def _days(span: tuple[float, float]) -> str | dict[str, str] | None:
    """An exact day, the bounds that are known, or None."""
    low, high = span
    if low == high:
        return date.fromordinal(int(low)).isoformat()
    ends = {"min": low, "max": high}
    known_ends = {k: date.fromordinal(int(v)).isoformat() for k, v in ends.items() if abs(v) != inf}
    return known_ends or None


def _warnings(rule: Rule, end: float) -> list[str]:
    """The days on which to remind, earliest first."""
    day, found = date.fromordinal(int(end)), []
    warn = rule.extra["warn"]
    assert isinstance(warn, tuple)
    for text in warn:
        duration = Duration.parse(text)
        found.append(shift(day, duration, -1) if duration else day - timedelta(days=1))
    return [day.isoformat() for day in sorted(found)]
