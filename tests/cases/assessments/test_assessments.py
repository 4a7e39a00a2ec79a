# SPDX-License-Identifier: EUPL-1.2
"""Assessments that never overwrite each other, and an identification worked out again."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from samvern.cases.assessments import domain
from samvern.cases.assessments.ladder import read_ladder
from samvern.cases.assessments.models import Assessment
from samvern.cases.core.models import Person
from samvern.cases.facts.domain import save_facts
from samvern.identity.sealing import seal, unseal
from support.casework import Desk, said
from support.workspace import Workspace

pytestmark = pytest.mark.database
KNOWN = {"age": 29, "means_seen": ["threats"], "purpose_seen": ["prostitution"], "in_norway": True}


@pytest.fixture
def desk(fresh_workspace: Workspace) -> Desk:
    return Desk(fresh_workspace)


def know(desk: Desk, **answers: Any) -> None:
    with desk.workspace.acting("kari") as actor:
        save_facts(
            actor=actor, person=Person.objects.get(pk=desk.person), answers={**KNOWN, **answers}
        )


def steps(desk: Desk) -> tuple[dict[str, str], str]:
    with desk.workspace.acting("kari"):
        found = read_ladder(Person.objects.get(pk=desk.person))
    return {rung.authority: rung.step for rung in found.rungs if rung.step}, found.help


def identify(desk: Desk, step: str = "presumed", **more: str) -> Any:
    form = {"step": step, "ground": "Trusler og gjeld", "decided_on": _today(), **more}
    return desk.post("assessment_identify", form, person=True)


def verify(desk: Desk, authority: str, step: str, **more: str) -> Any:
    form = {"authority": authority, "step": step, "decided_by": "Eksempel", "ground": "Vedtak",
            "decided_on": _today(), **more}  # fmt: skip
    return desk.post("assessment_verify", form, person=True)


def _today() -> str:
    return timezone.localdate().isoformat()


def last(desk: Desk) -> Assessment:
    with desk.workspace.acting("kari"):
        return Assessment.objects.filter(person_id=desk.person).latest("created_at")


def test_an_identification_keeps_what_was_known_and_what_followed(desk: Desk) -> None:
    know(desk)
    assert identify(desk).status_code == 302
    row = last(desk)
    assert (row.kind, row.authority, row.step) == ("identification", "helper", "presumed")
    assert row.pack == "norway"
    assert len(row.pack_hash) == 64
    assert "Trusler og gjeld" in desk.get("assessments")
    assert "Alle konklusjonene blir som de var." in desk.get("replay", assessment_id=row.pk)


def test_the_step_that_follows_from_what_is_known_is_suggested(desk: Desk) -> None:
    know(desk)
    page = desk.client.get(desk.url("assessment_identify", person=True)).content.decode()
    assert 'value="presumed"' in page.split("checked")[0].rsplit("<input", 1)[1]


def test_what_comes_out_otherwise_is_named(desk: Desk) -> None:
    know(desk)
    identify(desk)
    row = last(desk)
    with desk.workspace.acting("kari"):
        sealed = row.result_sealed
        result = json.loads(unseal(row.person_id, "assessment.result", row.pk, sealed))
        result["values"]["R-SOC-01"] = "yes"
        row.result_sealed = seal(row.person_id, "assessment.result", row.pk, json.dumps(result))
        found = domain.replay_assessment(row)
    assert [(d.rule, d.then, d.now) for d in found.differences] == [("R-SOC-01", "yes", "unknown")]


def test_a_pack_that_is_not_kept_cannot_be_replayed_and_the_page_says_so(desk: Desk) -> None:
    know(desk)
    identify(desk)
    row = last(desk)
    with desk.workspace.superuser() as connection:
        connection.execute(
            "UPDATE cases_assessment SET pack_hash = %s WHERE id = %s", ["0" * 64, row.pk]
        )
    assert "finnes ikke her" in desk.get("replay", assessment_id=row.pk)


def test_a_no_from_one_authority_changes_nothing_for_others_nor_for_the_help(desk: Desk) -> None:
    verify(desk, "police", "verified")
    before = steps(desk)
    assert verify(desk, "immigration", "not_verified").status_code == 302
    assert before == ({"police": "verified", "helper": "presumed"}, "presumed")
    assert steps(desk) == (
        {"police": "verified", "immigration": "not_verified", "helper": "presumed"}, "presumed",
    )  # fmt: skip
    page = desk.get("assessments")
    assert "De er uenige. Det er lov, og ingen må gi seg." in page


def test_an_authority_may_turn_and_both_stand_in_the_history(desk: Desk) -> None:
    verify(desk, "police", "not_verified", ground="Første vedtak")
    verify(desk, "police", "verified", ground="Andre vedtak")
    page = desk.get("assessments")
    assert page.index("Andre vedtak") < page.index("Første vedtak")
    assert steps(desk)[0]["police"] == "verified"


def test_what_is_withdrawn_stays_and_gives_place(desk: Desk) -> None:
    verify(desk, "police", "verified")
    row = last(desk)
    answer = desk.post("assessment_withdraw", {"ground": "Feil person"}, assessment_id=row.pk)
    assert answer.status_code == 302
    assert "police" not in steps(desk)[0]
    page = desk.get("assessments")
    assert "Feil person" in page
    assert "Vedtak" in page


def test_a_colleague_may_withdraw_a_helpers_assessment_for_her(fresh_workspace: Workspace) -> None:
    desk = Desk(fresh_workspace, "jonas", "unit")
    with fresh_workspace.acting("jonas"):
        row = Assessment.objects.filter(person_id=desk.person).latest("created_at")
    kari = Desk(fresh_workspace, "kari", "unit")
    kari.post("assessment_withdraw", {"ground": "Innført på feil sak"}, assessment_id=row.pk)
    with fresh_workspace.acting("kari"):
        assert read_ladder(Person.objects.get(pk=desk.person)).help == ""


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({"ground": ""}, "Fyll ut «Begrunnelsen som ble gitt»"),
        ({"decided_on": "2999-01-01"}, "kan ikke være fra en dag som kommer"),
        ({"authority": "nobody"}, "Hvem som avgjorde"),
        ({"step": "withdrawn"}, "Avgjørelse"),
    ],
)
def test_a_wrong_form_says_what_and_saves_nothing(
    desk: Desk, form: dict[str, str], expected: str
) -> None:
    before = last(desk).pk
    values = {"authority": "police", "step": "verified", **form}
    answer = verify(desk, values.pop("authority"), values.pop("step"), **values)
    assert answer.status_code == 400
    assert expected in said(answer)
    assert last(desk).pk == before


def test_helpers_do_not_verify(desk: Desk) -> None:
    assert identify(desk, "verified").status_code == 400


def test_a_day_to_come_is_refused_beside_the_field(desk: Desk) -> None:
    later = (timezone.localdate() + timedelta(days=1)).isoformat()
    answer = identify(desk, decided_on=later)
    assert answer.status_code == 400
    assert "Dagen har ikke vært ennå" in said(answer)


def test_assessments_are_added_and_never_changed(desk: Desk) -> None:
    row = last(desk)
    with desk.workspace.connect() as connection:
        connection.execute("BEGIN")
        connection.execute(
            "SELECT set_config('samvern.token', %s, true)", [desk.workspace.token("kari")]
        )
        with pytest.raises(Exception, match="permission denied"):
            connection.execute(
                "UPDATE cases_assessment SET step = 'verified' WHERE id = %s", [row.pk]
            )
