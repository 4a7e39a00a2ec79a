# SPDX-License-Identifier: EUPL-1.2
"""The workbench: what is mine, what waits for whom; and how few questions it asks the database."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils import timezone, translation

from samvern.access.models import Member
from samvern.access.unit_of_work import current_unit_of_work
from samvern.cases.assistance.models import Assistance
from samvern.cases.core.models import Case
from samvern.cases.dashboard.domain import Dashboard, read_dashboard
from samvern.cases.deadlines.models import Deadline
from samvern.cases.handover.models import Handover
from samvern.cases.notices.domain import open_notice, read_all, read_inbox
from samvern.cases.notices.labels import NOTICE_KINDS
from samvern.cases.notices.models import Notice
from samvern.cases.tasks.models import Task
from samvern.identity.sealing import seal
from support.workspace import Workspace

pytestmark = pytest.mark.database
QUERIES = 26
"""Twelve of the desk's own, and one or two for each kind of line the rooms above add."""


def give_task(workspace: Workspace, owner: str, text: str, due_in: int | None) -> None:
    with workspace.acting("kari") as actor:
        case, row = workspace.cast.cases["own"], uuid4()
        Task(
            id=row,
            case_id=case,
            created_by_id=actor.member_id,
            owner_id=workspace.cast.members[owner],
            text_sealed=seal(case, "task.text", row, text),
            due_on=timezone.localdate() + timedelta(days=due_in) if due_in is not None else None,
        ).save(force_insert=True)


def names(workspace: Workspace) -> dict[str, str]:
    ids = workspace.cast.members
    with workspace.acting("kari"):
        return {name: Member.objects.get(pk=ids[name]).name for name in ("kari", "jonas")}


def desk_of(workspace: Workspace, who: str) -> Dashboard:
    with workspace.acting(who) as actor:
        return read_dashboard(actor=actor)


def test_deadlines_and_tasks_are_mine_and_open_what_they_say(fresh_workspace: Workspace) -> None:
    desk = desk_of(fresh_workspace, "kari")
    canaries = fresh_workspace.cast.canaries
    live = ("own", "held", "protected")
    mine = {canaries[f"{case}/deadline.title"] for case in live}
    assert {line.text for line in desk.deadlines.lines} == mine
    # Closing ended every deadline, task and action of the closed case in the same act.
    theirs = [f"{case}/{kind}.text" for case in live for kind in ("task", "action")]
    assert {line.text for line in desk.tasks.lines} == {canaries[place] for place in theirs}
    assert [line.due is None for line in desk.tasks.lines] == [False] * 3 + [True] * 3


def test_another_sees_none_of_it(fresh_workspace: Workspace) -> None:
    mine = {line.text for line in desk_of(fresh_workspace, "kari").tasks.lines}
    hers = {line.text for line in desk_of(fresh_workspace, "per").tasks.lines}
    assert (mine & hers, len(hers)) == (set(), 2)


def test_what_is_late_comes_first_and_is_called_late(fresh_workspace: Workspace) -> None:
    give_task(fresh_workspace, "kari", "Ring advokaten", -1)
    give_task(fresh_workspace, "kari", "Ring skolen", 0)
    first, second = desk_of(fresh_workspace, "kari").tasks.lines[:2]
    assert [(first.text, first.overdue), (second.text, second.overdue)] == [
        ("Ring advokaten", True),
        ("Ring skolen", False),
    ]


def test_what_others_have_to_do_in_my_case_waits_for_them(fresh_workspace: Workspace) -> None:
    give_task(fresh_workspace, "jonas", "Finn et bosted", 2)
    with fresh_workspace.acting("kari") as actor:
        person = fresh_workspace.cast.persons["own"]
        case = Case.objects.get(pk=fresh_workspace.cast.cases["own"])
        help = uuid4()
        Assistance(
            id=help,
            case=case,
            person_id=person,
            created_by_id=actor.member_id,
            kind="housing_own",
            provider_sealed=seal(person, "assistance.provider", help, "Eksempelhuset"),
            state=Assistance.State.ASKED,
            since=timezone.localdate() - timedelta(days=12),
        ).save(force_insert=True)
        row = uuid4()
        Handover(
            id=row,
            case=case,
            created_by_id=actor.member_id,
            giver_id=actor.member_id,
            taker_id=fresh_workspace.cast.members["jonas"],
            words_sealed=seal(case.pk, "handover.words", row, "Permisjon"),
        ).save(force_insert=True)
    jonas = names(fresh_workspace)["jonas"]
    waits = {(line.who, line.page) for line in desk_of(fresh_workspace, "kari").for_others.lines}
    assert waits == {
        ("Eksempelhuset", "assistance"),
        (jonas, "plan"),
        (jonas, "team"),
    }


