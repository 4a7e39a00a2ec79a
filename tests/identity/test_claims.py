# SPDX-License-Identifier: EUPL-1.2
"""Claims stand beside each other, sealed, and are shown only for a reason that is noted."""

import pytest
from django.db import transaction

from identity.making import BORN, DUF, NUMBER, claim, lines, look_ups, person_of, refused
from samvern.access.errors import NotFound, RateLimited
from samvern.cases.core.selectors import get_person
from samvern.common.sealed_box import OVERHEAD, STEP, UnsealError
from samvern.identity.claims.domain import (
    ClaimInput,
    correct_claim,
    end_claim,
    list_claims,
    reveal_claims,
)
from samvern.identity.claims.forms import SEXES
from samvern.identity.claims.values import ValueProblem
from samvern.identity.models import Claim, Key
from samvern.identity.sealing import KeyDestroyed, seal, unseal
from support.workspace import Workspace

pytestmark = pytest.mark.database
SAID = [
    ("name", "Nadia Kanarinavn"),
    ("name", "Nadja Kanarinavn-Berg"),
    ("alias", "Kanarikalt"),
    ("birth_date", "1998-05"),
    ("number", f"{NUMBER[:6]} {NUMBER[6:]}"),
    ("number", DUF),
    ("nationality", "Kanarialand"),
    ("language", "Kanarispråk"),
    ("sex", "female"),
    ("contact", "+47 22 00 00 00"),
    ("paper", "Pass, Kanarialand\nKA-1234"),
]


def test_all_that_is_claimed_is_kept_side_by_side(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        for kind, value in SAID:
            claim(kari, person, kind, value)
    with workspace.acting("kari") as kari:
        hidden = list_claims(actor=kari, person=person)
        shown = reveal_claims(actor=kari, person=person, reason="verify")
    assert [each.value for each in hidden] == [""] * len(SAID)
    cleaned = [(kind, NUMBER if value.startswith(NUMBER[:6]) else value) for kind, value in SAID]
    assert sorted((each.claim.kind, each.value) for each in shown) == sorted(cleaned)
    told = lines(workspace, "havn", "identity.reveal")
    assert [line["detail"] for line in told] == [
        {"reason": "verify", "words": "", "rows": len(SAID), "shown": list(Claim.Kind.values)}
    ]
    assert [line["object"] for line in told] == [person.pk]


def test_no_value_shows_by_its_length(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        for kind, value in [*SAID, *(("sex", sex) for sex, _ in SEXES)]:
            claim(kari, person, kind, value)
    with workspace.superuser() as connection:
        found = connection.execute(
            "SELECT DISTINCT octet_length(value_sealed) FROM identity_claim WHERE person_id = %s",
            [person.pk],
        ).fetchall()
    assert found == [(STEP + OVERHEAD,)]


def test_no_value_lies_open_in_the_database(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        for kind, value in SAID:
            claim(kari, person, kind, value)
        wrong = claim(kari, person, "name", "Kanarifeil")
        end_claim(actor=kari, claim=wrong, reason="Kanarigrunn")
    words = ["kanari", NUMBER, DUF, "22000000", "1998-05"]
    with workspace.superuser() as connection:
        tables = connection.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables "
            "WHERE schemaname IN ('public', 'audit', 'gate')"
        ).fetchall()
        text = "".join(
            str(row) for (name,) in tables
            for row in connection.execute(f"SELECT t::text FROM {name} t").fetchall()
        ).lower()  # fmt: skip
    assert len(text) > 10_000
    assert [word for word in words if word in text or word.encode().hex() in text] == []


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("number", "01010112345", "number_check"),
        ("number", "12", "number_length"),
        ("birth_date", "2099-01-01", "birth_future"),
        ("birth_date", "2099", "birth_future"),
        ("birth_date", "1890-05", "birth_old"),
        ("birth_date", "2999-01-01", "date"),
        ("birth_date", "1998-02-30", "date"),
        ("birth_date", "17.5.98", "date"),
        ("sex", "x", "sex"),
        ("name", "  ", "empty"),
    ],
)
def test_what_cannot_be_is_refused(workspace: Workspace, kind: str, value: str, code: str) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        with pytest.raises(ValueProblem, match=f"^{code}$"):
            claim(kari, person, kind, value)
        assert Claim.objects.filter(person_id=person.pk).count() == 0


