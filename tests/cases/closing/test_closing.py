# SPDX-License-Identifier: EUPL-1.2
"""Closing a case, opening it again, and the hold that stops every deletion."""

import re
from typing import Any

import pytest
from django.db import DatabaseError

from samvern.cases.closing.domain import read_close_words, read_hold_words
from samvern.cases.closing.open_items import list_kept_items, list_open_items
from samvern.cases.core.models import Case
from samvern.cases.deadlines.models import Deadline
from samvern.cases.notices.models import Notice
from samvern.cases.team.domain import list_team
from samvern.identity.models import Claim
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


def contact(workspace: Workspace, name: str = "own") -> str:
    """The field that asks who answers for the person's safe contact."""
    with workspace.acting("kari"):
        rows = Claim.objects.filter(case_id=workspace.cast.cases[name], kind="contact")
        return f"keeper-{rows.get().pk}"


def closing(workspace: Workspace, name: str = "own", **more: str) -> dict[str, str]:
    """The form, with Kari answering for what goes on."""
    me = str(workspace.cast.members["kari"])
    return {**CLOSE, contact(workspace, name): me, **more}


def listed(page: str, heading: str) -> list[str]:
    """The list under a heading."""
    after = page.split(f">{heading}</h2>")[1].split("</ul>")[0]
    return re.findall(r"<li>([^<]+)</li>", after)


def test_before_it_is_closed_the_page_says_what_ends_and_what_goes_on(workspace: Workspace) -> None:
    page = text(Colleague(workspace, "kari").see("close", case_id="own"))
    assert listed(page, "This ends when you close the case") == [
        "Deadlines: 1", "Tasks: 1", "Actions of the plan: 1", "Shares with other organisations: 1",
    ]  # fmt: skip
    assert listed(page, "This goes on") == ["Safe contact of person 1"]
    assert "It is kept by the rule “Assistance and protection” until" in page


