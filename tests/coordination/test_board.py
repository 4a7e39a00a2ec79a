# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's board: every open person once, nobody's name, and only what is let out."""

import csv
import io
import re
from typing import Any

import psycopg
import pytest

from samvern.coordination.board.visibility import decide_board
from support.colleague import Colleague, mistakes, text
from support.workspace import Workspace

pytestmark = pytest.mark.database
LINE = re.compile(r"\b[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4}\b")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
REST = ("kari", "jonas", "liv", "tone", "amina", "per", "rolf", "guro")
OPEN_PEOPLE = (
    "SELECT count(*) FROM cases_person p JOIN cases_case c ON c.id = p.case_id "
    "WHERE c.state = 'open' AND c.erased_at IS NULL"
)
LOOKED = """
    INSERT INTO gate.look (member_id, item, object, tx)
    SELECT %s, 'board.see', gate.board_look(r), '3' FROM unnest('{"", Eksempelfjord}'::text[]) r
"""
"""As if a transaction before this one had asked, of the whole board and of one region."""
REFERENCES = "SELECT reference FROM cases_case"


@pytest.fixture
def opened(fresh_workspace: Workspace) -> Workspace:
    """Every organisation lets the board show its lines."""
    with fresh_workspace.superuser() as db:
        db.execute(
            "INSERT INTO coordination_boardrule "
            "(id, created_at, organisation_id, shows, made_by_id) "
            "SELECT gen_random_uuid(), now(), o.id, 'lines', "
            "(SELECT id FROM access_member LIMIT 1) FROM access_organisation o"
        )
    return fresh_workspace


@pytest.fixture
def sara(opened: Workspace) -> Colleague:
    """The national coordinator."""
    return Colleague(opened, "sara")


def statement(workspace: Workspace, name: str, query: str, *values: Any) -> list[Any]:
    """What a query gives as a member who asked to see the board, in the application's role."""
    with workspace.superuser() as db:
        db.execute(LOOKED, [workspace.cast.members[name]])
    with workspace.connect() as db, db.transaction():
        db.execute("SELECT set_config('samvern.token', %s, true)", [workspace.token(name)])
        return db.execute(query.encode(), values).fetchall()


def lines(workspace: Workspace, name: str = "sara", region: str = "") -> list[str]:
    """The names of the lines somebody meets."""
    return [row[0] for row in statement(workspace, name, "SELECT line FROM gate.board(%s)", region)]


def test_each_open_person_has_one_line(opened: Workspace, sara: Colleague) -> None:
    with opened.superuser() as db:
        (people,) = db.execute(OPEN_PEOPLE).fetchone()  # type: ignore[misc]
    found = lines(opened)
    page = sara.see("board").content.decode()
    assert (len(found), len(set(found))) == (people, people)
    assert set(LINE.findall(page)) == set(found)
    assert f"<strong>{people}</strong> people in open cases" in page
    counts = statement(opened, "sara", "SELECT sum(people)::int FROM gate.board_counts('')")
    assert counts == [(people,)]


@pytest.mark.parametrize("path", ["board", "board.csv", "board?paper=1"])
def test_nothing_on_it_says_who_somebody_is(opened: Workspace, sara: Colleague, path: str) -> None:
    name, _question, query = path.partition("?")
    page = text(sara.see(name.replace(".", "_"), f"?{query}"))
    with opened.superuser() as db:
        references = [row[0] for row in db.execute(REFERENCES).fetchall()]
        members = [row[0] for row in db.execute("SELECT name FROM access_member").fetchall()]
    ids = [*opened.cast.cases.values(), *opened.cast.persons.values()]
    others = [member for member in members if "Sara" not in member]
    secrets = [*opened.cast.canaries.values(), *references, *map(str, ids), *others]
    assert [secret for secret in secrets if secret in page] == []
    assert UUID.findall(page) == []


def test_the_function_gives_no_id_of_anything(opened: Workspace) -> None:
    rows = statement(opened, "sara", "SELECT row_to_json(b)::text FROM gate.board('') b")
    assert rows and UUID.findall(str(rows)) == []
    assert not any(word in str(rows) for word in opened.cast.canaries.values())


@pytest.mark.parametrize("name", REST)
def test_for_everybody_else_there_is_no_board(opened: Workspace, name: str) -> None:
    worker = Colleague(opened, name)
    for page in ("board", "board_csv"):
        assert worker.see(page).status_code == 404
    assert worker.see("board_nudge", line="ABCD.ABCD.ABCD").status_code == 404
    assert statement(opened, name, "SELECT * FROM gate.board('')") == []
    assert statement(opened, name, "SELECT * FROM gate.board_counts('')") == []
    found = lines(opened)[0]
    asked = statement(opened, name, "SELECT gate.board_nudge(%s, true, 'contact')", found)
    assert asked == [("absent",)]


