# SPDX-License-Identifier: EUPL-1.2
"""Closing a case, opening it again, and the hold that stops every deletion."""

from typing import Any

import pytest

from samvern.access.models import Share
from samvern.cases.domain.closing import read_close_words, read_hold_words
from samvern.cases.models import Case, Deadline
from support.colleague import Colleague, mistakes, text
from support.workspace import Workspace

pytestmark = pytest.mark.database
CLOSE = {"ground": "goal_reached", "words": "Hun bor trygt nå.", "version": "1"}
WHY = {"words": "Hun tok kontakt igjen.", "version": "2"}


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Colleague:
    """The owner."""
    return Colleague(fresh_workspace, "kari")


def read(workspace: Workspace, name: str = "own") -> Case:
    """The case as its owner sees it."""
    with workspace.acting("kari"):
        return Case.objects.get(pk=workspace.cast.cases[name])


def test_before_it_is_closed_the_page_says_what_happens_next(workspace: Workspace) -> None:
    page = text(Colleague(workspace, "kari").see("close", case_id="own"))
    said = [
        "1 deadline still runs. It is stopped.",
        "2 tasks or actions are not done.",
        "It is shared with 1 receiver.",
        "It is kept by the rule “Assistance and protection” until",
    ]
    assert [line for line in said if line not in page] == []


def test_closed_its_deadlines_stop_and_its_shares_end(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    amina = Colleague(fresh_workspace, "amina")
    assert amina.sees("own")
    assert kari.send("close", {**CLOSE, "end_shares": "on"}, case_id="own").status_code == 302
    case = read(fresh_workspace)
    assert (case.state, case.close_ground, case.version) == ("closed", "goal_reached", 2)
    with fresh_workspace.acting("kari"):
        assert read_close_words(case) == CLOSE["words"]
        states = set(Deadline.objects.filter(case=case).values_list("state", flat=True))
        lasting = Share.objects.filter(case_id=case.pk, ended_at=None).count()
    assert (states, lasting, amina.sees("own")) == ({"stopped"}, 0, False)


def test_its_shares_can_stay(fresh_workspace: Workspace, kari: Colleague) -> None:
    kari.send("close", CLOSE, case_id="own")
    assert Colleague(fresh_workspace, "amina").sees("own")


@pytest.mark.parametrize("page", ["describe", "person_add"])
def test_nothing_in_it_is_changed(workspace: Workspace, page: str) -> None:
    answer = Colleague(workspace, "kari").send(page, {"place": "child"}, case_id="closed")
    assert answer.status_code == 409
    assert "Open it again before you change anything in it." in text(answer)


@pytest.mark.parametrize("page", ["handover", "share_new"])
def test_nor_does_it_go_anywhere(workspace: Workspace, page: str) -> None:
    cast, kari = workspace.cast, Colleague(workspace, "kari")
    form = {
        "taker_id": str(cast.members["jonas"]), "words": "x", "basis": "gate:R-SHARE-NGO-DANGER",
        "holds": "in_danger", "purpose": "protection", "categories": "notes", "until": "2026-12-24",
    }  # fmt: skip
    query = f"?to={cast.organisations['politi']}" if page == "share_new" else ""
    assert kari.send(page, form, query, case_id="closed").status_code == 400


def test_opened_again_work_goes_on(fresh_workspace: Workspace, kari: Colleague) -> None:
    kari.send("close", CLOSE, case_id="own")
    assert kari.send("reopen", WHY, case_id="own").status_code == 302
    case = read(fresh_workspace)
    assert (case.state, case.closed_at, case.close_ground) == ("open", None, "")
    with fresh_workspace.acting("kari"):
        assert read_close_words(case) == WHY["words"]
    assert kari.see("person_add", case_id="own").status_code == 200


@pytest.mark.parametrize(
    ("page", "form", "case", "said"),
    [
        ("close", {"ground": ""}, "own", "Choose under “Why is the case closed?”."),
        ("close", {"ground": "bored"}, "own", None),
        ("close", {}, "closed", "The case is closed already."),
        ("reopen", {"words": ""}, "closed", "Fill in “Why?”."),
        ("reopen", {}, "own", "The case is open already."),
    ],
)
def test_what_cannot_be_done_is_said(
    workspace: Workspace, page: str, form: dict[str, str], case: str, said: str | None
) -> None:
    answer = Colleague(workspace, "kari").send(page, {**CLOSE, **form}, case_id=case)
    assert answer.status_code == 400
    assert said is None or mistakes(answer) == [said]
    assert read(workspace, case).state == ("closed" if case == "closed" else "open")


def test_two_who_close_it_at_once_meet(fresh_workspace: Workspace, kari: Colleague) -> None:
    tone = Colleague(fresh_workspace, "tone")
    assert tone.send("describe", _described(), case_id="own").status_code == 302
    clash: Any = kari.send("close", CLOSE, case_id="own")
    assert (clash.status_code, read(fresh_workspace).state) == (409, "open")


def test_a_leader_holds_a_case_and_lets_it_go(fresh_workspace: Workspace, kari: Colleague) -> None:
    tone, why = Colleague(fresh_workspace, "tone"), {"words": "Rettssak i mai.", "version": "1"}
    assert kari.send("close_hold", why, case_id="own").status_code == 404
    assert tone.send("close_hold", why, case_id="own").status_code == 302
    held = read(fresh_workspace)
    with fresh_workspace.acting("kari"):
        assert (held.held_at is not None, read_hold_words(held)) == (True, why["words"])
    assert "Legal hold." in text(kari.see("case", case_id="own"))
    lifted = {"words": "Dommen er rettskraftig.", "version": "2"}
    assert tone.send("close_hold", lifted, case_id="own").status_code == 302
    assert read(fresh_workspace).held_at is None


@pytest.mark.parametrize("name", ["jonas", "liv", "per", "amina", "guro"])
def test_who_has_no_say_closes_nothing(workspace: Workspace, name: str) -> None:
    worker = Colleague(workspace, name)
    assert worker.send("close", CLOSE, case_id="own").status_code == 404
    assert read(workspace).state == "open"


def _described() -> dict[str, str]:
    return {"label": "Nytt navn", "kind": "assistance", "version": "1"}
