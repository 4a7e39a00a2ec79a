# SPDX-License-Identifier: EUPL-1.2
"""Assessments, which never overwrite each other: added, answered, withdrawn, and replayed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.unit_of_work import log_act
from samvern.cases.assessments.ladder import HELPER
from samvern.cases.assessments.models import Assessment
from samvern.cases.core.models import Case, Person
from samvern.cases.core.pack import current_pack
from samvern.cases.facts import answers
from samvern.cases.facts.domain import (
    KnownFacts,
    apply_facts,
    encode_answers,
    person_facts,
    read_facts,
)
from samvern.cases.facts.evaluation import evaluate_on_day, facts_on_day
from samvern.identity.sealing import load_keys, open_field, set_sealed
from samvern.law import Pack, PackError, Result

Kind, Status = Assessment.Kind, Assessment.Status
HELPER_STEPS = (Status.POSSIBLE, Status.PRESUMED, Status.NOT_VERIFIED)
AUTHORITY_STEPS = (Status.POSSIBLE, Status.PRESUMED, Status.VERIFIED, Status.NOT_VERIFIED)
KEEPER = "samvern.web.publications.archive.restore_pack"
"""Where packs from before are kept: outside this room, so it is called by its name."""
SUGGESTED = {
    "concern": Status.POSSIBLE,
    "reasonable_grounds": Status.PRESUMED,
    "strong": Status.PRESUMED,
}


@dataclass(frozen=True)
class ReplayDifference:
    """A conclusion that comes out otherwise when an assessment is replayed."""

    rule: str
    then: str
    now: str


@dataclass(frozen=True)
class Replay:
    """An assessment worked out again; ``pack`` is None when its version is not kept here."""

    result: Result | None
    differences: tuple[ReplayDifference, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether every conclusion came out as it did."""
        return self.result is not None and not self.differences


def record_identification(
    *,
    actor: Actor,
    person: Person,
    step: str,
    ground: str,
    decided_on: date | None = None,
    known: KnownFacts | None = None,
) -> Assessment:
    """Write down somebody's identification with the answers and the result it rests on.

    Raises:
        Rejected: helpers do not verify. InputError: answers that contradict each other.
    """
    if step not in HELPER_STEPS:
        raise Rejected(
            _("Those who help can say possible, presumed, or that they no longer think so.")
        )
    day = decided_on or timezone.localdate()
    known = known or read_facts(person)
    facts, event = _asked(person, known, day)
    result = current_pack().assess(facts, asked_on=day, event_on=event)
    row = _row(actor, person, Kind.IDENTIFICATION, HELPER, step, day)
    content = {**facts, answers.EVENT: event} if event is not None else facts
    set_sealed(row, facts=encode_answers(content))
    set_sealed(row, result=result_digest(result))
    row.pack, row.pack_version, row.pack_hash = (
        current_pack().ruleset.id, current_pack().ruleset.version, current_pack().ruleset.hash,
    )  # fmt: skip
    return _add(actor, person, row, ground)


def record_verification(
    *,
    actor: Actor,
    person: Person,
    authority: str,
    step: str,
    ground: str,
    decided_on: date,
    decided_by: str,
    differs_from: Assessment | None = None,
) -> Assessment:
    """Write down what an authority decided under its own law; whoever was told may do so.

    Raises:
        Rejected: the day is to come.
    """
    if decided_on > timezone.localdate():
        raise Rejected(_("The decision cannot be from a day to come."))
    row = _row(actor, person, Kind.VERIFICATION, authority, step, decided_on)
    row.differs_from = differs_from
    row.voice_id = _voice(person, decided_by) or row.pk
    set_sealed(row, decided_by=decided_by)
    return _add(actor, person, row, ground)


def withdraw_assessment(
    *, actor: Actor, person: Person, assessment: Assessment, ground: str
) -> Assessment:
    """Take an assessment back: it stays in the history, and what stood before it stands again."""
    if assessment.step == Status.WITHDRAWN:
        raise Rejected(_("A withdrawal cannot be withdrawn. Add the assessment anew."))
    kind, authority = assessment.kind, assessment.authority
    row = _row(actor, person, kind, authority, Status.WITHDRAWN, timezone.localdate())
    row.voice_id, row.differs_from = assessment.voice_id, assessment
    set_sealed(row, decided_by=read_office(assessment))
    return _add(actor, person, row, ground)


