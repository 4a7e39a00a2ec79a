# SPDX-License-Identifier: EUPL-1.2
"""How old somebody can be, as matching and words tell it."""

from math import inf

from django.utils.translation import gettext as _

from samvern.cases.domain.age import age_of
from samvern.cases.models import Person
from samvern.law.births import OLDEST


def ages_of(person: Person) -> tuple[int, int] | None:
    """The youngest and the oldest she can be, by all that was told and what was decided."""
    age = age_of(person)
    if age.span is None or (age.conflict and not age.is_decided):
        return None
    low, high = age.span
    return int(low), OLDEST if high == inf else int(high)


def age_words(person: Person) -> str:
    """Her age as a group, never as a date: what a receiver needs to know."""
    ages, age = ages_of(person), age_of(person)
    if age.is_treated_as_child and (ages is None or ages[1] >= 18):
        return _("Not known: treated as a child until it is decided")
    if not age.is_treated_as_child:
        return _("Adult")
    if ages is None or ages[1] >= 16:
        return _("Child under 18")
    return _("Child under 12") if ages[1] < 12 else _("Child, 12 to 15")