def test_a_wrong_claim_is_set_aside_and_stays(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        wrong = claim(kari, person, "birth_date", "1997")
        said = ClaimInput("birth_date", BORN.isoformat(), "document", "certain")
        right = correct_claim(actor=kari, person=person, claim=wrong, said=said, reason="misread")
        shown = reveal_claims(actor=kari, person=person, reason="record")
        assert [(each.claim.pk, each.value, each.why_ended) for each in shown] == [
            (right.pk, "1998-05-17", ""),
            (wrong.pk, "1997", "misread"),
        ]
        assert shown[1].claim.replaced_by_id == right.pk
        with pytest.raises(NotFound):
            end_claim(actor=kari, claim=wrong, reason="again")


CHANGES = {
    "value_sealed = '\\x01'": "InsufficientPrivilege",
    "kind = 'alias'": "InsufficientPrivilege",
    "source = 'authority'": "InsufficientPrivilege",
    "person_id = id": "InsufficientPrivilege",
    "ended_at = NULL": "InsufficientPrivilege",
    "end_sealed = '\\x02'": "InsufficientPrivilege",
    "id = id": "1",
}


def test_the_database_lets_no_claim_be_overwritten(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        wrong = claim(kari, person, "name", "Feil Navn")
        end_claim(actor=kari, claim=wrong, reason="misheard")
    met = {
        change: refused(
            workspace, "kari", f"UPDATE identity_claim SET {change} WHERE id = %s", wrong.pk
        )
        for change in CHANGES
    }
    assert met == CHANGES
    gone = refused(workspace, "kari", "DELETE FROM identity_claim WHERE id = %s", wrong.pk)
    assert gone == "InsufficientPrivilege"


def test_to_others_there_is_nothing(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        sealed = seal(person.pk, "claim.value", person.pk, "secret")
        made = claim(kari, person, "name", "Nadia Berg")
    for name in ("per", "amina", "rolf", "guro"):
        with workspace.acting(name) as actor:
            assert Claim.objects.filter(pk=made.pk).count() == 0
            assert Key.objects.filter(subject_id=person.pk).count() == 0
            with pytest.raises(NotFound):
                unseal(person.pk, "claim.value", person.pk, sealed)
            with pytest.raises(NotFound), transaction.atomic():
                get_person(actor, person.case_id, person.pk)


def test_a_value_opens_where_it_was_sealed_alone(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        one, other = person_of(kari), person_of(kari)
        sealed = seal(one.pk, "claim.value", one.pk, "secret")
        assert unseal(one.pk, "claim.value", one.pk, memoryview(sealed)) == "secret"
        for subject, field, row in (
            (other.pk, "claim.value", one.pk),
            (one.pk, "claim.end", one.pk),
            (one.pk, "claim.value", other.pk),
        ):
            with pytest.raises(UnsealError):
                unseal(subject, field, row, sealed)
        with pytest.raises(ValueError, match="no column is called"):
            seal(one.pk, "claim.nothing", one.pk, "secret")


def test_the_allowance_of_looking_ends(workspace: Workspace) -> None:
    with workspace.superuser() as connection:
        connection.execute("UPDATE gate.allowance SET hourly = 3 WHERE what = 'identity.reveal'")
    with workspace.acting("kari") as kari:
        people = [person_of(kari) for _ in range(4)]
        for person in [*people[:3], people[0]]:
            reveal_claims(actor=kari, person=person, reason="verify")
        with pytest.raises(RateLimited):
            reveal_claims(actor=kari, person=people[3], reason="verify")
    told = lines(workspace, "havn", "allowance.exceeded")
    assert [(line["outcome"], line["detail"]["item"]) for line in told] == [
        ("refused", "identity.reveal")
    ]


def test_a_destroyed_key_takes_values_and_indexes_with_it(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        made = claim(kari, person, "number", NUMBER)
    assert look_ups(workspace, person.pk) == 1
    with workspace.superuser() as connection:
        connection.execute(
            "UPDATE identity_key SET wrapped = NULL, shredded_at = now() WHERE subject_id = %s",
            [person.pk],
        )
    assert look_ups(workspace, person.pk) == 0
    with workspace.acting("kari"), pytest.raises(KeyDestroyed):
        unseal(person.pk, "claim.value", made.pk, Claim.objects.get(pk=made.pk).value_sealed)


def test_the_application_can_destroy_no_key_of_a_person_or_a_case(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
    change = "UPDATE identity_key SET wrapped = NULL WHERE subject_id = %s"
    for subject in (person.pk, person.case_id):
        assert refused(workspace, "kari", change, subject) == "InsufficientPrivilege"
    with workspace.acting("kari"), transaction.atomic():
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT gate.shred_key(%s), gate.shred_key(%s)", [person.pk, person.case_id]
            )
            assert cursor.fetchone() == (0, 0)