def test_closed_everything_alive_on_it_ends_in_one_act(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    amina = Colleague(fresh_workspace, "amina")
    assert amina.sees("own")
    form = closing(fresh_workspace)
    assert kari.send("close", form, case_id="own").status_code == 302
    case = read(fresh_workspace)
    assert (case.state, case.close_ground, case.version) == ("closed", "goal_reached", 2)
    with fresh_workspace.acting("kari"):
        assert read_close_words(case) == CLOSE["words"]
        assert [(one.kind.name, who) for one, who in list_kept_items(case)] == [
            ("contact", "Kari Syntetisk")
        ]
        assert [one.kind.name for one in list_open_items(case).things] == ["contact"]
        states = set(Deadline.objects.filter(case=case).values_list("state", flat=True))
    assert (states, amina.sees("own")) == ({"stopped"}, False)
    assert _detail(fresh_workspace, "case.close") == {
        "ground": "goal_reached", "kept": {"contact": 1},
        "ended": {"deadline": 1, "task": 1, "action": 1, "share": 1},
    }  # fmt: skip


def test_without_somebody_who_answers_for_what_goes_on_it_is_not_closed(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    answer = kari.send("close", CLOSE, case_id="own")
    assert mistakes(answer) == ["Choose under “Safe contact of person 1”."]
    with fresh_workspace.acting("kari"), pytest.raises(DatabaseError) as no:
        Case.objects.filter(pk=fresh_workspace.cast.cases["own"]).update(state="closed")
    assert getattr(no.value.__cause__, "sqlstate", "") == "SV424"
    assert read(fresh_workspace).state == "open"


def test_a_deadline_goes_on_if_somebody_answers_for_it(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    with fresh_workspace.acting("kari"):
        [deadline] = Deadline.objects.filter(case_id=fresh_workspace.cast.cases["own"])
    form = closing(
        fresh_workspace, **{f"keeper-{deadline.pk}": str(fresh_workspace.cast.members["kari"])}
    )
    assert kari.send("close", form, case_id="own").status_code == 302
    page = text(kari.see("team", case_id="own"))
    assert page.count("Kari Syntetisk answers for it") == 2
    with fresh_workspace.acting("kari"):
        deadline.refresh_from_db()
    assert deadline.state == "running"


def test_who_answers_for_a_deadline_can_meet_it(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    with fresh_workspace.acting("kari"):
        [deadline] = Deadline.objects.filter(case_id=fresh_workspace.cast.cases["own"])
    me = str(fresh_workspace.cast.members["kari"])
    kari.send("close", closing(fresh_workspace, **{f"keeper-{deadline.pk}": me}), case_id="own")
    where = {"case_id": "own", "deadline_id": deadline.pk}
    assert 'name="meet-version"' in text(kari.see("deadline", **where))
    kari.send("deadline_meet", {"meet-version": "1"}, **where)
    with fresh_workspace.acting("kari"):
        deadline.refresh_from_db()
    assert deadline.state == "met"


def test_whoever_answers_for_something_is_not_lost(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    """Not taken off the case; shut out or leaving, another answers."""
    members, tone = fresh_workspace.cast.members, Colleague(fresh_workspace, "tone")
    kari.send("member_add", {"member_id": str(members["jonas"])}, case_id="own")
    form = {**closing(fresh_workspace), contact(fresh_workspace): str(members["jonas"])}
    assert kari.send("close", form, case_id="own").status_code == 302
    with fresh_workspace.acting("kari"):
        case = read(fresh_workspace)
        row = next(each for each in list_team(case) if each.member_id == members["jonas"])
    answer = kari.send("member_end", case_id="own", row_id=row.pk)
    assert answer.status_code == 409
    assert "Choose somebody else for it first." in text(answer)
    assert case.reference in text(tone.see("leaving", member_id=members["jonas"]))
    tone.send("member_bar", {"member_id": str(members["jonas"]), "sure": "on"}, case_id="own")
    with fresh_workspace.acting("kari"):
        assert [who for _one, who in list_kept_items(case)] == ["Kari Syntetisk"]


def test_another_can_be_named_later(fresh_workspace: Workspace, kari: Colleague) -> None:
    jonas = fresh_workspace.cast.members["jonas"]
    assert kari.send("member_add", {"member_id": str(jonas)}, case_id="own").status_code == 302
    field = contact(fresh_workspace)
    kari.send("close", closing(fresh_workspace), case_id="own")
    thing = field.removeprefix("keeper-")
    answer = kari.send("kept", {"member_id": str(jonas)}, case_id="own", thing_id=thing)
    assert answer.status_code == 302
    with fresh_workspace.acting("kari"):
        assert [who for _one, who in list_kept_items(read(fresh_workspace))] == ["Jonas Eksempel"]
    with fresh_workspace.acting("jonas"):
        assert list(Notice.objects.filter(kind="aftercare").values_list("case_id", flat=True)) == [
            fresh_workspace.cast.cases["own"]
        ]


def test_opened_again_nothing_comes_back_by_itself(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    kari.send("close", closing(fresh_workspace), case_id="own")
    assert kari.send("reopen", WHY, case_id="own").status_code == 302
    with fresh_workspace.acting("kari"):
        case = read(fresh_workspace)
        assert [one.kind.name for one in list_open_items(case).things] == ["contact"]
        assert list_kept_items(case) == []
    assert not Colleague(fresh_workspace, "amina").sees("own")


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
    kari.send("close", closing(fresh_workspace), case_id="own")
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
    sent = {**closing(workspace, case), **form}
    answer = Colleague(workspace, "kari").send(page, sent, case_id=case)
    assert answer.status_code == 400
    assert said is None or mistakes(answer) == [said]
    assert read(workspace, case).state == ("closed" if case == "closed" else "open")


def test_two_who_close_it_at_once_meet(fresh_workspace: Workspace, kari: Colleague) -> None:
    tone = Colleague(fresh_workspace, "tone")
    assert tone.send("describe", _described(), case_id="own").status_code == 302
    clash: Any = kari.send("close", closing(fresh_workspace), case_id="own")
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


def _detail(workspace: Workspace, act: str) -> Any:
    with workspace.superuser() as behind:
        found: Any = behind.execute(
            "SELECT d.content FROM audit.line l JOIN audit.detail d USING (chain, number) "
            "WHERE l.act = %s ORDER BY l.number DESC LIMIT 1", [act],
        ).fetchone()  # fmt: skip
    return found[0]


def _described() -> dict[str, str]:
    return {"label": "Nytt navn", "kind": "assistance", "version": "1"}
