# SPDX-License-Identifier: EUPL-1.2
"""The administrator: units and members, whose access ends at once, and nothing of any case."""

from typing import Any
from uuid import UUID

import psycopg
import pytest

from samvern.access.models import Member, Unit
from samvern.cases.core.models import Case
from support.casework import said
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
OURS = ("administrator", "unit_new", "colleague_invite")
CASE_PAGES = ("case", "notes", "plan", "persons", "documents", "assessments", "consents", "looks",
              "timeline", "team", "close", "sharing")  # fmt: skip


def one(workspace: Workspace, query: str, *values: object) -> Any:
    with workspace.superuser() as connection:
        row = connection.execute(query, list(values)).fetchone()
    return row[0] if row else None


def member(workspace: Workspace, name: str) -> UUID:
    found: UUID = workspace.cast.members[name]
    return found


@pytest.mark.parametrize("name", ["kari", "jonas", "tone", "rolf", "amina", "per"])
def test_nobody_else_administers(workspace: Workspace, name: str) -> None:
    desk, jonas = Desk(workspace, name), member(workspace, "jonas")
    met = {desk.see(page).status_code for page in OURS}
    met |= {desk.see("colleague", member_id=jonas).status_code}
    met |= {desk.send("colleague_end", {"x": ""}, member_id=jonas).status_code}
    assert met == {404}


def test_units_and_members_stand_with_those_who_have_left_last(workspace: Workspace) -> None:
    page = said(Desk(workspace, "guro", "en").see("administrator"))
    names = ["Guro Utkast", "Jonas Eksempel", "Kari Syntetisk", "Liv Øvelse", "Rolf Attrapp",
             "Tone Skisse", "Stig Kladd"]  # fmt: skip
    members = page.partition("Members Name")[2]
    assert sorted(names, key=members.index) == names
    assert [other in page for other in ("Amina Prøve", "Per Modell", "Jobb")] == [False] * 3
    assert "Koordinering av botilbud 3" in page.partition("Units Unit")[2]


def test_another_organisations_member_or_unit_is_absent(workspace: Workspace) -> None:
    desk, amina = Desk(workspace, "guro"), member(workspace, "amina")
    unit = one(workspace, "SELECT unit_id FROM access_member WHERE id = %s", amina)
    pages = ("colleague", "colleague_role", "colleague_end", "colleague_renew")
    met = [desk.see(page, member_id=amina).status_code for page in pages]
    assert [*met, desk.see("unit", unit_id=unit).status_code] == [404] * 5


@pytest.mark.parametrize("case", ["own", "unit", "closed", "shared_in"])
def test_no_page_of_a_case_is_there_for_her(workspace: Workspace, case: str) -> None:
    desk, id = Desk(workspace, "guro"), workspace.cast.cases[case]
    met = {page: desk.see(page, case_id=id).status_code for page in CASE_PAGES}
    assert met == dict.fromkeys(CASE_PAGES, 404)


def test_no_word_and_no_row_of_a_case_reaches_her(workspace: Workspace) -> None:
    desk, jonas = Desk(workspace, "guro"), member(workspace, "jonas")
    pages = "".join(desk.read(page) for page in (*OURS, "home", "inbox"))
    pages += desk.read("colleague", member_id=jonas)
    assert [place for place, word in workspace.cast.canaries.items() if word in pages] == []
    with workspace.acting("guro"):
        assert Case.objects.count() == 0


def test_a_unit_is_made_and_renamed_and_no_two_have_one_name(fresh_workspace: Workspace) -> None:
    desk = Desk(fresh_workspace, "guro")
    assert desk.send("unit_new", {"name": "Utprøving"}).status_code == 302
    assert desk.send("unit_new", {"name": "utprøving"}).status_code == 400
    with fresh_workspace.acting("guro"):
        unit = Unit.objects.get(name="Utprøving").pk
    assert desk.send("unit", {"name": "Hjelpetelefonen"}, unit_id=unit).status_code == 400
    told = {"name": "Ettervern", "phone": "22 00 00 11"}
    assert desk.send("unit", told, unit_id=unit).status_code == 302
    with fresh_workspace.acting("guro"):
        assert Unit.objects.get(pk=unit).phone == "22 00 00 11"
    page = desk.read("administrator")
    assert ["Ettervern" in page, "Utprøving" in page] == [True, False]


def test_with_another_unit_she_sees_other_cases_when_its_leader_has_said_yes(
    fresh_workspace: Workspace,
) -> None:
    liv, desk = Desk(fresh_workspace, "liv"), Desk(fresh_workspace, "guro")
    case = fresh_workspace.cast.cases["unit"]
    assert liv.see("case", case_id=case).status_code == 404
    with fresh_workspace.acting("guro"):
        unit = Unit.objects.get(name="Koordinering av botilbud").pk
    new = {"name": "Liv Øvelse", "email": "liv@samvern.example", "unit_id": str(unit)}
    id = member(fresh_workspace, "liv")
    assert desk.send("colleague", new, member_id=id).status_code == 302
    assert liv.see("case", case_id=case).status_code == 404
    said_yes = Desk(fresh_workspace, "tone").send("access_answer", {"answer": "yes"}, member_id=id)
    assert said_yes.status_code == 302
    assert liv.see("case", case_id=case).status_code == 200


