# SPDX-License-Identifier: EUPL-1.2
"""The small cast: the nine, their cases, and a word in each sealed column that must not leak."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import override_settings

from samvern.cases.core.models import Case
from samvern.cases.notes.models import Note
from samvern.demo_data.table_files import test_workers
from samvern.identity.sealing import unseal
from support.small_cast import CASES, load_cast
from support.workspace import Workspace

SEEN = {
    "kari": {"own", "closed", "held", "protected", "unit", "shared_in"},
    "jonas": {"unit", "colleague", "shared_in"},
    "liv": {"other_unit", "shared_in"},
    "amina": {"shared_in", "own"},
    "per": {"foreign"},
    "tone": {"own", "closed", "held", "protected", "unit", "colleague", "shared_in"},
    "rolf": set(),
    "guro": set(),
    "sara": set(),
}


def seen_by(workspace: Workspace, name: str) -> set[str]:
    names: dict[UUID, str] = {key: case for case, key in workspace.cast.cases.items()}
    with workspace.acting(name):
        return {names[key] for key in Case.objects.values_list("pk", flat=True)}


def test_each_of_the_nine_sees_her_cases_and_no_other(workspace: Workspace) -> None:
    assert {name: seen_by(workspace, name) for name in SEEN} == SEEN


def test_whoever_has_left_is_nobody(workspace: Workspace) -> None:
    assert {each.login for each in test_workers()} - set(SEEN) == {"stig"}
    with pytest.raises(PermissionError), workspace.acting("stig"):
        pass


def test_the_canary_is_what_the_note_says(workspace: Workspace) -> None:
    with workspace.acting("kari"):
        note = Note.objects.get(case_id=workspace.cast.cases["own"])
        text = unseal(note.case_id, "note.text", note.pk, note.text_sealed)
    assert text == workspace.cast.canaries["own/note.text"]


def test_each_case_has_its_own_canaries(workspace: Workspace) -> None:
    words = list(workspace.cast.canaries.values())
    assert len(set(words)) == len(words)
    assert {place.split("/")[0] for place in workspace.cast.canaries} == set(CASES)


@pytest.fixture
def production() -> Iterator[None]:
    with override_settings(PRODUCTION=True):
        yield


@pytest.mark.usefixtures("production")
def test_production_takes_nobody_invented(workspace: Workspace) -> None:
    with pytest.raises(PermissionError, match="this is production"):
        load_cast(owner_url="postgresql://nobody@/nowhere")