def test_what_the_functions_rest_on_is_shut(opened: Workspace) -> None:
    for query in (
        "SELECT * FROM gate.board_people('')",
        "SELECT * FROM gate.board_waits()",
        "SELECT * FROM gate.board_houses('')",
        "SELECT value FROM gate.board_secret",
        "SELECT shows FROM coordination_nudge",
    ):
        with pytest.raises(psycopg.Error):
            statement(opened, "sara", query)
    assert statement(opened, "sara", "SELECT * FROM coordination_nudge") == []


def test_a_coordinator_of_a_region_meets_that_region_in_the_database(opened: Workspace) -> None:
    with opened.superuser() as db:
        db.execute(
            "UPDATE access_organisation SET region = 'Eksempelvik' WHERE kind = 'coordination'"
        )
        people = db.execute(
            f"{OPEN_PEOPLE} AND c.organisation_id IN (SELECT id FROM access_organisation "
            "WHERE region = 'Eksempelvik')"
        ).fetchone()
    assert (len(lines(opened)),) == people == (1,)
    for region in ("national", "Eksempelfjord", "nowhere"):
        assert lines(opened, region=region) == []
    with opened.superuser() as db:
        db.execute("UPDATE access_organisation SET region = '' WHERE kind = 'coordination'")
    assert lines(opened) == []


def test_the_name_of_a_line_is_stable_here_and_another_elsewhere(opened: Workspace) -> None:
    first = lines(opened)
    assert sorted(first) == sorted(lines(opened))
    with opened.superuser() as db:
        db.execute(
            "INSERT INTO access_organisation (id, created_at, name, kind, actor_code, region, "
            "active, synthetic) VALUES (gen_random_uuid(), now(), 'Annen', 'coordination', '', "
            "'national', true, true)"
        )
        db.execute(
            "UPDATE access_member SET unit_id = NULL, organisation_id = (SELECT id FROM "
            "access_organisation WHERE name = 'Annen') WHERE id = %s",
            [opened.cast.members["sara"]],
        )
    second = lines(opened)
    assert len(second) == len(first) and set(second).isdisjoint(first)


def test_until_somebody_decides_only_counts_leave_and_no_small_ones(
    fresh_workspace: Workspace,
) -> None:
    assert lines(fresh_workspace) == []
    counts = dict(
        statement(fresh_workspace, "sara", "SELECT holder, people FROM gate.board_counts('')")
    )
    assert counts["Trygg Eksempelhavn"] == 6 and counts["Eksempelvik krisesenter"] is None
    assert "fewer than five, or none" in text(Colleague(fresh_workspace, "sara").see("board"))


def test_the_administrator_decides_and_the_board_follows(opened: Workspace) -> None:
    before = len(lines(opened))
    guro = Colleague(opened, "guro")
    for shows, left in (("counts", before - 6), ("lines", before), ("nothing", before - 6)):
        assert guro.send("board_rule", {"shows": shows}).status_code == 302
        assert len(lines(opened)) == left
    held = statement(opened, "sara", "SELECT holder FROM gate.board_counts('')")
    assert ("Trygg Eksempelhavn",) not in held
    assert mistakes(guro.send("board_rule", {"shows": "all"}))
    for name in ("tone", "rolf", "sara"):
        assert Colleague(opened, name).see("board_rule").status_code == 404
        with opened.acting(name) as actor, pytest.raises(Exception, match="row-level security"):
            decide_board(actor=actor, shows="lines")


def test_a_closed_case_and_a_bar_take_the_line_away(opened: Workspace) -> None:
    before = set(lines(opened))
    with opened.superuser() as db:
        db.execute(
            "UPDATE cases_case SET state = 'closed' WHERE id = %s", [opened.cast.cases["own"]]
        )
    assert len(before - set(lines(opened))) == 1
    with opened.superuser() as db:
        db.execute(
            "INSERT INTO access_bar (id, created_at, case_id, member_id, added_by_id) "
            "SELECT gen_random_uuid(), now(), %s, %s, %s",
            [opened.cast.cases["foreign"], opened.cast.members["sara"], opened.cast.members["per"]],
        )
    assert len(before - set(lines(opened))) == 2


