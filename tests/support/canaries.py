# SPDX-License-Identifier: EUPL-1.2
"""A word that must never leak, in every sealed column of a case.

The words are derived from their place, so a test that finds one knows which wall it came through.
"""

import hashlib
import json
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.db import models
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.models.base import stored_name
from samvern.cases.ages.models import AgeTold
from samvern.cases.assessments.models import Assessment
from samvern.cases.assistance.models import Assistance
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Case, Person
from samvern.cases.deadlines.models import Deadline
from samvern.cases.documents.models import Document
from samvern.cases.facts.models import FactSheet, PersonSigns
from samvern.cases.notes.models import Note
from samvern.cases.plan.models import Action, Goal
from samvern.cases.risks.models import Risk
from samvern.cases.tasks.models import Task
from samvern.identity.models import Claim, ProtectedAddress
from samvern.identity.sealing import seal

LETTERS = "bcdfghjklmnprstvz"
VOWELS = "aeiou"
LENGTH = 7  # syllables


def word_for(place: str) -> str:
    """A word nobody writes by chance, always the same for a place such as ``own/note.text``."""
    digest = hashlib.sha256(place.encode()).digest()
    pairs = zip(digest[::2], digest[1::2], strict=True)
    syllables = [LETTERS[a % len(LETTERS)] + VOWELS[b % len(VOWELS)] for a, b in pairs]
    return "Kanari" + "".join(syllables[:LENGTH])


class Planter:
    """Writes rows of one case with a canary in each sealed column, and remembers the words."""

    def __init__(self, actor: Actor, name: str, case: Case, person: Person) -> None:
        self.actor, self.name, self.case, self.person = actor, name, case, person
        self.words: dict[str, str] = {}

    def word(self, field: str, wrapped: str = "{}") -> str:
        """The text with the canary of a column."""
        place = f"{self.name}/{field}"
        self.words[place] = word_for(place)
        return wrapped.replace("{}", self.words[place])

    def put(self, model: type[models.Model], texts: dict[str, str], **values: Any) -> Any:
        """One row with these texts sealed into its columns."""
        row_id = uuid4()
        names = {field.name for field in model._meta.fields}
        own = ("person" in names and "person" not in values) or "person_id" in names
        subject = self.person.pk if own else self.case.pk
        kind = stored_name(model)
        for column, text in texts.items():
            sealed = seal(subject, f"{kind}.{column}", row_id, self.word(f"{kind}.{column}", text))
            values[f"{column}_sealed"] = sealed
        if "person" in names:
            values.setdefault("person", self.person)
        elif "person_id" in names:
            values.setdefault("person_id", self.person.pk)
        row = model(id=row_id, case_id=self.case.pk, created_by_id=self.actor.member_id, **values)
        row.save(force_insert=True)
        return row


def plant(actor: Actor, name: str, case: Case, person: Person) -> dict[str, str]:
    """Fill a case with one row of each kind; the words planted, by place."""
    planter = Planter(actor, name, case, person)
    _plant_case(planter)
    _plant_identity(planter)
    _plant_law(planter)
    _plant_work(planter)
    return planter.words


def _plant_case(planter: Planter) -> None:
    case, person = planter.case, planter.person
    label = seal(case.pk, "case.label", case.pk, planter.word("case.label"))
    Case.objects.filter(pk=case.pk).update(label_sealed=label)
    initials = seal(person.pk, "person.initials", person.pk, planter.word("person.initials"))
    ground = seal(person.pk, "person.age_ground", person.pk, planter.word("person.age_ground"))
    Person.objects.filter(pk=person.pk).update(initials_sealed=initials, age_ground_sealed=ground)


def _plant_identity(planter: Planter) -> None:
    for kind in Claim.Kind:
        if kind in {Claim.Kind.NAME, Claim.Kind.ALIAS, Claim.Kind.CONTACT, Claim.Kind.PAPER}:
            planter.put(
                Claim, {"value": "{}"}, kind=kind, source=Claim.Source.PERSON,
                confidence=Claim.Confidence.PROBABLE,
            )  # fmt: skip
    planter.put(ProtectedAddress, {"address": "{}"}, grade=ProtectedAddress.Grade.STRENGT)


def _plant_law(planter: Planter) -> None:
    today = date.today()  # noqa: DTZ011 (invented days)
    facts = json.dumps({"age": 24})
    planter.put(FactSheet, {"facts": facts, "note": "{}"}, known_on=today)
    planter.put(
        AgeTold,
        {"span": json.dumps({"age": 24, "word": "{}"})},
        source="answers",
        told_on=today,
    )  # fmt: skip
    Person.objects.filter(pk=planter.person.pk).update(age_told="adult")
    planter.put(PersonSigns, {}, rules=["R-REF-01"])
    planter.put(
        Assessment, {"ground": "{}"}, kind=Assessment.Kind.IDENTIFICATION, authority="helper",
        step=Assessment.Status.PRESUMED, decided_on=today,
    )  # fmt: skip
    planter.put(
        Consent, {"words": "{}"}, purpose="protection", recipient_text="", language="en",
        categories=["case", "rights"], given_at=timezone.now(),
    )  # fmt: skip
    planter.put(
        Assistance, {"words": "{}"}, kind="housing", provider="Eksempelhjelpen",
        state=Assistance.State.GIVEN, since=today,
    )  # fmt: skip
    planter.put(
        Deadline, {"title": "{}", "reason": "{}"}, due_on=today + timedelta(days=9),
        owner_id=planter.actor.member_id,
    )  # fmt: skip


def _plant_work(planter: Planter) -> None:
    today = date.today()  # noqa: DTZ011 (invented days)
    mine = planter.actor.member_id
    goal = planter.put(Goal, {"text": "{}"})
    planter.put(Action, {"text": "{}"}, goal=goal, owner_id=mine)
    planter.put(Risk, {"threats": "{}", "plan": "{}"}, level=Risk.Level.HIGH, review_on=today)
    planter.put(Task, {"text": "{}"}, owner_id=mine, due_on=today + timedelta(days=3))
    planter.put(Note, {"text": "{}"}, happened_on=today)
    planter.put(
        Document, {"title": "{}.pdf"}, media_type="application/pdf", size=9, sha256="0" * 64,
        state=Document.State.CLEAN,
    )  # fmt: skip
