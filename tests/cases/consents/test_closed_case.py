# SPDX-License-Identifier: EUPL-1.2
"""What a person may demand at any time works on a closed case, or the page says what to do."""

from typing import Any

import pytest

from samvern.cases.consents.models import Consent
from support.casework import Desk, said
from support.outsiders import close
from support.referring import consent
from support.workspace import Workspace

pytestmark = pytest.mark.database
OPEN_AGAIN = "Saken er avsluttet. Åpne den igjen"
WITHDRAW = "UPDATE cases_consent SET withdrawn_at = now(), withdrawn_by_id = %s WHERE id = %s"


@pytest.fixture
def closed(fresh_workspace: Workspace) -> Workspace:
    """Kari's case, with a consent that is still valid, closed."""
    fresh_workspace.cast.consent = consent(fresh_workspace)
    close(fresh_workspace, fresh_workspace.cast.cases["own"])
    return fresh_workspace


def withdrawn(w: Workspace) -> bool:
    with w.acting("kari"):
        return Consent.objects.get(pk=w.cast.consent).withdrawn_at is not None


def test_a_consent_is_taken_back_on_the_page_of_a_closed_case(closed: Workspace) -> None:
    desk = Desk(closed)
    page = desk.get("consent", consent_id=closed.cast.consent)
    assert "Saken er avsluttet. Personen kan trekke samtykket likevel." in page
    sent = desk.post("consent_withdraw", {}, consent_id=closed.cast.consent)
    assert (sent.status_code, withdrawn(closed)) == (302, True)
    assert sent.headers["Location"] == desk.url("consents")
    again = desk.post("consent_withdraw", {}, consent_id=closed.cast.consent)
    assert (again.status_code, "trukket" in said(again)) == (400, True)


def test_it_is_taken_back_in_the_database(closed: Workspace) -> None:
    values = [closed.cast.members["kari"], closed.cast.consent]
    with closed.connect() as bare, bare.transaction():
        bare.execute("SELECT set_config('samvern.token', %s, true)", [closed.token("kari")])
        assert bare.execute(WITHDRAW, values).rowcount == 1
    assert withdrawn(closed)


@pytest.mark.parametrize("name", ["amina", "per", "liv"])
def test_nobody_else_takes_it_back(closed: Workspace, name: str) -> None:
    desk = Desk(closed, name)
    sent = desk.post("consent_withdraw", {}, consent_id=closed.cast.consent)
    assert (sent.status_code, withdrawn(closed)) == (404, False)


def test_erasure_is_asked_for_and_nothing_new_is_consented_to(closed: Workspace) -> None:
    assert Desk(closed, "tone").client.get(Desk(closed).url("erasure_request")).status_code == 200
    answer: Any = Desk(closed).client.get(Desk(closed).url("consent_add"), follow=True)
    assert OPEN_AGAIN in said(answer)


@pytest.mark.parametrize("page", ["person_change", "contact_rules", "identity_add"])
def test_what_is_put_right_needs_the_case_open_and_the_page_says_so(
    closed: Workspace, page: str
) -> None:
    """Rectification and how she may be reached: work goes on, so somebody must have the case."""
    desk = Desk(closed)
    more = {"kind": "name"} if page == "identity_add" else {}
    answer: Any = desk.client.get(desk.url(page, person=True, **more), follow=True)
    assert OPEN_AGAIN in said(answer)
