# SPDX-License-Identifier: EUPL-1.2
"""How old somebody can be, as matching and words tell it."""

from collections.abc import Mapping
from math import inf

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.cases.domain.facts import Known, sheet_for
from samvern.cases.law import law
from samvern.cases.models import Person
from samvern.cases.rights.outlook import told
from samvern.law.births import OLDEST

GROUPS = {
    "under_12": (0, 11),
    "child_12_15": (12, 15),
    "child_16_17": (16, 17),
    "maybe_child": (0, OLDEST),
    "adult": (18, OLDEST),
}
SEEN = {"child": (0, 17), "adult": (18, OLDEST)}


def ages_of(person: Person, known: Known) -> tuple[int, int] | None:
    """The youngest and the oldest she can be, by what was told and what was decided."""
    facts = told(law(), sheet_for(person, known), timezone.localdate())
    found = _told(facts.get("age")) or GROUPS.get(str(facts.get("age_group")))
    decided = SEEN.get(person.age_seen)
    if found is None or decided is None:
        return found or decided
    both = max(found[0], decided[0]), min(found[1], decided[1])
    return both if both[0] <= both[1] else decided


def age_words(person: Person, known: Known) -> str:
    """Her age as a group, never as a date: what a receiver needs to know."""
    ages = ages_of(person, known)
    if ages is None or (ages[0] < 18 <= ages[1]):
        return _("Not known: treated as a child until it is decided")
    if ages[1] < 12:
        return _("Child under 12")
    if ages[1] < 18:
        return _("Child, 12 to 15") if ages[1] < 16 else _("Child under 18")
    return _("Adult")


def _told(age: object) -> tuple[int, int] | None:
    if isinstance(age, Mapping):
        high = age.get("max", OLDEST)
        return int(age.get("min", 0)), OLDEST if high == inf else int(high)
    if isinstance(age, int | float) and not isinstance(age, bool):
        return int(age), int(age)
    return None
