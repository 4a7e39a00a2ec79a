# SPDX-License-Identifier: EUPL-1.2
"""The answer in the order it is read: one arrangement for page, print, paper and JSON.

What to do comes first, then what may be told to whom, then what holds. Every item has a few words;
the page keeps its text behind them, the paper prints it where there is room (``told``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samvern.guide import labels
from samvern.guide.advice import AdvisedAction, ArrangedAnswer, Topic
from samvern.guide.conclusions import Conclusion
from samvern.guide.confidentiality import MAY, MUST, ReceiverGroup, SharingRule, lowered
from samvern.guide.contacts import Contact, contacts
from samvern.guide.time_limits import ShownTimeLimit
from samvern.law.localization import localized

NOW, NEVER, SHARING, LIMITS = "now", "not", "sharing", "limits"
DANGER = "danger"
MOST_OPEN = 5


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """One thing of the answer.

    ``line``: a few words beside the name, for all to read. ``mark``: how binding it is, in words,
    with ``answer`` as its code. ``text``: the whole, behind the name on the page.
    """

    name: str
    line: str = ""
    text: str = ""
    answer: str = ""
    mark: str = ""
    conditions: str = ""
    contacts: tuple[Contact, ...] = ()
    entry: Conclusion | None = None
    gates: tuple[SharingRule, ...] = ()
    limit: ShownTimeLimit | None = None
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class AnswerSection:
    """Items under a heading. ``told``: whether print and paper give the items' texts too."""

    id: str
    title: str
    items: tuple[AnswerItem, ...]
    intro: str = ""
    told: bool = False
    open: int = MOST_OPEN
    """So many items stand open on the page; the others are one press away."""


def sections(advice: ArrangedAnswer) -> list[AnswerSection]:
    """The answer's sections in order; those without items are left out."""
    found = [
        AnswerSection(NOW, _("Do this now"), _now(advice), told=True),
        AnswerSection(NEVER, _("Do not do this"), _never(advice), told=True, open=4),
        AnswerSection("alerts", _("Mind this"), _warnings(advice), told=True),
        AnswerSection(SHARING, _("What you may tell to whom"), _sharing(advice)),
        AnswerSection("today", _("Today"), _actions(advice.today), told=True),
        AnswerSection("then", _("Then"), _actions(advice.then), told=True, open=2),
        AnswerSection(
            LIMITS, _("Time limits"), tuple(map(_limit, advice.clocks)), told=True, open=3
        ),
        AnswerSection("rights", _("Rights today"), tuple(map(_topic, advice.rights))),
        AnswerSection("level", _("How strong the signs are"), _level(advice)),
        AnswerSection(
            "offences",
            _("Offences this may touch"),
            tuple(_entry(entry) for entry in advice.offences),
            intro=_offences_intro(advice),
        ),
        AnswerSection(
            "notes", _("Worth knowing"), tuple(map(_entry, advice.notes)), told=True, open=1
        ),
        AnswerSection("sources", _("Sources"), tuple(_sources(advice))),
    ]
    return [section for section in found if section.items]


def first(advice: ArrangedAnswer) -> list[AnswerItem]:
    """What nobody may overlook, above all: dangers, and time limits that may end within days."""
    dangers = [_entry(alert) for alert in _alerts(advice) if alert.severity == DANGER]
    return [*dangers, *(_limit(limit) for limit in advice.urgent)]


def _warnings(advice: ArrangedAnswer) -> tuple[AnswerItem, ...]:
    return tuple(_entry(alert) for alert in _alerts(advice) if alert.severity != DANGER)


def _alerts(advice: ArrangedAnswer) -> list[Conclusion]:
    """Those that do not say again what is to be done now, or what stands beside the offences."""
    said = {action.entry.name for action in advice.now}
    said.update(alert.name for alert in advice.beside_offences)
    return [alert for alert in advice.alerts if alert.name not in said]


def _now(advice: ArrangedAnswer) -> tuple[AnswerItem, ...]:
    actions = _actions(advice.now)
    return (_advice(advice), *actions) if advice.ask_advice else actions


def _advice(advice: ArrangedAnswer) -> AnswerItem:
    """What anybody can do who does not know what to do."""
    text = _(
        "You need not be sure. Tell what you have seen without saying whom it is about, and ask "
        "what you can do. If somebody is in danger now, call the emergency number first."
    )
    return AnswerItem(_("Call and ask for advice"), text=text, contacts=tuple(advice.calls))


