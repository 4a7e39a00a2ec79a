# SPDX-License-Identifier: EUPL-1.2
"""Opening a case in an emergency: each step can fail, and every refusal reads the same."""

import re
from typing import Any
from uuid import UUID

import pytest

from samvern.access.models import EmergencyAccess
from samvern.cases.core.models import Case
from samvern.cases.notes.models import Note
from samvern.cases.notices.models import Notice
from samvern.identity.models import ProtectedAddress
from support.colleague import Colleague, mistakes, text
from support.workspace import Workspace

pytestmark = pytest.mark.database
REASON = "Hun ringer og sier at noen er på vei inn."
BANNER = "Emergency access."


@pytest.fixture
def per(fresh_workspace: Workspace) -> Colleague:
    """In the police; nothing of Kari's house is open to him."""
    return Colleague(fresh_workspace, "per")


def reference(workspace: Workspace, case: str = "own") -> str:
    """What somebody told him on the telephone."""
    with workspace.superuser() as behind:
        statement = "SELECT reference FROM cases_case WHERE id = %s"
        found: Any = behind.execute(statement, [workspace.cast.cases[case]]).fetchone()
    return str(found[0])


def break_glass(worker: Colleague, case: str = "own", **changed: str) -> Any:
    """Send the form."""
    form = {"reference": reference(worker.workspace, case), "ground": "life", "hours": "4"}
    return worker.send("glass", {**form, "reason": REASON, **changed})


def opening(workspace: Workspace, name: str = "per") -> EmergencyAccess:
    """The last opening somebody made."""
    with workspace.acting(name):
        return EmergencyAccess.objects.filter(member_id=workspace.cast.members[name]).latest(
            "created_at"
        )


def later(workspace: Workspace, hours: int) -> None:
    """Let time pass for every opening."""
    with workspace.superuser() as behind:
        behind.execute(
            "UPDATE access_glass SET created_at = created_at - make_interval(hours => %s),"
            " expires_at = expires_at - make_interval(hours => %s)",
            [hours, hours],
        )


def test_one_case_is_opened_and_no_other(fresh_workspace: Workspace, per: Colleague) -> None:
    answer = break_glass(per)
    assert (answer.status_code, answer.url) == (302, per.address("case", case_id="own"))
    assert (per.sees("own"), per.sees("held")) == (True, False)
    with fresh_workspace.acting("per"):
        seen = set(Case.objects.values_list("pk", flat=True))
        notes = Note.objects.filter(case_id=fresh_workspace.cast.cases["own"]).count()
    cases = fresh_workspace.cast.cases
    assert (seen, notes) == ({cases["own"], cases["foreign"]}, 1)


def test_owner_and_both_leaders_are_told_at_once(
    fresh_workspace: Workspace, per: Colleague
) -> None:
    with fresh_workspace.superuser() as behind:  # the police have no leader in the cast
        behind.execute(
            "UPDATE access_member SET organisation_id = %s, role = 'leader', confirmed_at = now()"
            " WHERE id = %s",
            [fresh_workspace.cast.organisations["politi"], fresh_workspace.cast.members["guro"]],
        )
    break_glass(per)
    told = {}
    for name in ("kari", "tone", "guro", "jonas", "liv", "per"):
        with fresh_workspace.acting(name):
            told[name] = list(Notice.objects.filter(kind__startswith="glass").values_list("kind"))
    nothing: list[Any] = []
    assert told == {
        "kari": [("glass-broken",)], "tone": [("glass-review",)], "guro": [("glass-review",)],
        "jonas": nothing, "liv": nothing, "per": nothing,
    }  # fmt: skip
    with fresh_workspace.superuser() as behind:
        trails = behind.execute(
            "SELECT count(DISTINCT chain) FROM audit.line WHERE act = 'glass.break'"
        ).fetchone()
    assert trails == (2,)  # his house's and hers
    assert REASON in text(Colleague(fresh_workspace, "guro").see("glass_reviews"))


def test_the_banner_stands_on_every_page_while_it_lasts(
    fresh_workspace: Workspace, per: Colleague
) -> None:
    assert BANNER not in text(per.see("cases"))
    break_glass(per)
    assert [BANNER in text(per.see(page)) for page in ("cases", "open_case", "glass")] == [True] * 3
    assert per.send("glass_end", glass_id=opening(fresh_workspace).pk).status_code == 302
    assert (BANNER in text(per.see("cases")), per.sees("own")) == (False, False)


