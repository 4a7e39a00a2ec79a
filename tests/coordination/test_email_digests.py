# SPDX-License-Identifier: EUPL-1.2
"""Letters as they go out: how many messages, where to sign in, and nothing else."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from samvern.cases.core.models import Case
from samvern.cases.notices import letters
from samvern.cases.notices.domain import notify
from samvern.cases.notices.reminder_clock import OSLO
from samvern.coordination.email_digests.models import DigestRule
from samvern.web.jobs.schedule import JOB_BY_NAME
from support.casework import service_of
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
RULE = {
    "letters": "at_once", "digest_at": "", "quiet_from": "", "quiet_to": "", "language": "nb",
    "urgent_passes": "on",
}  # fmt: skip


@pytest.fixture(autouse=True)
def letterbox() -> Iterator[None]:
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        yield


@pytest.fixture
def workspace(fresh_workspace: Workspace) -> Workspace:
    with fresh_workspace.superuser() as connection:
        connection.execute("DELETE FROM cases_notice")
    return fresh_workspace


def notice(workspace: Workspace, to: str = "kari", kind: str = "team-added") -> None:
    """A colleague of hers leaves a notice about her case."""
    with workspace.acting("tone"):
        case = workspace.cast.cases["own"]
        key = f"{kind}:{timezone.now().isoformat()}"
        notify(workspace.cast.members[to], kind, key, case_id=case)


def round_of_letters(workspace: Workspace, now: datetime | None = None) -> int:
    return int(JOB_BY_NAME["letters"].run(service_of(workspace), now=now))


def put(workspace: Workspace, **changes: str) -> None:
    values = {name: value for name, value in {**RULE, **changes}.items() if value}
    answer = Desk(workspace, "kari").send("telling", values)
    assert answer.status_code == 302, answer.content.decode()


def at(hour: int, *, days: int = 1) -> datetime:
    day = (timezone.now() + timedelta(days=days)).astimezone(OSLO).date()
    return datetime.combine(day, time(hour), OSLO)


def test_a_letter_says_how_many_there_are_and_nothing_else(workspace: Workspace) -> None:
    notice(workspace)
    notice(workspace, kind="handover-offered")
    assert round_of_letters(workspace) == 1
    [letter] = mail.outbox
    assert letter.subject == "Nye meldinger i Samvern"
    assert letter.body.strip() == "Du har 2 nye meldinger i Samvern. Logg inn for å lese."
    assert letter.to == ["kari@samvern.example"]
    with workspace.acting("kari"):
        case = Case.objects.get(pk=workspace.cast.cases["own"])
    whole = str(letter.message())
    for word in (case.reference, str(case.pk), "team-added", "handover", "kari@samvern.no"):
        assert word not in whole


def test_each_message_is_told_of_once(workspace: Workspace) -> None:
    notice(workspace)
    assert [round_of_letters(workspace) for _ in range(3)] == [1, 0, 0]
    notice(workspace)
    assert round_of_letters(workspace) == 1


def test_what_has_been_read_is_told_of_in_no_letter(workspace: Workspace) -> None:
    notice(workspace)
    Desk(workspace, "kari").send("inbox")
    assert round_of_letters(workspace) == 0


def test_a_letter_that_cannot_be_sent_is_tried_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_values: Any) -> None:
        raise OSError("the mail server is down")

    notice(workspace)
    with monkeypatch.context() as patch:
        patch.setattr(letters, "send_mail", broken)
        assert round_of_letters(workspace) == 0
    assert round_of_letters(workspace) == 1


def test_a_server_that_stops_half_way_neither_repeats_nor_starves(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was sent before it hung is marked for good, whatever becomes of the round."""
    colleagues = ("kari", "tone", "jonas")
    for name in colleagues:
        notice(workspace, name)
    sent: list[str] = []

    def one_then_none(_subject: str, _body: str, _sender: None, to: list[str]) -> None:
        if sent:
            raise KeyboardInterrupt("the worker is killed in the middle")
        assert not connection.in_atomic_block
        sent.extend(to)

    with monkeypatch.context() as patch:
        patch.setattr(letters, "send_mail", one_then_none)
        with pytest.raises(KeyboardInterrupt):
            round_of_letters(workspace)
    round_of_letters(workspace)
    later = [to for letter in mail.outbox for to in letter.to]
    assert sent[0] not in later
    assert len(later) == len(colleagues) - 2  # the one in hand when it was killed is lost