def test_a_reference_shows_only_while_the_case_is_shared_with_her_organisation(
    opened: Workspace, sara: Colleague
) -> None:
    with opened.superuser() as db:
        (reference,) = db.execute(
            "SELECT reference FROM cases_case WHERE id = %s", [opened.cast.cases["own"]]
        ).fetchone()  # type: ignore[misc]
        db.execute(
            "INSERT INTO access_share SELECT (jsonb_populate_record(s, jsonb_build_object('id', "
            "gen_random_uuid(), 'organisation_id', %s::text, 'case_id', %s::text))).* "
            "FROM access_share s LIMIT 1",
            [opened.cast.organisations["koordinering"], opened.cast.cases["own"]],
        )
    assert text(sara.see("board")).count(reference) == 1
    with opened.superuser() as db:
        db.execute("UPDATE access_share SET ended_at = now()")
    assert reference not in text(sara.see("board"))


def test_the_file_says_the_same_as_the_page(opened: Workspace, sara: Colleague) -> None:
    for query in ("", "?only=child", "?only=overdue", "?holder=Trygg+Eksempelhavn"):
        file = sara.see("board_csv", query).content.decode("utf-8-sig")
        named = [row[0] for row in list(csv.reader(io.StringIO(file), delimiter=";"))[1:]]
        page = LINE.findall(text(sara.see("board", query)))
        assert list(dict.fromkeys(page)) == named


def test_what_has_passed_stands_first_and_says_why(opened: Workspace, sara: Colleague) -> None:
    with opened.superuser() as db:
        db.execute(
            "UPDATE cases_deadline SET due_on = current_date - 2 WHERE case_id = %s",
            [opened.cast.cases["foreign"]],
        )
    page = text(sara.see("board"))
    first = page[page.index("<tbody") :].split("</tr>")[0]
    assert "Eksempelfjord politidistrikt" in first and "A time limit has passed" in first
    far = "UPDATE cases_deadline SET due_on = '2027-05-19' WHERE case_id = %s"
    with opened.superuser() as db:
        db.execute(far.encode(), [opened.cast.cases["foreign"]])
    days = statement(opened, "sara", "SELECT next_on::text, exact FROM gate.board('Eksempelfjord')")
    assert days == [("2027-05-17", False)]


def test_a_look_is_in_the_trail_with_how_many_lines(opened: Workspace, sara: Colleague) -> None:
    shown = len(lines(opened))
    sara.see("board")
    with opened.superuser() as db:
        found = db.execute(
            "SELECT d.content ->> 'rows' FROM audit.line l "
            "JOIN audit.detail d USING (chain, number) WHERE l.act = 'board.see'"
        ).fetchall()
    assert found == [(str(shown),)]


def test_whoever_looks_more_than_her_work_needs_is_stopped(
    opened: Workspace, sara: Colleague
) -> None:
    with opened.superuser() as db:
        db.execute("UPDATE gate.allowance SET hourly = 2 WHERE what = 'board.see'")
    assert [sara.see("board").status_code for _again in range(3)] == [200, 200, 429]


def test_she_asks_and_sees_the_answer(opened: Workspace, sara: Colleague) -> None:
    own = next(
        row[0]
        for row in statement(opened, "sara", "SELECT line, holder, unit FROM gate.board('')")
        if row[1] == "Eksempelfjord politidistrikt"
    )
    assert mistakes(sara.send("board_nudge", {"to": "holder", "text": "free words"}, line=own))
    asked = sara.send("board_nudge", {"to": "holder", "text": "deadline"}, line=own)
    assert asked.status_code == 302
    again = sara.send("board_nudge", {"to": "holder", "text": "deadline"}, line=own)
    assert mistakes(again) == ["You have asked them, and they have three days to answer."]
    per = Colleague(opened, "per")
    assert "A coordinator asks about a case" in text(per.see("inbox"))
    page = text(per.see("board_asked", case_id="foreign"))
    assert "A time limit is about to end, or has ended. Is it in hand?" in page
    nudge = re.findall(r"asked/([0-9a-f-]{36})", page)[0]
    assert Colleague(opened, "kari").see("board_asked", case_id="foreign").status_code == 404
    answer = per.send("board_answer", {"answer": "in_hand"}, case_id="foreign", nudge_id=nudge)
    assert answer.status_code == 302
    board = text(sara.see("board"))
    assert "We have it in hand" in board and "Answered" in board
    twice = per.send("board_answer", {"answer": "solved"}, case_id="foreign", nudge_id=nudge)
    assert "Somebody was first" in mistakes(twice)[0]


def test_there_is_no_other_line(sara: Colleague) -> None:
    assert sara.see("board_nudge", line="0000.0000.0000").status_code == 404
    assert sara.see("board", "?page=99&sort=x&only=y&need=;&holder='--").status_code == 200
