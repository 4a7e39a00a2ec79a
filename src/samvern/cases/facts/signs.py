# SPDX-License-Identifier: EUPL-1.2
"""The pack's alerts and first calls that hold for a person, written where a list can read them."""

from uuid import uuid4

from django.db.models import F
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.cases.core.models import Person
from samvern.cases.facts.models import PersonSigns
from samvern.law import Result, Truth
from samvern.law.model import Rule

NOW, TODAY = "now", "today"
GRAVE = ("danger", "warning")


def find_signs(result: Result) -> list[str]:
    """The rules nobody who opens the case may overlook: calls to make at once, and alerts."""
    found = [
        rule
        for kind in ("referral", "alert")
        for rule in result.of_kind(kind)
        if _is_sign(rule) and result.value(rule.id) is Truth.YES
    ]
    return [rule.id for rule in sorted(found, key=lambda rule: (rule.urgency != NOW, rule.order))]


def find_first_steps(result: Result) -> list[Rule]:
    """What the pack says is to be done now or today, the most pressing first."""
    found = [
        rule
        for kind in ("referral", "duty")
        for rule in result.of_kind(kind)
        if rule.urgency in (NOW, TODAY)
        and rule.extra.get("strength") != "must_not"
        and result.value(rule.id) is Truth.YES
    ]
    return sorted(found, key=lambda rule: (rule.urgency != NOW, rule.order))


def write_signs(*, actor: Actor, person: Person, result: Result) -> None:
    """Write down the signs that hold now, if they are others than before.

    A row without a rule says that they were looked for, and that there is none.
    """
    rules = find_signs(result)
    row = PersonSigns.objects.filter(person=person).first()
    if row is None:
        PersonSigns(
            id=uuid4(), case_id=person.case_id, person=person, rules=rules,
            created_by_id=actor.member_id,
        ).save(force_insert=True)  # fmt: skip
    elif row.rules != rules:
        now = timezone.now()
        PersonSigns.objects.filter(pk=row.pk).update(
            rules=rules, changed_at=now, version=F("version") + 1
        )


def _is_sign(rule: Rule) -> bool:
    return rule.urgency == NOW if rule.kind == "referral" else rule.extra.get("severity") in GRAVE
