# SPDX-License-Identifier: EUPL-1.2
"""The API: contacts in, counts and advice out, a question there and back."""

from typing import Any

import pytest

from helpline.helpers import SAID, ask, log, make_desk, rows_seen
from support.programs import Caller, new_program
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.fixture
def program(fresh_workspace: Workspace) -> Caller:
    return new_program(fresh_workspace).enter()


def unit(workspace: Workspace, name: str = "Hjelpetelefonen") -> str:
    return str(workspace.cast.units["havn", name])


def test_a_contact_goes_in_and_the_unit_reads_it(
    program: Caller, fresh_workspace: Workspace
) -> None:
    told = {"unit_id": unit(fresh_workspace), "about": "possible", "words": SAID}
    answer = program.call("POST", "/contacts/", told)
    assert answer.status_code == 201, answer.content
    from support.desks import Desk

    page = Desk(fresh_workspace, "liv").read("contact", contact_id=answer.json()["id"])
    assert SAID in page
    assert rows_seen(fresh_workspace, "kari", "contacts_contact") == 0


def test_a_unit_of_others_is_refused(program: Caller, fresh_workspace: Workspace) -> None:
    theirs = str(fresh_workspace.cast.units["politi", "Støttesenteret"])
    answer = program.call("POST", "/contacts/", {"unit_id": theirs, "about": "silent"})
    assert answer.status_code == 409


def test_counts_come_with_the_small_ones_hidden(
    program: Caller, fresh_workspace: Workspace
) -> None:
    for _each in range(6):
        log(fresh_workspace, words="", about="information")
    log(fresh_workspace)
    from django.utils import timezone

    answer = program.get(f"/contacts/counts/{timezone.localdate().year}")
    about = next(each for each in answer.json() if each["name"] == "about")
    shown = {cell["key"]: cell["shown"] for cell in about["cells"]}
    assert shown == {"possible": None, "information": None} and about["total"] == 7
    assert SAID not in answer.content.decode()


def test_a_question_there_and_back(program: Caller, fresh_workspace: Workspace) -> None:
    desk = make_desk(fresh_workspace)
    assert str(desk) in {each["id"] for each in program.get("/contacts/desks").json()}
    asked = {"unit_id": unit(fresh_workspace), "desk_id": str(desk), "topic": "stay"}
    named = program.call("POST", "/contacts/questions", {**asked, "text": "Kan Xanthippe bli?"})
    assert named.status_code == 409
    made = program.call("POST", "/contacts/questions", {**asked, "text": "Hva gjelder nå?"})
    assert made.status_code == 201, made.content
    id = made.json()["id"]
    from samvern.helpline.questions.domain import get_question, move_question

    with fresh_workspace.acting("amina") as actor:
        row = get_question(actor, id)
        move_question(actor=actor, question=row, move="answer", words="Ja.")
    said: Any = program.get(f"/contacts/questions/{id}").json()
    assert (said["state"], said["text"]) == ("answered", "Hva gjelder nå?")
    assert [each["words"] for each in said["exchange"]] == ["Ja."]
    closed = program.call("POST", f"/contacts/questions/{id}/moves", {"move": "close"})
    assert closed.json()["state"] == "closed"


def test_a_desks_program_answers(program: Caller, fresh_workspace: Workspace) -> None:
    desk = make_desk(fresh_workspace, "havn", "Koordinering av botilbud")
    id = ask(fresh_workspace, desk, name="amina")
    answer = program.call(
        "POST", f"/contacts/questions/{id}/moves", {"move": "answer", "words": "Slik."}
    )
    assert answer.json()["state"] == "answered", answer.content


def test_advice_is_searched(program: Caller) -> None:
    answer = program.call("POST", "/contacts/advice/search", {"text": "samtykke"})
    assert answer.status_code == 200
    assert answer.json() == []


@pytest.mark.parametrize("scope", ["places:read", "contacts:read"])
def test_a_scope_opens_no_more(fresh_workspace: Workspace, scope: str) -> None:
    program = new_program(fresh_workspace, scopes=[scope]).enter()
    told = {"unit_id": unit(fresh_workspace), "about": "silent"}
    assert program.call("POST", "/contacts/", told).status_code == 403
    assert program.get("/contacts/questions").status_code == 403
    id = ask(fresh_workspace, make_desk(fresh_workspace))
    assert program.get(f"/contacts/questions/{id}").status_code == 403


def test_another_organisations_program_meets_nothing(fresh_workspace: Workspace) -> None:
    id = ask(fresh_workspace, make_desk(fresh_workspace, "politi", "Støttesenteret"), name="amina")
    program = new_program(fresh_workspace).enter()
    assert program.get(f"/contacts/questions/{id}").status_code == 404
    assert program.get("/contacts/questions").json() == []
