# SPDX-License-Identifier: EUPL-1.2
"""What is looked into before a person goes to another state, and what the pack says of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.cases.domain.facts import read_facts, sheet_for
from samvern.cases.law import law, provisions, said
from samvern.cases.models import Person
from samvern.cases.rights.outlook import careful, told
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
class Said:
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


def result_of(person: Person) -> Result | None:
    """What the law says of somebody who wants to leave; None where what is known contradicts."""
    today, sheet = timezone.localdate(), sheet_for(person, read_facts(person))
    facts = {**told(law(), sheet, today), "wants_return": True}
    try:
        return careful(law(), facts, today, sheet.event_on)[0]
    except InputError:
        return None


def rules_of(person: Person) -> list[Said]:
    """The rules that hold or may hold for her, the surest first."""
    result = result_of(person)
    found = list(_said(result)) if result else []
    return sorted(found, key=lambda each: not each.is_sure)


def _said(result: Result) -> Iterator[Said]:
    for id in ALERTS:
        rule = law().book.rules.get(id)
        if rule is None or (value := result.value(id)) is Truth.NO:
            continue
        yield Said(id, said(rule.name), said(result.version(rule).text), provisions(id), value)