def test_it_closes_by_the_clock(fresh_workspace: Workspace, per: Colleague) -> None:
    break_glass(per, hours="1")
    assert per.sees("own")
    later(fresh_workspace, 1)
    assert not per.sees("own")


def test_a_protected_address_stays_closed(fresh_workspace: Workspace, per: Colleague) -> None:
    break_glass(per, case="protected")
    assert per.sees("protected")
    with fresh_workspace.acting("per"):
        assert ProtectedAddress.objects.count() == 1  # his own case's
    with fresh_workspace.superuser() as behind:
        assert behind.execute("SELECT count(*) > 1 FROM identity_protectedaddress").fetchone() == (
            True,
        )


@pytest.mark.parametrize("page", ["member_add", "handover", "close", "close_hold", "sharing"])
def test_it_gives_no_say_over_the_case(fresh_workspace: Workspace, page: str) -> None:
    """Not even to a colleague of the same house."""
    liv = Colleague(fresh_workspace, "liv")
    break_glass(liv)
    assert liv.sees("own")
    form = {"member_id": str(fresh_workspace.cast.members["liv"])}
    if page == "sharing":
        to = f"?to={fresh_workspace.cast.organisations['politi']}"
        assert liv.see("share_new", to, case_id="own").status_code == 404
    else:
        assert liv.send(page, form, case_id="own").status_code == 404


def test_nor_by_a_statement(fresh_workspace: Workspace) -> None:
    """Made by hand as the application, the same is refused by the database."""
    liv = Colleague(fresh_workspace, "liv")
    break_glass(liv)
    cast, token = fresh_workspace.cast, fresh_workspace.token("liv")
    tries = [
        ("UPDATE cases_case SET circle = 'unit' WHERE id = %s", [cast.cases["own"]]),
        ("UPDATE access_teammember SET ended_at = now() WHERE case_id = %s", [cast.cases["own"]]),
        ("UPDATE access_glass SET expires_at = now() + interval '9 days' WHERE case_id = %s",
         [cast.cases["own"]]),
        ("INSERT INTO access_teammember (id, created_at, case_id, member_id, is_owner, added_by_id)"
         " VALUES (gen_random_uuid(), now(), %s, %s, false, %s)",
         [cast.cases["own"], cast.members["liv"], cast.members["liv"]]),
    ]  # fmt: skip
    done = []
    for statement, values in tries:
        with fresh_workspace.connect() as app, app.transaction(force_rollback=True):
            app.execute("SELECT set_config('samvern.token', %s, true)", [token])
            assert app.execute(
                "SELECT count(*) FROM cases_case WHERE id = %s", values[:1]
            ).fetchone() == (1,)
            try:
                done.append(app.execute(statement, values).rowcount)
            except Exception as error:
                done.append(type(error).__name__)
    refused = "InsufficientPrivilege"
    assert done == [0, 0, refused, refused]


def refusals(fresh_workspace: Workspace, per: Colleague) -> list[Any]:
    """All the ways a well-formed request is refused."""
    nowhere = break_glass(per, reference="2222-2222")
    malformed = break_glass(per, reference="?")
    with fresh_workspace.superuser() as behind:
        behind.execute(
            "INSERT INTO access_bar (id, created_at, case_id, member_id, added_by_id)"
            " VALUES (gen_random_uuid(), now(), %s, %s, %s)",
            [
                fresh_workspace.cast.cases["own"],
                fresh_workspace.cast.members["per"],
                fresh_workspace.cast.members["kari"],
            ],
        )
    barred = break_glass(per)
    spent = break_glass(per, case="held")  # the fourth try of the hour
    return [nowhere, malformed, barred, spent]


def test_every_refusal_reads_as_absence(fresh_workspace: Workspace, per: Colleague) -> None:
    answers = refusals(fresh_workspace, per)
    assert [answer.status_code for answer in answers] == [400] * 4
    pages = {re.sub(r'(name="reference" value=")[^"]*', r"\1", text(a)) for a in answers}
    assert len(pages) == 1
    assert mistakes(answers[0]) == ["There is no case with this reference to open."]
    with fresh_workspace.superuser() as behind:
        kept = behind.execute(
            "SELECT count(*) FROM audit.line WHERE act = 'glass.break' AND outcome = 'refused'"
        ).fetchone()
    assert kept == (4,)


