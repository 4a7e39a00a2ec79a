# SPDX-License-Identifier: EUPL-1.2
"""What a case says already of what somebody needs of a place."""

from typing import Any

from samvern.cases.domain.facts import read_facts
from samvern.cases.models import Case, Person, Risk

GRAVE = {Risk.Level.HIGH: 2, Risk.Level.ACUTE: 3}


def known_needs(case: Case, person: Person) -> dict[str, Any]:
    """What the case says already, for a form to begin with."""
    facts = read_facts(person).answers
    age = facts.get("age")
    risk = Risk.objects.filter(person=person).order_by("-created_at").first()
    children = Person.objects.filter(case=case, place=Person.Place.CHILD).exclude(pk=person.pk)
    level = risk.level if risk else ""
    return {
        "age": age if isinstance(age, int) else None,
        "children": children.count() if person.place == Person.Place.MAIN else 0,
        "security": GRAVE.get(Risk.Level(level), 1) if level else 1,
        "danger": level in GRAVE,
    }
