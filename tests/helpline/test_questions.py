# SPDX-License-Identifier: EUPL-1.2
"""Asking a desk: the question arrives, the case it came from does not, an answer comes back."""

from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from helpline.helpers import ask, make_desk, refused, rows_seen
from samvern.access.errors import NotFound, Rejected
from samvern.access.workflow import StaleState
from samvern.cases.notices.models import Notice
from samvern.helpline.questions.domain import get_question, move_question, read_question_text
from samvern.helpline.questions.models import AdviceQuestion, QuestionOrigin
from support.desks import Desk
from support.memberships import HERE, member_of
from support.workspace import Workspace

pytestmark = pytest.mark.database
TEXT = "Spørsmålskanari: kan hun få refleksjonsperiode når vedtaket er gammelt?"
OTHERS = ("per", "rolf", "guro")
"""Another organisation, the auditor and the administrator of the asker's."""


@pytest.fixture(scope="module")
def desk(workspace: Workspace) -> UUID:
    return make_desk(workspace)


@pytest.fixture
def kari(workspace: Workspace) -> Desk:
    return Desk(workspace, "kari")


@pytest.fixture
def amina(workspace: Workspace) -> Desk:
    return Desk(workspace, "amina")


def move(workspace: Workspace, name: str, id: UUID, move: str, words: str = "", **more: Any) -> str:
    with workspace.acting(name) as actor:
        row = get_question(actor, id)
        given = {"question": row, "move": move, "words": words, **more}
        return move_question(actor=actor, **given).state


def notices(workspace: Workspace, name: str, id: UUID) -> list[str]:
    with workspace.acting(name) as actor:
        rows = Notice.objects.filter(member_id=actor.member_id, about_id=id)
        return list(rows.order_by("created_at").values_list("kind", flat=True))


def test_a_question_goes_and_an_answer_comes(
    workspace: Workspace, desk: UUID, kari: Desk, amina: Desk
) -> None:
    typed = {"desk_id": str(desk), "topic": "stay", "text": TEXT, "circle": "unit"}
    answer = kari.send("question_new", typed)
    assert answer.status_code == 302
    with workspace.acting("kari"):
        id = AdviceQuestion.objects.order_by("-created_at")[0].pk
    assert answer["Location"] == kari.address("question", question_id=id)
    assert TEXT in amina.read("question", question_id=id)
    assert kari.workspace.cast.members["kari"].hex not in amina.read("question", question_id=id)
    amina.send("question", {"move": "take"}, question_id=id)
    amina.send("question", {"move": "ask_more", "words": "Hvor gammelt?"}, question_id=id)
    kari.send("question", {"move": "tell_more", "words": "Over to år."}, question_id=id)
    amina.send("question", {"move": "answer", "words": "Svarkanari: ja"}, question_id=id)
    assert "Svarkanari: ja" in kari.read("question", question_id=id)
    assert notices(workspace, "amina", id) == ["question-received", "question-told"]
    assert notices(workspace, "kari", id) == ["question-more", "question-answered"]


class TestTheCaseStaysBehind:
    @pytest.fixture
    def question(self, workspace: Workspace, desk: UUID, kari: Desk) -> UUID:
        typed = {"desk_id": str(desk), "topic": "stay", "text": TEXT, "circle": "me"}
        case = workspace.cast.cases["protected"]
        assert kari.send("question_from_case", typed, case_id=case).status_code == 302
        with workspace.acting("kari"):
            return QuestionOrigin.objects.filter(case_id=case).latest("created_at").question_id

    def test_the_desk_never_learns_the_case(
        self, workspace: Workspace, question: UUID, amina: Desk
    ) -> None:
        case = workspace.cast.cases["protected"]
        with workspace.superuser() as behind:
            found: Any = behind.execute(
                "SELECT reference FROM cases_case WHERE id = %s", [case]
            ).fetchone()
        page = amina.read("question", question_id=question)
        assert found[0] not in page and str(case) not in page
        assert rows_seen(workspace, "amina", "contacts_origin") == 0
        with workspace.connect() as app, app.transaction(force_rollback=True):
            token = workspace.token("amina")
            app.execute("SELECT set_config('samvern.token', %s, true)", [token])
            rows: Any = app.execute(
                "SELECT to_jsonb(q) FROM contacts_question q WHERE id = %s", [question]
            ).fetchall()
            steps: Any = app.execute("SELECT to_jsonb(s) FROM contacts_questionstep s").fetchall()
            told: Any = app.execute("SELECT to_jsonb(n) FROM cases_notice n").fetchall()
        assert len(rows) == 1 and str(case) not in f"{rows}{steps}{told}"

    def test_the_colleagues_of_the_asker_do_not_see_it(
        self, workspace: Workspace, question: UUID
    ) -> None:
        for name in ("jonas", "liv"):
            assert Desk(workspace, name).see("question", question_id=question).status_code == 404
            assert rows_seen(workspace, name, "contacts_question", f"id = '{question}'") == 0
            assert rows_seen(workspace, name, "identity_key", f"subject_id = '{question}'") == 0

    def test_whoever_is_barred_from_the_case_is_barred_from_the_question(
        self, workspace: Workspace, question: UUID
    ) -> None:
        assert rows_seen(workspace, "tone", "contacts_question", f"id = '{question}'") == 1
        case, cast = workspace.cast.cases["protected"], workspace.cast
        other = member_of(workspace, "rolf", HERE)  # a case keeps a leader who can open it
        with workspace.superuser() as behind:
            behind.execute(
                "INSERT INTO access_bar (id, created_at, case_id, member_id, added_by_id)"
                " VALUES (gen_random_uuid(), now(), %s, %s, %s)",
                [case, cast.members["tone"], cast.members["kari"]],
            )
        assert rows_seen(workspace, "tone", "contacts_question", f"id = '{question}'") == 0
        assert rows_seen(workspace, "tone", "identity_key", f"subject_id = '{question}'") == 0
        with workspace.superuser() as behind:
            behind.execute("DELETE FROM access_bar WHERE case_id = %s", [case])
            behind.execute("DELETE FROM cases_notice WHERE member_id = %s", [other])
            behind.execute("DELETE FROM access_member WHERE id = %s", [other])


