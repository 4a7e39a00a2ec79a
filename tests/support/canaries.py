# SPDX-License-Identifier: EUPL-1.2
"""A word that must never leak, in every sealed column of a case.

The words are derived from their place, so a test that finds one knows which wall it came through.
"""

import hashlib
import json
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.models.sealed import SealedData, sealed_fields_of
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
from samvern.identity.sealing import seal_fields, set_sealed

LETTERS = "bcdfghjklmnprstvz"
VOWELS = "aeiou"
LENGTH = 7  # syllables
LATER = frozenset({"case.close", "case.hold", "claim.end", "document.removal"})
"""Written only when something ends."""


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

    def texts(self, model: "type[models.Model] | models.Model", **wrapped: str) -> dict[str, str]:
        """A text with a canary for every sealed column that holds text, and those given."""
        return {
            field.short_name: self.word(field.seal_name, wrapped.get(field.short_name, "{}"))
            for field in sealed_fields_of(model)
            if field.short_name in wrapped
            or not (isinstance(field, SealedData) or field.seal_name in LATER)
        }

    def put(
        self, model: type[models.Model], wrapped: dict[str, str] | None = None, **values: Any
    ) -> Any:
        """One row with a canary in its sealed columns, each in the text it is given in."""
        names = {field.name for field in model._meta.fields}
        if "person" in names:
            values.setdefault("person", self.person)
        elif "person_id" in names:
            values.setdefault("person_id", self.person.pk)
        row = model(case_id=self.case.pk, created_by_id=self.actor.member_id, **values)
        set_sealed(row, **self.texts(row, **(wrapped or {})))
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
    for row in (planter.case, planter.person):
        sealed = seal_fields(row, **planter.texts(row))
        type(row)._default_manager.filter(pk=row.pk).update(**sealed)


def _plant_identity(planter: Planter) -> None:
    for kind in Claim.Kind:
        if kind in {Claim.Kind.NAME, Claim.Kind.ALIAS, Claim.Kind.CONTACT, Claim.Kind.PAPER}:
            source, sure = Claim.Source.PERSON, Claim.Confidence.PROBABLE
            planter.put(Claim, kind=kind, source=source, confidence=sure)
    planter.put(ProtectedAddress, grade=ProtectedAddress.Grade.STRENGT)


def _plant_law(planter: Planter) -> None:
    today = date.today()  # noqa: DTZ011 (invented days)
    facts = json.dumps({"age": 24})
    planter.put(FactSheet, {"facts": facts}, known_on=today)
    planter.put(
        AgeTold,
        {"span": json.dumps({"age": 24, "word": "{}"})},
        source="answers",
        told_on=today,
    )  # fmt: skip
    Person.objects.filter(pk=planter.person.pk).update(age_told="adult")
    planter.put(PersonSigns, rules=["R-REF-01"])
    planter.put(
        Assessment, kind=Assessment.Kind.IDENTIFICATION, authority="helper",
        step=Assessment.Status.PRESUMED, decided_on=today,
    )  # fmt: skip
    planter.put(
        Consent, purpose="protection",
        categories=["case", "rights"], given_at=timezone.now(),
    )  # fmt: skip
    planter.put(
        Assistance, kind="housing",
        state=Assistance.State.GIVEN, since=today,
    )  # fmt: skip
    planter.put(Deadline, due_on=today + timedelta(days=9), owner_id=planter.actor.member_id)


def _plant_work(planter: Planter) -> None:
    today = date.today()  # noqa: DTZ011 (invented days)
    mine = planter.actor.member_id
    goal = planter.put(Goal)
    planter.put(Action, goal=goal, owner_id=mine)
    planter.put(Risk, level=Risk.Level.HIGH, review_on=today)
    planter.put(Task, owner_id=mine, due_on=today + timedelta(days=3))
    planter.put(Note, happened_on=today)
    planter.put(
        Document, {"title": "{}.pdf"}, media_type="application/pdf", size=9, sha256="0" * 64,
        state=Document.State.CLEAN,
    )  # fmt: skip
