# SPDX-License-Identifier: EUPL-1.2
"""Consents: one question, one answer, taken back at once with all that rests on it."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from samvern.access.models import Share
from samvern.cases.consents.domain import consent_state, is_valid_consent
from samvern.cases.consents.models import Consent
from support.casework import Desk, said
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.fixture
def desk(fresh_workspace: Workspace) -> Desk:
    return Desk(fresh_workspace)


def answer_form(desk: Desk, **more: Any) -> dict[str, Any]:
    given = timezone.localtime() - timedelta(hours=1)
    return {
        "person_id": str(desk.person), "answer": "yes", "purpose": "housing",
        "recipient_id": str(desk.workspace.cast.organisations["krisesenter"]),
        "categories": ["case", "assistance"], "language": "engelsk", "interpreter": "yes",
        "form": "oral", "given_at": given.strftime("%Y-%m-%dT%H:%M"),
        "expires_on": (timezone.localdate() + timedelta(days=90)).isoformat(),
        "words": "Fikk vite hvem som leser det", **more,
    }  # fmt: skip


def give(desk: Desk, **more: Any) -> Any:
    return desk.post("consent_add", answer_form(desk, **more))


def last(desk: Desk) -> Consent:
    with desk.workspace.acting("kari"):
        return Consent.objects.filter(case_id=desk.case).latest("created_at")


def share_on(desk: Desk, consent: Consent) -> None:
    now = timezone.now()
    with desk.workspace.acting("kari") as actor:
        Share(
            case_id=desk.case,
            organisation_id=consent.recipient_id,
            categories=["case", "assistance"],
            purpose=consent.purpose,
            basis=Share.Basis.CONSENT,
            consent_id=consent.pk,
            since=now,
            until=now + timedelta(days=30),
            created_by_id=actor.member_id,
        ).save(force_insert=True)


def test_an_answer_is_kept_with_everything_about_how_it_was_given(desk: Desk) -> None:
    assert give(desk).status_code == 302
    row = last(desk)
    assert (row.purpose, row.categories, row.interpreter, row.form, row.refused) == (
        "housing", ["case", "assistance"], True, "oral", False,
    )  # fmt: skip
    page = desk.get("consent", consent_id=row.pk)
    assert "Et trygt sted å bo" in page
    assert "Fikk vite hvem som leser det" in page
    assert "engelsk" in page


def test_a_no_is_kept_as_well_and_nothing_can_rest_on_it(desk: Desk) -> None:
    assert give(desk, answer="no").status_code == 302
    row = last(desk)
    assert (consent_state(row), is_valid_consent(row)) == ("refused", False)
    answer = desk.post("consent_withdraw", {}, consent_id=row.pk)
    assert answer.status_code == 400
    assert "Dette var et nei." in said(answer)


def test_taking_it_back_ends_every_share_in_the_same_moment(desk: Desk) -> None:
    give(desk)
    row = last(desk)
    share_on(desk, row)
    amina = desk.workspace.client("amina")
    answer = desk.post("consent_withdraw", {}, consent_id=row.pk)
    assert answer.status_code == 302
    with desk.workspace.acting("kari"):
        found = Share.objects.get(consent_id=row.pk)
        assert found.ended_at is not None
        assert consent_state(Consent.objects.get(pk=row.pk)) == "withdrawn"
    assert amina.get(desk.url("assistance")).status_code == 404
    assert "Trukket tilbake" in desk.get("consents")


def test_the_database_ends_the_share_even_if_the_program_forgot(desk: Desk) -> None:
    give(desk)
    row = last(desk)
    share_on(desk, row)
    with desk.workspace.acting("kari") as actor:
        Consent.objects.filter(pk=row.pk).update(
            withdrawn_at=timezone.now(), withdrawn_by_id=actor.member_id
        )
        assert Share.objects.get(consent_id=row.pk).ended_at is not None


def test_a_consent_is_withdrawn_once(desk: Desk) -> None:
    give(desk)
    row = last(desk)
    desk.post("consent_withdraw", {}, consent_id=row.pk)
    answer = desk.post("consent_withdraw", {}, consent_id=row.pk)
    assert answer.status_code == 400
    assert "allerede trukket tilbake" in said(answer)


def test_a_consent_runs_out_by_itself(desk: Desk) -> None:
    give(desk, expires_on=timezone.localdate().isoformat())
    row = last(desk)
    tomorrow = timezone.now() + timedelta(days=1)
    assert (is_valid_consent(row), is_valid_consent(row, tomorrow)) == (True, False)
    assert not is_valid_consent(row, row.given_at - timedelta(minutes=1))


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"categories": []}, "Velg under «Hva kan de få?»"),
        ({"given_at": "2999-01-01T10:00"}, "kan ikke være gitt fram i tid"),
        ({"expires_on": "2020-01-01"}, "Samtykket slutter før det ble gitt"),
        ({"recipient_text": "En advokat"}, "Behold bare én av dem"),
        ({"person_id": "00000000-0000-4000-8000-000000000000"}, "Hvem svarte?"),
        ({"categories": ["address"]}, "Hva kan de få?"),
        ({"language": ""}, "Fyll ut «Språket dere snakket»"),
    ],
)
def test_a_wrong_form_says_what_and_saves_nothing(
    desk: Desk, wrong: dict[str, Any], expected: str
) -> None:
    before = last(desk).pk
    answer = give(desk, **wrong)
    assert answer.status_code == 400
    assert expected in said(answer)
    assert "Fikk vite hvem som leser det" in answer.content.decode()
    assert last(desk).pk == before


def test_a_recipient_who_is_no_organisation_here_is_named(desk: Desk) -> None:
    assert give(desk, recipient_id="", recipient_text="Advokat i Eksempelby").status_code == 302
    assert "Advokat i Eksempelby" in desk.get("consents")
