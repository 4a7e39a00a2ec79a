# SPDX-License-Identifier: EUPL-1.2
"""Who the person is stays masked on the form of a referral, and nothing unagreed is ticked."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from identity.making import claim, lines
from samvern.cases.core.models import Person
from support.desks import Desk
from support.door import grow_stale
from support.referring import consent, words
from support.workspace import Workspace

pytestmark = pytest.mark.database
NAME = "Nadia Kanarinavn"
TYPED = {"message": "Trenger advokat i dag.", "fields_": ["contact"], "show": "1"}


@pytest.fixture
def desk(fresh_workspace: Workspace) -> Desk:
    with fresh_workspace.acting("kari") as kari:
        person = Person.objects.get(pk=fresh_workspace.cast.persons["own"])
        claim(kari, person, "name", NAME)
    return Desk(fresh_workspace, "kari")


def query(desk: Desk, need: str = "legal") -> str:
    cast = desk.workspace.cast
    to, who = cast.organisations["krisesenter"], cast.persons["own"]
    return f"?need={need}&urgency=days3&person={who}&to={to}"


def page(desk: Desk) -> Any:
    return desk.see("referral_write", query(desk), case_id=desk.workspace.cast.cases["own"])


def send(desk: Desk, form: dict[str, Any]) -> Any:
    where = desk.address("referral_write", case_id=desk.workspace.cast.cases["own"])
    return desk.client.post(where + query(desk), form)


def ticked(answer: Any) -> set[str]:
    found = re.findall(r"<input[^>]*name=\"fields_\"[^>]*>", answer.content.decode())
    marked = (re.search(r"value=\"(\w+)\"", each) for each in found if "checked" in each)
    return {each[1] for each in marked if each}


@pytest.mark.parametrize(
    ("covers", "expected"),
    [(None, set()), (["plan"], set()), (["identity"], {"contact", "name"})],
)
def test_only_what_the_consent_covers_is_ticked_and_no_name_is_seen(
    desk: Desk, covers: list[str] | None, expected: set[str]
) -> None:
    if covers:
        consent(desk.workspace, covers=covers, purpose="legal_aid")
    answer = page(desk)
    assert (NAME in words(answer), "Navn: ••••" in words(answer)) == (False, True)
    assert (offered(answer), ticked(answer)) == ({"contact", "name"}, expected)
    assert lines(desk.workspace, "havn", "identity.reveal") == []


def offered(answer: Any) -> set[str]:
    return set(re.findall(r"name=\"fields_\" value=\"(\w+)\"", answer.content.decode()))


def test_showing_notes_what_was_shown_and_keeps_what_was_typed(desk: Desk) -> None:
    answer = send(desk, TYPED)
    assert (answer.status_code, NAME in words(answer)) == (200, True)
    assert "Trenger advokat i dag." in answer.content.decode()
    assert ticked(answer) == {"contact"}
    told = [line["detail"] for line in lines(desk.workspace, "havn", "identity.reveal")]
    assert [(each["reason"], "name" in each["shown"]) for each in told] == [("application", True)]


def test_an_old_sign_in_shows_no_name_and_loses_nothing(desk: Desk) -> None:
    grow_stale(desk.workspace)
    answer = send(desk, TYPED)
    assert (answer.status_code, NAME in words(answer)) == (200, False)
    assert "Trenger advokat i dag." in answer.content.decode()
    assert "sign-in/prove?next=" in answer.content.decode()


def test_what_is_ticked_goes_though_it_was_never_shown(desk: Desk) -> None:
    agreed = consent(desk.workspace, covers=["identity"], purpose="legal_aid")
    day = (timezone.localdate() + timedelta(days=30)).isoformat()
    form = {"fields_": ["name"], "basis": f"consent:{agreed}", "until": day}
    sent = send(desk, form)
    assert sent.status_code == 302, words(sent)
    id = sent.headers["location"].rpartition("/")[2]
    amina = Desk(desk.workspace, "amina")
    assert NAME in words(amina.see("referral", referral_id=id))
    used = [line["detail"]["shown"] for line in lines(desk.workspace, "havn", "identity.use")]
    assert used == [["name"]]
