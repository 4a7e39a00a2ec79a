# SPDX-License-Identifier: EUPL-1.2
"""A volume for measuring: as many cases as asked for, right, and readable by their owners alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from samvern.cases.core.models import Case, Person
from samvern.cases.notes.models import Note
from samvern.cases.tasks.models import Task
from samvern.demo_data.members_at_work import as_member
from samvern.identity.models import Claim
from samvern.identity.sealing import unseal
from samvern.web.database.roles import OWNER
from support.volume import Volume, load_volume
from support.workspace import Workspace

VOLUME = Volume(cases=300, organisations=4, workers=5, sealed=120)


@pytest.fixture(scope="module")
def measured(workspace: Workspace) -> Iterator[Workspace]:
    with workspace.superuser() as connection:
        load_volume(connection, VOLUME)
    yield workspace


def places_of(organisation: int, worker: int) -> list[int]:
    cases = range(VOLUME.cases)
    return [case for case in cases if VOLUME.owner_of(case) == (organisation, worker)]


@pytest.mark.usefixtures("measured")
@pytest.mark.parametrize(("organisation", "worker"), [(0, 1), (3, 4)])
def test_a_worker_sees_her_cases_and_reads_what_is_sealed(organisation: int, worker: int) -> None:
    mine = places_of(organisation, worker)
    sealed = [case for case in mine if case < VOLUME.sealed]
    assert sealed
    with as_member(VOLUME.member_id(organisation, worker)):
        assert set(Case.objects.values_list("pk", flat=True)) == set(map(VOLUME.case_id, mine))
        assert Person.objects.count() == len(mine)
        for case in sealed:
            at = VOLUME.case_id(case)
            canary = VOLUME.canary(case)
            note, task = Note.objects.get(case_id=at), Task.objects.get(case_id=at)
            claim = Claim.objects.get(case_id=at)
            assert unseal(at, "note.text", note.pk, note.text_sealed).startswith(canary)
            assert unseal(at, "task.text", task.pk, task.text_sealed) == canary
            value = unseal(claim.person_id, "claim.value", claim.pk, claim.value_sealed)
            assert value == canary


@pytest.mark.usefixtures("measured")
def test_a_leader_sees_all_cases_of_her_unit_and_no_other() -> None:
    with as_member(VOLUME.member_id(2, 0)):
        seen = set(Case.objects.values_list("pk", flat=True))
    assert seen == {VOLUME.case_id(case) for case in range(VOLUME.cases) if case % 4 == 2}


def test_every_row_that_should_be_there_is(measured: Workspace) -> None:
    with measured.superuser() as connection:
        found = {
            table: connection.execute(
                f"SELECT count(*) FROM {table} WHERE {column} = ANY (%s)",
                [[VOLUME.case_id(case) for case in range(VOLUME.cases)]],
            ).fetchone()[0]
            for table, column in (
                ("cases_case", "id"),
                ("access_teammember", "case_id"),
                ("cases_person", "case_id"),
                ("cases_deadline", "case_id"),
                ("cases_note", "case_id"),
                ("identity_key", "case_id"),
            )
        }
    open_ones = sum(case % 5 < 2 for case in range(VOLUME.cases))
    assert found == {
        "cases_case": 300,
        "access_teammember": 300,
        "cases_person": 300,
        "cases_deadline": open_ones,
        "cases_note": 120,
        "identity_key": 240,
    }


def test_nobody_whom_the_walls_hold_can_load(measured: Workspace) -> None:
    with (
        measured.connect(OWNER) as connection,
        pytest.raises(ValueError, match="held by row security; load as superuser"),
    ):
        load_volume(connection, VOLUME)


def test_a_case_needs_somebody_to_own_it(measured: Workspace) -> None:
    with (
        measured.superuser() as connection,
        pytest.raises(ValueError, match="1 workers: a leader and at least one other"),
    ):
        load_volume(connection, replace(VOLUME, workers=1))
