# SPDX-License-Identifier: EUPL-1.2
"""What is known about a person: whole sheets, one after the other, through the pages."""

import re
from datetime import date, timedelta

import pytest

from samvern.cases.core.models import Person
from samvern.cases.facts.domain import open_sheet, person_facts, read_facts, save_facts
from samvern.cases.facts.models import FactSheet
from samvern.cases.facts.sheets import describe_answers
from support.casework import Desk, hidden, said
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.fixture
def desk(fresh_workspace: Workspace) -> Desk:
    return Desk(fresh_workspace, case="colleague", member="jonas")


def sheets(desk: Desk) -> list[dict[str, object]]:
    with desk.workspace.acting("jonas"):
        person = Person.objects.get(pk=desk.person)
        rows = FactSheet.objects.filter(person=person).order_by("created_at")
        return [dict(open_sheet(row).answers) for row in rows]


def test_an_answer_makes_a_new_sheet_beside_the_old(desk: Desk) -> None:
    before = sheets(desk)
    answer = desk.tell("person", residence="irregular", stop="1")
    assert answer.status_code == 302
    assert sheets(desk) == [*before, {"age": 24, "residence": "irregular"}]
    assert "Uten lovlig opphold" in desk.get("facts", person=True)


def test_the_next_page_is_the_next_that_concerns_the_person(desk: Desk) -> None:
    answer = desk.tell("person", residence="irregular", on="1")
    assert answer.headers["Location"].startswith(desk.url("facts", person=True) + "/")


def test_a_wrong_answer_is_named_beside_the_question_and_nothing_is_saved(desk: Desk) -> None:
    before = sheets(desk)
    answer = desk.tell("child_age", age="mange", stop="1")
    assert answer.status_code == 400
    assert "«mange» er ikke et tall" in said(answer)
    assert sheets(desk) == before


def test_answers_that_contradict_each_other_are_refused(desk: Desk) -> None:
    answer = desk.tell("person", age_group="child_16_17", stop="1")  # 24 was told before
    assert answer.status_code == 400
    assert "stemmer ikke med det du har svart" in said(answer)
    assert sheets(desk) == [{"age": 24}]


@pytest.mark.parametrize(
    ("year", "says"),
    [("2099", "ingen er født i framtiden. Rett dagen"), ("1901", "over 120 år gammel. Rett året")],
)
def test_a_birth_that_cannot_be_is_refused(desk: Desk, year: str, says: str) -> None:
    before = sheets(desk)
    answer = desk.tell("child_age", **{"born_on.year": year}, stop="1")
    assert (answer.status_code, says in said(answer)) == (400, True)
    assert sheets(desk) == before


def test_who_was_overtaken_sees_what_is_saved_and_loses_nothing(desk: Desk) -> None:
    page = desk.client.get(desk.url("facts_step", person=True, step="person"))
    desk.tell("person", residence="eea", stop="1")
    late = {**hidden(page), "residence": "irregular", "stop": "1"}
    answer = desk.post("facts_step", late, person=True, step="person")
    assert answer.status_code == 409
    assert "EØS" in said(answer)
    assert re.search('value="irregular" id="[^"]*" checked', answer.content.decode())
    again = desk.post(
        "facts_step", {**hidden(answer), "residence": "irregular", "stop": "1"},
        person=True, step="person",
    )  # fmt: skip
    assert again.status_code == 302
    assert sheets(desk)[-1]["residence"] == "irregular"


def test_two_who_answer_different_pages_do_not_meet(desk: Desk) -> None:
    page = desk.client.get(desk.url("facts_step", person=True, step="person"))
    desk.tell("danger", in_danger="no", stop="1")
    late = {**hidden(page), "residence": "irregular", "stop": "1"}
    assert desk.post("facts_step", late, person=True, step="person").status_code == 302
    assert sheets(desk)[-1] == {"age": 24, "in_danger": False, "residence": "irregular"}


def test_an_earlier_sheet_can_still_be_read(desk: Desk) -> None:
    desk.tell("person", residence="irregular", note="Hun fortalte det i dag", stop="1")
    with desk.workspace.acting("jonas"):
        first = FactSheet.objects.filter(person_id=desk.person).earliest("created_at")
    page = desk.get("facts_sheet", person=True, sheet_id=first.pk)
    assert "24 år" in page
    assert "Uten lovlig opphold" not in page
    assert "Hun fortalte det i dag" in desk.get("facts", person=True)


def test_an_age_nobody_told_anew_goes_on_growing(desk: Desk) -> None:
    long_ago = date.today() - timedelta(days=400)  # noqa: DTZ011
    with desk.workspace.acting("jonas") as actor:
        person = Person.objects.get(pk=desk.person)
        save_facts(actor=actor, person=person, answers={"age": 17}, known_on=long_ago)
        save_facts(actor=actor, person=person, answers={"age": 17, "in_danger": True})
        known = read_facts(person)
        assert known.age_told_on == long_ago
        assert person_facts(person, known).known_on == long_ago


def test_what_is_written_is_sealed(desk: Desk) -> None:
    desk.tell("person", residence="irregular", note="Hemmelig notat", stop="1")
    with desk.workspace.superuser() as connection:
        rows = connection.execute(
            "SELECT facts_sealed, note_sealed FROM cases_factsheet WHERE person_id = %s",
            [desk.person],
        ).fetchall()
    kept = b"".join(bytes(cell) for row in rows for cell in row if cell)
    assert b"irregular" not in kept
    assert b"Hemmelig" not in kept


def test_what_is_typed_is_kept_until_it_is_saved(desk: Desk) -> None:
    key = f"facts:{desk.case}:{desk.person}"
    url = f"/nb/workspace/drafts/{key}"
    assert desk.client.post(url, {"step": "person", "residence": "eea"}).status_code == 204
    page = desk.client.get(desk.url("facts_step", person=True, step="person"))
    assert "Du har et utkast" in said(page)
    desk.tell("person", residence="eea", stop="1")
    page = desk.client.get(desk.url("facts_step", person=True, step="person"))
    assert "Du har et utkast" not in said(page)


@pytest.mark.parametrize(("member", "case"), [("kari", "colleague"), ("kari", "foreign")])
def test_a_stranger_meets_absence(fresh_workspace: Workspace, member: str, case: str) -> None:
    desk = Desk(fresh_workspace, member, case)
    for page, where in (("facts", {}), ("facts_step", {"step": "person"})):
        answer = desk.client.get(desk.url(page, person=True, **where))
        assert answer.status_code == 404
    answer = desk.post("facts_step", {"residence": "eea"}, person=True, step="person")
    assert answer.status_code == 404


def test_a_closed_case_is_read_and_not_changed(fresh_workspace: Workspace) -> None:
    desk = Desk(fresh_workspace, case="closed")
    assert "Dette er kjent" in desk.get("facts", person=True)
    answer = desk.post("facts_step", {"residence": "eea"}, person=True, step="person")
    assert (answer.status_code, answer.headers["Location"]) == (302, desk.url("rights"))


def test_the_day_it_happened_is_said_in_the_readers_language(desk: Desk) -> None:
    first, last = date(2026, 3, 1), date(2026, 4, 2)
    with desk.workspace.acting("jonas"):
        assert describe_answers({"event_on": first}, "en")["event_on"].value == "1 March 2026"
        assert (
            describe_answers({"event_on": {"max": first}}, "nn")["event_on"].value
            == "seinast 1.3.2026"
        )
        within = {"event_on": {"min": first, "max": last}}
        assert describe_answers(within, "nb")["event_on"].value == "1.3.2026 til 2.4.2026"