def test_an_old_sign_in_is_proved_again_first(fresh_workspace: Workspace, per: Colleague) -> None:
    with fresh_workspace.superuser() as behind:
        behind.execute(
            "UPDATE gate.session SET authenticated_at = now() - interval '6 minutes'"
            " WHERE member_id = %s",
            [fresh_workspace.cast.members["per"]],
        )
    answer = break_glass(per)
    assert (answer.status_code, "next=" in answer.url) == (302, True)
    assert not per.sees("own")


@pytest.mark.parametrize(
    "changed",
    [
        {"reason": "Haster"},
        {"reason": "x" * 256},
        {"reason": ""},
        {"hours": "0"},
        {"hours": "25"},
        {"ground": "curiosity"},
        {"reference": ""},
    ],
)
def test_a_form_with_a_mistake_opens_nothing(
    fresh_workspace: Workspace, per: Colleague, changed: dict[str, str]
) -> None:
    answer = break_glass(per, **changed)
    assert (answer.status_code, per.sees("own")) == (400, False)


def test_a_leader_of_either_side_judges_it_once(fresh_workspace: Workspace, per: Colleague) -> None:
    break_glass(per)
    tone, made = Colleague(fresh_workspace, "tone"), opening(fresh_workspace)
    queue = text(tone.see("glass_reviews"))
    assert (REASON in queue, "Per Modell" in queue, "Danger to life" in queue) == (True,) * 3
    judged = {"verdict": "justified"}
    assert tone.send("glass_review", judged, glass_id=made.pk).status_code == 302
    assert tone.send("glass_review", judged, glass_id=made.pk).status_code == 404
    assert opening(fresh_workspace).verdict == "justified"


@pytest.mark.parametrize("name", ["per", "kari", "amina", "rolf"])
def test_nobody_else_judges_it(fresh_workspace: Workspace, per: Colleague, name: str) -> None:
    break_glass(per)
    judge, made = Colleague(fresh_workspace, name), opening(fresh_workspace)
    answer = judge.send("glass_review", {"verdict": "justified"}, glass_id=made.pk)
    assert answer.status_code == 404
    assert opening(fresh_workspace).reviewed_at is None


def test_a_leader_does_not_judge_herself(fresh_workspace: Workspace) -> None:
    tone = Colleague(fresh_workspace, "tone")
    break_glass(tone, case="other_unit")
    assert tone.sees("other_unit")
    made = opening(fresh_workspace, "tone")
    answer = tone.send("glass_review", {"verdict": "justified"}, glass_id=made.pk)
    assert answer.status_code == 404


def test_one_that_is_not_judged_in_72_hours_blocks_the_next(
    fresh_workspace: Workspace, per: Colleague
) -> None:
    break_glass(per)
    later(fresh_workspace, 73)
    assert break_glass(per, case="held").status_code == 400
    tone = Colleague(fresh_workspace, "tone")
    tone.send("glass_review", {"verdict": "unjustified"}, glass_id=opening(fresh_workspace).pk)
    assert break_glass(per, case="held").status_code == 302


def test_the_reason_is_sealed(fresh_workspace: Workspace, per: Colleague) -> None:
    break_glass(per)
    with fresh_workspace.superuser() as behind:
        row: Any = behind.execute("SELECT reason_sealed FROM access_glass").fetchone()
    assert REASON.encode() not in bytes(row[0])


def test_her_own_case_needs_no_emergency(fresh_workspace: Workspace) -> None:
    kari = Colleague(fresh_workspace, "kari")
    assert break_glass(kari).status_code == 302
    with fresh_workspace.acting("kari"):
        assert EmergencyAccess.objects.count() == 0


def test_an_opening_of_another_is_not_ended(fresh_workspace: Workspace, per: Colleague) -> None:
    break_glass(per)
    made: UUID = opening(fresh_workspace).pk
    kari = Colleague(fresh_workspace, "kari")
    assert kari.send("glass_end", glass_id=made).status_code == 404
    assert per.sees("own")
