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

from samvern.access.days import day_name
from samvern.cases.domain.facts import result_for
from samvern.cases.domain.signs import NOW, signs_in
from samvern.cases.law import law, said
from samvern.cases.models import FactSheet, Person, Risk, Sign
from samvern.guide.contacts import Contact, contacts, day_and_night
from samvern.law import InputError

DANGER, CALL, RISK, CHILD, ADDRESS, REACH, CARE = (
    "danger", "call", "risk", "child", "address", "reach", "care",
)  # fmt: skip
COLORS = {
    DANGER: "danger", CALL: "danger", RISK: "danger", CHILD: "warning", ADDRESS: "danger",
    REACH: "warning", CARE: "warning",
}  # fmt: skip
NAMES: dict[str, Any] = {
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
class Standing:
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
            DANGER: self.level == Risk.Level.ACUTE or any(is_danger(rule) for rule in calls),
            CALL: bool(calls) and not any(is_danger(rule) for rule in calls),
            RISK: self.level in GRAVE,
            CHILD: self.as_child,
            ADDRESS: self.address,
            REACH: self.reach,
            CARE: len(calls) < len(self.rules),
        }
        return [code for code, holds in found.items() if holds]


@dataclass(frozen=True)
class Line:
    """A line of the band; ``who`` is empty where there is one person in the case."""

    color: str
    title: str
    text: str = ""
    who: str = ""
    calls: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class Band:
    """What stands above every page of a case, and whom to call where there is danger now."""

    lines: tuple[Line, ...]
    calls: tuple[Contact, ...]

    @property
    def is_danger(self) -> bool:
        """Whether somebody is in danger now."""
        return bool(self.calls)


def standings(case_ids: Iterable[UUID]) -> list[Standing]:
    """What is known of everybody in some cases, as far as the reader may know it."""
    newest = Risk.objects.filter(person=OuterRef("pk")).order_by("-created_at")
    reach = REACH_RULE[0]() if REACH_RULE else Value(False)
    rows = Person.objects.filter(case_id__in=list(case_ids)).annotate(
        level=Subquery(newest.values("level")[:1]),
        review_on=Subquery(newest.values("review_on")[:1]),
        rules=Subquery(Sign.objects.filter(person=OuterRef("pk")).values("rules")[:1]),
        reach=reach,
        answered=Exists(FactSheet.objects.filter(person=OuterRef("pk"))),
    )
    return [
        Standing(
            row.case_id, row.number, row.level or "", row.review_on, tuple(row.rules or ()),
            row.is_treated_as_child, row.age_seen != Person.AgeSeen.UNKNOWN,
            row.address_protected, row.reach, row.pk, row.rules is None and row.answered,
        )
        for row in rows.order_by("case_id", "number")
    ]  # fmt: skip


def signs_of(case_ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The signs of some cases for a list: codes alone, the gravest first."""
    found: dict[UUID, set[str]] = {}
    for each in standings(case_ids):
        found.setdefault(each.case_id, set()).update(each.signs)
    return {id: [code for code in NAMES if code in codes] for id, codes in found.items()}


def read_band(case_id: UUID) -> Band:
    """The band of one case the reader has reached."""
    people = [_counted(person) for person in standings([case_id])]
    lines = [line for person in people for line in _lines(person, alone=len(people) < 2)]
    order = ("danger", "warning", "info", "neutral")
    in_danger = any(DANGER in person.signs for person in people)
    calls = tuple(day_and_night(get_language() or "")[:CALLS_IN_DANGER]) if in_danger else ()
    return Band(tuple(sorted(lines, key=lambda line: order.index(line.color))), calls)


def danger_rules() -> list[str]:
    """The rules of the pack that say danger now: to call those first who are called in danger."""
    rules = law().book.rules.values()
    called = [rule for rule in rules if rule.kind == "referral" and rule.urgency == NOW]
    return [rule.id for rule in called if is_danger(rule.id)]


def is_danger(id: str) -> bool:
    """Whether a rule says to call somebody first who is called in danger, such as the police."""
    rule, actors = law().book.rules.get(id), law().book.actors
    first = actors.get(rule.actors[0]) if rule and rule.actors else None
    return bool(first and first.phone and "danger" in first.needs)


def _counted(person: Standing) -> Standing:
    """Of answers from before signs were kept the signs are read at once, not in the night."""
    if not person.uncounted:
        return person
    try:
        result = result_for(Person.objects.get(pk=person.person_id))
    except InputError:
        return person
    return replace(person, rules=tuple(signs_in(result)))


def _lines(person: Standing, *, alone: bool) -> list[Line]:
    who = "" if alone else _("Person %(number)d") % {"number": person.number}
    named = {_name(rule): rule for rule in reversed(person.rules) if rule in law().book.rules}
    lines = [_rule(rule, who) for rule in person.rules if rule in named.values()]
    if person.level:
        lines.append(_risk(person, who))
    if person.as_child:
        lines.append(_child(person, who))
    if person.address:
        text = _("Never write or say where the person lives.")
        lines.append(Line("danger", _("The address is protected."), text, who))
    return lines


def _rule(id: str, who: str) -> Line:
    rule = law().book.rules[id]
    is_call = rule.kind == "referral"
    color = "danger" if is_call else str(rule.extra.get("severity"))
    text = said(rule.versions[-1].text)
    calls = [each for each in contacts(rule.actors, get_language() or "") if each.tel]
    return Line(color, f"{said(rule.name)}.", text, who, tuple(calls[:MOST_CALLS]))


def _risk(person: Standing, who: str) -> Line:
    level = Risk.Level(person.level)
    title = _("Risk: %(level)s.") % {"level": level.label}
    late = person.review_on is not None and person.review_on < timezone.localdate()
    words = _("Was to be judged again by %(day)s.") if late else _("To be judged again by %(day)s.")
    text = words % {"day": day_name(person.review_on)} if person.review_on else ""
    grave = level in GRAVE
    return Line("danger" if grave else "warning" if late else "neutral", title, text, who)


def _child(person: Standing, who: str) -> Line:
    if person.age_decided:
        return Line("warning", _("A child."), "", who)
    text = _("Treated as a child until somebody decides.")
    return Line("warning", _("The age is not decided."), text, who)


def _name(rule: str) -> str:
    """What a rule is called: two of one name, a call and an alert, are one line."""
    return said(law().book.rules[rule].name)


def _kind(rule: str) -> str:
    found = law().book.rules.get(rule)
    return found.kind if found else ""


def shown_signs(codes: Sequence[str]) -> list[tuple[str, str]]:
    """The words and the colour of signs, for a list."""
    return [(str(NAMES[code]), COLORS[code]) for code in codes]
