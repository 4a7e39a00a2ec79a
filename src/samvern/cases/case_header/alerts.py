# SPDX-License-Identifier: EUPL-1.2
"""What must be known about the people of a case before anything else: danger, risk, a child, a
protected address, how they may be reached. One statement, for a page or for a list.

Each part comes from a table with a wall of its own, so that whoever has a share sees what her
categories open, and no more.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery, Value
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.dates import format_date
from samvern.cases.core.models import Person
from samvern.cases.core.pack import current_pack, localized
from samvern.cases.facts.domain import evaluate_person
from samvern.cases.facts.models import FactSheet, PersonSigns
from samvern.cases.facts.signs import NOW, find_signs
from samvern.cases.risks.models import Risk
from samvern.guide.contacts import Contact, contacts, day_and_night
from samvern.law import InputError

DANGER, CALL, RISK, CHILD, ADDRESS, REACH, CARE = (
    "danger", "call", "risk", "child", "address", "reach", "care",
)  # fmt: skip
COLORS = {
    DANGER: "danger", CALL: "danger", RISK: "danger", CHILD: "warning", ADDRESS: "danger",
    REACH: "warning", CARE: "warning",
}  # fmt: skip
SIGN_NAMES: dict[str, Any] = {
    DANGER: lazy("Danger now"),
    CALL: lazy("Call at once"),
    RISK: lazy("High risk"),
    CHILD: lazy("Child"),
    ADDRESS: lazy("Protected address"),
    REACH: lazy("Read how to reach the person first"),
    CARE: lazy("Be careful"),
}
"""The signs, the gravest first, as a list shows them: in words, without saying of whom."""
GRAVE = (Risk.Level.HIGH, Risk.Level.ACUTE)
MOST_CALLS, CALLS_IN_DANGER = 3, 6
REACH_RULE: list[Callable[[], Any]] = []
"""Whether something was written of how a person may be reached; the room that knows adds it."""


@dataclass(frozen=True)
class PersonStatus:
    """What is known of one person."""

    case_id: UUID
    number: int
    level: str
    review_on: date | None
    rules: tuple[str, ...]
    as_child: bool
    age_decided: bool
    address: bool
    reach: bool
    person_id: UUID
    uncounted: bool
    """There are answers, and nobody has looked in them for signs yet."""

    @property
    def signs(self) -> list[str]:
        """The codes of her signs, the gravest first."""
        calls = [rule for rule in self.rules if _kind(rule) == "referral"]
        found = {
            DANGER: self.level == Risk.Level.ACUTE or any(is_danger_rule(rule) for rule in calls),
            CALL: bool(calls) and not any(is_danger_rule(rule) for rule in calls),
            RISK: self.level in GRAVE,
            CHILD: self.as_child,
            ADDRESS: self.address,
            REACH: self.reach,
            CARE: len(calls) < len(self.rules),
        }
        return [code for code, holds in found.items() if holds]


@dataclass(frozen=True)
class AlertLine:
    """A line of the alerts; ``who`` is empty where there is one person in the case."""

    color: str
    title: str
    text: str = ""
    who: str = ""
    calls: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class CaseAlerts:
    """What stands above every page of a case, and whom to call where there is danger now."""

    lines: tuple[AlertLine, ...]
    calls: tuple[Contact, ...]

    @property
    def is_danger(self) -> bool:
        """Whether somebody is in danger now."""
        return bool(self.calls)


def list_person_statuses(case_ids: Iterable[UUID]) -> list[PersonStatus]:
    """What is known of everybody in some cases, as far as the reader may know it."""
    newest = Risk.objects.filter(person=OuterRef("pk")).order_by("-created_at")
    reach = REACH_RULE[0]() if REACH_RULE else Value(False)
    rows = Person.objects.filter(case_id__in=list(case_ids)).annotate(
        level=Subquery(newest.values("level")[:1]),
        review_on=Subquery(newest.values("review_on")[:1]),
        rules=Subquery(PersonSigns.objects.filter(person=OuterRef("pk")).values("rules")[:1]),
        reach=reach,
        answered=Exists(FactSheet.objects.filter(person=OuterRef("pk"))),
    )
    return [
        PersonStatus(
            row.case_id, row.number, row.level or "", row.review_on, tuple(row.rules or ()),
            row.is_treated_as_child, row.age_seen != Person.AgeSeen.UNKNOWN,
            row.address_protected, row.reach, row.pk, row.rules is None and row.answered,
        )
        for row in rows.order_by("case_id", "number")
    ]  # fmt: skip


def list_case_signs(case_ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The signs of some cases for a list: codes alone, the gravest first."""
    found: dict[UUID, set[str]] = {}
    for each in list_person_statuses(case_ids):
        found.setdefault(each.case_id, set()).update(each.signs)
    return {id: [code for code in SIGN_NAMES if code in codes] for id, codes in found.items()}