def test_one_address_that_hangs_holds_up_nobody_else(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("kari", "tone", "jonas"):
        notice(workspace, name)
    tried: list[str] = []

    def hangs_for_kari(_subject: str, _body: str, _sender: None, to: list[str]) -> None:
        tried.extend(to)
        if to == ["kari@samvern.example"]:
            raise TimeoutError

    monkeypatch.setattr(letters, "send_mail", hangs_for_kari)
    assert [round_of_letters(workspace) for _ in range(3)] == [2, 0, 0]
    assert sorted(tried) == sorted(
        [f"{name}@samvern.example" for name in ("tone", "jonas", "kari", "kari", "kari")]
    )


def test_a_round_ends_in_time_and_leaves_the_rest_to_the_next(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("kari", "tone", "jonas"):
        notice(workspace, name)
    clock = iter(range(0, 10_000, 40))
    monkeypatch.setattr(letters, "monotonic", lambda: next(clock))
    assert [round_of_letters(workspace) for _ in range(3)] == [1, 1, 1]
    assert len({to for letter in mail.outbox for to in letter.to}) == 3


def test_a_gathered_letter_comes_at_its_hour(workspace: Workspace) -> None:
    put(workspace, letters="digest", digest_at="09:00")
    notice(workspace)
    notice(workspace)
    today = at(9, days=0)
    nine = today if timezone.now() < today else at(9)
    assert round_of_letters(workspace, nine - timedelta(minutes=1)) == 0
    assert round_of_letters(workspace, nine) == 1
    assert round_of_letters(workspace, nine + timedelta(days=1)) == 0
    assert "2 nye meldinger" in mail.outbox[0].body


def test_quiet_hours_hold_back_all_but_what_cannot_wait(workspace: Workspace) -> None:
    put(workspace, quiet_from="20:00", quiet_to="07:00")
    notice(workspace)
    assert round_of_letters(workspace, at(23)) == 0
    notice(workspace, kind="glass-broken")
    assert round_of_letters(workspace, at(23)) == 1
    put(workspace, quiet_from="20:00", quiet_to="07:00", urgent_passes="")
    notice(workspace, kind="glass-broken")
    assert round_of_letters(workspace, at(23, days=2)) == 0
    assert round_of_letters(workspace, at(7, days=3)) == 1


def test_whoever_wants_none_gets_none_and_no_old_ones_later(workspace: Workspace) -> None:
    put(workspace, letters="off")
    notice(workspace)
    assert round_of_letters(workspace, at(12)) == 0
    put(workspace)
    assert round_of_letters(workspace, at(12, days=2)) == 0
    notice(workspace)
    assert round_of_letters(workspace) == 1


def test_the_letter_is_in_the_language_she_chose(workspace: Workspace) -> None:
    put(workspace, language="nn")
    notice(workspace)
    round_of_letters(workspace)
    assert mail.outbox[0].subject == "Nye meldingar i Samvern"


def test_deadlines_are_told_of_in_her_way_once_she_has_one(workspace: Workspace) -> None:
    notice(workspace, kind="deadline-soon")
    assert round_of_letters(workspace) == 0  # the job that reminds has its own letter
    put(workspace)
    assert round_of_letters(workspace) == 1


def test_another_organisations_job_tells_nobody_here(workspace: Workspace) -> None:
    notice(workspace)
    assert JOB_BY_NAME["letters"].run(service_of(workspace, "per")) == 0


def test_a_rule_is_its_members_own(workspace: Workspace) -> None:
    put(workspace, letters="off")
    with workspace.acting("jonas"):
        assert DigestRule.objects.count() == 0
    with workspace.acting("tone"):
        assert DigestRule.objects.count() == 0
    with workspace.acting("kari"):
        assert DigestRule.objects.get().letters == "off"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"quiet_from": "20:00"}, "Oppgi både når stilletiden begynner"),
        ({"letters": "digest"}, "Oppgi når den samlede e-posten skal komme"),
        ({"quiet_from": "25:99", "quiet_to": "07:00"}, "tid"),
    ],
)
def test_what_cannot_be_is_said_beside_what_was_typed(
    workspace: Workspace, changes: dict[str, str], said: str
) -> None:
    values = {name: value for name, value in {**RULE, **changes}.items() if value}
    answer = Desk(workspace, "kari").send("telling", values)
    assert answer.status_code == 400
    text = answer.content.decode()
    assert said in text
    for value in changes.values():
        assert value in text
