# SPDX-License-Identifier: EUPL-1.2
"""Shutting a colleague out of a case: never its last leader, told to leaders, looked at again."""

from typing import Any
from uuid import UUID

import psycopg
import pytest

from samvern.web.jobs.schedule import JOB_BY_NAME
from samvern.web.jobs.service_members import list_service_members
from support.colleague import Colleague, mistakes, text
from support.in_turn import Statement, Two
from support.memberships import HERE, NEXT, member_of
from support.workspace import Workspace

pytestmark = pytest.mark.database
INSERT = (
    "INSERT INTO access_bar (id, created_at, case_id, member_id, added_by_id) "
    "VALUES (gen_random_uuid(), now(), %s, %s, %s)"
)
LEAVE = "UPDATE access_member SET until = now() WHERE id = %s"


def barring(w: Workspace, by: str, who: UUID, case: str = "own") -> Statement:
    return INSERT, [w.cast.cases[case], who, w.cast.members[by]]


def as_app(w: Workspace, by: str, statement: Statement) -> str:
    """A statement as the application runs it for a member; the state of the error, if any."""
    with w.connect() as bare:
        try:
            with bare.transaction():
                bare.execute("SELECT set_config('samvern.token', %s, true)", [w.token(by)])
                bare.execute(*statement)
        except psycopg.Error as error:
            return error.sqlstate or "?"
    return "done"


def told(w: Workspace, kind: str) -> set[Any]:
    """Who was told, and whether it names the case."""
    with w.superuser() as behind:
        query = "SELECT member_id, case_id IS NOT NULL FROM cases_notice WHERE kind = %s"
        return set(behind.execute(query, [kind]).fetchall())


def only_bar(w: Workspace) -> Any:
    with w.superuser() as behind:
        row = behind.execute("SELECT id, review_on - current_date FROM access_bar").fetchone()
    assert row
    return row


def due(w: Workspace, days: int) -> None:
    with w.superuser() as behind:
        behind.execute("UPDATE access_bar SET review_on = current_date + %s::int", [days])


def test_no_case_is_left_without_a_leader(fresh_workspace: Workspace) -> None:
    """Kari, who owns the case, could bar every leader for ever, and nobody heard of it."""
    w, tone = fresh_workspace, fresh_workspace.cast.members["tone"]
    assert as_app(w, "kari", barring(w, "kari", tone)) == "SV424"
    kari = Colleague(w, "kari")
    page = kari.send("member_bar", {"member_id": str(tone), "sure": "on"}, case_id="own")
    assert (page.status_code, mistakes(page)) == (400, [
        "No leader would be left who can open a case. Other leaders are shut out of it."
        " Have another leader take this place first."])  # fmt: skip
    other, beside = member_of(w, "rolf", HERE), member_of(w, "liv", NEXT)
    assert as_app(w, "kari", barring(w, "kari", tone)) == "done"
    assert as_app(w, "kari", barring(w, "kari", other)) == "SV424"
    assert told(w, "bar-set") == {(other, True)}
    assert told(w, "bar-set-leader") == {(beside, False)}


def test_a_leader_who_waits_is_not_shut_out_meanwhile(fresh_workspace: Workspace) -> None:
    w, tone = fresh_workspace, fresh_workspace.cast.members["tone"]
    with w.superuser() as behind:
        behind.execute("UPDATE access_member SET confirmed_at = NULL WHERE id = %s", [tone])
    assert as_app(w, "kari", barring(w, "kari", tone)) == "SV424"


def test_of_two_leaders_shut_out_at_once_one_stays(fresh_workspace: Workspace) -> None:
    w, tone = fresh_workspace, fresh_workspace.cast.members["tone"]
    other = member_of(w, "rolf", HERE)
    two = Two(w, "kari", "kari")
    assert two.race(barring(w, "kari", tone), barring(w, "kari", other)) == "SV424"


def test_shut_out_while_the_other_leader_leaves_one_stays(fresh_workspace: Workspace) -> None:
    w, tone = fresh_workspace, fresh_workspace.cast.members["tone"]
    other = member_of(w, "rolf", HERE)
    leave = LEAVE, [other]
    assert Two(w, "kari", "guro").race(barring(w, "kari", tone), leave) == "SV424"
    with w.superuser() as behind:
        behind.execute("DELETE FROM access_bar")
    assert Two(w, "guro", "kari").race(leave, barring(w, "kari", tone)) == "SV424"


def test_the_last_leader_neither_leaves_nor_moves_and_the_case_does_not_move_to_a_unit_without(
    fresh_workspace: Workspace,
) -> None:
    w, tone = fresh_workspace, fresh_workspace.cast.members["tone"]
    other = member_of(w, "rolf", HERE)
    assert as_app(w, "kari", barring(w, "kari", tone)) == "done"
    moved = "UPDATE access_member SET unit_id = %s WHERE id = %s"
    assert as_app(w, "guro", (moved, [w.cast.units["havn", NEXT], other])) == "SV424"
    assert as_app(w, "guro", (LEAVE, [other])) == "SV424"
    guro = Colleague(w, "guro")
    answer = guro.send("colleague_end", member_id=other)
    assert "No leader would be left who can open a case." in text(answer)
    assert as_app(w, "guro", (LEAVE, [tone])) == "done"
    assert as_app(w, "guro", (LEAVE, [other])) == "done", "nobody is shut out as a leader any more"


