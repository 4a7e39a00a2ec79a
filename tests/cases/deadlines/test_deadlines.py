# SPDX-License-Identifier: EUPL-1.2
"""Deadlines that follow the facts, and what people do with them."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from samvern.cases.core.models import Person
from samvern.cases.core.pack import current_pack
from samvern.cases.deadlines.models import Deadline
from samvern.cases.facts.domain import save_facts
from samvern.cases.notices.models import Notice
from support.casework import Desk, said
from support.workspace import Workspace

pytestmark = pytest.mark.database
KNOWN = {"age": 29, "in_norway": True}
REFUSED = {**KNOWN, "removal_case": ["other_refused"], "manifestly_unfounded": False}


@pytest.fixture
def desk(fresh_workspace: Workspace) -> Desk:
    return Desk(fresh_workspace)


def know(desk: Desk, member: str = "kari", **answers: Any) -> None:
    with desk.workspace.acting(member) as actor:
        save_facts(
            actor=actor, person=Person.objects.get(pk=desk.person), answers={**KNOWN, **answers}
        )


def rows(desk: Desk, clock: str) -> list[tuple[date | None, date | None, str]]:
    with desk.workspace.acting("kari"):
        found = Deadline.objects.filter(person_id=desk.person, clock=clock).order_by("created_at")
        return [(row.starts_on, row.due_on, row.state) for row in found]


def one(desk: Desk, clock: str) -> Deadline:
    with desk.workspace.acting("kari"):
        return Deadline.objects.filter(person_id=desk.person, clock=clock).latest("created_at")


def act(desk: Desk, row: Deadline, act: str, **values: str) -> Any:
    form = {f"{act}-version": str(row.version), **{f"{act}-{k}": v for k, v in values.items()}}
    return desk.post(f"deadline_{act}", form, deadline_id=row.pk)


def test_a_deadline_follows_its_facts(desk: Desk) -> None:
    granted = date(2026, 11, 2)
    know(desk, residence="reflection_period", reflection_granted_on=granted)
    assert rows(desk, "reflection_period") == [(granted, date(2027, 5, 2), "running")]
    later = date(2026, 11, 9)
    know(desk, residence="reflection_period", reflection_granted_on=later)
    assert rows(desk, "reflection_period") == [(later, date(2027, 5, 9), "running")]
    know(desk, residence="asylum_seeker")
    assert rows(desk, "reflection_period") == [(later, date(2027, 5, 9), "gone")]
    assert "Refleksjonsperioden varer" in desk.get("case_deadlines")


def test_a_deadline_without_its_date_is_listed_all_the_same(desk: Desk) -> None:
    know(desk, residence="reflection_period")
    assert rows(desk, "reflection_period") == [(None, None, "running")]
    assert "Dagen er ikke kjent" in desk.get("case_deadlines")


def test_a_deadline_that_only_may_run_is_kept_with_its_earliest_day_and_says_why(
    desk: Desk,
) -> None:
    refused = timezone.localdate() - timedelta(days=5)
    know(desk, removal_case=["asylum_refused"], refused_on=refused)
    week = current_pack().ruleset.holidays.next_working_day(refused + timedelta(days=7))
    assert rows(desk, "appeal_unfounded_asylum") == [(refused, week, "running")]
    assert "Klage når asylsøknaden er åpenbart grunnløs" in desk.get("case_deadlines")
    row = one(desk, "appeal_unfounded_asylum")
    seen = desk.get("deadline", deadline_id=row.pk)
    assert (
        "Hold denne dagen, med mindre svaret på «Avslått som åpenbart grunnløs» viser noe annet. "
        "Ring advokat i dag." in seen
    )
    assert week.strftime("DTSTART;VALUE=DATE:%Y%m%d") in calendar(desk)
    know(desk, removal_case=["asylum_refused"], refused_on=refused, manifestly_unfounded=False)
    assert week.strftime("DTSTART;VALUE=DATE:%Y%m%d") not in calendar(desk)
    assert rows(desk, "appeal_unfounded_asylum") == [(refused, week, "gone")]


def calendar(desk: Desk) -> str:
    """Her deadlines as a file for a calendar."""
    with translation.override("nb"):
        return desk.client.get(reverse("workspace:deadlines_ics")).content.decode()


def test_a_deadline_that_has_passed_says_what_can_still_be_done(desk: Desk) -> None:
    know(desk, **REFUSED, refused_on=timezone.localdate() - timedelta(days=60))
    row = one(desk, "appeal_residence")
    assert "Klag likevel, i dag" in desk.get("deadline", deadline_id=row.pk)


def test_what_is_met_stays_met_until_it_starts_anew(desk: Desk) -> None:
    know(desk, **REFUSED, refused_on=date(2026, 11, 20))
    act(desk, one(desk, "appeal_residence"), "meet")
    know(desk, **REFUSED, refused_on=date(2026, 11, 20), needs_interpreter=True)
    assert [state for _s, _d, state in rows(desk, "appeal_residence")] == ["met"]
    know(desk, **REFUSED, refused_on=date(2026, 11, 23))
    assert [state for _s, _d, state in rows(desk, "appeal_residence")] == ["met", "running"]


def test_stopping_needs_a_reason_which_is_sealed_and_shown(desk: Desk) -> None:
    know(desk, **REFUSED, refused_on=date(2026, 11, 20))
    row = one(desk, "appeal_residence")
    answer = act(desk, row, "stop", reason="")
    assert answer.status_code == 400
    assert "Fyll ut «Hvorfor?»" in said(answer)
    assert act(desk, row, "stop", reason="Klagen er sendt").status_code == 302
    assert "Klagen er sendt" in desk.get("deadline", deadline_id=row.pk)
    with desk.workspace.superuser() as connection:
        cell = connection.execute(
            "SELECT reason_sealed FROM cases_deadline WHERE id = %s", [row.pk]
        ).fetchone()
    assert cell is not None
    assert b"Klagen" not in bytes(cell[0])
    again = act(desk, one(desk, "appeal_residence"), "restart", reason="Ikke mottatt")
    assert again.status_code == 302
    assert rows(desk, "appeal_residence")[0][2] == "running"


def test_an_extension_holds_until_the_count_starts_anew(desk: Desk) -> None:
    know(desk, **REFUSED, refused_on=date(2026, 11, 20))
    row = one(desk, "appeal_residence")
    assert act(desk, row, "extend", to="2026-12-31", reason="Utsatt av UNE").status_code == 302
    assert "31. desember 2026" in desk.get("case_deadlines")
    know(desk, **REFUSED, refused_on=date(2026, 11, 20), needs_interpreter=True)
    assert one(desk, "appeal_residence").extended_to == date(2026, 12, 31)
    know(desk, **REFUSED, refused_on=date(2026, 11, 23))
    assert one(desk, "appeal_residence").extended_to is None


def test_an_extension_to_before_the_start_is_refused(desk: Desk) -> None:
    know(desk, **REFUSED, refused_on=date(2026, 11, 20))
    answer = act(desk, one(desk, "appeal_residence"), "extend", to="2026-11-01", reason="x")
    assert answer.status_code == 400
    assert "Den nye dagen er før fristen begynner." in said(answer)


def test_hours_are_told_and_counted(desk: Desk) -> None:
    know(desk, **REFUSED, refused_on=date(2026, 11, 20))
    row = one(desk, "enforcement_earliest")
    assert act(desk, row, "hour", at="14:30").status_code == 302
    due = one(desk, "enforcement_earliest").due_at
    assert due == datetime(2026, 11, 22, 14, 30, tzinfo=ZoneInfo("Europe/Oslo"))
    days = one(desk, "appeal_residence")
    assert act(desk, days, "hour", at="14:30").status_code == 400


def test_two_who_act_at_once_are_told(desk: Desk) -> None:
    know(desk, **REFUSED, refused_on=date(2026, 11, 20))
    row = one(desk, "appeal_residence")
    assert act(desk, row, "extend", to="2026-12-31", reason="Utsatt").status_code == 302
    answer = act(desk, row, "stop", reason="Klagen er sendt")
    assert answer.status_code == 409
    assert "Noen andre endret" in said(answer)
    assert "Klagen er sendt" in answer.content.decode()
    assert one(desk, "appeal_residence").state == "running"


def test_a_deadline_of_our_own(desk: Desk) -> None:
    due = timezone.localdate() + timedelta(days=5)
    form = {"title": "Svar til advokaten", "due_on": due.isoformat(),
            "owner_id": str(desk.workspace.cast.members["kari"])}  # fmt: skip
    assert desk.post("deadline_add", form).status_code == 302
    assert "Svar til advokaten" in desk.get("case_deadlines")
    mine: Any = desk.client.get("/nb/workspace/deadlines/")
    assert "Svar til advokaten" in said(mine)
    assert "om 5 dager" in said(mine)


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"due_on": "snart"}, {"owner_id": "x"}, {"due_on": "9999-12-31"},
     {"due_on": "0001-01-01"}],
)  # fmt: skip
def test_a_wrong_form_saves_nothing(desk: Desk, wrong: dict[str, str]) -> None:
    form = {"title": "Svar", "due_on": "2027-01-05",
            "owner_id": str(desk.workspace.cast.members["kari"]), **wrong}  # fmt: skip
    with desk.workspace.acting("kari"):
        before = Deadline.objects.filter(case_id=desk.case).count()
    assert desk.post("deadline_add", form).status_code == 400
    with desk.workspace.acting("kari"):
        assert Deadline.objects.filter(case_id=desk.case).count() == before


def test_an_owner_is_told_when_a_colleague_moves_a_deadline(fresh_workspace: Workspace) -> None:
    desk = Desk(fresh_workspace, "jonas", "unit")
    know(desk, "jonas", residence="reflection_period", reflection_granted_on=date(2026, 11, 2))
    know(desk, "kari", residence="reflection_period", reflection_granted_on=date(2026, 11, 9))
    with fresh_workspace.acting("jonas"):
        kinds = list(Notice.objects.values_list("kind", flat=True))
    assert kinds == ["deadline-moved"]


def test_where_it_is_written_stands_beside_it(desk: Desk) -> None:
    know(desk, **REFUSED, refused_on=date(2026, 11, 20))
    page = desk.get("deadline", deadline_id=one(desk, "appeal_residence").pk)
    assert "§ 76 første ledd" in page
    assert "innen tre uker" in page
