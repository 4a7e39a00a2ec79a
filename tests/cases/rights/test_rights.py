# SPDX-License-Identifier: EUPL-1.2
"""Rights today and tomorrow, as a case worker reads them."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from samvern.access.dates import format_date
from samvern.cases.assessments.domain import withdraw_assessment
from samvern.cases.assessments.models import Assessment
from samvern.cases.core.models import Person
from samvern.cases.core.pack import rule_name
from samvern.cases.facts.domain import save_facts
from samvern.cases.rights.domain import read_rights
from samvern.law import Truth
from support.casework import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.fixture
def desk(fresh_workspace: Workspace) -> Desk:
    return Desk(fresh_workspace)


def know(desk: Desk, **answers: object) -> None:
    with desk.workspace.acting("kari") as actor:
        person = Person.objects.get(pk=desk.person)
        save_facts(actor=actor, person=person, answers=answers)


def test_what_runs_out_first_is_said_with_its_day_and_cause(desk: Desk) -> None:
    granted = timezone.localdate() - timedelta(days=30)
    know(desk, age=29, residence="reflection_period", reflection_granted_on=granted,
         in_norway=True, already_presumed=True)  # fmt: skip
    page = desk.get("rights")
    assert "Går ut først Ingen utsendelse i perioden" in page
    assert "Fordi: Refleksjonsperioden varer." in page
    said = page.replace("\N{NO-BREAK SPACE}", " ")
    assert re.search(rf"Ja {re.escape(rule_name('R-SOC-01'))} til \d+\. \w+ 20\d\d ", said)


def test_a_permit_that_has_run_out_is_said_and_asked_about(desk: Desk) -> None:
    granted = timezone.localdate() - timedelta(days=300)
    know(desk, age=29, residence="reflection_period", reflection_granted_on=granted)
    assert "«Refleksjonsperioden varer» har gått ut." in desk.get("rights")
    page = desk.client.get(desk.url("rights")).content.decode()
    assert desk.url("facts_step", person=True, step="person") in page


def test_a_doubtful_age_is_a_childs_and_the_page_says_so(desk: Desk) -> None:
    know(desk, in_norway=True)
    assert "Personen behandles som barn til den er det." in desk.get("rights")


def test_the_eighteenth_birthday_is_among_what_is_to_come(desk: Desk) -> None:
    today = timezone.localdate()
    birthday = today + timedelta(days=60)
    born = birthday.replace(year=birthday.year - 18)
    know(desk, born_on=born, in_norway=True, already_presumed=True)
    page = desk.get("rights")
    assert f"{format_date(birthday)}" in page
    assert "personen blir eldre" in page


def test_an_open_right_leads_to_the_question_that_decides_it(desk: Desk) -> None:
    know(desk, age=29, already_presumed=True, in_norway=True)
    page = desk.client.get(desk.url("rights")).content.decode()
    assert f'href="{desk.url("facts_step", person=True, step="person")}">Opphold' in page
    assert "https://lovdata.no" in page


def test_help_follows_the_ladder_and_not_the_answers_alone(desk: Desk) -> None:
    know(desk, age=29, already_presumed=False, in_norway=True, residence="irregular")
    found = []
    with desk.workspace.acting("kari") as actor:
        person = Person.objects.get(pk=desk.person)
        found.append(read_rights(actor=actor, person=person).view.result.value("presumed_victim"))
        row = Assessment.objects.get(person=person)
        withdraw_assessment(actor=actor, person=person, assessment=row, ground="Feil person")
        found.append(read_rights(actor=actor, person=person).view.result.value("presumed_victim"))
    assert found == [Truth.YES, Truth.UNKNOWN]


def test_each_person_of_a_case_has_her_own_rights(desk: Desk) -> None:
    own = desk.get("rights")
    assert desk.get("rights_of", person=True) == own


@pytest.mark.parametrize(
    "page", ["rights", "assessments", "case_deadlines", "consents", "assistance"]
)
def test_a_stranger_meets_absence(fresh_workspace: Workspace, page: str) -> None:
    desk = Desk(fresh_workspace, "kari", "foreign")
    assert desk.client.get(desk.url(page)).status_code == 404
