# SPDX-License-Identifier: EUPL-1.2
"""The law's answer, arranged for somebody who has to act on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from samvern.guide.conclusions import Conclusion, of_kind, provisions_of
from samvern.guide.confidentiality import (
    ReceiverAnswer,
    ReceiverGroup,
    answers_by_receiver,
    receiver_groups,
    without_names,
)
from samvern.guide.contacts import Contact, advisers, contacts, emergency
from samvern.guide.explanation_html import reasons
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.provisions import Provision
from samvern.guide.time_limits import ShownTimeLimit, shown_time_limits
from samvern.guide.topics import topic_name
from samvern.guide.values import Answers
from samvern.law import Result, Truth
from samvern.law.known_by import known_by
from samvern.law.localization import localized
from samvern.law.model import ELEMENTS, LEVELS

URGENCIES = ("now", "today", "soon", "later", "")
SEVERITIES = ("danger", "warning", "info")
FIRST_ACTIONS = 3
MOST_CALLS = 3


@dataclass(frozen=True, slots=True)
class AdvisedAction:
    """Something to do: a duty or a referral, and whom to call for it."""

    entry: Conclusion
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One of the four legal elements, and the facts that settle it."""

    id: str
    value: str
    why: str
    """The first of the facts that settle it, in one line."""
    known_by: str
    """How somebody said that it is known, in words; it weighs nothing."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The rights of one topic, by answer."""

    id: str
    name: str
    yes: list[Conclusion] = field(default_factory=list)
    unknown: list[Conclusion] = field(default_factory=list)
    no: list[Conclusion] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ArrangedAnswer:
    """The answer page, top to bottom."""

    alerts: list[Conclusion]
    notes: list[Conclusion]
    calls: list[Contact]
    now: list[AdvisedAction]
    today: list[AdvisedAction]
    then: list[AdvisedAction]
    never: list[AdvisedAction]
    maybe: list[Conclusion]
    level: str
    elements: list[Element]
    signs: list[Conclusion]
    offences: list[Conclusion]
    beside_offences: list[Conclusion]
    rights: list[Topic]
    told: list[ReceiverAnswer]
    receivers: list[ReceiverGroup]
    no_names: list[Conclusion]
    clocks: list[ShownTimeLimit]
    urgent: list[ShownTimeLimit]
    open: bool
    """Whether a further answer would settle anything more."""
    sources: list[tuple[Provision, str]]
    pack: dict[str, Any]
    asked_on: date
    read_on: date | None
    """The day the pack's law was read."""
    nothing_said: bool
    ask_advice: bool
    """Nothing has to be done at once, or there are no signs: calling for advice is what to do."""


def advise(answers: Answers, language: str, today: date) -> ArrangedAnswer:
    """What to do and what holds, for one visitor's answers on one day.

    Raises:
        InputError: answers that contradict each other.
    """
    return arrange(loaded_pack().assess(answers, today), language)


def arrange(result: Result, language: str) -> ArrangedAnswer:
    """A result of the law, arranged."""
    duties = _actions(result, language)
    never = [action for action in duties if action.entry.strength == "must_not"]
    doing = [action for action in duties if action.entry.strength != "must_not"]
    at_once = [action for action in doing if action.entry.urgency == "now"]
    now = at_once or doing[:FIRST_ACTIONS]
    soon = [a for a in doing if a not in now and a.entry.urgency in ("now", "today")]
    alerts = sorted(of_kind(result, "alert", language, Truth.YES), key=_severity)
    rights = of_kind(result, "right", language, *Truth)
    offences = of_kind(result, "offence", language, Truth.YES)
    sharing = of_kind(result, "sharing", language, Truth.YES)
    told = answers_by_receiver(result, language)
    maybe = _maybe(result, language)
    nothing_said = not result.situation.given
    clocks = shown_time_limits(result, language)
    held = [right for right in rights if right.truth is Truth.YES]
    dated = [clock.entry for clock in clocks]
    shown = [*(action.entry for action in duties), *held, *offences, *sharing, *dated]
    return ArrangedAnswer(
        alerts=[alert for alert in alerts if alert.severity != "info"],
        notes=[alert for alert in alerts if alert.severity == "info"],
        calls=_calls([*now, *soon], language, nothing_said),
        now=now,
        today=soon,
        then=[action for action in doing if action not in now and action not in soon],
        never=never,
        maybe=maybe,
        level=result.level,
        elements=_elements(result, language),
        signs=of_kind(result, "indicator", language, Truth.YES),
        offences=offences,
        beside_offences=[alert for alert in alerts if offences and alert.beside],
        rights=_topics(rights),
        told=told,
        receivers=receiver_groups(told),
        no_names=without_names(result, language),
        clocks=clocks,
        urgent=[clock for clock in clocks if clock.soon],
        open=any(right.truth is Truth.UNKNOWN for right in rights) or bool(maybe),
        sources=_sources(shown),
        pack=result.pack.stamp(result.dates),
        asked_on=date.fromordinal(int(result.situation.spans["asked_on"][0])),
        read_on=result.ruleset.law_read_on,
        nothing_said=nothing_said,
        ask_advice=not at_once or result.level == LEVELS[0],
    )


def _actions(result: Result, language: str) -> list[AdvisedAction]:
    entries = [
        *of_kind(result, "duty", language, Truth.YES),
        *of_kind(result, "referral", language, Truth.YES),
    ]
    entries.sort(key=lambda entry: (URGENCIES.index(entry.urgency), entry.rule.order))
    return [AdvisedAction(entry, contacts(entry.actors, language)) for entry in entries]


def _calls(actions: Iterable[AdvisedAction], language: str, nothing_said: bool) -> list[Contact]:
    """Whom to phone, first those the first actions name; each once. Never nobody."""
    if nothing_said:
        named = [*emergency(language), *advisers(language)]
        return list({c.tel: c for c in named}.values())
    found = {c.tel: c for action in actions for c in action.contacts if c.tel}
    return list(found.values())[:MOST_CALLS] or advisers(language)


def _maybe(result: Result, language: str) -> list[Conclusion]:
    return [
        *of_kind(result, "duty", language, Truth.UNKNOWN),
        *of_kind(result, "referral", language, Truth.UNKNOWN),
    ]


def _severity(alert: Conclusion) -> int:
    return SEVERITIES.index(alert.severity or "info")


def _elements(result: Result, language: str) -> list[Element]:
    values = result.elements
    return [
        Element(
            id,
            values[id].value,
            reasons(Conclusion(result, result.ruleset.rules[id], language)),
            ", ".join(localized(option.label, language) for option in known_by(result, id)),
        )
        for id in ELEMENTS
        if id in values
    ]


def _topics(rights: Iterable[Conclusion]) -> list[Topic]:
    topics: dict[str, Topic] = {}
    for right in rights:
        id = str(right.rule.extra.get("topic", ""))
        topic = topics.get(id)
        if topic is None:
            topic = topics[id] = Topic(id, topic_name(id))
        getattr(topic, right.value).append(right)
    return sorted(topics.values(), key=lambda topic: not topic.yes)


def _sources(conclusions: Iterable[Conclusion]) -> list[tuple[Provision, str]]:
    found: dict[Provision, str] = {}
    for conclusion in conclusions:
        for source in provisions_of(conclusion.version, conclusion.language):
            found.setdefault(source, conclusion.confidence)
    return sorted(found.items(), key=lambda item: item[0].place)
