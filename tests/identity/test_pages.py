# SPDX-License-Identifier: EUPL-1.2
"""The pages of identity, as members meet them."""

from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from identity.making import BORN, NUMBER, claim, lines, person_of
from samvern.access.models import TeamMember
from samvern.cases.core.models import Case, Person
from samvern.identity.claims.labels import problem_text
from samvern.identity.models import AddressReader, Answer, Claim, ProtectedAddress
from support.door import grow_stale
from support.workspace import Workspace

pytestmark = pytest.mark.database
BASE = "/nb/workspace"
ADDRESS = "Kanariveien 7"
SAID = {"source": "person", "confidence": "probable"}


def at(person: Person, page: str = "") -> str:
    return f"{BASE}/cases/{person.case_id}/persons/{person.pk}/identity/{page}"


def post(client: Client, address: str, **values: str) -> Any:
    """Send a form with the key against forgery that its page gave."""
    return client.post(address, values)


def text(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture
def person(workspace: Workspace) -> Person:
    with workspace.acting("kari") as kari:
        made = person_of(kari)
        claim(kari, made, "name", "Nadia Kanarinavn")
        claim(kari, made, "number", NUMBER)
    return made


def test_values_are_hidden_until_somebody_says_what_for(
    workspace: Workspace, person: Person
) -> None:
    client = workspace.client("kari")
    hidden = text(client.get(at(person)))
    assert ("••••" in hidden, "Kanarinavn" in hidden, NUMBER[:6] in hidden) == (True, False, False)
    unsaid = post(client, at(person), words="")
    assert (unsaid.status_code, "Kanarinavn" in text(unsaid)) == (400, False)
    vague = post(client, at(person), reason="other", words="vet ikke")
    assert (vague.status_code, "Kanarinavn" in text(vague)) == (400, False)
    shown = post(client, at(person), reason="other", words="ringer legevakten nå")
    assert "Nadia Kanarinavn" in text(shown)
    assert f"{NUMBER[:6]} {NUMBER[6:]}" in text(shown)
    assert "no-store" in shown["Cache-Control"]
    told = [line["detail"] for line in lines(workspace, "havn", "identity.reveal")]
    shown = ["name", "number"]
    assert told == [{"reason": "other", "words": "ringer legevakten nå", "rows": 2, "shown": shown}]


def test_an_old_sign_in_shows_nothing_and_leads_to_the_second_factor(
    fresh_workspace: Workspace,
) -> None:
    with fresh_workspace.acting("kari") as kari:
        made = person_of(kari)
        claim(kari, made, "name", "Nadia Kanarinavn")
    client = fresh_workspace.client("kari")
    grow_stale(fresh_workspace)
    page = text(client.get(at(made)))
    assert "/nb/workspace/sign-in/prove?next=" in page
    answer = post(client, at(made), reason="verify")
    where = answer.headers["Location"]
    assert (answer.status_code, where.partition("?")[0]) == (302, "/nb/workspace/sign-in/prove")
    assert lines(fresh_workspace, "havn", "identity.reveal") == []


def test_a_claim_is_added_corrected_and_set_aside(workspace: Workspace, person: Person) -> None:
    client = workspace.client("kari")
    fields = {"value.day": "17", "value.month": "5", "value.year": "1998"}
    assert post(client, at(person, "add/birth_date"), **SAID, **fields).status_code == 302
    with workspace.acting("kari"):
        made = Claim.objects.get(person_id=person.pk, kind="birth_date")
    address = at(person, f"claims/{made.pk}/correct")
    right = {**SAID, **fields, "value.day": "18"}
    assert post(client, address, **right).status_code == 400  # what was wrong is not said
    assert post(client, address, **right, reason="feil dag").status_code == 302
    with workspace.acting("kari"):
        newest = Claim.objects.get(person_id=person.pk, kind="birth_date", ended_at=None)
    assert post(client, at(person, f"claims/{newest.pk}/end"), reason="ukjent").status_code == 302
    shown = text(post(client, at(person), reason="record"))
    for word in (BORN.isoformat(), "1998-05-18", "feil dag", "ukjent"):
        assert word in shown
    assert post(client, address, **right, reason="igjen").status_code == 404


@pytest.mark.parametrize(
    ("kind", "value", "says"),
    [
        ("number", "12345678901", "number_check"),
        ("number", "123", "number_length"),
        ("number", "abc", "number_signs"),
    ],
)
def test_a_wrong_number_is_kept_in_the_form_and_nowhere_else(
    workspace: Workspace, person: Person, kind: str, value: str, says: str
) -> None:
    answer = post(workspace.client("kari"), at(person, f"add/{kind}"), **SAID, value=value)
    with translation.override("nb"):
        said = problem_text(says)
    assert answer.status_code == 400
    assert text(answer).count(said) == 2  # beside the field, and in the summary
    assert f'value="{value}"' in text(answer)
    with workspace.acting("kari"):
        assert Claim.objects.filter(person_id=person.pk).count() == 2


def test_to_others_every_page_is_absent(workspace: Workspace, person: Person) -> None:
    with workspace.acting("kari"):
        made = Claim.objects.filter(person_id=person.pk).first()
    assert made is not None
    ends = [f"claims/{made.pk}/end", f"claims/{made.pk}/correct"]
    pages = ["", "add/name", "address/", "address/add", "ask", *ends]
    for name in ("per", "amina", "jonas", "rolf", "guro"):
        client = workspace.client(name)
        met = {page: client.get(at(person, page)).status_code for page in pages}
        assert met == dict.fromkeys(pages, 404), name


def test_a_protected_address_is_recorded_read_and_given_a_reader(workspace: Workspace) -> None:
    members = workspace.cast.members
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        TeamMember.objects.create(
            case_id=person.case_id, member_id=members["jonas"], added_by_id=kari.member_id
        )
    kari_, jonas, tone = (workspace.client(name) for name in ("kari", "jonas", "tone"))
    added = post(kari_, at(person, "address/add"), grade="strengt_fortrolig", text=ADDRESS)
    assert added.status_code == 302
    assert [ADDRESS in text(each.get(at(person, "address/"))) for each in (kari_, jonas, tone)] == [
        True, False, False,
    ]  # fmt: skip
    nowhere = [f"{BASE}/cases/", f"{BASE}/cases/{person.case_id}/", at(person)]
    assert [page for page in nowhere if ADDRESS in text(kari_.get(page))] == []
    with workspace.acting("kari"):
        address = ProtectedAddress.objects.get(case_id=person.case_id).pk
    named = {"member_id": str(members["jonas"]), "asked_id": str(members["tone"])}
    assert post(kari_, at(person, f"address/{address}/readers"), **named).status_code == 302
    assert ADDRESS not in text(jonas.get(at(person, "address/")))
    with workspace.acting("tone"):
        reader = AddressReader.objects.get(case_id=person.case_id)
    approve = at(person, f"address/readers/{reader.pk}/approve")
    assert [each.post(approve).status_code for each in (kari_, jonas)] == [404, 404]
    assert approve in text(tone.get(at(person, "address/")))
    assert tone.post(approve).status_code == 302
    assert ADDRESS in text(jonas.get(at(person, "address/")))
    assert ADDRESS not in text(tone.get(at(person, "address/")))
    end = at(person, f"address/{address}/readers/{reader.pk}/end")
    assert kari_.post(end).status_code == 302
    assert ADDRESS not in text(jonas.get(at(person, "address/")))


def test_an_address_is_changed_once_at_a_time(workspace: Workspace) -> None:
    client = workspace.client("kari")
    with workspace.acting("kari") as kari:
        person = person_of(kari)
    post(client, at(person, "address/add"), grade="fortrolig", text=ADDRESS)
    with workspace.acting("kari"):
        address = ProtectedAddress.objects.get(case_id=person.case_id).pk
    change = at(person, f"address/{address}")
    assert ADDRESS in text(client.get(change))
    new = {"grade": "fortrolig", "text": "Et annet sted", "version": "1"}
    assert post(client, change, **new).status_code == 302
    assert post(client, change, **{**new, "text": "Et tredje sted"}).status_code == 409


def test_finding_shows_the_cases_one_may_see_alone(workspace: Workspace, person: Person) -> None:
    with workspace.acting("kari"):
        reference = Case.objects.get(pk=person.case_id).reference
    sought = {"number": NUMBER, "purpose": "protection"}
    found = post(workspace.client("kari"), f"{BASE}/find/", **sought)
    assert (found.status_code, reference in text(found)) == (200, True)
    foreign = post(workspace.client("per"), f"{BASE}/find/", **sought)
    assert (foreign.status_code, reference in text(foreign)) == (200, False)
    nothing = post(workspace.client("kari"), f"{BASE}/find/", purpose="protection")
    half = post(workspace.client("kari"), f"{BASE}/find/", purpose="protection", name="Nadia")
    assert [nothing.status_code, half.status_code] == [400, 400]
    assert workspace.client("guro").get(f"{BASE}/find/").status_code == 404


@pytest.mark.parametrize(("born", "code"), [("2099", "birth_future"), ("1890", "birth_old")])
def test_a_birth_that_cannot_be_is_refused_where_it_is_written_and_sought(
    workspace: Workspace, person: Person, born: str, code: str
) -> None:
    client = workspace.client("kari")
    with translation.override("nb"):
        words = problem_text(code)
    written = post(client, at(person, "add/birth_date"), **SAID, **{"value.year": born})
    sought = post(
        client,
        f"{BASE}/find/",
        purpose="protection",
        name="Nadia Kanarinavn",
        **{"born.year": born},
    )
    for answer in (written, sought):
        assert (answer.status_code, words in text(answer)) == (400, True)


def test_asking_and_answering(workspace: Workspace, person: Person) -> None:
    with workspace.acting("per") as per:
        theirs = person_of(per)
        claim(per, theirs, "number", NUMBER)
    kari, per_ = workspace.client("kari"), workspace.client("per")
    assert post(kari, at(person, "ask"), purpose="protection").status_code == 302
    before = text(kari.get(at(person, "ask")))
    with workspace.acting("per"):
        answer = Answer.objects.get(case_id=theirs.case_id)
    inquiries = f"{BASE}/cases/{theirs.case_id}/inquiries/"
    assert "Kari" in text(per_.get(inquiries))
    unsaid = post(per_, f"{inquiries}{answer.pk}", says_yes="yes")
    assert unsaid.status_code == 400
    yes = post(per_, f"{inquiries}{answer.pk}", says_yes="yes", contact="Per, 22 00 00 01")
    assert yes.status_code == 302
    after = text(kari.get(at(person, "ask")))
    assert ("22 00 00 01" in before, "22 00 00 01" in after) == (False, True)
    assert kari.get(f"{inquiries}{answer.pk}").status_code == 404


def test_every_page_speaks_the_three_languages(workspace: Workspace, person: Person) -> None:
    client = workspace.client("kari")
    for page in ("", "add/name", "add/number", "add/paper", "add/birth_date", "address/", "ask"):
        addresses = [
            at(person, page).replace("/nb/", f"/{code}/", 1) for code in ("nb", "nn", "en")
        ]
        assert len({client.get(address).content for address in addresses}) == 3, page