def suggest_step(person: Person) -> str:
    """The step that the answers as they are known today would give; empty where they give none."""
    sheet = replace(person_facts(person, read_facts(person)), help="")
    return SUGGESTED.get(
        evaluate_on_day(current_pack(), sheet, timezone.localdate()).result.level, ""
    )


def list_assessments(case: Case, person: Person | None = None) -> list[Assessment]:
    """A case's assessments, or one person's, the newest first; keys are fetched at once."""
    rows = Assessment.objects.filter(case=case).select_related("person")
    rows = rows.filter(person=person) if person else rows
    found = list(rows.order_by("-decided_on", "-created_at"))
    load_keys([row.person_id for row in found])
    return found


def read_office(assessment: Assessment) -> str:
    """The office that decided; empty where those who help assessed."""
    return open_field(assessment, "decided_by")


def _voice(person: Person, office: str) -> UUID | None:
    """Under which assessment an office has spoken of a person before."""
    before = Assessment.objects.filter(person=person).exclude(decided_by_sealed=None)
    return next((row.voice_id for row in before if read_office(row) == office), None)


def read_ground(row: Assessment) -> str:
    """Why."""
    return open_field(row, "ground")


def replay_assessment(row: Assessment) -> Replay:
    """Work an identification out again, with the very pack it was made with."""
    pack = find_kept_pack(row.pack_hash)
    if pack is None:
        return Replay(None)
    text = open_field(row, "facts")
    facts, event = answers.facts_from_answers(answers.read_answers(text, pack.ruleset))
    result = pack.assess(facts, asked_on=row.decided_on, event_on=event)
    then = json.loads(open_field(row, "result"))
    return Replay(result, tuple(_differences(then, json.loads(result_digest(result)))))


def find_kept_pack(hash: str) -> Pack | None:
    """The pack with a hash: the one in use, or one kept from before; None where nobody kept it."""
    if hash == current_pack().ruleset.hash:
        return current_pack()
    try:
        pack: Pack = import_string(getattr(settings, "PACK_KEEPER", KEEPER))(hash=hash)
    except (ObjectDoesNotExist, PackError):
        return None
    return pack


def result_digest(result: Result) -> str:
    """Every conclusion of a result, and the days of its clocks, as text."""
    rules = result.ruleset.rules
    clocks = {rule.id: result.clock(rule.id) for rule in result.of_kind("clock")}
    found: dict[str, Any] = {
        "level": result.level,
        "values": {id: result.value(id).value for id in rules},
        "clocks": {id: [*clock.start, *clock.end] for id, clock in clocks.items()},
    }
    return json.dumps(found, sort_keys=True)


def _differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[ReplayDifference]:
    found = []
    if then["level"] != now["level"]:
        found.append(ReplayDifference("", then["level"], now["level"]))
    for part in ("values", "clocks"):
        for id in sorted(then[part].keys() | now[part].keys()):
            before, after = then[part].get(id), now[part].get(id)
            if before != after:
                found.append(ReplayDifference(id, str(before), str(after)))
    return found


def _asked(person: Person, known: KnownFacts, day: date) -> tuple[dict[str, Any], Any]:
    """The answers as they stand on a day, without what others have concluded about her."""
    sheet = replace(person_facts(person, known), help="")
    return facts_on_day(current_pack(), sheet, day), sheet.event_on


def _row(
    actor: Actor, person: Person, kind: str, authority: str, step: str, day: date
) -> Assessment:
    return Assessment(
        id=uuid4(),
        case_id=person.case_id,
        person=person,
        created_by_id=actor.member_id,
        kind=kind,
        authority=authority,
        step=step,
        decided_on=day,
    )


def _add(actor: Actor, person: Person, row: Assessment, ground: str) -> Assessment:
    set_sealed(row, ground=ground)
    row.save(force_insert=True)
    log_act(
        "assessment.add",
        case=person.case_id,
        object=row.pk,
        kind=row.kind,
        authority=row.authority,
        step=row.step,
    )
    apply_facts(actor=actor, person=person)
    return row
