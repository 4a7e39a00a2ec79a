# SPDX-License-Identifier: EUPL-1.2
"""A question to a desk goes with the case it came from, and after half a year in any case."""

from typing import Any
from uuid import UUID

import pytest

from helpline.helpers import ask, make_desk
from samvern.cases.core.models import Case
from samvern.helpline.questions.domain import get_question, move_question
from samvern.web.jobs.schedule import JOB_BY_NAME
from support.casework import service_of
from support.desks import Desk
from support.emptied import all_text
from support.workspace import Workspace

pytestmark = pytest.mark.database
ASKED, ANSWERED, DRAFTED = "Spørsmålskanarien", "Svarkanarien", "Utkastkanarien"
READERS = ("kari", "tone", "amina")
"""Who asked, her leader, and who answers at the desk."""


@pytest.fixture
def desk(fresh_workspace: Workspace) -> UUID:
    return make_desk(fresh_workspace)


@pytest.fixture
def question(fresh_workspace: Workspace, desk: UUID) -> UUID:
    """Asked out of Kari's case, answered, and about to become advice."""
    with fresh_workspace.acting("kari"):
        case = Case.objects.get(pk=fresh_workspace.cast.cases["own"])
    id = ask(fresh_workspace, desk, text=ASKED, case=case)
    answer(fresh_workspace, id)
    text = {"title": DRAFTED, "asked": DRAFTED, "answered": DRAFTED, "topics": "stay",
            "language": "nb"}  # fmt: skip
    sent = Desk(fresh_workspace, "amina").send("advice_new", text, question_id=id)
    assert sent.status_code == 302
    return id


def answer(workspace: Workspace, id: UUID) -> None:
    with workspace.acting("amina") as actor:
        row = get_question(actor, id)
        move_question(actor=actor, question=row, move="answer", words=ANSWERED)


def ask_database(workspace: Workspace, query: str, *values: object) -> Any:
    with workspace.superuser() as behind:
        return behind.execute(query, list(values)).fetchall()


def sealed(workspace: Workspace, id: UUID) -> list[str]:
    """What lies sealed about a question, and the keys that open it, in hexadecimal."""
    rows = ask_database(
        workspace,
        "SELECT encode(text_sealed, 'hex') FROM contacts_question WHERE id = %(id)s UNION ALL "
        "SELECT encode(words_sealed, 'hex') FROM contacts_questionstep WHERE of_id = %(id)s "
        "UNION ALL SELECT encode(draft_sealed, 'hex') FROM contacts_advice "
        "WHERE question_id = %(id)s UNION ALL SELECT encode(wrapped, 'hex') FROM identity_key "
        "WHERE subject_id IN (%(id)s, (SELECT id FROM contacts_advice WHERE question_id = %(id)s))"
        .replace("%(id)s", f"'{id}'"),
    )  # fmt: skip
    return [value for (value,) in rows if value]


def erase(workspace: Workspace, case: UUID) -> None:
    """The case is closed long ago, proposed, and erased by two people."""
    with workspace.superuser() as behind:
        behind.execute(
            "UPDATE cases_case SET state = 'closed', closed_at = now() - interval '6 years' "
            "WHERE id = %s", [case],
        )  # fmt: skip
    JOB_BY_NAME["retain"].run(service_of(workspace))
    [(proposal,)] = ask_database(
        workspace, "SELECT id FROM cases_proposal WHERE case_id = %s", case
    )
    for name in ("kari", "tone"):
        Desk(workspace, name).send("proposal", {"sure": "on"}, proposal_id=proposal)
    assert ask_database(
        workspace, "SELECT erased_at IS NOT NULL FROM cases_case WHERE id = %s", case
    ) == [(True,)]