def test_the_number_of_questions_does_not_grow_with_the_work(fresh_workspace: Workspace) -> None:
    def count() -> int:
        with (
            fresh_workspace.acting("kari") as actor,
            CaptureQueriesContext(
                connection,
            ) as asked,
        ):
            read_dashboard(actor=actor)
            return len(asked)

    few = count()
    for number in range(30):
        give_task(fresh_workspace, "kari", f"Oppgave {number}", number)
    desk = desk_of(fresh_workspace, "kari")
    assert (count(), few <= QUERIES) == (few, True)
    assert (len(desk.tasks.lines), desk.tasks.total, desk.tasks.rest) == (6, 36, 30)


def test_as_many_rows_as_are_shown_are_in_the_trail(fresh_workspace: Workspace) -> None:
    with fresh_workspace.acting("kari") as actor:
        desk = read_dashboard(actor=actor)
        (line,) = [line for line in current_unit_of_work().lines if line["act"] == "desk.see"]
    piles = (desk.deadlines, desk.tasks, desk.news, desk.for_me, desk.for_others)
    assert line["detail"]["rows"] == sum(len(pile.lines) for pile in piles)


def notify(workspace: Workspace, case: str, kind: str) -> Notice:
    with workspace.acting("kari") as actor:
        notice = Notice(
            case_id=workspace.cast.cases[case],
            member_id=actor.member_id,
            kind=kind,
            key=f"{kind}:{uuid4()}",
        )
        notice.save(force_insert=True)
    return notice


def test_a_notice_is_new_until_it_is_opened(fresh_workspace: Workspace) -> None:
    notice = notify(fresh_workspace, "own", "task-given")
    strange = notify(fresh_workspace, "foreign", "nobody-named-this")
    with fresh_workspace.acting("kari") as actor:
        told = read_inbox(actor=actor).notices
        references = {each.id: each.reference for each in told}
        assert [each.is_new for each in told] == [True, True]
        assert (references[notice.pk] != "", references[strange.pk]) == (True, "")
        assert str(fresh_workspace.cast.cases["own"]) in open_notice(
            actor=actor, notice_id=notice.pk
        )
        assert open_notice(actor=actor, notice_id=strange.pk).endswith("/inbox/")
        assert read_inbox(actor=actor).has_new is False


def test_all_notices_are_paged_and_read_at_once(fresh_workspace: Workspace) -> None:
    for _number in range(35):
        notify(fresh_workspace, "own", "deadline-soon")
    with fresh_workspace.acting("kari") as actor:
        first = read_inbox(actor=actor)
        second = read_inbox(actor=actor, before=first.pager.next)
        assert (len(first.notices), len(second.notices), second.pager.next) == (30, 5, "")
        assert {n.id for n in first.notices} & {n.id for n in second.notices} == set()
        assert len(read_inbox(actor=actor, before="not a moment").notices) == 30
        read_all(actor=actor)
        assert read_dashboard(actor=actor).news.total == 0


def test_an_extended_deadline_counts_from_its_new_day(fresh_workspace: Workspace) -> None:
    today = timezone.localdate()
    with fresh_workspace.acting("kari") as actor:
        case = fresh_workspace.cast.cases["own"]
        mine = Deadline.objects.filter(case_id=case)
        mine.update(due_on=today - timedelta(days=3), extended_to=today + timedelta(days=90))
        (line,) = [
            line for line in read_dashboard(actor=actor).deadlines.lines if line.case_id == case
        ]
    assert (line.due, line.overdue) == (today + timedelta(days=90), False)


def test_every_kind_of_notice_leads_to_a_page_there_is(fresh_workspace: Workspace) -> None:
    told = {kind: notify(fresh_workspace, "own", kind) for kind in NOTICE_KINDS}
    with fresh_workspace.superuser() as owner:  # what a notice is about has an address of its own
        owner.execute("UPDATE cases_notice SET about_id = gen_random_uuid()")
    with fresh_workspace.acting("kari") as actor, translation.override("nb"):
        for kind, notice in told.items():
            address = open_notice(actor=actor, notice_id=notice.pk)
            assert resolve(address).url_name == NOTICE_KINDS[kind][1]
