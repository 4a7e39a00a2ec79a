# SPDX-License-Identifier: EUPL-1.2
"""Answers of the guide go into a case once, under a code that nobody else has."""

import re
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils import timezone

from samvern.access.client_ip import client_lane
from samvern.cases.core.models import Case, Person
from samvern.cases.facts.domain import read_facts
from samvern.cases.opening.guide_transfer import new_transfer_code, normalise_code
from samvern.cases.tasks.models import Task
from support.casework import said
from support.colleague import Colleague, mistakes, text
from support.visitor import Visitor
from support.workspace import Workspace

CODE = re.compile(r"<strong>((?:[2-9A-Z]{4}-){3}[2-9A-Z]{4})</strong>")
CARRY, FORM = "/en/into-a-case/", {"kind": "assistance", "circle": "team"}
NOTHING = ["The code holds no answers. It works once, and for 24 hours. Check each letter."]


@pytest.fixture
def visitor() -> Visitor:
    """Somebody who has answered two questions."""
    asked = Visitor("en")
    asked.tell("residence", residence="irregular")
    asked.tell("seen_threats", seen_threats=["threats"])
    return asked


def code_of(visitor: Visitor) -> str:
    """The code a visitor is given."""
    page = visitor.post(CARRY)
    found = CODE.search(page.content.decode())
    assert (page.status_code, found is not None) == (200, True)
    return found[1] if found else ""


def open_with(worker: Colleague, code: str) -> Any:
    """Open a case with a code."""
    return worker.send("open_case", {**FORM, "code": code})


@pytest.mark.database
def test_the_answers_come_with_the_case(fresh_workspace: Workspace, visitor: Visitor) -> None:
    kari = Colleague(fresh_workspace, "kari")
    answer = open_with(kari, code_of(visitor))
    assert answer.status_code == 302
    with fresh_workspace.acting("kari"):
        case = Case.objects.get(pk=answer.url.rstrip("/").rpartition("/")[2])
        known = read_facts(Person.objects.get(case=case))
    assert case.origin == Case.Origin.GUIDE
    assert known.answers == {"residence": "irregular", "seen_threats": ["threats"]}
    assert known.known_on == timezone.localdate()


@pytest.mark.database
def test_danger_told_to_the_guide_is_seen_first_and_done_first(fresh_workspace: Workspace) -> None:
    asked = Visitor("nb")
    for fact in ("in_danger", "needs_housing", "protected_address", "controller_present"):
        asked.tell(fact, **{fact: "yes"})
    kari = Colleague(fresh_workspace, "kari", "nb")
    answer = open_with(kari, code_of(asked))
    assert answer.status_code == 302
    case = answer.url.rstrip("/").rpartition("/")[2]
    for page in ("case", "persons", "plan", "notes", "documents", "case_deadlines"):
        shown = said(kari.see(page, case_id=case))
        first = shown.partition("Fare nå? Ring:")[2]
        for words in ("Ring 112.", "Adressen er hemmelig.", "Noen hører på.", "Alderen er ikke"):
            assert words in first, (page, words)
    overview = kari.see("case", case_id=case)
    assert "Ingenting gjenstår" not in said(overview)
    assert 'href="tel:112"' in text(overview).partition('id="todo"')[2]
    with fresh_workspace.acting("kari"):
        rules = set(Task.objects.filter(case_id=case).values_list("rule", flat=True))
    assert rules == {"R-REF-01", "R-REF-11"}  # ring 112; protect the address


@pytest.mark.database
def test_who_has_no_safe_place_tonight_is_found_one_first(fresh_workspace: Workspace) -> None:
    asked = Visitor("nb")
    told = {"age_group": "adult", "already_presumed": "yes", "needs_housing": "yes"}
    for fact, answer in told.items():
        asked.tell(fact, **{fact: answer})
    kari = Colleague(fresh_workspace, "kari", "nb")
    case = open_with(kari, code_of(asked)).url.rstrip("/").rpartition("/")[2]
    overview = kari.see("case", case_id=case)
    assert "Finn et trygt sted i natt" in said(overview).partition("Oppgaver")[2]
    assert "Ingenting gjenstår" not in said(overview)


@pytest.mark.database
def test_a_code_works_once(fresh_workspace: Workspace, visitor: Visitor) -> None:
    kari, code = Colleague(fresh_workspace, "kari"), code_of(visitor)
    assert open_with(kari, code.lower().replace("-", " ")).status_code == 302
    again = open_with(kari, code)
    assert (again.status_code, mistakes(again)) == (400, NOTHING)
    with fresh_workspace.acting("kari"):
        assert Case.objects.filter(origin=Case.Origin.GUIDE).count() == 1


