# SPDX-License-Identifier: EUPL-1.2
"""The disclosure grounds of the pack, for whoever wants to share without the person's consent.

A gate names a kind of receiver and what must hold. Some of what must hold is known of the case;
the rest the sender answers, and her answers stand in the trail.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samvern.access.models import Organisation
from samvern.cases.core.pack import cite_source, current_pack, localized
from samvern.law import Result, Truth
from samvern.law.model import Rule

PROFESSION, CONSENTS = "profession", "consents"
PRIVATE = frozenset({"ngo", "lawyer", "private_person", "self"})
"""Kinds of organisation that are no public bodies."""
ALSO = {"health": "health_service", "nav_social": "nav", "nav_state": "nav"}
"""What the pack calls receivers of some kinds."""
NOT_FOR_CASES = ("-ANON", "-CONSENT", "-STATISTICS")
"""Grounds a share of a case cannot rest on: without a name there is nothing to share, and with
the person's consent it rests on the consent."""
ASKED_AT_MOST = 6
"""Grounds with more questions are decided by the answers about the case, not asked here."""


@dataclass(frozen=True, slots=True)
class DisclosureGround:
    """One provision that allows, demands or forbids sharing with a kind of receiver."""

    id: str
    strength: str
    name: str
    data: str
    text: str
    provision: str
    needs: tuple[str, ...] = ()
    """What it turns on and nobody has answered: yes-or-no facts, and options of sets."""


@dataclass(frozen=True, slots=True)
class DisclosureAssessment:
    """The disclosure grounds towards one receiver, by what is known."""

    open: tuple[DisclosureGround, ...] = ()
    undecided: tuple[DisclosureGround, ...] = ()
    forbidding: tuple[DisclosureGround, ...] = ()

    @property
    def asked(self) -> tuple[str, ...]:
        """What the sender can say that decides more."""
        return tuple(dict.fromkeys(name for gate in self.undecided for name in gate.needs))


def assess_disclosure(
    sender: Organisation, receiver: Organisation, facts: Mapping[str, Any], today: date
) -> DisclosureAssessment:
    """What the sender's secrecy rules say about sharing with the receiver.

    ``facts``: what is known of the person, and what the sender said holds for this sharing.

    Raises:
        InputError: facts that contradict each other.
    """
    result = current_pack().assess(_as_sender(sender, facts), asked_on=today)
    named = _names_of(receiver)
    sorted_: dict[str, list[DisclosureGround]] = {"open": [], "undecided": [], "forbidding": []}
    for rule in result.of_kind("sharing"):
        if named.isdisjoint(_to(rule)) or rule.id.endswith(NOT_FOR_CASES):
            continue
        if place := _place(rule, result.value(rule.id)):
            gate = _gate(rule, result)
            if place != "undecided" or 0 < len(gate.needs) <= ASKED_AT_MOST:
                sorted_[place].append(gate)
    return DisclosureAssessment(**{place: tuple(found) for place, found in sorted_.items()})


def fact_question(need: str) -> str:
    """How the pack asks about a fact, or an option of a set, in the reader's language."""
    name, _dot, which = need.partition(".")
    fact = current_pack().ruleset.facts[name]
    option = fact.option(which)
    return (
        f"{localized(fact.question)} {localized(option.label)}"
        if option
        else localized(fact.question)
    )


def stated_facts(needs: Iterable[str]) -> dict[str, Any]:
    """The facts there are when these hold."""
    found: dict[str, Any] = {}
    for need in needs:
        name, dot, which = need.partition(".")
        if dot:
            found.setdefault(name, {"has": []})["has"].append(which)
        else:
            found[name] = True
    return found


def _place(rule: Rule, value: Truth) -> str:
    if rule.extra.get("strength") == "may_not":
        return "forbidding" if value is Truth.YES else ""
    return {Truth.YES: "open", Truth.UNKNOWN: "undecided", Truth.NO: ""}[value]


def _as_sender(sender: Organisation, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts, asked by somebody of the sender's profession."""
    ruleset = current_pack().ruleset
    known = {name: value for name, value in facts.items() if name in ruleset.facts}
    if PROFESSION not in ruleset.facts:
        return known
    has = ruleset.facts[PROFESSION].option(sender.kind)
    return {**known, PROFESSION: sender.kind if has else "private_person"}


def _to(rule: Rule) -> tuple[str, ...]:
    to = rule.extra.get("to")
    return to if isinstance(to, tuple) else ()


def _names_of(receiver: Organisation) -> frozenset[str]:
    """Every word a disclosure ground may use for this receiver."""
    kind = receiver.kind
    public = () if kind in PRIVATE else ("other_public_bodies",)
    return frozenset({"anyone", kind, ALSO.get(kind, kind), receiver.actor_code, *public})


def _gate(rule: Rule, result: Result) -> DisclosureGround:
    version = result.version(rule)
    data = rule.extra.get("data")
    undecided = result.value(rule.id) is Truth.UNKNOWN
    needs = result.missing(rule.id) if undecided else []
    if not all(_can_be_asked(need) for need in needs):
        needs = []
    return DisclosureGround(
        id=rule.id,
        strength=str(rule.extra.get("strength", "may")),
        name=localized(rule.name),
        data=localized(data) if isinstance(data, Mapping) else "",
        text=localized(version.text),
        provision="; ".join(cite_source(source) for source in version.sources[:1]),
        needs=tuple(needs),
    )


def _can_be_asked(need: str) -> bool:
    """Whether one tick answers it. What the person agreed to is read from the consents."""
    name, _dot, which = need.partition(".")
    fact = current_pack().ruleset.facts.get(name)
    if fact is None or name == CONSENTS:
        return False
    return fact.type == "yes_no" or bool(which and fact.option(which))
