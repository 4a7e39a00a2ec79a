# SPDX-License-Identifier: EUPL-1.2
"""The people of a case as rows: who they are, what is known and agreed, what was done for them."""

import json
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from samvern.cases.ages.calculation import AGE_FACTS, bounds_on
from samvern.cases.ages.domain import birth_span
from samvern.cases.ages.models import AgeTold
from samvern.cases.ages.resolution import SourceAge, resolve_age
from samvern.cases.assessments.domain import result_digest
from samvern.cases.assessments.models import Assessment
from samvern.cases.assistance.models import Assistance
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Person
from samvern.cases.core.pack import current_pack
from samvern.cases.facts import answers
from samvern.cases.facts.models import FactSheet
from samvern.cases.persons.models import Relation
from samvern.cases.plan.models import Action, Goal
from samvern.cases.risks.models import Risk
from samvern.demo_data.model import AssessmentText, GoalText, PersonInCase
from samvern.demo_data.writers.case_writer import CaseWriter
from samvern.identity.claims.domain import index_entries
from samvern.identity.claims.values import KnownClaim
from samvern.identity.models import Claim, ProtectedAddress


def write_people(page: CaseWriter) -> None:
    """Everybody in the case, and how they belong together."""
    for human in page.story.people:
        row = _person(page, human)
        page.rows.append(row)
        row.age_told = _write_ages(page, human)
        row.address_protected = bool(human.address)
    for kind, first, second in page.story.bonds:
        page.add(
            Relation, page.story.opened_on, {}, person=first,
            other_id=page.person_id(second), kind=kind,
        )  # fmt: skip
    for human in page.story.people:
        _write_identity(page, human)
        _write_law(page, human)
        _write_plan(page, human)


def _person(page: CaseWriter, human: PersonInCase) -> Person:
    key, at = page.person_id(human.number), page.at(page.story.opened_on)
    initials = page.seal(key, "person.initials", key, human.initials) if human.initials else None
    return Person(
        id=key, created_at=at, changed_at=at, version=1, case_id=page.case_id,
        created_by_id=page.actor.member_id, role_in_case=human.place, number=human.number,
        initials_sealed=initials, age_seen=human.age_seen,
        exploited_as_child=human.exploited_as_child,
    )  # fmt: skip


def _write_identity(page: CaseWriter, human: PersonInCase) -> None:
    """The claims, what they can be found by, and where she lives if that is hidden."""
    opened = page.story.opened_on
    known: list[KnownClaim] = []
    for each in human.claims:
        claim = page.add(
            Claim,
            opened,
            {"value": each.value},
            person=human.number,
            kind=each.kind,
            source=each.source,
            confidence=each.confidence,
        )
        for entry in index_entries(claim, each.value, known):
            entry.created_at = claim.created_at
            page.rows.append(entry)
        known.append(KnownClaim(claim, each.value))
    if human.address:
        grade, text = human.address
        page.add(ProtectedAddress, opened, {"address": text}, person=human.number, grade=grade)


def _write_ages(page: CaseWriter, human: PersonInCase) -> str:
    """What the newest answers and every date of birth tell of her age; what they agree on."""
    told = []
    if human.sheets:
        newest = human.sheets[-1]
        said = {name: newest.facts[name] for name in AGE_FACTS if name in newest.facts}
        told.append((AgeTold.Source.ANSWERS, said, newest.known_on))
    opened = page.story.opened_on
    told += [
        (AgeTold.Source.CLAIM, birth_span(each.value), opened)
        for each in human.claims
        if each.kind == Claim.Kind.BIRTH_DATE
    ]
    spans = []
    for source, said, told_on in told:
        span = bounds_on(said, told_on, date.today()) if said else None  # noqa: DTZ011
        if span is not None:
            spans.append(SourceAge(source, *span, told_on))
            page.add(AgeTold, told_on, {"span": json.dumps(said, default=str)},
                     person=human.number, source=source, told_on=told_on)  # fmt: skip
    return resolve_age(human.age_seen, spans).agreed


def _write_law(page: CaseWriter, human: PersonInCase) -> None:
    for sheet in human.sheets:
        page.add(
            FactSheet,
            sheet.known_on,
            {"facts": answers.write_answers(sheet.facts)},
            person=human.number,
            known_on=sheet.known_on,
        )
    write_findings(page, human)
    for given in human.agreements:
        recipient = page.cast.organisations.get(given.recipient)
        page.add(
            Consent, given.given_on, {"words": given.words, "language": given.language},
            person=human.number, purpose=given.purpose, recipient_id=recipient,
            categories=list(given.categories), interpreter=given.interpreter,
            given_at=noon(given.given_on), refused=given.refused, expires_on=given.expires_on,
            withdrawn_at=given.withdrawn_on and noon(given.withdrawn_on),
            withdrawn_by_id=page.actor.member_id if given.withdrawn_on else None,
        )  # fmt: skip


def _write_plan(page: CaseWriter, human: PersonInCase) -> None:
    opened = page.story.opened_on
    for each in human.help:
        page.add(
            Assistance, each.since or opened, {"words": each.words, "provider": each.provider},
            person=human.number, kind=each.kind, state=each.state, since=each.since,
            until=each.until, ground=each.ground,
        )  # fmt: skip
    goals = [(aim, page.add(Goal, opened, {"text": aim.text}, person=human.number,
                            state=aim.state)) for aim in human.aims]  # fmt: skip
    for aim, goal in goals:
        _write_steps(page, aim, goal)
    for danger in human.dangers:
        page.add(
            Risk, danger.judged_on, {"threats": danger.threats, "plan": danger.plan},
            person=human.number, level=danger.level, review_on=danger.review_on,
        )  # fmt: skip


def _write_steps(page: CaseWriter, aim: GoalText, goal: Goal) -> None:
    for step in aim.steps:
        page.add(
            Action, page.story.opened_on, {"text": step.text}, goal_id=goal.pk,
            owner_id=page.actor.member_id, due_on=step.due_on,
            done_at=step.done_on and noon(step.done_on),
            ended_at=None if step.done_on else ended(page),
        )  # fmt: skip


def ended(page: CaseWriter) -> datetime | None:
    """When closing the case ended what was not done."""
    return noon(page.story.closed_on) if page.story.closed_on else None


def noon(day: date) -> datetime:
    """Twelve o'clock."""
    return datetime.combine(day, time(12), UTC)


def write_findings(page: CaseWriter, human: PersonInCase) -> None:
    """The assessments of one person, each pointing to the one it disagrees with."""
    made: list[Assessment] = []
    voices: dict[str, UUID] = {}
    for finding in human.findings:
        other = None if finding.differs is None else made[finding.differs].pk
        texts = {
            "ground": finding.ground, "decided_by": finding.decided_by, **_basis(finding),
        }  # fmt: skip
        row = page.add(
            Assessment, finding.decided_on, texts, person=human.number, kind=finding.kind,
            authority=finding.authority, step=finding.step, decided_on=finding.decided_on,
            differs_from_id=other, **(_stamp() if finding.facts else {}),
        )  # fmt: skip
        if finding.decided_by:
            row.voice_id = voices.setdefault(finding.decided_by, row.pk)
        made.append(row)


def _basis(finding: AssessmentText) -> dict[str, str]:
    if not finding.facts:
        return {}
    result = current_pack().assess(finding.facts, asked_on=finding.decided_on)
    return {"facts": answers.write_answers(finding.facts), "result": result_digest(result)}


def _stamp() -> dict[str, Any]:
    ruleset = current_pack().ruleset
    return {"pack": ruleset.id, "pack_version": ruleset.version, "pack_hash": ruleset.hash}