def test_colleagues_see_what_is_for_the_unit(workspace: Workspace, desk: UUID) -> None:
    id = ask(workspace, desk)
    for name, seen in (("jonas", 200), ("tone", 200), ("liv", 404)):
        assert Desk(workspace, name).see("question", question_id=id).status_code == seen


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_sees_a_question(workspace: Workspace, desk: UUID, name: str) -> None:
    id = ask(workspace, desk)
    assert Desk(workspace, name).see("question", question_id=id).status_code == 404
    for table, key in (
        ("contacts_question", f"id = '{id}'"),
        ("contacts_questionstep", f"of_id = '{id}'"),
        ("identity_key", f"subject_id = '{id}'"),
    ):
        assert rows_seen(workspace, name, table, key) == 0


def test_a_coordinator_sees_that_it_waits_and_nothing_of_it(
    workspace: Workspace, desk: UUID
) -> None:
    ask(workspace, desk, text=TEXT)
    sara = Desk(workspace, "sara")
    page = sara.read("guidance_waiting")
    assert "Prøvepanelet" in page and "Spørsmålskanari" not in page and "Eksempelhavn" not in page
    assert rows_seen(workspace, "sara", "contacts_question") == 0
    assert Desk(workspace, "kari").see("guidance_waiting").status_code == 404


def test_only_whoever_coordinates_is_a_coordinator(fresh_workspace: Workspace) -> None:
    """A coordinator of another organisation read what waits at all desks, and was told of it."""
    w = fresh_workspace
    ask(w, make_desk(w), text=TEXT)
    guro, jonas = Desk(w, "guro"), w.cast.members["jonas"]
    assert guro.send("colleague_role", {"role": "coordinator"}, member_id=jonas).status_code == 400
    made = (
        "INSERT INTO access_member (id, created_at, user_id, organisation_id, role, name, email, "
        "phone, since) SELECT %s, now(), user_id, organisation_id, 'coordinator', name, '', '', "
        "now() FROM access_member WHERE id = %s"
    )
    id = uuid4()
    with w.superuser() as behind:
        with pytest.raises(psycopg.errors.CheckViolation):
            behind.execute(made, [id, jonas])
        behind.execute("SET session_replication_role = replica")  # one from before the guard
        behind.execute(made, [id, jonas])
    w.cast.members["ngo"] = id
    try:
        with w.connect() as bare, bare.transaction():
            bare.execute("SELECT set_config('samvern.token', %s, true)", [w.token("ngo")])
            for each in ("waiting_questions()", "unnamed_counts(2026, 'all')"):
                assert bare.execute(f"SELECT * FROM gate.{each}").fetchall() == [], each
            assert bare.execute("SELECT gate.role()").fetchone() == (None,)
    finally:
        del w.cast.members["ngo"]


def test_withdrawing_closes_the_text_to_the_desk(
    workspace: Workspace, desk: UUID, amina: Desk
) -> None:
    id = ask(workspace, desk, text=TEXT)
    assert TEXT in amina.read("question", question_id=id)
    assert move(workspace, "kari", id, "withdraw") == "withdrawn"
    assert TEXT not in amina.read("question", question_id=id)
    assert rows_seen(workspace, "amina", "identity_key", f"subject_id = '{id}'") == 0
    with workspace.acting("amina") as actor, pytest.raises(NotFound):
        read_question_text(get_question(actor, id))


