# SPDX-License-Identifier: EUPL-1.2
"""An emergency opening ends when nobody needs it; who had it, why and until when can be read."""

import psycopg
import pytest

from cases.emergency_access.test_emergency_access import REASON, break_glass, opening, reference
from samvern.cases.notices.models import Notice
from support.colleague import Colleague, mistakes, text
from support.outsiders import close
from support.workspace import Workspace

pytestmark = pytest.mark.database
RISK = """
    INSERT INTO cases_risk (id, created_at, case_id, created_by_id, person_id, level,
        threats_sealed, plan_sealed, review_on)
    VALUES (gen_random_uuid(), now(), %s, %s, %s, %s, 'x', 'x', current_date)
"""
NOT_NEEDED = {"verdict": "unjustified"}


@pytest.fixture
def per(fresh_workspace: Workspace) -> Colleague:
    """In the police, with Kari's case open in an emergency."""
    worker = Colleague(fresh_workspace, "per")
    risk(fresh_workspace, "low")
    break_glass(worker)
    assert worker.sees("own")
    return worker


def risk(workspace: Workspace, level: str) -> None:
    """The newest judgement of the risk in Kari's case."""
    cast = workspace.cast
    values = [cast.cases["own"], cast.members["kari"], cast.persons["own"], level]
    with workspace.superuser() as behind:
        behind.execute(RISK, values)


def kinds(workspace: Workspace, name: str) -> list[str]:
    """What she is told of emergencies."""
    with workspace.acting(name):
        rows = Notice.objects.filter(kind__startswith="glass-").order_by("created_at")
        return list(rows.values_list("kind", flat=True))


def test_one_that_was_not_needed_ends_at_once(fresh_workspace: Workspace, per: Colleague) -> None:
    tone, made = Colleague(fresh_workspace, "tone"), opening(fresh_workspace)
    assert tone.send("glass_review", NOT_NEEDED, glass_id=made.pk).status_code == 302
    assert not per.sees("own")
    judged = opening(fresh_workspace)
    assert (judged.verdict, judged.ended_at == judged.reviewed_at) == ("unjustified", True)
    assert kinds(fresh_workspace, "per") == ["glass-ended"]


@pytest.mark.parametrize(("lasts", "sees"), [("on", True), ("", False)])
def test_in_danger_a_leader_decides(
    fresh_workspace: Workspace, per: Colleague, lasts: str, sees: bool
) -> None:
    risk(fresh_workspace, "acute")
    kari, tone = Colleague(fresh_workspace, "kari"), Colleague(fresh_workspace, "tone")
    made = opening(fresh_workspace)
    assert kari.send("glass_end", {"from": "team"}, glass_id=made.pk).status_code == 404
    assert "so a leader decides" in text(kari.see("team", case_id="own"))
    assert "is it to end now?" in text(tone.see("glass_review", glass_id=made.pk))
    form = {**NOT_NEEDED, "lasts": lasts}
    assert tone.send("glass_review", form, glass_id=made.pk).status_code == 302
    assert per.sees("own") is sees
    assert tone.send("glass_end", glass_id=made.pk).status_code == (302 if sees else 404)
    assert not per.sees("own")


def test_where_nobody_is_in_danger_nothing_keeps_it_open(
    fresh_workspace: Workspace, per: Colleague
) -> None:
    tone, made = Colleague(fresh_workspace, "tone"), opening(fresh_workspace)
    assert "is it to end now?" not in text(tone.see("glass_review", glass_id=made.pk))
    tone.send("glass_review", {**NOT_NEEDED, "lasts": "on"}, glass_id=made.pk)
    assert not per.sees("own")


@pytest.mark.parametrize(
    ("name", "ends"),
    [("kari", True), ("tone", True), ("jonas", False), ("liv", False), ("amina", False)],
)
def test_owner_and_leader_end_it(
    fresh_workspace: Workspace, per: Colleague, name: str, ends: bool
) -> None:
    worker, made = Colleague(fresh_workspace, name), opening(fresh_workspace)
    answer = worker.send("glass_end", {"from": "team"}, glass_id=made.pk)
    assert (answer.status_code, per.sees("own")) == ((302, False) if ends else (404, True))
    if ends:
        assert answer.url == worker.address("team", case_id="own")


def test_nobody_ends_it_in_plain_sql(fresh_workspace: Workspace, per: Colleague) -> None:
    made = opening(fresh_workspace)
    for name in ("jonas", "amina", "rolf"):
        with fresh_workspace.connect() as app, app.transaction(force_rollback=True):
            app.execute("SELECT set_config('samvern.token', %s, true)",
                        [fresh_workspace.token(name)])  # fmt: skip
            assert app.execute("SELECT gate.end_glass(%s)", [made.pk]).fetchone() == (None,)
            assert app.execute(
                "SELECT gate.review_glass(%s, 'unjustified', false, NULL)", [made.pk]
            ).fetchone() == (None,)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute("UPDATE access_glass SET ended_at = now()")
    assert per.sees("own")


def test_access_says_who_why_and_until_when(fresh_workspace: Workspace, per: Colleague) -> None:
    page = text(Colleague(fresh_workspace, "kari").see("team", case_id="own"))
    after = page.split("Opened in an emergency</h2>")[1]
    said = ("Per Modell", "Danger to life or health", REASON, "until", "End it now")
    assert [word for word in said if word not in after] == []


@pytest.mark.parametrize("name", ["per", "amina"])
def test_those_let_in_do_not_read_of_other_emergencies(
    fresh_workspace: Workspace, per: Colleague, name: str
) -> None:
    answer = Colleague(fresh_workspace, name).see("team", case_id="own")
    assert "Opened in an emergency</h2>" not in text(answer)


def test_what_must_be_followed_up_is_said(fresh_workspace: Workspace, per: Colleague) -> None:
    tone, made = Colleague(fresh_workspace, "tone"), opening(fresh_workspace)
    form = {"verdict": "follow_up", "words": ""}
    answer = tone.send("glass_review", form, glass_id=made.pk)
    assert mistakes(answer) == ["Write what must be followed up."]
    form["words"] = "Ring Kari neste gang, hun har vakttelefon."
    assert tone.send("glass_review", form, glass_id=made.pk).status_code == 302
    assert kinds(fresh_workspace, "per") == ["glass-follow-up"]
    pages = (
        per.see("glass"),
        Colleague(fresh_workspace, "kari").see("team", case_id="own"),
        tone.see("glass_reviews"),
    )
    assert [form["words"] in text(page) for page in pages] == [True, True, True]
    with fresh_workspace.superuser() as behind:
        [(sealed,)] = behind.execute("SELECT words_sealed FROM access_glass").fetchall()
    assert b"vakttelefon" not in bytes(sealed)


def test_closing_the_case_ends_it(fresh_workspace: Workspace, per: Colleague) -> None:
    close(fresh_workspace, fresh_workspace.cast.cases["own"])
    assert not per.sees("own")
    assert kinds(fresh_workspace, "per") == ["glass-ended"]
    again = {"reference": reference(fresh_workspace), "ground": "life", "hours": "4"}
    answer = per.send("glass", {**again, "reason": REASON})
    assert mistakes(answer) == ["There is no case with this reference to open."]