def test_a_colleague_on_the_case_shuts_nobody_out_nor_in_anothers_name(
    fresh_workspace: Workspace,
) -> None:
    w, members = fresh_workspace, fresh_workspace.cast.members
    with w.superuser() as behind:
        behind.execute("UPDATE cases_case SET circle = 'unit' WHERE id = %s", [w.cast.cases["own"]])
    assert as_app(w, "jonas", barring(w, "jonas", members["liv"])) == "42501"
    assert as_app(w, "kari", barring(w, "kari", members["kari"])) in {"42501", "SV411"}
    assert as_app(w, "kari", barring(w, "tone", members["jonas"])) == "42501"


def test_a_second_membership_opens_nothing_of_what_the_first_is_shut_out_of(
    fresh_workspace: Workspace,
) -> None:
    w = fresh_workspace
    member_of(w, "rolf", HERE)
    assert as_app(w, "kari", barring(w, "kari", w.cast.members["tone"])) == "done"
    w.cast.members["tone as well"] = member_of(w, "tone", None)
    assert not Colleague(w, "tone as well").sees("own")


def test_a_leader_looks_at_it_again_keeps_it_and_ends_it(fresh_workspace: Workspace) -> None:
    w, jonas = fresh_workspace, fresh_workspace.cast.members["jonas"]
    kari, tone = Colleague(w, "kari"), Colleague(w, "tone")
    kari.send("member_bar", {"member_id": str(jonas), "sure": "on"}, case_id="own")
    bar, days = only_bar(w)
    assert 181 <= days <= 183
    due(w, 0)
    assert kari.send("bar_answer", {"answer": "end"}, bar_id=bar).status_code == 404
    assert as_app(w, "kari", ("DELETE FROM access_bar", [])) == "42501"
    page = text(tone.see("bars"))
    assert ("Jonas Eksempel" in page, "The day has come" in page) == (True, True)
    assert "Keep it or end it" in text(tone.see("team", case_id="own"))
    assert tone.send("bar_answer", {"answer": "keep"}, bar_id=bar).status_code == 302
    assert only_bar(w)[1] > 180
    assert not Colleague(w, "jonas").sees("own")
    assert tone.send("bar_answer", {"answer": "end"}, bar_id=bar).status_code == 302
    with w.superuser() as behind:
        assert behind.execute("SELECT count(*) FROM access_bar").fetchone() == (0,)
        acts = behind.execute("SELECT act FROM audit.line WHERE act IN ('team.bar_keep', "
                              "'team.bar_end') ORDER BY number").fetchall()  # fmt: skip
    assert acts == [("team.bar_keep",), ("team.bar_end",)]
    me = w.cast.members["kari"]
    assert (told(w, "bar-kept"), told(w, "bar-ended")) == ({(me, True)}, {(me, True)})
    kari.send("member_circle", {"circle": "unit"}, case_id="own")
    assert Colleague(w, "jonas").sees("own")


def test_the_one_shut_out_neither_reads_nor_answers_it(fresh_workspace: Workspace) -> None:
    w, tone = fresh_workspace, fresh_workspace.cast.members["tone"]
    other = member_of(w, "rolf", HERE)
    w.cast.members["second"] = other
    assert as_app(w, "kari", barring(w, "kari", tone)) == "done"
    bar, _days = only_bar(w)
    shut_out = Colleague(w, "tone")
    assert shut_out.send("bar_answer", {"answer": "end"}, bar_id=bar).status_code == 404
    assert "Nobody is shut out of a case you lead." in text(shut_out.see("bars"))
    with w.connect() as bare, bare.transaction():
        bare.execute("SELECT set_config('samvern.token', %s, true)", [w.token("tone")])
        assert bare.execute("SELECT gate.answer_bar(%s, false)", [bar]).fetchone() == (False,)
        assert bare.execute("SELECT count(*) FROM gate.bars_to_answer()").fetchone() == (0,)
    second = Colleague(w, "second")
    assert second.send("bar_answer", {"answer": "end"}, bar_id=bar).status_code == 302
    assert shut_out.sees("own")


def test_leaders_are_reminded_once_before_the_day_and_each_week_after(
    fresh_workspace: Workspace,
) -> None:
    w, tone = fresh_workspace, fresh_workspace.cast.members["tone"]
    assert as_app(w, "kari", barring(w, "kari", w.cast.members["jonas"])) == "done"

    def remind(days: int) -> int:
        due(w, days)
        done = [JOB_BY_NAME["remind-bars"].run(each) for each in list_service_members()]
        return sum(done)

    assert [remind(days) for days in (15, 14, 0, 0, -8)] == [0, 1, 1, 0, 1]
    assert told(w, "bar-review") == {(tone, False)}
    assert told(w, "bar-review-late") == {(tone, False)}
    assert as_app(w, "kari", ("SELECT gate.remind_of_bars()", [])) == "done"
    assert len(told(w, "bar-review")) == 1


def test_where_no_leader_of_the_unit_is_left_another_of_the_house_answers(
    fresh_workspace: Workspace,
) -> None:
    w = fresh_workspace
    w.cast.members["beside"] = member_of(w, "rolf", NEXT)
    assert as_app(w, "kari", barring(w, "kari", w.cast.members["jonas"])) == "done"
    beside = Colleague(w, "beside")
    assert "Jonas Eksempel" not in text(beside.see("bars"))
    assert as_app(w, "guro", (LEAVE, [w.cast.members["tone"]])) == "done"
    page = text(beside.see("bars"))
    assert "Jonas Eksempel" in page
    bar, _days = only_bar(w)
    asked = text(beside.see("bar_answer", bar_id=bar))
    assert "no leader of the case’s own unit can open it" in asked
    assert beside.send("bar_answer", {"answer": "end"}, bar_id=bar).status_code == 302
