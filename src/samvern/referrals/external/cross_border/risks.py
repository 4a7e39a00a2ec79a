# SPDX-License-Identifier: EUPL-1.2
"""What is looked into before a person goes to another state, and what the pack says of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.cases.core.models import Person
from samvern.cases.core.pack import current_pack, localized, rule_provisions
from samvern.cases.facts.domain import person_facts, read_facts
from samvern.cases.facts.evaluation import evaluate_carefully, facts_on_day
from samvern.law import InputError, Result, Truth

VETO, REMOVAL, CHILD, LEAVE = "R-RET-03", "R-RES-08", "R-RET-04", "R-RES-04"
ALERTS = (VETO, LEAVE, CHILD, "R-RET-CHILD", "R-RES-NO-REMOVAL", "R-RES-34")
"""Rules of the pack that speak of leaving; those that hold are shown."""
RISKS: dict[str, Any] = {
    "traffickers": _("Can those who exploited her reach her there?"),
    "family": _("Were people at home part of it, or would they send her back to it?"),
    "debt": _("Does somebody say that she owes money?"),
    "violence": _("Is there danger of violence, revenge or forced marriage?"),
    "authorities": _(
        "Is there danger of punishment, detention or inhuman treatment by authorities?"
    ),
    "shelter": _("Will she lack a safe place to live?"),
    "health": _("Will she lack health care that she needs?"),
    "income": _("Will she lack something to live on, so that she can be exploited again?"),
    "journey": _("Is there danger on the journey or when she arrives?"),
    "testimony": _("Has she given a statement or is she needed in a case here?"),
}
"""The check: each is answered yes, no or not known (ETS 197 art. 16; returforskriften § 7)."""


@dataclass(frozen=True, slots=True)
class DepartureRule:
    """One rule of the pack that speaks of leaving now."""

    id: str
    name: str
    text: str
    provision: str
    holds: Truth

    @property
    def is_sure(self) -> bool:
        """Whether it holds; else too little is known to say."""
        return self.holds is Truth.YES


def evaluate_departure(person: Person) -> Result | None:
    """What the law says of somebody who wants to leave; None where what is known contradicts."""
    today, sheet = timezone.localdate(), person_facts(person, read_facts(person))
    facts = {**facts_on_day(current_pack(), sheet, today), "wants_return": True}
    try:
        return evaluate_carefully(current_pack(), facts, today, sheet.event_on)[0]
    except InputError:
        return None


def rules_of(person: Person) -> list[DepartureRule]:
    """The rules that hold or may hold for her, the surest first."""
    result = evaluate_departure(person)
    found = list(_said(result)) if result else []
    return sorted(found, key=lambda each: not each.is_sure)


def _said(result: Result) -> Iterator[DepartureRule]:
    for id in ALERTS:
        rule = current_pack().ruleset.rules.get(id)
        if rule is None or (value := result.value(id)) is Truth.NO:
            continue
        text = localized(result.version(rule).text)
        yield DepartureRule(id, localized(rule.name), text, rule_provisions(id), value)
