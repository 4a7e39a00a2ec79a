# SPDX-License-Identifier: EUPL-1.2
"""An age in words: what holds, between which years, and who said what."""

from dataclasses import dataclass
from datetime import date
from math import inf
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samvern.access.days import day_name
from samvern.cases.domain.age import proposals_of
from samvern.cases.models import AgeTold, Person
from samvern.cases.rights.resolving import ADULT, CHILD, Age, Told
from samvern.law.births import OLDEST


@dataclass(frozen=True)
class Proposed:
    """What somebody told of an age, to be confirmed or set aside with one press."""

    id: UUID
    person: Person
    name: str
    text: str
    answer: str


def holds(age: Age) -> str:
    """Child or adult, as decided or as told; else that she is treated as a child."""
    if age.is_decided:
        return str(Person.AgeSeen(age.decided).label)
    if age.conflict or age.agreed not in (CHILD, ADULT):
        return str(Person.AgeSeen.UNKNOWN.label)
    words = {CHILD: _("Child, by what was told. Nobody has decided it"),
             ADULT: _("Adult, by what was told. Nobody has decided it")}  # fmt: skip
    return words[age.agreed]


def years(low: float, high: float) -> str:
    """Between which years."""
    young, old = int(low), min(int(high) if high != inf else OLDEST, OLDEST)
    if young == old:
        return ngettext("%(n)d year", "%(n)d years", young) % {"n": young}
    if old >= OLDEST:
        return _("%(n)d years or older") % {"n": young} if young else _("Not known")
    if not young:
        return _("%(n)d years or younger") % {"n": old}
    return _("%(low)d to %(high)d years") % {"low": young, "high": old}


def span(age: Age) -> str:
    """Between which years she is today; empty where nobody has said anything."""
    return years(*age.span) if age.span and age.told else ""


def source(told: Told) -> str:
    """Who said it, and when."""
    return _("%(who)s, %(day)s") % {"who": source_name(told.source), "day": day_name(told.told_on)}


def source_name(code: str) -> str:
    """Who told an age."""
    return str(AgeTold.Source(code).label)


def sources(age: Age) -> list[tuple[str, str]]:
    """Every source with what it says today."""
    return [(source(each), years(each.low, each.high)) for each in age.told]


def conflict(age: Age) -> str:
    """What contradicts what, as a sentence; empty where nothing does."""
    if not age.conflict:
        return ""
    said = "; ".join(f"{source(each)}: {years(each.low, each.high)}" for each in age.told)
    if age.is_decided:
        return _("The decision and what was told do not agree. %(said)s.") % {"said": said}
    return _("The sources do not agree. %(said)s.") % {"said": said}


def proposed(person: Person, name: str) -> list[Proposed]:
    """What waits to be confirmed of a person's age."""
    return [
        Proposed(
            row.pk,
            person,
            name,
            f"{source(told)}: {years(told.low, told.high)}",
            _("Confirm: adult") if told.group == ADULT else _("Confirm: child"),
        )
        for row, told in proposals_of(person)
    ]


def ground(told: Told, today: date) -> str:
    """Why the age was decided, where somebody confirmed what was told."""
    return _("Confirmed %(day)s: %(source)s, %(years)s.") % {
        "day": day_name(today),
        "source": source(told),
        "years": years(told.low, told.high),
    }