def read_case_alerts(case_id: UUID) -> CaseAlerts:
    """The alerts of one case the reader has reached."""
    people = [_counted(person) for person in list_person_statuses([case_id])]
    lines = [line for person in people for line in _lines(person, alone=len(people) < 2)]
    order = ("danger", "warning", "info", "neutral")
    in_danger = any(DANGER in person.signs for person in people)
    calls = day_and_night(get_language() or "")[:CALLS_IN_DANGER] if in_danger else ()
    return CaseAlerts(tuple(sorted(lines, key=lambda line: order.index(line.color))), calls)


def list_danger_rules() -> list[str]:
    """The rules of the pack that say danger now: to call those first who are called in danger."""
    rules = current_pack().ruleset.rules.values()
    called = [rule for rule in rules if rule.kind == "referral" and rule.urgency == NOW]
    return [rule.id for rule in called if is_danger_rule(rule.id)]


def is_danger_rule(id: str) -> bool:
    """Whether a rule says to call somebody first who is called in danger, such as the police."""
    rule, actors = current_pack().ruleset.rules.get(id), current_pack().ruleset.actors
    first = actors.get(rule.actors[0]) if rule and rule.actors else None
    return bool(first and first.phone and "danger" in first.needs)


def _counted(person: PersonStatus) -> PersonStatus:
    """Of answers from before signs were kept the signs are read at once, not in the night."""
    if not person.uncounted:
        return person
    try:
        result = evaluate_person(Person.objects.get(pk=person.person_id))
    except InputError:
        return person
    return replace(person, rules=tuple(find_signs(result)))


def _lines(person: PersonStatus, *, alone: bool) -> list[AlertLine]:
    who = "" if alone else _("Person %(number)d") % {"number": person.number}
    named = {
        _name(rule): rule for rule in reversed(person.rules) if rule in current_pack().ruleset.rules
    }
    lines = [_rule(rule, who) for rule in person.rules if rule in named.values()]
    if person.level:
        lines.append(_risk(person, who))
    if person.as_child:
        lines.append(_child(person, who))
    if person.address:
        text = _("Never write or say where the person lives.")
        lines.append(AlertLine("danger", _("The address is protected."), text, who))
    return lines


def _rule(id: str, who: str) -> AlertLine:
    rule = current_pack().ruleset.rules[id]
    is_call = rule.kind == "referral"
    color = "danger" if is_call else str(rule.extra.get("severity"))
    text = localized(rule.versions[-1].text)
    calls = [each for each in contacts(rule.actors, get_language() or "") if each.tel]
    return AlertLine(color, f"{localized(rule.name)}.", text, who, tuple(calls[:MOST_CALLS]))


def _risk(person: PersonStatus, who: str) -> AlertLine:
    level = Risk.Level(person.level)
    title = _("Risk: %(level)s.") % {"level": level.label}
    late = person.review_on is not None and person.review_on < timezone.localdate()
    words = _("Was to be judged again by %(day)s.") if late else _("To be judged again by %(day)s.")
    text = words % {"day": format_date(person.review_on)} if person.review_on else ""
    grave = level in GRAVE
    return AlertLine("danger" if grave else "warning" if late else "neutral", title, text, who)


def _child(person: PersonStatus, who: str) -> AlertLine:
    if person.age_decided:
        return AlertLine("warning", _("A child."), "", who)
    text = _("Treated as a child until somebody decides.")
    return AlertLine("warning", _("The age is not decided."), text, who)


def _name(rule: str) -> str:
    """What a rule is called: two of one name, a call and an alert, are one line."""
    return localized(current_pack().ruleset.rules[rule].name)


def _kind(rule: str) -> str:
    found = current_pack().ruleset.rules.get(rule)
    return found.kind if found else ""


def describe_signs(codes: Sequence[str]) -> list[tuple[str, str]]:
    """The words and the colour of signs, for a list."""
    return [(str(SIGN_NAMES[code]), COLORS[code]) for code in codes]
