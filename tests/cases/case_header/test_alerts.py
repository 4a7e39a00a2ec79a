# SPDX-License-Identifier: EUPL-1.2
"""Known danger stands above every page of a case, and as a sign in lists."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samvern.access.models import Share
from samvern.cases.case_header.alerts import DANGER as DANGER_SIGN
from samvern.cases.case_header.alerts import list_case_signs, read_case_alerts
from samvern.cases.core.models import Case, Person
from samvern.cases.deadlines.models import Deadline
from samvern.cases.facts.domain import apply_facts, save_facts
from samvern.cases.risks.domain import record_risk
from samvern.cases.tasks.models import Task
from support.ages import forget_ages
from support.casework import said
from support.colleague import Colleague, text
from support.workspace import Workspace

pytestmark = pytest.mark.database
DANGER = {
    "in_danger": True, "protected_address": True, "controller_present": True,
}  # fmt: skip
PAGES = ("case", "persons", "plan", "case_deadlines", "notes", "documents", "team", "consents")
BAND = re.compile(r'<section class="band".*?</section>', re.S)
CALL = '<a class="ds-link tel" href="tel:112">'


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Colleague:
    """On a case whose answers say danger, a secret address and somebody who listens."""
    forget_ages(fresh_workspace)
    with fresh_workspace.acting("kari") as actor:
        person = Person.objects.get(pk=fresh_workspace.cast.persons["own"])
        save_facts(actor=actor, person=person, answers=DANGER)
    return Colleague(fresh_workspace, "kari", "nb")


def band(answer: Any) -> str:
    """The band of a page as it is read."""
    found = BAND.search(text(answer))
    return " ".join(re.sub("<[^>]*>", " ", found[0]).split()) if found else ""


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_case_says_it_and_whom_to_call(kari: Colleague, page: str) -> None:
    answer = kari.see(page, case_id="own")
    shown = band(answer)
    for words in ("Fare nå? Ring:", "Ring 112.", "Adressen er hemmelig.", "Noen hører på.",
                  "Risiko: Høy.", "Alderen er ikke avgjort.", "Adressen er sperret."):  # fmt: skip
        assert words in shown, (page, words, shown)
    assert CALL in text(answer)


def test_it_is_said_once_the_danger_is_over_no_more(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    with fresh_workspace.acting("kari") as actor:
        person = Person.objects.get(pk=fresh_workspace.cast.persons["own"])
        save_facts(actor=actor, person=person, answers=dict.fromkeys(DANGER, False))
    shown = band(kari.see("case", case_id="own"))
    assert "Fare nå" not in shown
    assert "Ring 112." not in shown
    assert "Risiko: Høy." in shown


def test_the_list_and_the_leader_see_signs_and_no_name(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    listed = said(kari.see("cases"))
    assert "Fare nå" in listed
    assert "Sperret adresse" in listed
    leader = Colleague(fresh_workspace, "tone", "nb").see("leader")
    table = text(leader).partition("Fare nå, eller høy risiko")[2].partition("</table>")[0]
    with fresh_workspace.acting("kari"):
        reference = Case.objects.get(pk=fresh_workspace.cast.cases["own"]).reference
    assert reference in table
    assert fresh_workspace.cast.canaries["own/person.initials"] not in table


def test_a_list_asks_once_however_long_it_is(fresh_workspace: Workspace, kari: Colleague) -> None:
    cast = fresh_workspace.cast
    with fresh_workspace.acting("kari"):
        with CaptureQueriesContext(
            connection,
        ) as one:
            list_case_signs([cast.cases["own"]])
        with CaptureQueriesContext(connection) as many:
            list_case_signs(cast.cases.values())
        with CaptureQueriesContext(connection) as page:
            read_case_alerts(cast.cases["own"])
    assert [len(each) for each in (one, many, page)] == [1, 1, 1]


def test_whoever_has_a_share_sees_what_it_opens(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    """Amina's house has case, rights and notes, not the plan: the answers' danger, not the risk."""
    shown = band(Colleague(fresh_workspace, "amina", "nb").see("case", case_id="own"))
    assert "Ring 112." in shown
    assert "Risiko" not in shown
    with fresh_workspace.superuser() as behind:
        behind.execute(
            "UPDATE access_share SET categories = '{case}' WHERE case_id = %s",
            [fresh_workspace.cast.cases["own"]],
        )
    shown = band(Colleague(fresh_workspace, "amina", "nb").see("case", case_id="own"))
    assert "Ring 112." not in shown
    assert "Adressen er sperret." in shown
    assert Share  # the share itself stands


def test_a_stranger_and_a_barred_one_see_no_sign(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    with fresh_workspace.acting("per"):
        assert list_case_signs([fresh_workspace.cast.cases["own"]]) == {}


def test_a_judgement_of_risk_is_a_deadline_until_the_next(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    day = timezone.localdate() + timedelta(days=7)
    with fresh_workspace.acting("kari") as actor:
        case = Case.objects.get(pk=fresh_workspace.cast.cases["own"])
        for _each in range(2):
            record_risk(
                actor=actor, case=case, person_id=fresh_workspace.cast.persons["own"],
                level="high", threats="Syntetisk", plan="Syntetisk", review_on=day,
            )  # fmt: skip
        rows = Deadline.objects.filter(case=case, clock=Deadline.REVIEW).order_by("created_at")
        assert [(row.state, row.due_on) for row in rows] == [("met", day), ("running", day)]
    assert "Vurder risikoen på nytt" in said(kari.see("case_deadlines", case_id="own"))
    with fresh_workspace.superuser() as behind:
        behind.execute("UPDATE cases_deadline SET due_on = '2025-02-03' WHERE state = 'running'")
    assert "Vurder risikoen på nytt" in said(kari.see("home"))
    leader = said(Colleague(fresh_workspace, "tone", "nb").see("leader"))
    assert "Vurder risikoen på nytt" in leader.partition("Frister som er over")[2] or (
        "Vurder risikoen på nytt" in leader
    )


def test_new_answers_count_no_review_away(fresh_workspace: Workspace, kari: Colleague) -> None:
    with fresh_workspace.acting("kari") as actor:
        case = Case.objects.get(pk=fresh_workspace.cast.cases["own"])
        person = Person.objects.get(pk=fresh_workspace.cast.persons["own"])
        record_risk(
            actor=actor, case=case, person_id=person.pk, level="low", threats="Syntetisk",
            plan="Syntetisk", review_on=timezone.localdate(),
        )  # fmt: skip
        save_facts(actor=actor, person=person, answers={"residence": "irregular"})
        states = Deadline.objects.filter(case=case, clock=Deadline.REVIEW).values_list("state")
        assert [*states] == [("running",)]


def test_answers_that_say_danger_make_the_first_steps(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    person = fresh_workspace.cast.persons["own"]
    where: dict[str, Any] = {"case_id": "own", "person_id": person, "step": "danger"}
    page = text(kari.see("facts_step", **where))
    sheet = re.search(r'name="sheet" value="([^"]*)"', page)
    data = {"sheet": sheet[1] if sheet else "", "in_danger": "yes"}
    assert kari.send("facts_step", data, **where).status_code == 302
    with fresh_workspace.acting("kari"):
        rules = Task.objects.filter(case_id=fresh_workspace.cast.cases["own"]).exclude(rule="")
        first = set(rules.values_list("rule", flat=True))
    assert "R-REF-01" in first
    kari.send("facts_step", data, **where)
    with fresh_workspace.acting("kari"):
        again = rules.count()
    assert again == len(first)
    overview = kari.see("case", case_id="own")
    assert "Ingenting gjenstår" not in said(overview)
    assert CALL in text(overview).partition('id="todo"')[2]


def test_answers_from_before_signs_were_kept_are_read_at_once(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    with fresh_workspace.superuser() as behind:
        behind.execute("DELETE FROM cases_sign")
    assert "Ring 112." in band(kari.see("case", case_id="own"))
    with fresh_workspace.acting("kari") as actor:
        case = fresh_workspace.cast.cases["own"]
        assert DANGER_SIGN not in list_case_signs([case])[case]
        apply_facts(actor=actor, person=Person.objects.get(case_id=case))
        assert DANGER_SIGN in list_case_signs([case])[case]
