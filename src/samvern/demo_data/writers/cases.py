# SPDX-License-Identifier: EUPL-1.2
"""The case itself as rows: who has it, what was noted and is to be done, who it is shared with."""

from datetime import date

from django.db.models import Model

from samvern.access.models import Share, TeamMember
from samvern.access.unit_of_work import log_act
from samvern.cases.ages.models import AgeTold
from samvern.cases.assessments.models import Assessment
from samvern.cases.assistance.models import Assistance
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Case, Person
from samvern.cases.deadlines.models import Deadline
from samvern.cases.documents.models import Document
from samvern.cases.facts.models import FactSheet, PersonSigns
from samvern.cases.notes.models import Note
from samvern.cases.persons.models import Relation
from samvern.cases.plan.models import Action, Goal
from samvern.cases.risks.models import Risk
from samvern.cases.tasks.models import Task
from samvern.demo_data.writers.case_writer import CaseWriter, reference_of
from samvern.demo_data.writers.deadlines import write_deadlines
from samvern.demo_data.writers.documents import write_documents
from samvern.demo_data.writers.persons import ended, noon, write_people
from samvern.identity.models import Claim, Key, LookUp, ProtectedAddress

ORDER: tuple[type[Model], ...] = (
    Case, TeamMember, Key, Person, AgeTold, Relation, Claim, LookUp, ProtectedAddress, FactSheet,
    Assessment, Consent, Share, Assistance, Goal, Action, Risk, Task, Note, Document,
    Deadline, PersonSigns,
)  # fmt: skip
"""What is written before what: row security asks for the case, and for whoever a row refers to."""


def write_case(page: CaseWriter, today: date) -> None:
    """Everything of one case, onto its page."""
    _write_keys(page)
    page.rows.append(_case(page))
    _write_team(page)
    write_people(page)
    _write_work(page)
    write_documents(page)
    _write_shares(page)
    write_deadlines(page, today)
    log_act("case.open", case=page.case_id, kind=page.story.kind, origin=page.story.origin)


def in_order(rows: list[Model]) -> list[Model]:
    """The rows of many pages, table by table."""
    return sorted(rows, key=lambda row: ORDER.index(type(row)))


def _write_keys(page: CaseWriter) -> None:
    page.new_key(page.case_id)
    for human in page.story.people:
        page.new_key(page.person_id(human.number))


def _case(page: CaseWriter) -> Case:
    story, me = page.story, page.actor.member_id
    texts = {"label": story.label, "close": story.close_words, "hold": story.hold_words}
    sealed = {
        f"{column}_sealed": page.seal(page.case_id, f"case.{column}", page.case_id, text)
        for column, text in texts.items()
        if text
    }
    last = story.closed_on or max([story.opened_on, *(each.happened_on for each in story.notes)])
    return Case(
        id=page.case_id, created_at=page.at(story.opened_on), changed_at=page.at(last),
        reference=reference_of(page.draws, story.key),
        organisation_id=page.cast.organisations[story.body],
        unit_id=page.cast.units[story.body, story.unit], owner_id=me, created_by_id=me,
        kind=story.kind, circle=story.circle, origin=story.origin,
        state="closed" if story.closed_on else "open", close_ground=story.close_ground,
        closed_at=story.closed_on and noon(story.closed_on),
        held_at=story.held_on and noon(story.held_on),
        held_by_id=me if story.held_on else None, **sealed,
    )  # fmt: skip


def _write_team(page: CaseWriter) -> None:
    me, at = page.actor.member_id, page.at(page.story.opened_on)
    everybody = [me, *(page.cast.members[login] for login in page.story.team)]
    page.rows += [
        TeamMember(created_at=at, case_id=page.case_id, member_id=member, is_owner=member == me,
                   added_by_id=me)
        for member in everybody
    ]  # fmt: skip


def _write_work(page: CaseWriter) -> None:
    for note in page.story.notes:
        page.add(Note, note.happened_on, {"text": note.text}, kind=note.kind,
                 happened_on=note.happened_on)  # fmt: skip
    for task in page.story.tasks:
        page.add(Task, page.story.opened_on, {"text": task.text}, owner_id=page.actor.member_id,
                 due_on=task.due_on, ended_at=ended(page))  # fmt: skip


def _write_shares(page: CaseWriter) -> None:
    """What was shared, each on the consent or the provision it rests on."""
    consents = [row for row in page.rows if isinstance(row, Consent)]
    for each in page.story.shares:
        page.add(
            Share, each.since, {}, organisation_id=page.cast.organisations[each.body],
            categories=list(each.categories), purpose=each.purpose, basis=each.basis,
            provision=each.provision,
            consent_id=None if each.agreement is None else consents[each.agreement].pk,
            since=noon(each.since), until=noon(each.until),
            ended_at=each.ended_on and noon(each.ended_on),
            ended_by_id=page.actor.member_id if each.ended_on else None,
        )  # fmt: skip
