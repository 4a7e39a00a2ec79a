# SPDX-License-Identifier: EUPL-1.2
"""What was sealed before there was padding is sealed anew, and reads as before."""

from importlib import import_module
from uuid import UUID, uuid4

import pytest
from django.db import connection

from identity.making import claim, person_of, seal_unpadded
from identity.test_rotation import as_owner
from samvern.cases.core.history import list_earlier_versions
from samvern.cases.models import Case
from samvern.common.sealed_box import OVERHEAD, STEP
from samvern.identity.claims.domain import end_claim, reveal_claims
from samvern.identity.envelope import SealedPlace
from samvern.identity.keys import open_keeper
from samvern.identity.padding import pad_stored
from samvern.identity.sealing import _keys, seal, unseal
from support.workspace import Workspace

pytestmark = pytest.mark.database
NAME = "0003_padding"


def old(subject: UUID, field: str, row: UUID, text: str) -> bytes:
    """A value as it lay in the database before; the subject's key is at hand."""
    version, key = _keys(subject)[0]
    return seal_unpadded(key, SealedPlace(field, subject, row, version), text.encode())


def put(workspace: Workspace, values: dict[UUID, bytes]) -> None:
    """Values of claims as they lie in an old database, where no trigger notices."""
    with workspace.superuser() as found:
        found.execute("SET session_replication_role = replica")
        for id, value in values.items():
            found.execute("UPDATE identity_claim SET value_sealed = %s WHERE id = %s", [value, id])


def lengths(workspace: Workspace, query: str, id: UUID) -> list[int]:
    with workspace.superuser() as found:
        return [length for (length,) in found.execute(query, [id]).fetchall()]


CLAIMS = "SELECT octet_length(value_sealed) FROM identity_claim WHERE person_id = %s"
HISTORY = """SELECT length(was ->> 'label_sealed') / 2 - 1 FROM audit.history
WHERE row_id = %s AND was ->> 'label_sealed' IS NOT NULL ORDER BY id"""
EACH = "SELECT count(*) FROM audit.history WHERE row_id = %s"


def test_old_values_are_padded_where_they_lie_and_in_the_history(workspace: Workspace) -> None:
    padded = STEP + OVERHEAD
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        rows = {sex: claim(kari, person, "sex", sex) for sex in ("male", "other", "female")}
        end_claim(actor=kari, claim=rows["other"], reason="misheard")
        values = {row.pk: old(person.pk, "claim.value", row.pk, sex) for sex, row in rows.items()}
        case = person.case_id
        labels = [old(case, "case.label", case, text) for text in ("One", "Two or more")]
        labels.append(seal(case, "case.label", case, "Three"))
        for label in labels:
            Case.objects.filter(pk=case).update(label_sealed=label)
    put(workspace, values)
    assert sorted(lengths(workspace, CLAIMS, person.pk)) == [33, 34, 35]
    assert lengths(workspace, HISTORY, case) == [32, 40]
    before = lengths(workspace, EACH, case)
    with as_owner(workspace):
        with connection.schema_editor(atomic=False) as editor:
            import_module(f"samvern.identity.migrations.{NAME}").pad(None, editor)
        assert pad_stored(open_keeper()) == 0
    assert lengths(workspace, CLAIMS, person.pk) == [padded] * 3
    assert lengths(workspace, HISTORY, case) == [padded] * 2
    assert lengths(workspace, EACH, case) == before
    with workspace.acting("kari") as kari:
        shown = reveal_claims(actor=kari, person=person, reason="verify")
        assert sorted(each.value for each in shown) == ["female", "male", "other"]
        kept = [each.sealed("label_sealed") for each in list_earlier_versions("cases_case", case)]
        texts = [unseal(case, "case.label", case, each) for each in kept if each]
        assert texts == ["Two or more", "One"]


STEP_ROW = """
    INSERT INTO referrals_concernstep
        (id, created_at, of_id, case_id, made_by_id, move, start, finish, side, reason,
        happened_on, words_sealed)
    VALUES (%s, now(), %s, %s, %s, 'reply', '', '', '', '', current_date, %s)
"""


def test_what_is_sealed_for_somebody_the_row_does_not_name_is_padded(workspace: Workspace) -> None:
    step = uuid4()
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        value = old(person.pk, "concernstep.words", step, "They come tomorrow")
        member = kari.member_id
    with workspace.superuser() as found:
        found.execute("SET session_replication_role = replica")
        found.execute(STEP_ROW, [step, uuid4(), person.case_id, member, value])
    try:
        with as_owner(workspace), connection.cursor() as cursor:
            assert pad_stored(open_keeper()) == 1
            cursor.execute("SELECT words_sealed FROM referrals_concernstep WHERE id = %s", [step])
            padded = bytes(cursor.fetchone()[0])
        assert len(padded) == STEP + OVERHEAD
        with workspace.acting("kari"):
            assert unseal(person.pk, "concernstep.words", step, padded) == "They come tomorrow"
    finally:
        with workspace.superuser() as found:
            found.execute("DELETE FROM referrals_concernstep WHERE id = %s", [step])


def test_what_no_key_opens_is_left_as_it_is(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        row = claim(kari, person, "sex", "male")
        elsewhere = old(person.pk, "claim.value", person.pk, "male")
    put(workspace, {row.pk: elsewhere})
    with as_owner(workspace):
        assert pad_stored(open_keeper()) == 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT value_sealed FROM identity_claim WHERE id = %s", [row.pk])
            assert bytes(cursor.fetchone()[0]) == elsewhere
            cursor.execute(
                "SELECT count(*) FROM pg_trigger WHERE tgenabled = 'D' AND NOT tgisinternal"
            )
            assert cursor.fetchone() == (0,)
