# SPDX-License-Identifier: EUPL-1.2
"""Help asked for, given, ended and refused."""

import re
from typing import Any

import pytest

from samvern.cases.assistance.models import Assistance
from support.casework import Desk, hidden, said
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.fixture
def desk(fresh_workspace: Workspace) -> Desk:
    return Desk(fresh_workspace)


def add(desk: Desk, **more: str) -> Any:
    form = {"person_id": str(desk.person), "kind": "R-SOC-01", "provider": "Nav Eksempelvik",
            "state": "given", "since": "2026-11-01", "until": "", "ground": "", "words": "",
            **more}  # fmt: skip
    return desk.post("assistance_add", form)


def last(desk: Desk) -> Assistance:
    with desk.workspace.acting("kari"):
        return Assistance.objects.filter(case_id=desk.case).latest("created_at")


def change(desk: Desk, row: Assistance, **more: str) -> Any:
    page = desk.client.get(desk.url("assistance_change", assistance_id=row.pk))
    form = {**hidden(page), "state": "given", "since": "2026-11-01", "until": "", "ground": "",
            "words": "", **more}  # fmt: skip
    return desk.post("assistance_change", form, assistance_id=row.pk)


def test_help_is_written_down_by_kind_provider_and_days(desk: Desk) -> None:
    assert add(desk, words="Hver måned").status_code == 302
    page = desk.get("assistance")
    assert "Nav Eksempelvik" in page
    assert "Hver måned" in page
    assert "1. november 2026" in page


def test_help_ends_on_a_day(desk: Desk) -> None:
    add(desk)
    answer = change(desk, last(desk), state="ended")
    assert answer.status_code == 400
    assert "Skriv hvilken dag den sluttet." in said(answer)
    assert change(desk, last(desk), state="ended", until="2026-11-20").status_code == 302
    assert (last(desk).state, str(last(desk).until)) == ("ended", "2026-11-20")


@pytest.mark.parametrize("state", ["refused", "declined"])
def test_a_no_needs_its_reason(desk: Desk, state: str) -> None:
    answer = add(desk, state=state)
    assert answer.status_code == 400
    assert "Skriv hvorfor" in said(answer)
    assert add(desk, state=state, ground="no_right").status_code == 302
    assert "Tjenesten sier at det ikke er noen rett til det" in desk.get("assistance")


def test_days_the_wrong_way_round_are_refused_and_what_was_typed_stays(desk: Desk) -> None:
    answer = add(desk, until="2026-10-01", words="Dette skrev jeg")
    assert answer.status_code == 400
    assert "Den slutter før den begynner." in said(answer)
    assert "Dette skrev jeg" in answer.content.decode()


def test_two_who_change_the_same_help_meet(desk: Desk) -> None:
    add(desk)
    row = last(desk)
    page = desk.client.get(desk.url("assistance_change", assistance_id=row.pk))
    change(desk, row, words="Den første")
    late = {**hidden(page), "state": "given", "since": "2026-11-01", "until": "", "ground": "",
            "words": "Den andre"}  # fmt: skip
    answer = desk.post("assistance_change", late, assistance_id=row.pk)
    assert answer.status_code == 409
    assert "Den første" in said(answer)
    assert "Den andre" in said(answer)
    assert last(desk).version == 2


def test_every_right_of_the_pack_can_be_chosen_and_our_own_help_too(desk: Desk) -> None:
    page = desk.client.get(desk.url("assistance_add")).content.decode()
    kinds = set(re.findall(r'<option value="([^"]+)"', page))
    assert {"R-SOC-01", "R-HEALTH-06", "conversation", "transport"} <= kinds
    assert add(desk, kind="anything").status_code == 400


def test_what_was_written_before_is_kept_in_the_history(desk: Desk) -> None:
    add(desk)
    change(desk, last(desk), state="ended", until="2026-11-20")
    with desk.workspace.superuser() as connection:
        rows = connection.execute(
            "SELECT was ->> 'state' FROM audit.history WHERE row_id = %s", [last(desk).pk]
        ).fetchall()
    assert rows == [("given",)]
