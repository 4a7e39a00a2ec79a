# SPDX-License-Identifier: EUPL-1.2
"""What waits, on the board and on the desk; the board and conferences for programs."""

from typing import Any

import pytest

from coordination.helpers import call, seat
from support.colleague import Colleague, text
from support.programs import new_program
from support.workspace import Workspace

pytestmark = pytest.mark.database
REFERRED = """INSERT INTO referrals_referral (id, created_at, state, state_since, organisation_id,
    created_by_id, case_id, person_id, receiver_id, need, urgency, basis, provision, purpose,
    fields, categories, share_until, due_at)
SELECT %(id)s, now() - interval '20 days', 'sent', now(), c.organisation_id, c.owner_id, c.id, p.id,
    %(to)s, 'housing', 'days14', 'statute', 'x', 'housing', '{}', '{case}',
    now() + interval '9 days', now() - interval '1 day'
FROM cases_case c JOIN cases_person p ON p.case_id = c.id WHERE c.id = %(case)s"""
RULE = """INSERT INTO coordination_boardrule (id, created_at, organisation_id, shows, made_by_id)
SELECT gen_random_uuid(), now(), o.id, 'lines', (SELECT id FROM access_member LIMIT 1)
FROM access_organisation o"""
ID = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def waiting(fresh_workspace: Workspace) -> Workspace:
    """Kari's own case waits for an answer to a referral, which is a day late."""
    cast = fresh_workspace.cast
    with fresh_workspace.superuser() as db:
        db.execute(RULE.encode())
        values = {"id": ID, "to": cast.organisations["krisesenter"], "case": cast.cases["own"]}
        db.execute(REFERRED.encode(), values)
        db.execute("SET session_replication_role = replica")
        db.execute("UPDATE referrals_referral SET created_at = now() - interval '20 days'")
    return fresh_workspace


def own_line(workspace: Workspace) -> dict[str, Any]:
    """The line that waits for the crisis centre."""
    with workspace.connect() as db:
        db.execute("SELECT set_config('samvern.token', %s, false)", [workspace.token("sara")])
        db.execute("SELECT gate.ask_board('')")
        (row,) = db.execute(
            "SELECT row_to_json(b) FROM gate.board('') b "
            "WHERE waits::text LIKE '%housing%Eksempelvik krisesenter%' "
            "OR waits::text LIKE '%Eksempelvik krisesenter%housing%'"
        ).fetchone()  # type: ignore[misc]
        found: dict[str, Any] = row
        return found


def test_a_line_says_what_waits_for_whom_since_when(waiting: Workspace) -> None:
    line = own_line(waiting)
    assert line["reasons"][0] in {"overdue", "late"} and "late" in line["reasons"]
    assert (line["waited"], line["escalated"]) == (2, False)
    page = text(Colleague(waiting, "sara").see("board", "?need=housing"))
    assert "(Eksempelvik krisesenter)" in page and "waited: 2 weeks" in page


def test_what_was_escalated_to_her_stands_first(waiting: Workspace) -> None:
    with waiting.superuser() as db:
        db.execute(
            "INSERT INTO cases_notice (id, created_at, member_id, kind, about_id, key) VALUES "
            "(gen_random_uuid(), now(), %s, 'referral-unanswered', %s, 'x')",
            [waiting.cast.members["sara"], ID],
        )
    line = own_line(waiting)
    assert line["escalated"] and line["reasons"][0] == "escalated" and line["rank"] == 1
    page = text(Colleague(waiting, "sara").see("board", "?only=escalated"))
    assert page.count("Unanswered, and escalated to you") == 1


def test_an_answered_referral_waits_no_more(waiting: Workspace) -> None:
    with waiting.superuser() as db:
        db.execute("UPDATE referrals_referral SET state = 'accepted'")
    with pytest.raises(TypeError):
        own_line(waiting)


def test_who_was_accepted_and_is_lost_sight_of_stands_there_once_she_was_told(
    waiting: Workspace,
) -> None:
    with waiting.superuser() as db:
        db.execute("UPDATE referrals_referral SET state = 'accepted'")
        db.execute(
            "INSERT INTO cases_notice (id, created_at, member_id, kind, about_id, key) VALUES "
            "(gen_random_uuid(), now(), %s, 'referral-lost', %s, 'x')",
            [waiting.cast.members["sara"], ID],
        )
    line = own_line(waiting)
    assert line["escalated"] and line["reasons"][0] == "escalated"
    with waiting.superuser() as db:
        db.execute("UPDATE referrals_referral SET state = 'arrived'")
    with pytest.raises(TypeError):
        own_line(waiting)


def test_the_one_that_is_waited_for_is_asked_and_learns_nothing_of_the_case(
    waiting: Workspace,
) -> None:
    sara, line = Colleague(waiting, "sara"), own_line(waiting)["line"]
    asked = sara.send("board_nudge", {"to": "waited", "text": "waiting"}, line=line)
    assert asked.status_code == 302
    with waiting.superuser() as db:
        db.execute(
            "UPDATE access_member SET role = 'leader' WHERE id = %s",
            [waiting.cast.members["amina"]],
        )
    amina = Colleague(waiting, "amina")
    page = text(amina.see("board_asked_us"))
    assert "Something has waited long. What stands in the way?" in page
    nudge = page.split('name="nudge" value="')[1].split('"')[0]
    sent = amina.send("board_asked_us", {"nudge": nudge, "answer": "solved"})
    assert sent.status_code == 302
    assert "It is solved" in text(sara.see("board"))
    assert Colleague(waiting, "kari").see("board_asked", case_id="own").status_code == 200
    assert "No coordinator has asked" in text(
        Colleague(waiting, "kari").see("board_asked", case_id="own")
    )


def test_the_desk_says_what_waits(waiting: Workspace) -> None:
    seat(waiting, call(waiting), "amina")
    assert "Answer an invitation to a case conference" in text(
        Colleague(waiting, "amina").see("home")
    )
    assert "Answer to an invitation" in text(Colleague(waiting, "kari").see("home"))


def test_programs_read_times_and_lines_and_no_words(waiting: Workspace) -> None:
    conference = call(waiting)
    seat(waiting, conference, "amina")
    program = new_program(waiting).enter()
    listed = program.get("/conferences")
    assert listed.status_code == 200, listed.content
    assert [row["id"] for row in listed.json()] == [str(conference)]
    one = program.get(f"/conferences/{conference}").json()
    assert one["seats"][0]["name"] == "Amina Prøve" and "agenda" not in one
    assert program.get(f"/conferences/{ID}").status_code == 404
    assert program.get("/board").json()["lines"] == []
    with waiting.superuser() as db:
        db.execute(
            "UPDATE access_member SET organisation_id = %s, unit_id = NULL WHERE id = %s",
            [waiting.cast.organisations["koordinering"], waiting.cast.members["guro"]],
        )
    other = new_program(waiting, name="Oversikt").enter()
    board = other.get("/board").json()
    assert board["total"] == len(board["lines"]) > 0
    assert other.get("/conferences").json() == []
    assert other.get(f"/conferences/{conference}").status_code == 404
    narrow = new_program(waiting, scopes=["conferences:read"], name="Smal").enter()
    assert narrow.get("/board").status_code == 403
