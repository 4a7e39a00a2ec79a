# SPDX-License-Identifier: EUPL-1.2
"""What the reader may tell to whom: one answer for each receiver, from the pack's sharing rules.

Page, paper and JSON all take it from here. A rule that holds for anyone who can help (``to:
anyone``) never says yes for one receiver by itself; whether it is the right one is for the reader
to judge. What no rule opens is closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from samvern.guide.conclusions import Conclusion, OpenQuestion, of_kind, questions
from samvern.law import Result, Truth
from samvern.law.localization import localized
from samvern.law.model import Receiver, Rule, RuleSet

MUST, MAY, DEPENDS, MAY_NOT = "must", "may", "depends", "may_not"
ANSWERS = (MUST, MAY_NOT, MAY, DEPENDS)
"""In the order they are shown."""
ANYONE, PUBLIC = "anyone", "other_public_bodies"
BY_CONSENT, NO_NAMES = "consent", "no_names"
ANSWER, RULE = "answer", "rule"
Turn = tuple[str, str]
"""What something turns on: the person's yes, an answer or a rule, and its name."""
CHILD = "minor"
"""The element of being under 18, or treated so."""
MOST_NAMED, FEW = 2, 2
"""So many things an answer turns on are named; a rule that waits for more than a few, by name."""


@dataclass(frozen=True, slots=True)
class SharingRule:
    """A sharing rule as it stands for a receiver: its own answer, never under another's heading."""

    answer: str
    entry: Conclusion


