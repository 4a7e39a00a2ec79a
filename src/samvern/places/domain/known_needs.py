# SPDX-License-Identifier: EUPL-1.2
"""What a case says already of what somebody needs of a place."""

from typing import Any

from samvern.cases.domain.age import age_of
from samvern.cases.models import Case, Person, Risk

GRAVE = {Risk.Level.HIGH: 2, Risk.Level.ACUTE: 3}


def known_needs(case: Case, person: Person) -> dict[str, Any]:
    """What the case says already, for a form to begin with."""
    risk = Risk.objects.filter(person=person).order_by("-created_at").first()
    children = Person.objects.filter(case=case, place=Person.Place.CHILD).exclude(pk=person.pk)
    level = risk.level if risk else ""
    return {
        "age": years_of(person),
        "children": children.count() if person.place == Person.Place.MAIN else 0,
        "security": GRAVE.get(Risk.Level(level), 1) if level else 1,
        "danger": level in GRAVE,
    }


def years_of(person: Person) -> int | None:
    """Her age in years, as everything told of it and what was decided give it together.

    Around a birthday it is the lower of two. None where it may be anything, and where the sources
    contradict each other.
    """
    age = age_of(person)
    if age.span is None or age.conflict:
        return None
    low, high = age.span
    return int(low) if high - low <= 1 else None
