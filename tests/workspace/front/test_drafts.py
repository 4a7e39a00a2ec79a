# SPDX-License-Identifier: EUPL-1.2
"""Drafts: hers alone, sealed, tied to the case, gone in a week."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samvern.access import fields
from samvern.access.errors import NotFound
from samvern.access.forms import Form
from samvern.cases.drafts.domain import discard_draft, form_with_draft, read_draft, save_draft
from samvern.cases.drafts.models import Draft
from support.workspace import Workspace

pytestmark = pytest.mark.database
SECRET = "Hun ble holdt innelåst"


class NoteForm(Form):
    text = fields.MultiLineField(label="Text")
    version = fields.VersionField(required=False)


def key_of(workspace: Workspace, case: str) -> str:
    return f"note:{workspace.cast.cases[case]}"


def keep(workspace: Workspace, who: str, key: str, **typed: str) -> None:
    with workspace.acting(who) as actor:
        save_draft(actor=actor, key=key, typed={name: [text] for name, text in typed.items()})


def read(workspace: Workspace, who: str, key: str) -> dict[str, list[str]] | None:
    with workspace.acting(who) as actor:
        kept = read_draft(actor=actor, key=key)
        return kept.typed if kept else None


@pytest.mark.parametrize("about", ["own", ""])
def test_what_was_typed_comes_back_to_her_alone(fresh_workspace: Workspace, about: str) -> None:
    key = key_of(fresh_workspace, about) if about else "open"
    keep(fresh_workspace, "kari", key, text=SECRET, csrfmiddlewaretoken="t")
    keep(fresh_workspace, "kari", key, text=SECRET + " i tre uker")
    assert read(fresh_workspace, "kari", key) == {"text": [SECRET + " i tre uker"]}
    assert read(fresh_workspace, "jonas", key) is None
    with fresh_workspace.superuser() as connection:
        rows = connection.execute("SELECT content_sealed, form FROM cases_draft").fetchall()
    assert [SECRET.encode() in bytes(content) for content, _form in rows] == [False] * len(rows)
    with fresh_workspace.acting("kari") as actor:
        discard_draft(actor=actor, key=key)
    assert read(fresh_workspace, "kari", key) is None


def test_a_draft_fills_the_form_with_the_version_it_was_typed_from(
    fresh_workspace: Workspace,
) -> None:
    key = key_of(fresh_workspace, "own")
    keep(fresh_workspace, "kari", key, text=SECRET, version="3")
    with fresh_workspace.acting("kari") as actor:
        shown = form_with_draft(NoteForm, actor=actor, key=key, initial={"text": "", "version": 4})
        sent = form_with_draft(
            NoteForm, actor=actor, key=key, data={"text": "sent", "version": "4"}
        )
        assert (shown["text"].value(), shown["version"].value()) == (SECRET, "3")
        assert shown.draft_saved_at is not None
        assert (sent.is_valid(), sent.draft_saved_at) == (True, None)
        discard_draft(actor=actor, key=key)


def test_a_draft_in_a_case_one_cannot_see_is_refused_as_absent(fresh_workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        keep(fresh_workspace, "kari", key_of(fresh_workspace, "foreign"), text=SECRET)


@pytest.mark.parametrize("key", ["", "Note", "note:1", "../x", "note:%s:x", "a" * 41])
def test_a_key_that_names_no_form_is_absent(fresh_workspace: Workspace, key: str) -> None:
    with pytest.raises(NotFound):
        keep(fresh_workspace, "kari", key, text="x")


def test_after_a_week_it_is_gone(fresh_workspace: Workspace) -> None:
    key = key_of(fresh_workspace, "own")
    keep(fresh_workspace, "kari", key, text=SECRET)
    week = timezone.now() - timedelta(days=7, minutes=1)
    with fresh_workspace.acting("kari"):
        Draft.objects.update(changed_at=week)
    assert read(fresh_workspace, "kari", key) is None
    keep(fresh_workspace, "kari", "open", text="another")
    with fresh_workspace.superuser() as connection:
        assert connection.execute("SELECT form FROM cases_draft").fetchall() == [("open",)]
