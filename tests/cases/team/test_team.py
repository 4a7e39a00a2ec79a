# SPDX-License-Identifier: EUPL-1.2
"""Who is on a case: put on, taken off at once, shut out."""

import pytest

from samvern.access.models import TeamMember
from samvern.cases.core.models import Case
from samvern.cases.notices.models import Notice
from support.colleague import Colleague, mistakes, text
from support.workspace import Workspace

pytestmark = pytest.mark.database
NEVER = "00000000-0000-4000-8000-000000000000"


def member(workspace: Workspace, name: str) -> str:
    """Somebody's id as a form sends it."""
    return str(workspace.cast.members[name])


def row_of(workspace: Workspace, case: str, name: str) -> TeamMember:
    """Somebody's place on a team, seen by the owner."""
    with workspace.acting("kari"):
        return TeamMember.objects.get(
            case_id=workspace.cast.cases[case],
            member_id=workspace.cast.members[name],
            ended_at=None,
        )


def test_a_colleague_put_on_the_case_sees_it_and_is_told(fresh_workspace: Workspace) -> None:
    kari, jonas = (Colleague(fresh_workspace, name) for name in ("kari", "jonas"))
    assert not jonas.sees("own")
    sent = kari.send("member_add", {"member_id": member(fresh_workspace, "jonas")}, case_id="own")
    assert sent.status_code == 302
    assert jonas.sees("own")
    assert ">Jonas Eksempel</strong>" in text(kari.see("team", case_id="own"))
    with fresh_workspace.acting("jonas"):
        told = list(Notice.objects.filter(kind="team-added").values_list("case_id", flat=True))
    assert told == [fresh_workspace.cast.cases["own"]]


def test_taken_off_she_sees_nothing_from_the_next_page(fresh_workspace: Workspace) -> None:
    kari, jonas = (Colleague(fresh_workspace, name) for name in ("kari", "jonas"))
    kari.send("member_add", {"member_id": member(fresh_workspace, "jonas")}, case_id="own")
    row = row_of(fresh_workspace, "own", "jonas")
    assert jonas.sees("own")
    assert kari.send("member_end", case_id="own", row_id=row.pk).status_code == 302
    assert not jonas.sees("own")
    assert kari.send("member_end", case_id="own", row_id=row.pk).status_code == 404


def test_somebody_on_the_case_can_leave_it_herself(fresh_workspace: Workspace) -> None:
    kari, jonas = (Colleague(fresh_workspace, name) for name in ("kari", "jonas"))
    kari.send("member_add", {"member_id": member(fresh_workspace, "jonas")}, case_id="own")
    row = row_of(fresh_workspace, "own", "jonas")
    left = jonas.send("member_end", case_id="own", row_id=row.pk)
    assert (left.status_code, left.url) == (302, "/en/workspace/cases/")
    assert not jonas.sees("own")


def test_the_owner_is_not_taken_off(fresh_workspace: Workspace) -> None:
    row = row_of(fresh_workspace, "own", "kari")
    for name in ("kari", "tone"):
        answer = Colleague(fresh_workspace, name).send("member_end", case_id="own", row_id=row.pk)
        assert answer.status_code == 409
        assert "The owner cannot leave the case. Hand it over first." in text(answer)
    assert Colleague(fresh_workspace, "kari").sees("own")


def test_open_to_the_unit_and_closed_again(fresh_workspace: Workspace) -> None:
    kari, jonas, liv = (Colleague(fresh_workspace, name) for name in ("kari", "jonas", "liv"))
    seen = []
    for circle in ("unit", "team"):
        assert kari.send("member_circle", {"circle": circle}, case_id="own").status_code == 302
        seen.append((jonas.sees("own"), liv.sees("own")))
    assert seen == [(True, False), (False, False)]


@pytest.mark.parametrize("name", ["per", "amina", "stig", "rolf", "guro", "kari"])
def test_only_colleagues_who_work_with_cases_are_put_on(workspace: Workspace, name: str) -> None:
    """Another house, somebody who left, an auditor, an administrator, one who is on it."""
    kari = Colleague(workspace, "kari")
    answer = kari.send("member_add", {"member_id": member(workspace, name)}, case_id="own")
    assert answer.status_code == 400
    assert len(mistakes(answer)) == 1


def test_whoever_is_shut_out_never_sees_the_case_again(fresh_workspace: Workspace) -> None:
    kari, jonas = (Colleague(fresh_workspace, name) for name in ("kari", "jonas"))
    out = {"member_id": member(fresh_workspace, "jonas"), "sure": "on"}
    kari.send("member_add", {"member_id": out["member_id"]}, case_id="own")
    kari.send("member_circle", {"circle": "unit"}, case_id="own")
    assert jonas.sees("own")
    assert kari.send("member_bar", out, case_id="own").status_code == 302
    assert not jonas.sees("own")
    again = kari.send("member_add", {"member_id": out["member_id"]}, case_id="own")
    assert mistakes(again) == ["Jonas Eksempel must never see this case."]
    with fresh_workspace.superuser() as behind:
        behind.execute("UPDATE access_member SET role = 'leader' WHERE name = 'Jonas Eksempel'")
    assert not Colleague(fresh_workspace, "jonas").sees("own")
    with fresh_workspace.acting("jonas"):
        reference = Case.objects.filter(pk=fresh_workspace.cast.cases["own"])
        assert not reference.exists()


def test_a_bar_is_not_told_to_the_one_it_shuts_out(fresh_workspace: Workspace) -> None:
    kari = Colleague(fresh_workspace, "kari")
    out = {"member_id": member(fresh_workspace, "jonas"), "sure": "on"}
    kari.send("member_bar", out, case_id="own")
    with fresh_workspace.connect() as app, app.transaction():
        app.execute(
            "SELECT set_config('samvern.token', %s, true)", [fresh_workspace.token("jonas")]
        )
        assert app.execute("SELECT count(*) FROM access_bar").fetchone() == (0,)


def test_nobody_shuts_out_herself_or_without_saying_why(fresh_workspace: Workspace) -> None:
    kari, tone = (Colleague(fresh_workspace, name) for name in ("kari", "tone"))
    jonas = member(fresh_workspace, "jonas")
    unsure = kari.send("member_bar", {"member_id": jonas}, case_id="own")
    owner = tone.send(
        "member_bar", {"member_id": member(fresh_workspace, "kari"), "sure": "on"}, case_id="own"
    )
    assert (unsure.status_code, owner.status_code) == (400, 400)
    with fresh_workspace.acting("kari"):
        assert Case.objects.filter(pk=fresh_workspace.cast.cases["own"]).exists()


@pytest.mark.parametrize("page", ["member_add", "member_circle", "member_bar"])
@pytest.mark.parametrize("name", ["per", "liv", "jonas", "amina", "rolf"])
def test_who_has_no_say_meets_nothing(workspace: Workspace, page: str, name: str) -> None:
    """Amina sees the case by a share, which gives her no say over it."""
    stranger = Colleague(workspace, name)
    got = stranger.see(page, case_id="own")
    never = stranger.see(page, case_id=NEVER)
    assert got.status_code == 404
    assert text(got).replace(str(workspace.cast.cases["own"]), NEVER) == text(never)