@pytest.mark.database
def test_a_form_with_another_mistake_does_not_use_it_up(
    fresh_workspace: Workspace, visitor: Visitor
) -> None:
    kari, code = Colleague(fresh_workspace, "kari"), code_of(visitor)
    assert kari.send("open_case", {"circle": "team", "code": code}).status_code == 400
    assert open_with(kari, code).status_code == 302


@pytest.mark.database
def test_after_a_day_it_holds_nothing(fresh_workspace: Workspace, visitor: Visitor) -> None:
    kari, code = Colleague(fresh_workspace, "kari"), code_of(visitor)
    with fresh_workspace.superuser() as behind:
        behind.execute("UPDATE cases_parcel SET expires_at = expires_at - interval '24 hours'")
    assert mistakes(open_with(kari, code)) == NOTHING
    code_of(visitor)  # the next one sweeps what is worn out
    with fresh_workspace.superuser() as behind:
        assert behind.execute("SELECT count(*) FROM cases_parcel").fetchone() == (1,)


@pytest.mark.database
def test_who_has_the_database_has_neither_code_nor_answers(
    fresh_workspace: Workspace, visitor: Visitor
) -> None:
    code = code_of(visitor)
    with fresh_workspace.superuser() as behind:
        row: Any = behind.execute("SELECT to_jsonb(p)::text FROM cases_parcel p").fetchone()
    assert [word for word in (code, "irregular", "threats") if word in row[0]] == []
    with fresh_workspace.connect() as app:
        for statement in ("SELECT 1 FROM cases_parcel", "DELETE FROM cases_parcel"):
            with pytest.raises(Exception, match="permission denied"):
                app.execute(statement)


@pytest.mark.database
@pytest.mark.parametrize("code", ["2222-2222-2222-2222", "x", "ÆØÅ", "' OR 1=1 --", "2" * 40])
def test_a_guess_holds_nothing(fresh_workspace: Workspace, code: str) -> None:
    answer = open_with(Colleague(fresh_workspace, "kari"), code)
    assert mistakes(answer) == NOTHING


@pytest.mark.database
@pytest.mark.parametrize("name", ["rolf", "guro"])
def test_who_works_with_no_cases_takes_none(
    fresh_workspace: Workspace, visitor: Visitor, name: str
) -> None:
    code = code_of(visitor)
    assert open_with(Colleague(fresh_workspace, name), code).status_code == 404
    assert open_with(Colleague(fresh_workspace, "kari"), code).status_code == 302


def test_without_a_database_the_guide_says_so_and_goes_on(visitor: Visitor) -> None:
    asked = visitor.get(CARRY)
    kept = visitor.post(CARRY)
    assert (asked.status_code, kept.status_code) == (200, 503)
    assert "Your answers are still here in your browser." in kept.content.decode()
    assert visitor.see("answer").status_code == 200


def test_nothing_is_kept_before_it_is_asked_for(visitor: Visitor) -> None:
    page = visitor.get(CARRY).content.decode()
    assert "kept encrypted here for 24 hours" in page
    assert CODE.search(page) is None
    assert CARRY in visitor.see("answer").content.decode()


def test_who_has_answered_nothing_is_sent_to_the_guide() -> None:
    answer = Visitor("en").get(CARRY)
    assert (answer.status_code, answer.url) == (302, "/en/guide/answer/")


def test_codes_are_read_as_people_write_them() -> None:
    codes = {new_transfer_code() for _each in range(100)}
    assert len(codes) == 100
    assert {normalise_code(code.lower().replace("-", " ")) for code in codes} == codes


@pytest.mark.database
def test_one_network_fills_its_own_share_of_the_room_and_no_other(
    fresh_workspace: Workspace, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fresh_workspace.superuser() as behind:
        behind.execute(
            "INSERT INTO cases_parcel (id, created_at, code_hash, answers_sealed, expires_at, lane)"
            " SELECT gen_random_uuid(), now(), sha256(n::text::bytea), sha256('x'),"
            " now() + interval '1 day', 3 FROM generate_series(1, 78) n"
        )
    monkeypatch.setattr("samvern.web.guide_transfer.client_lane", lambda _request: 3)
    full = visitor.post(CARRY)
    assert (full.status_code, "Too many answers have been kept" in full.content.decode()) == (
        503, True,
    )  # fmt: skip
    monkeypatch.setattr("samvern.web.guide_transfer.client_lane", lambda _request: 4)
    code_of(visitor)


def test_a_network_keeps_its_lane_and_networks_spread_over_all() -> None:
    ask = RequestFactory()

    def lane(address: str) -> int:
        return client_lane(ask.get("/", REMOTE_ADDR=address))

    assert lane("2001:db8::1") == lane("2001:db8:0:ff:1::2")  # one customer's
    lanes = {lane(f"10.0.{high}.{low}") for high in range(16) for low in range(256)}
    assert lanes == set(range(256))
