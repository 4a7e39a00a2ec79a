# SPDX-License-Identifier: EUPL-1.2
"""The job that reminds: owners, then leaders, once each, and an e-mail that says nothing."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import override_settings
from django.utils import timezone

from samvern.cases.core.models import Case
from samvern.cases.core.pack import current_pack
from samvern.cases.deadlines.domain import add_deadline, stop_deadline
from samvern.cases.deadlines.models import Deadline
from samvern.cases.notices import letters
from samvern.cases.notices.models import Notice
from samvern.web.jobs.schedule import JOB_BY_NAME
from support.casework import service_of
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def letterbox() -> Iterator[None]:
    """What is mailed stays here."""
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        yield


@pytest.fixture
def workspace(fresh_workspace: Workspace) -> Workspace:
    """One in which nothing but the deadlines of a test runs."""
    with fresh_workspace.superuser() as connection:
        connection.execute("DELETE FROM cases_deadline")
    return fresh_workspace


def deadline(workspace: Workspace, days: int, case: str = "own") -> Deadline:
    with workspace.acting("kari") as actor:
        return add_deadline(
            actor=actor,
            case=Case.objects.get(pk=workspace.cast.cases[case]),
            title="Svar",
            due_on=timezone.localdate() + timedelta(days=days),
        )


def in_working_days(least: int) -> int:
    """So many days ahead that the last day, and those it is warned of on, are working days."""
    today, off = timezone.localdate(), current_pack().ruleset.holidays.off
    return next(
        days
        for days in range(least, least + 30)
        if not any(off(today + timedelta(days=days - before)) for before in (0, 1, 7))
    )


def remind(workspace: Workspace, days: float = 0, member: str = "kari") -> int:
    """Now, or at noon some days on: before eight in the morning nobody is reminded."""
    noon = timezone.localtime().replace(hour=12, minute=0)
    moment = noon + timedelta(days=days) if days else timezone.now()
    return remind_at(workspace, moment, member)


def remind_at(workspace: Workspace, moment: datetime, member: str = "kari") -> int:
    return int(JOB_BY_NAME["remind"].run(service_of(workspace, member), now=moment))


def told(workspace: Workspace) -> Counter[tuple[str, str]]:
    with workspace.superuser() as connection:
        rows = connection.execute(
            "SELECT m.id, n.kind FROM cases_notice n JOIN access_member m ON m.id = n.member_id"
        ).fetchall()
    names = {id: name for name, id in workspace.cast.members.items()}
    return Counter((names[member], kind) for member, kind in rows)


def read_all(workspace: Workspace, member: str) -> None:
    with workspace.acting(member):
        Notice.objects.filter(read_at=None).update(read_at=timezone.now())


def test_each_reminder_is_given_once_however_often_the_job_runs(workspace: Workspace) -> None:
    deadline(workspace, in_working_days(30))
    for day in range(90):
        for moment in (day, day + 0.4):
            remind(workspace, moment)
            read_all(workspace, "kari")
    assert told(workspace) == {
        ("kari", "deadline-soon"): 2,
        ("kari", "deadline-last"): 1,
        ("kari", "deadline-overdue"): 1,
        ("tone", "deadline-overdue"): 1,
    }


def test_the_leader_hears_when_nobody_answers(workspace: Workspace) -> None:
    days = in_working_days(30)
    deadline(workspace, days)
    for day in range(days - 5):
        remind(workspace, day)
    assert told(workspace)["tone", "deadline-unanswered"] == 1


def test_nothing_is_said_of_a_deadline_that_was_stopped_or_met(workspace: Workspace) -> None:
    row = deadline(workspace, 30)
    with workspace.acting("kari") as actor:
        stop_deadline(actor=actor, deadline=row, expected=row.version, reason="Ikke nødvendig")
    for day in range(0, 60, 5):
        remind(workspace, day)
    assert told(workspace) == {}


def test_a_case_that_is_closed_reminds_nobody(workspace: Workspace) -> None:
    deadline(workspace, 3)
    with workspace.superuser() as connection:
        connection.execute("UPDATE cases_case SET state = 'closed'")
    assert remind(workspace, 10) == 0


def test_another_organisations_job_reaches_nothing(workspace: Workspace) -> None:
    deadline(workspace, 1)
    assert remind(workspace, 5, member="per") == 0
    assert told(workspace) == {}


def test_an_e_mail_says_only_that_there_is_a_deadline(workspace: Workspace) -> None:
    deadline(workspace, 1)
    deadline(workspace, 1)
    remind(workspace)
    remind(workspace)
    [message] = mail.outbox
    assert (message.subject, message.body) == (
        "Du har en frist", "Du har en frist i Samvern. Logg inn for å se den.",
    )  # fmt: skip
    assert message.to == ["kari@samvern.example"]
    reference = str(message.message())
    with workspace.acting("kari"):
        assert Case.objects.get(pk=workspace.cast.cases["own"]).reference not in reference


def test_a_mail_that_cannot_be_sent_is_tried_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_values: Any) -> None:
        raise OSError("the mail server is down")

    deadline(workspace, 1)
    with monkeypatch.context() as patch:
        patch.setattr(letters, "send_mail", broken)
        assert remind(workspace) == 1
    assert mail.outbox == []
    remind(workspace)
    assert len(mail.outbox) == 1


def test_whoever_has_no_address_at_work_is_told_inside_alone(workspace: Workspace) -> None:
    deadline(workspace, 1)
    with workspace.superuser() as connection:
        connection.execute("UPDATE access_member SET email = ''")
    assert remind(workspace) == 1
    assert mail.outbox == []


def test_a_deadline_that_moves_is_reminded_of_anew(workspace: Workspace) -> None:
    row = deadline(workspace, 1)
    remind(workspace)
    with workspace.acting("kari"):
        Deadline.objects.filter(pk=row.pk).update(due_on=row.due_on + timedelta(days=20))
    remind(workspace, 20)
    assert [sum(told(workspace).values()), {who for who, _kind in told(workspace)}] == [2, {"kari"}]


def test_an_hour_is_reminded_of_in_hours(workspace: Workspace) -> None:
    row = deadline(workspace, 2)
    now = timezone.now()
    due = now + timedelta(hours=30)
    with workspace.acting("kari"):
        Deadline.objects.filter(pk=row.pk).update(due_at=due)
    given = []
    for hours in (0, 7, 25, 31):
        given.append(remind_at(workspace, now + timedelta(hours=hours)))
    assert given == [0, 1, 1, 2]
    assert told(workspace) == {
        ("kari", "deadline-soon"): 2,
        ("kari", "deadline-overdue"): 1,
        ("tone", "deadline-overdue"): 1,
    }