def test_the_end_of_a_membership_is_the_end_of_the_next_statement(
    fresh_workspace: Workspace,
) -> None:
    jonas, id = Desk(fresh_workspace, "jonas"), member(fresh_workspace, "jonas")
    case, token = fresh_workspace.cast.cases["unit"], fresh_workspace.token("jonas")
    count = "SELECT count(*) FROM cases_case"
    with fresh_workspace.connect() as connection:
        connection.execute("SELECT set_config('samvern.token', %s, false)", [token])
        before = connection.execute(count).fetchone()
        answer = Desk(fresh_workspace, "guro").send("colleague_end", {"x": ""}, member_id=id)
        after = connection.execute(count).fetchone()
    assert (answer.status_code, before, after) == (302, (3,), (0,))
    met = jonas.see("case", case_id=case)
    assert (met.status_code, "/sign-in/" in met.headers["Location"]) == (302, True)
    page = said(Desk(fresh_workspace, "guro", "en").see("administrator"))
    assert page.index("Jonas Eksempel") > page.index("Tone Skisse")


def test_it_is_asked_for_with_a_sign_in_just_now(fresh_workspace: Workspace) -> None:
    guro, id = Desk(fresh_workspace, "guro"), member(fresh_workspace, "jonas")
    with fresh_workspace.superuser() as connection:
        connection.execute(
            "UPDATE gate.session SET authenticated_at = now() - interval '6 minutes'"
        )
    for page in ("colleague_end", "colleague_role", "colleague_renew"):
        answer = guro.send(page, {"role": "leader"}, member_id=id)
        assert (answer.status_code, "next=" in answer.headers["Location"]) == (302, True)
    assert one(fresh_workspace, "SELECT until FROM access_member WHERE id = %s", id) is None


def test_another_role_is_another_membership(fresh_workspace: Workspace) -> None:
    desk, id = Desk(fresh_workspace, "guro"), member(fresh_workspace, "jonas")
    assert desk.send("colleague_role", {"role": "leader"}, member_id=id).status_code == 302
    with fresh_workspace.acting("guro"):
        found = Member.objects.filter(name="Jonas Eksempel").order_by("since")
        roles = [(each.role, each.until is None) for each in found]
    assert roles == [("case_worker", False), ("leader", True)]
    assert desk.send("colleague_role", {"role": "leader"}, member_id=id).status_code in (400, 409)


def test_she_changes_neither_herself_nor_who_has_left(workspace: Workspace) -> None:
    desk = Desk(workspace, "guro", "en")
    for name, why in (("guro", "your own membership"), ("stig", "The membership is over")):
        answer = desk.send("colleague_role", {"role": "leader"}, member_id=member(workspace, name))
        assert (answer.status_code, why in answer.content.decode()) == (400, True)


def test_nobody_becomes_what_only_jobs_are(workspace: Workspace) -> None:
    id = member(workspace, "jonas")
    answer = Desk(workspace, "guro").send("colleague_role", {"role": "service"}, member_id=id)
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE access_member SET role = 'leader' WHERE id = %(id)s",
        "UPDATE access_member SET organisation_id = gen_random_uuid() WHERE id = %(id)s",
        "UPDATE access_member SET user_id = gen_random_uuid() WHERE id = %(id)s",
        "DELETE FROM access_member WHERE id = %(id)s",
        "UPDATE access_organisation SET kind = 'police'",
        "SELECT * FROM audit.line WHERE chain = %(id)s FOR UPDATE",
    ],
)
def test_the_database_refuses_what_her_pages_do_not_offer(
    workspace: Workspace, statement: str
) -> None:
    with workspace.connect() as connection:
        token = [workspace.token("guro")]
        connection.execute("SELECT set_config('samvern.token', %s, false)", token)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement, {"id": member(workspace, "jonas")})


def test_each_change_stands_in_the_trail(fresh_workspace: Workspace) -> None:
    desk, id = Desk(fresh_workspace, "guro"), member(fresh_workspace, "jonas")
    desk.send("unit_new", {"name": "Utprøving"})
    desk.send("colleague_role", {"role": "auditor"}, member_id=id)
    desk.send("colleague_end", {"x": ""}, member_id=member(fresh_workspace, "liv"))
    with fresh_workspace.superuser() as connection:
        acts = connection.execute(
            "SELECT act FROM audit.line WHERE member_id = %s AND outcome = 'done'"
            " AND act IN ('unit.add', 'member.role', 'member.end') ORDER BY number",
            [member(fresh_workspace, "guro")],
        ).fetchall()
    assert acts == [("unit.add",), ("member.role",), ("member.end",)]


@pytest.mark.parametrize("text", ["", " ", "x" * 500, "a\x00b", "<script>alert(1)</script>"])
def test_hostile_names_break_nothing(fresh_workspace: Workspace, text: str) -> None:
    desk = Desk(fresh_workspace, "guro")
    assert desk.send("unit_new", {"name": text}).status_code in (302, 400)
    assert "<script>alert" not in desk.read("administrator")