def test_the_desk_cannot_move_for_the_asker_nor_the_asker_for_the_desk(
    workspace: Workspace, desk: UUID
) -> None:
    id = ask(workspace, desk)
    for name, wrong in (("kari", "take"), ("kari", "answer"), ("amina", "withdraw")):
        with pytest.raises((StaleState, NotFound)):
            move(workspace, name, id, wrong, "x")


def test_two_at_the_desk_get_one_yes(workspace: Workspace, desk: UUID) -> None:
    id = ask(workspace, desk)
    assert move(workspace, "amina", id, "take") == "taken"
    with pytest.raises(StaleState) as late:
        move(workspace, "amina", id, "take")
    assert late.value.state == "taken"


def test_the_text_is_written_once(workspace: Workspace, desk: UUID) -> None:
    id = ask(workspace, desk)
    for what in ("text_sealed = 'x'", "state = 'answered'", "due_on = '2099-01-01'"):
        statement = f"UPDATE contacts_question SET {what} WHERE id = '{id}'"
        assert refused(workspace, "kari", statement, [])
        assert refused(workspace, "amina", statement, [])


def test_a_closed_desk_takes_no_question_from_others(workspace: Workspace) -> None:
    id = make_desk(workspace, "politi", "Gruppe mot menneskehandel")
    with workspace.superuser() as behind:
        behind.execute("UPDATE contacts_desk SET is_open = false WHERE id = %s", [id])
    with pytest.raises(Exception, match="row-level security"):
        ask(workspace, id)


class TestWhatPointsToSomebody:
    NAMED = "Kan Xanthippe fra Langtvekkeby på 17 år få hjelp? Ring 401 23 456."

    def test_it_is_shown_marked_with_everything_that_was_typed(
        self, desk: UUID, kari: Desk
    ) -> None:
        typed = {"desk_id": str(desk), "topic": "stay", "text": self.NAMED, "circle": "unit"}
        answer = kari.send("question_new", typed)
        page = answer.content.decode()
        assert answer.status_code == 400
        for found in ("Xanthippe", "Langtvekkeby", "401 23 456"):
            assert f"<mark>{found}" in page
        assert "på 17 år få hjelp" in page.split("<textarea")[1]

    def test_a_reason_lets_it_through(self, workspace: Workspace, desk: UUID, kari: Desk) -> None:
        typed = {"desk_id": str(desk), "topic": "stay", "text": self.NAMED, "circle": "unit"}
        assert kari.send("question_new", {**typed, "kept": "agreed"}).status_code == 302
        with workspace.acting("kari"):
            assert AdviceQuestion.objects.order_by("-created_at")[0].kept == "agreed"

    def test_what_is_added_is_looked_through_too(self, workspace: Workspace, desk: UUID) -> None:
        id = ask(workspace, desk)
        move(workspace, "amina", id, "ask_more", "Hvor gammel?")
        with pytest.raises(Rejected):
            move(workspace, "kari", id, "tell_more", "Spør Xanthippe og Ola på 401 23 456")


def test_a_question_about_a_child_shows_guidance_and_duty_beside(
    workspace: Workspace, desk: UUID, kari: Desk
) -> None:
    page = kari.read("question_from_case", case_id=workspace.cast.cases["own"])
    assert "Bufdirs veiledningstjeneste om menneskehandel" in page and "466 15 000" in page
    assert "barnevernet" in page
    assert kari.address("rights", case_id=workspace.cast.cases["own"]) in page


def test_a_leader_keeps_the_desks_of_her_house(workspace: Workspace) -> None:
    tone = Desk(workspace, "tone")
    unit = workspace.cast.units["havn", "Koordinering av botilbud"]
    typed = {"name": "Eget panel", "unit_id": str(unit), "topics": ["shelter"], "days": "5"}
    assert tone.send("desk_new", typed).status_code == 302
    assert "Eget panel" in tone.read("desks")
    assert Desk(workspace, "kari").see("desks").status_code == 404
    theirs = workspace.cast.units["politi", "Støttesenteret"]
    answer = tone.send("desk_new", {**typed, "unit_id": str(theirs)})
    assert answer.status_code == 400


def test_what_waits_is_on_the_workbench(fresh_workspace: Workspace) -> None:
    workspace = fresh_workspace
    id = ask(workspace, make_desk(workspace))
    amina, kari = Desk(workspace, "amina"), Desk(workspace, "kari")
    there = amina.address("question", question_id=id)
    assert there in amina.read("home") and "Svar på et spørsmål" in amina.read("home")
    assert there in kari.read("home")
    move(workspace, "amina", id, "answer", "Svarkanari")
    page = kari.read("home")
    assert there in page and "Svarkanari" not in page
    assert there not in amina.read("home")
