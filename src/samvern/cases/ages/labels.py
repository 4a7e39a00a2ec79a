# SPDX-License-Identifier: EUPL-1.2
"""An age in words: what holds, between which years, and who said what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import inf
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samvern.access.dates import format_date
from samvern.cases.ages.domain import list_age_proposals
from samvern.cases.ages.models import AgeTold
from samvern.cases.ages.resolution import ADULT, CHILD, ResolvedAge, SourceAge
from samvern.cases.core.models import Person
from samvern.law.births import OLDEST


@dataclass(frozen=True)
class AgeProposal:
    """What somebody told of an age, to be confirmed or set aside with one press."""

    id: UUID
    person: Person
    name: str
    text: str
    answer: str


def describe_age(age: ResolvedAge) -> str:
    """Child or adult, as decided or as told; else that she is treated as a child."""
    if age.is_decided:
        return str(Person.AgeSeen(age.decided).label)
    if age.conflict or age.agreed not in (CHILD, ADULT):
        return str(Person.AgeSeen.UNKNOWN.label)
    words = {CHILD: _("Child, by what was told. Nobody has decided it"),
             ADULT: _("Adult, by what was told. Nobody has decided it")}  # fmt: skip
    return words[age.agreed]


def describe_years(low: float, high: float) -> str:
    """Between which years."""
    young, old = int(low), min(int(high) if high != inf else OLDEST, OLDEST)
    if young == old:
        return ngettext("%(n)d year", "%(n)d years", young) % {"n": young}
    if old >= OLDEST:
        return _("%(n)d years or older") % {"n": young} if young else _("Not known")
    if not young:
        return _("%(n)d years or younger") % {"n": old}
    return _("%(low)d to %(high)d years") % {"low": young, "high": old}


def describe_span(age: ResolvedAge) -> str:
    """Between which years she is today; empty where nobody has said anything."""
    return describe_years(*age.span) if age.span and age.told else ""


def describe_source(told: SourceAge) -> str:
    """Who said it, and when."""
    return _("%(who)s, %(day)s") % {
        "who": source_name(told.source),
        "day": format_date(told.told_on),
    }


def source_name(code: str) -> str:
    """Who told an age."""
    return str(AgeTold.Source(code).label)


def describe_sources(age: ResolvedAge) -> list[tuple[str, str]]:
    """Every source with what it says today."""
    return [(describe_source(each), describe_years(each.low, each.high)) for each in age.told]


def describe_conflict(age: ResolvedAge) -> str:
    """What contradicts what, as a sentence; empty where nothing does."""
    if not age.conflict:
        return ""
    said = "; ".join(
        f"{describe_source(each)}: {describe_years(each.low, each.high)}" for each in age.told
    )
    if age.is_decided:
        return _("The decision and what was told do not agree. %(said)s.") % {"said": said}
    return _("The sources do not agree. %(said)s.") % {"said": said}


def describe_proposals(person: Person, name: str, told: Iterable[AgeTold]) -> list[AgeProposal]:
    """What waits to be confirmed of a person's age, of all that was told."""
    return [
        AgeProposal(
            row.pk,
            person,
            name,
            f"{describe_source(age)}: {describe_years(age.low, age.high)}",
            _("Confirm: adult") if age.group == ADULT else _("Confirm: child"),
        )
        for row, age in list_age_proposals(person, told)
    ]


def describe_ground(told: SourceAge, today: date) -> str:
    """Why the age was decided, where somebody confirmed what was told."""
    return _("Confirmed %(day)s: %(source)s, %(years)s.") % {
        "day": format_date(today),
        "source": describe_source(told),
        "years": describe_years(told.low, told.high),
    }