def _never(advice: ArrangedAnswer) -> tuple[AnswerItem, ...]:
    """What not to do. Never nothing: one can alert whoever is behind it before seeing a sign."""
    return _actions(advice.never) or (_caution(),)


def _caution() -> AnswerItem:
    text = _(
        "Do not let them notice what you see. Do not contact the family or the embassy unless the "
        "person has agreed: somebody there may be behind it, or be threatened."
    )
    return AnswerItem(_("Do not alert anybody who may be behind it"), text=text)


def _entry(entry: Conclusion) -> AnswerItem:
    return AnswerItem(entry.name, text=entry.text, entry=entry)


def _actions(actions: Iterable[AdvisedAction]) -> tuple[AnswerItem, ...]:
    return tuple(map(_action, actions))


def _action(action: AdvisedAction) -> AnswerItem:
    entry = action.entry
    mark, consent = labels.strength_name(entry.strength), labels.consent_name(entry.consent)
    return AnswerItem(
        entry.name,
        text=entry.text,
        conditions=" ".join(f"{part}." for part in (mark, consent) if part),
        contacts=tuple(action.contacts),
        entry=entry,
    )


def _sharing(advice: ArrangedAnswer) -> tuple[AnswerItem, ...]:
    rows = tuple(map(_row, advice.receivers))
    if not advice.no_names:
        return rows
    musts = sum(row.answer == MUST for row in rows)
    return (*rows[:musts], _without_names(advice.no_names), *rows[musts:])


def _row(row: ReceiverGroup) -> AnswerItem:
    mark = labels.sharing_name(row.answer)
    return AnswerItem(row.names, row.line, answer=row.answer, mark=mark, gates=tuple(row.gates))


def _without_names(entries: list[Conclusion]) -> AnswerItem:
    found = (c for e in entries for c in contacts(e.actors, e.language))
    advisers = {c.name: c for c in found}
    return AnswerItem(
        _("Advisers, without saying whom it is about"),
        ", ".join(advisers) or lowered(localized(entries[0].data, entries[0].language)),
        answer=MAY,
        mark=labels.sharing_name(MAY),
        contacts=tuple(advisers.values()),
        gates=tuple(SharingRule(MAY, entry) for entry in entries),
    )


def _limit(limit: ShownTimeLimit) -> AnswerItem:
    name = f"{limit.headline}: {limit.entry.name}"
    return AnswerItem(name, limit.note, limit.entry.text, entry=limit.entry, limit=limit)


def _topic(topic: Topic) -> AnswerItem:
    held = "; ".join(right.name for right in topic.yes)
    return AnswerItem(topic.name, held, counted(topic), topic=topic)


def counted(topic: Topic) -> str:
    """How many rights of a topic hold, and how many may, in words."""
    yes, unknown = len(topic.yes), len(topic.unknown)
    told = [ngettext("%(n)s holds", "%(n)s hold", yes) % {"n": yes}] if yes else []
    if unknown:
        told.append(ngettext("%(n)s may hold", "%(n)s may hold", unknown) % {"n": unknown})
    return ", ".join(told) or _("None holds now")


def _level(advice: ArrangedAnswer) -> tuple[AnswerItem, ...]:
    """How strong the signs are; nothing is said of them to somebody who has not answered."""
    if advice.nothing_said:
        return ()
    elements = "; ".join(
        f"{labels.element_name(element.id)}: {labels.value_name(element.value)}"
        + (f" ({element.known_by})" if element.known_by else "")
        for element in advice.elements
    )
    return (AnswerItem(labels.level_name(advice.level), labels.level_text(advice.level), elements),)


def _offences_intro(advice: ArrangedAnswer) -> str:
    told = [_("What you have answered touches these. It does not say that anyone is guilty.")]
    told += [f"{alert.name}. {alert.text}" for alert in advice.beside_offences]
    return " ".join(told)


def _sources(advice: ArrangedAnswer) -> Iterable[AnswerItem]:
    """The provisions, those confirmed first, each with how sure it is."""
    by_confidence: dict[str, list[Any]] = {}
    for provision, confidence in advice.sources:
        by_confidence.setdefault(confidence, []).append(provision)
    for confidence in labels.CONFIDENCES:
        if found := by_confidence.get(confidence):
            told = "; ".join(f"{provision.name} {provision.at}" for provision in found)
            yield AnswerItem(labels.confidence_name(confidence), told)