@dataclass(frozen=True, slots=True)
class ReceiverAnswer:
    """The answer for one receiver. ``line``: what, or what it turns on, in a few words."""

    id: str
    name: str
    answer: str
    line: str
    gates: tuple[SharingRule, ...] = ()
    questions: tuple[OpenQuestion, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class ReceiverGroup:
    """Receivers with one and the same answer, told together."""

    answer: str
    line: str
    told: tuple[ReceiverAnswer, ...]

    @property
    def names(self) -> str:
        """The receivers, in words."""
        named = ", ".join(each.name for each in self.told)
        return named[:1].upper() + named[1:]

    @property
    def gates(self) -> list[SharingRule]:
        """The rules of all of them, once each."""
        return list({gate.entry.id: gate for each in self.told for gate in each.gates}.values())


def answers_by_receiver(result: Result, language: str) -> list[ReceiverAnswer]:
    """One answer for each likely receiver, and for others that a rule names."""
    rules = of_kind(result, "sharing", language, *Truth)
    if all(rule.truth is Truth.NO for rule in rules):
        return []  # nobody's secrets but her own
    named = [rule for rule in rules if rule.truth is not Truth.NO and not _is(rule, NO_NAMES)]
    receivers = result.ruleset.receivers.values()
    told = [_told(result, receiver, named, language) for receiver in receivers]
    return [each for each in told if each is not None]


def without_names(result: Result, language: str) -> list[Conclusion]:
    """What may be said without saying whom it is about."""
    return [e for e in of_kind(result, "sharing", language, Truth.YES) if _is(e, NO_NAMES)]


def receiver_groups(told: Iterable[ReceiverAnswer]) -> list[ReceiverGroup]:
    """Receivers with the same answer together: what must be said, what may not, and the rest."""
    found: dict[tuple[str, str], list[ReceiverAnswer]] = {}
    for each in told:
        found.setdefault((each.answer, each.line), []).append(each)
    made = [ReceiverGroup(answer, line, tuple(group)) for (answer, line), group in found.items()]
    return sorted(made, key=lambda row: ANSWERS.index(row.answer))


def _told(
    result: Result, receiver: Receiver, rules: Sequence[Conclusion], language: str
) -> ReceiverAnswer | None:
    name = localized(receiver.name, language)
    if _works_there(result, receiver):
        return ReceiverAnswer(
            receiver.id, name, DEPENDS, _("whether the colleague needs it for the work")
        )
    if receiver.behind:
        return _behind(result, receiver, rules, name)
    meant = _of(result.ruleset, receiver)
    found = [rule for rule in rules if rule.id in meant.may]
    if not receiver.likely and not any(rule.id in meant.named for rule in found if _yes(rule)):
        return None
    agreed = _agreed(result, receiver)
    gates = [gate for rule in found if (gate := _gate(rule, meant, agreed))]
    answer, counted = _answer(gates)
    if answer is DEPENDS:
        return _open(result, receiver, name, counted, language)
    line = (
        _data(counted) if counted else _("anything: your duty of secrecy has no opening for them")
    )
    if answer is not MAY_NOT and any(gate.answer == MAY_NOT for gate in gates):
        line = _("%(what)s; nothing else") % {"what": line}
    return ReceiverAnswer(receiver.id, name, answer, line, tuple(gates))


def _answer(gates: Sequence[SharingRule]) -> tuple[str, list[SharingRule]]:
    """The strongest true answer, and the rules that give it: a duty, an opening for just this
    receiver, a prohibition, what is open; closed when there is none of these."""
    for answer in (MUST, MAY, MAY_NOT, DEPENDS):
        if counted := [gate for gate in gates if gate.answer == answer]:
            return answer, counted
    return MAY_NOT, []


def _gate(rule: Conclusion, meant: ReceiverRules, agreed: Truth) -> SharingRule | None:
    strength, yes = rule.strength, _yes(rule)
    if strength == MAY_NOT:
        return SharingRule(MAY_NOT, rule) if yes else None
    if _is(rule, BY_CONSENT):
        if agreed is Truth.NO:
            return None
        return SharingRule(MAY if yes and agreed is Truth.YES else DEPENDS, rule)
    return SharingRule(strength if yes and rule.id in meant.public else DEPENDS, rule)


def _open(
    result: Result, receiver: Receiver, name: str, gates: Sequence[SharingRule], language: str
) -> ReceiverAnswer:
    """It depends: on facts nobody has answered, or on what a rule asks of the receiver."""
    if reader := _unknown_reader(result):
        asked = questions([reader], language)
        on = [(ANSWER, question.label) for question in asked]
    else:
        asked, on = _turns_on(result, gates, language)
    line = _turning(list(dict.fromkeys(on))[:MOST_NAMED])
    return ReceiverAnswer(receiver.id, name, DEPENDS, line, tuple(gates), tuple(asked[:MOST_NAMED]))


def _turns_on(
    result: Result, gates: Iterable[SharingRule], language: str
) -> tuple[list[OpenQuestion], list[Turn]]:
    """What open rules wait for, the person's yes first; what waits for much is named last.

    Nobody waits for the yes of a child, so there it comes after all else.
    """
    asked: dict[str, OpenQuestion] = {}
    consent: list[Turn] = []
    short: list[Turn] = []
    long: list[Turn] = []
    for gate in gates:
        waits = [] if _yes(gate.entry) else questions(result.missing(gate.entry.id), language)
        asked.update({question.fact: question for question in waits})
        if _is(gate.entry, BY_CONSENT):
            consent.append((BY_CONSENT, ""))
        elif 0 < len(waits) <= FEW:
            short += [(ANSWER, question.label) for question in waits]
        else:
            long.append((RULE, gate.entry.name))
    others = [*short, *long]
    named = [*others, *consent] if _child(result) else [*consent, *others]
    return list(asked.values()), named


def _turning(on: Sequence[Turn]) -> str:
    """The few things an answer turns on, as they stand after "depends on"."""
    names = {"one": on[0][1], "other": on[-1][1]}
    if len(on) > 1 and all(kind == ANSWER for kind, _name in on):
        return _("the answers to “%(one)s” and “%(other)s”") % names
    words = {
        BY_CONSENT: _("whether the person agrees"),
        ANSWER: _("the answer to “%(name)s”"),
        RULE: _("whether “%(name)s” holds"),
    }
    return _(" and ").join(words[kind] % {"name": name} for kind, name in on)


def _child(result: Result) -> bool:
    return result.elements.get(CHILD) is Truth.YES


def lowered(text: str) -> str:
    """A text as it stands inside a sentence; one that begins with an abbreviation as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def _behind(
    result: Result, receiver: Receiver, rules: Iterable[Conclusion], name: str
) -> ReceiverAnswer:
    """Somebody there may be behind it: nothing opens but the person's own yes to just them."""
    consent = [rule for rule in rules if _is(rule, BY_CONSENT) and _yes(rule)]
    if consent and _agreed(result, receiver) is Truth.YES:
        gates = [SharingRule(MAY, rule) for rule in consent]
        return ReceiverAnswer(receiver.id, name, MAY, _data(gates), tuple(gates))
    line = _("anything: somebody there may be behind it, or be threatened")
    return ReceiverAnswer(receiver.id, name, MAY_NOT, line)


@dataclass(frozen=True, slots=True)
class ReceiverRules:
    """The sharing rules that may mean a receiver, that name it, and that name it or its like."""

    may: frozenset[str]
    named: frozenset[str]
    public: frozenset[str]


_MEANT: dict[tuple[str, str], ReceiverRules] = {}
"""By a pack and a receiver: nothing of anybody's answers."""


def _of(ruleset: RuleSet, receiver: Receiver) -> ReceiverRules:
    key = (ruleset.hash, receiver.id)
    if key not in _MEANT:
        rules = [rule for rule in ruleset.rules.values() if rule.kind == "sharing"]
        _MEANT[key] = ReceiverRules(
            frozenset(rule.id for rule in rules if _meant(rule, receiver)),
            frozenset(rule.id for rule in rules if _named(rule, receiver)),
            frozenset(rule.id for rule in rules if _named(rule, receiver, also_public=True)),
        )
    return _MEANT[key]


def _meant(rule: Rule, receiver: Receiver) -> bool:
    return ANYONE in _to(rule) or _named(rule, receiver, also_public=True)


def _to(rule: Rule) -> tuple[str, ...]:
    to = rule.extra.get("to", ())
    return to if isinstance(to, tuple) else ()


def _named(rule: Rule, receiver: Receiver, also_public: bool = False) -> bool:
    """Whether the rule names just this receiver; or public bodies, when it is one."""
    if also_public and receiver.public and PUBLIC in _to(rule):
        return True
    return not set(receiver.gates).isdisjoint((*_to(rule), *rule.actors))


def _agreed(result: Result, receiver: Receiver) -> Truth:
    """Whether the person has said yes to telling just this receiver."""
    fact, _dot, option = receiver.agreed.partition(".")
    if not option:
        return Truth.UNKNOWN
    has, lacks = result.situation.bits.get(fact, (0, 0))
    place = result.ruleset.facts[fact].places[option]
    return Truth.YES if has >> place & 1 else Truth.NO if lacks >> place & 1 else Truth.UNKNOWN


def _works_there(result: Result, receiver: Receiver) -> bool:
    fact = result.ruleset.facts.get(result.ruleset.declared.reader)
    mask = result.situation.masks.get(fact.id, 0) if fact else 0
    ids = (
        [option.id for place, option in enumerate(fact.options) if mask >> place & 1]
        if fact
        else []
    )
    return len(ids) == 1 and ids[0] in receiver.own


def _unknown_reader(result: Result) -> str:
    reader = result.ruleset.declared.reader
    return "" if not reader or result.situation.masks.get(reader) else reader


def _data(gates: Iterable[SharingRule]) -> str:
    found = dict.fromkeys(localized(gate.entry.data, gate.entry.language) for gate in gates)
    return "; ".join(lowered(data) for data in found)


def _is(rule: Conclusion, by: str) -> bool:
    return rule.rule.extra.get("by") == by


def _yes(rule: Conclusion) -> bool:
    return rule.truth is Truth.YES
