# SPDX-License-Identifier: EUPL-1.2
"""New keys for old: everything opens as before, and nothing under the old key that need not."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from django.test import override_settings

from identity.making import NUMBER, claim, person_of
from samvern.cases.core.models import Case
from samvern.identity.claims.domain import end_claim, reveal_claims
from samvern.identity.key_rotation import renew_keys, rewrap_keys
from samvern.identity.keys import KeeperError, open_keeper
from samvern.identity.models import Key
from samvern.identity.sealing import seal, sealed_columns, unseal
from samvern.web.database.roles import OWNER
from samvern.web.keyring import Keyring
from support.surroundings import KEYS
from support.workspace import Workspace, use_database

pytestmark = pytest.mark.database


@contextmanager
def as_owner(workspace: Workspace) -> Iterator[None]:
    """Django connected as the owner, as the command is."""
    use_database(workspace.url(OWNER))
    try:
        yield
    finally:
        use_database(workspace.url())


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """A copy of the tests' keys that may be changed."""
    path = tmp_path / "keys.json"
    path.write_text(KEYS.read_text())
    path.chmod(0o600)
    with override_settings(KEY_FILE=path):
        yield path


def wrapped_by(workspace: Workspace) -> set[str]:
    with workspace.superuser() as connection:
        rows = connection.execute("SELECT DISTINCT keeper FROM identity_key").fetchall()
    return {name for (name,) in rows}


def test_a_new_kek_wraps_every_key_and_everything_opens(workspace: Workspace, file: Path) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        claim(kari, person, "number", NUMBER)
    old = wrapped_by(workspace)
    Keyring.read(file).with_new_kek(date(2027, 1, 1)).write(file)
    with as_owner(workspace):
        count = rewrap_keys(open_keeper())
        assert rewrap_keys(open_keeper()) == 0
    assert count > 10
    assert (len(old), wrapped_by(workspace)) == (1, {"file:2027-01-01"})
    with workspace.acting("kari") as kari:
        (shown,) = reveal_claims(actor=kari, person=person, reason="verify")
    assert shown.value == NUMBER
    ring = json.loads(file.read_text())
    for name in old:
        del ring["keks"][name.removeprefix("file:")]
    file.write_text(json.dumps(ring))
    with workspace.acting("kari") as kari:
        assert reveal_claims(actor=kari, person=person, reason="verify")[0].value == NUMBER


def test_without_the_kek_nothing_opens(workspace: Workspace, file: Path) -> None:
    with workspace.acting("kari") as kari:
        person = person_of(kari)
        claim(kari, person, "number", NUMBER)
    ring = json.loads(file.read_text())
    ring["keks"] = {"other": ring["index"]}
    ring["kek"] = "other"
    file.write_text(json.dumps(ring))
    with workspace.acting("kari") as kari, pytest.raises(KeeperError, match="holds no key"):
        reveal_claims(actor=kari, person=person, reason="verify")


def test_new_keys_of_a_case_seal_all_it_has_anew(workspace: Workspace) -> None:
    with workspace.acting("kari") as kari:
        person, other = person_of(kari), person_of(kari)
        claim(kari, other, "name", "Another Case")
        claim(kari, person, "number", NUMBER)
        wrong = claim(kari, person, "name", "Wrong Name")
        end_claim(actor=kari, claim=wrong, reason="misheard")
        label = seal(person.case_id, "case.label", person.case_id, "A label")
        Case.objects.filter(pk=person.case_id).update(label_sealed=label)
    with as_owner(workspace):
        done = renew_keys(open_keeper(), person.case_id)
        assert (done.keys, done.values) == (2, 4)  # number, wrong name, its reason, the label
        assert renew_keys(open_keeper(), person.pk).keys == 0  # a person is no case
    with workspace.acting("kari") as kari:
        # The older versions stay for history and files; what the tables hold needs them no more.
        assert Key.objects.filter(case_id=person.case_id).count() == 4
        shown = reveal_claims(actor=kari, person=person, reason="verify")
        assert [(each.value, each.why_ended) for each in shown] == [
            (NUMBER, ""),
            ("Wrong Name", "misheard"),
        ]
        assert unseal(person.case_id, "case.label", person.case_id, label) == "A label"
    with workspace.superuser() as connection:
        older = "UPDATE identity_key SET wrapped = NULL WHERE case_id = %s AND version = 1"
        connection.execute(older, [person.case_id])
    with workspace.acting("kari") as kari:
        assert [x.value for x in reveal_claims(actor=kari, person=person, reason="verify")] == [
            NUMBER,
            "Wrong Name",
        ]
        found = Case.objects.get(pk=person.case_id)
        assert unseal(found.pk, "case.label", found.pk, found.label_sealed) == "A label"
        assert reveal_claims(actor=kari, person=other, reason="verify")[0].value == "Another Case"


def test_every_sealed_column_can_be_sealed_anew() -> None:
    """Each lies in a table with a case, or is the case itself.

    What stands alone, such as a call, has a key of its own and lives for a time, and is not sealed
    anew; its key is wrapped anew with all others. A parcel and a hook have no subject's key.
    """
    alone = {
        "advice.draft", "advicestep.words", "callback.reach", "contact.words", "place.notes",
        "placeaddress.address", "question.text", "questionstep.words",
    }  # fmt: skip
    apart = {"parcel.answers", "hook.former", "hook.secret", *alone}
    names = {
        field: {column.attname for column in model._meta.concrete_fields}
        for field, (model, _) in sealed_columns().items()
    }
    lost = {field for field, columns in names.items() if "case_id" not in columns}
    assert lost - apart == {"case.label", "case.close", "case.hold"}
