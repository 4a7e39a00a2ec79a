# SPDX-License-Identifier: EUPL-1.2
"""The clocks that run today in an open case, worked out from what is known by the pack of law."""

from datetime import date, timedelta

from samvern.cases.assessments.ladder import PRESUMED, VERIFIED
from samvern.cases.core.pack import current_pack
from samvern.cases.deadlines.counting import CountedDeadline, count_deadlines
from samvern.cases.deadlines.models import Deadline
from samvern.cases.facts.evaluation import PersonFacts, facts_on_day
from samvern.cases.facts.models import PersonSigns
from samvern.cases.facts.signs import find_signs
from samvern.demo_data.model import PersonInCase
from samvern.demo_data.writers.case_writer import CaseWriter

LONG_OVER = timedelta(days=21)
"""A limit that ran out so long ago was met then."""


def write_deadlines(page: CaseWriter, today: date) -> None:
    """A row for each clock that runs or waits for an answer; none in a closed case."""
    if page.story.closed_on:
        return
    for human in page.story.people:
        _write_reviews(page, human)
        if human.sheets:
            _write(page, human, today)


def _write(page: CaseWriter, human: PersonInCase, today: date) -> None:
    pack = current_pack()
    result = pack.assess(facts_on_day(pack, _sheet(human), today), asked_on=today)
    if rules := find_signs(result):
        page.add(PersonSigns, today, {}, person=human.number, rules=rules)
    for clock in count_deadlines(result):
        page.add(
            Deadline,
            clock.starts_on or page.story.opened_on,
            {},
            person=human.number,
            clock=clock.clock,
            starts_on=clock.starts_on,
            due_on=clock.due_on,
            latest_on=clock.latest_on,
            state=_state(clock, today),
            owner_id=page.actor.member_id,
            pack_hash=pack.ruleset.hash,
        )


def _write_reviews(page: CaseWriter, human: PersonInCase) -> None:
    """The next look at a risk is a deadline; one that was judged again is met."""
    for place, danger in enumerate(human.dangers, start=1):
        page.add(
            Deadline, danger.judged_on, {}, person=human.number, clock=Deadline.REVIEW,
            starts_on=danger.judged_on, due_on=danger.review_on,
            state="running" if place == len(human.dangers) else "met",
            owner_id=page.actor.member_id, pack_hash="",
        )  # fmt: skip


def _sheet(human: PersonInCase) -> PersonFacts:
    """What is known now, with what was decided about her."""
    newest = human.sheets[-1]
    facts: dict[str, object] = dict(newest.facts)
    if human.exploited_as_child is not None:
        facts.setdefault("exploited_as_child", human.exploited_as_child)
    presumed = any(finding.step in {PRESUMED, VERIFIED} for finding in human.findings)
    help_ = PRESUMED if presumed else ""
    return PersonFacts(facts, newest.known_on, None, human.age_seen, help_)


def _state(clock: CountedDeadline, today: date) -> str:
    over = clock.due_on is not None and clock.due_on < today - LONG_OVER
    return Deadline.State.MET if over else Deadline.State.RUNNING