def assert_forgotten(workspace: Workspace, id: UUID, before: list[str]) -> None:
    for name in READERS:
        page = Desk(workspace, name).read("question", question_id=id)
        assert ([word for word in (ASKED, ANSWERED) if word in page], "er slettet" in page) == (
            [], True,
        )  # fmt: skip
    with workspace.superuser() as behind:
        text = all_text(behind)
    assert [value for value in [*before, ASKED, ANSWERED, DRAFTED] if value in text] == []


def test_after_erasure_nobody_reads_the_question(
    fresh_workspace: Workspace, question: UUID
) -> None:
    before = sealed(fresh_workspace, question)
    assert len(before) == 5  # question, answer, draft, and two keys
    for name in READERS:
        assert ASKED in Desk(fresh_workspace, name).read("question", question_id=question)
    erase(fresh_workspace, fresh_workspace.cast.cases["own"])
    assert_forgotten(fresh_workspace, question, before)


def test_an_unfinished_advice_goes_too(fresh_workspace: Workspace, question: UUID) -> None:
    erase(fresh_workspace, fresh_workspace.cast.cases["own"])
    rows = "SELECT state, draft_sealed, title FROM contacts_advice WHERE question_id = %s"
    assert ask_database(fresh_workspace, rows, question) == [("taken_down", None, "")]


def test_a_question_out_of_another_case_stays(
    fresh_workspace: Workspace, desk: UUID, question: UUID
) -> None:
    other = ask(fresh_workspace, desk, text="Et annet spørsmål")
    erase(fresh_workspace, fresh_workspace.cast.cases["own"])
    assert "Et annet spørsmål" in Desk(fresh_workspace, "kari").read("question", question_id=other)


def age(workspace: Workspace, id: UUID, days: int) -> None:
    with workspace.superuser() as behind:
        behind.execute(
            "UPDATE contacts_question SET created_at = created_at - make_interval(days => %s)"
            " WHERE id = %s", [days, id],
        )  # fmt: skip


def test_what_is_half_a_year_old_is_forgotten_and_nothing_younger(
    fresh_workspace: Workspace, desk: UUID, question: UUID
) -> None:
    before, running = sealed(fresh_workspace, question), ask(fresh_workspace, desk, text=ASKED)
    service = service_of(fresh_workspace)
    for id in (question, running):
        age(fresh_workspace, id, 182)
    assert JOB_BY_NAME["forget-contacts"].run(service) == 0
    for id in (question, running):
        age(fresh_workspace, id, 2)
    assert [JOB_BY_NAME["forget-contacts"].run(service) for _ in range(2)] == [2, 0]
    assert_forgotten(fresh_workspace, question, before)
    state = "SELECT state FROM contacts_question WHERE id = %s"
    assert ask_database(fresh_workspace, state, running) == [("withdrawn",)]


def test_the_desks_own_organisation_forgets_nothing_that_others_asked(
    fresh_workspace: Workspace, question: UUID
) -> None:
    age(fresh_workspace, question, 400)
    assert JOB_BY_NAME["forget-contacts"].run(service_of(fresh_workspace, "amina")) == 0


def test_the_cases_own_trail_tells_that_the_desk_read_it_and_the_desks_does_not(
    fresh_workspace: Workspace, desk: UUID
) -> None:
    """The case is not shared with the desk's organisation."""
    cast = fresh_workspace.cast
    with fresh_workspace.acting("kari"):
        case = Case.objects.get(pk=cast.cases["protected"])
    question = ask(fresh_workspace, desk, text=ASKED, case=case)
    for name in READERS:
        Desk(fresh_workspace, name).read("question", question_id=question)
    rows = ask_database(
        fresh_workspace,
        "SELECT DISTINCT chain, member_id, case_id FROM audit.line "
        "WHERE act = 'question.see' AND object_id = %s",
        question,
    )
    havn, desk = cast.organisations["havn"], cast.organisations["krisesenter"]
    members = cast.members
    assert set(rows) == {
        (havn, members["kari"], case.pk),
        (havn, members["tone"], case.pk),
        (havn, members["amina"], case.pk),
        (desk, members["amina"], None),
    }
