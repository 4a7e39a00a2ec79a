# SPDX-License-Identifier: EUPL-1.2
"""A case from one owner to another, and all of them when somebody leaves."""

from typing import Any

import pytest

from samvern.access.models import TeamMember
from samvern.cases.core.models import Case
from samvern.cases.deadlines.models import Deadline
from samvern.cases.handover.models import Handover
from samvern.cases.notices.models import Notice
from samvern.cases.tasks.models import Task
from support.colleague import Colleague, mistakes, text
from support.workspace import Workspace

pytestmark = pytest.mark.database
WORDS = "Møte med advokat på fredag."


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Colleague:
    """The giver."""
    return Colleague(fresh_workspace, "kari")


@pytest.fixture
def jonas(fresh_workspace: Workspace) -> Colleague:
    """The one who is asked."""
    return Colleague(fresh_workspace, "jonas")


def offer(giver: Colleague, to: str = "jonas", case: str = "own", **more: str) -> Any:
    """Send the form."""
    form = {"taker_id": str(giver.workspace.cast.members[to]), "words": WORDS, **more}
    return giver.send("handover", form, case_id=case)


def answer(worker: Colleague, how: str, case: str = "own") -> int:
    """Press a button of the offer."""
    sent = worker.send("handover_answer", case_id=case, answer=how)
    return int(sent.status_code)


def owner_of(workspace: Workspace, case: str = "own") -> str:
    """Who has the case, behind the walls."""
    with workspace.superuser() as behind:
        found: Any = behind.execute(
            "SELECT m.name FROM cases_case c JOIN access_member m ON m.id = c.owner_id"
            " WHERE c.id = %s",
            [workspace.cast.cases[case]],
        ).fetchone()
    return str(found[0])


def test_whoever_is_asked_reads_the_case_before_she_answers(
    fresh_workspace: Workspace, kari: Colleague, jonas: Colleague
) -> None:
    assert not jonas.sees("own")
    assert offer(kari).status_code == 302
    assert jonas.sees("own")
    page = text(jonas.see("handover", case_id="own"))
    assert (WORDS in page, "Take it over" in page) == (True, True)
    assert owner_of(fresh_workspace) == "Kari Syntetisk"
    with fresh_workspace.acting("jonas"):
        assert Notice.objects.filter(kind="handover-offered").count() == 1


def test_taken_she_owns_it_with_what_is_due_and_the_giver_is_out(
    fresh_workspace: Workspace, kari: Colleague, jonas: Colleague
) -> None:
    offer(kari)
    assert answer(jonas, "take") == 302
    assert owner_of(fresh_workspace) == "Jonas Eksempel"
    assert (jonas.sees("own"), kari.sees("own")) == (True, False)
    own = {"case_id": fresh_workspace.cast.cases["own"]}
    with fresh_workspace.acting("jonas") as actor:
        owners = {
            *Deadline.objects.filter(**own).values_list("owner_id", flat=True),
            *Task.objects.filter(**own).values_list("owner_id", flat=True),
        }
        team = TeamMember.objects.filter(**own, ended_at=None).values_list("member_id", "is_owner")
        assert (owners, list(team)) == ({actor.member_id}, [(actor.member_id, True)])
    with fresh_workspace.acting("kari"):
        assert Notice.objects.filter(kind="handover-taken").count() == 1


def test_declined_the_case_is_closed_to_her_again(
    fresh_workspace: Workspace, kari: Colleague, jonas: Colleague
) -> None:
    offer(kari)
    assert answer(jonas, "decline") == 302
    assert (jonas.sees("own"), kari.sees("own")) == (False, True)
    assert offer(kari).status_code == 302  # and it can be offered anew


def test_recalled_it_is_closed_to_her_again(
    fresh_workspace: Workspace, kari: Colleague, jonas: Colleague
) -> None:
    offer(kari)
    assert answer(kari, "recall") == 302
    assert not jonas.sees("own")
    assert answer(kari, "recall") == 404


def test_one_who_was_on_the_case_before_stays_when_she_declines(
    fresh_workspace: Workspace, kari: Colleague, jonas: Colleague
) -> None:
    jonas_id = str(fresh_workspace.cast.members["jonas"])
    kari.send("member_add", {"member_id": jonas_id}, case_id="own")
    offer(kari)
    answer(jonas, "decline")
    assert jonas.sees("own")


def test_only_the_one_who_was_asked_answers(
    fresh_workspace: Workspace, kari: Colleague, jonas: Colleague
) -> None:
    offer(kari)
    tone, liv = Colleague(fresh_workspace, "tone"), Colleague(fresh_workspace, "liv")
    assert [answer(each, "take") for each in (kari, tone, liv)] == [404, 404, 404]
    assert answer(jonas, "recall") == 404
    assert answer(jonas, "burn") == 404
    assert owner_of(fresh_workspace) == "Kari Syntetisk"


def test_a_case_is_offered_to_one_at_a_time(kari: Colleague) -> None:
    offer(kari)
    again = offer(kari, "liv")
    assert mistakes(again) == ["The case is offered already. Recall the offer first."]


@pytest.mark.parametrize("to", ["per", "stig", "rolf", "kari"])
def test_it_goes_to_a_colleague_who_works_with_cases(kari: Colleague, to: str) -> None:
    answered = offer(kari, to)
    assert (answered.status_code, len(mistakes(answered))) == (400, 1)


def test_a_case_moves_with_its_unit(fresh_workspace: Workspace, kari: Colleague) -> None:
    liv = Colleague(fresh_workspace, "liv")
    offer(kari, "liv")
    assert answer(liv, "take") == 302
    with fresh_workspace.acting("liv") as actor:
        case = Case.objects.get(pk=fresh_workspace.cast.cases["own"])
        assert case.unit_id == actor.unit_id
    assert not Colleague(fresh_workspace, "tone").sees("own")


def test_a_leader_moves_it_at_once_in_her_unit(
    fresh_workspace: Workspace, kari: Colleague, jonas: Colleague
) -> None:
    tone = Colleague(fresh_workspace, "tone")
    elsewhere = offer(tone, "liv", also="1")
    assert mistakes(elsewhere) == ["Liv Øvelse is in another unit. Offer the case instead."]
    assert offer(tone, "jonas", also="1").status_code == 302
    assert owner_of(fresh_workspace) == "Jonas Eksempel"
    assert (jonas.sees("own"), kari.sees("own")) == (True, False)


def test_an_owner_cannot_move_it_without_being_answered(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    offer(kari, also="1")
    assert owner_of(fresh_workspace) == "Kari Syntetisk"
    with fresh_workspace.acting("kari"):
        assert Handover.objects.get().state == Handover.State.OFFERED


def leave(worker: Colleague, cases: list[str], to: str) -> Any:
    """Send the form for all of Kari's cases."""
    cast = worker.workspace.cast
    form = {f"case-{cast.cases[case]}": str(cast.members[to]) for case in cases}
    return worker.send("leaving", {**form, "words": WORDS}, member_id=cast.members["kari"])


def test_all_cases_of_one_who_leaves_are_handed_over_in_one_form(
    fresh_workspace: Workspace, kari: Colleague, jonas: Colleague
) -> None:
    tone = Colleague(fresh_workspace, "tone")
    jonas_id = fresh_workspace.cast.members["jonas"]
    jonas.send(
        "member_add", {"member_id": str(fresh_workspace.cast.members["kari"])}, case_id="colleague"
    )
    assert kari.sees("colleague")
    assert leave(tone, ["own", "held"], "jonas").status_code == 400  # one is left without
    # The closed one too: she answers for the person's safe contact in it.
    assert leave(tone, ["own", "held", "protected", "closed"], "jonas").status_code == 302
    assert owner_of(fresh_workspace, "closed") == "Jonas Eksempel"
    with fresh_workspace.acting("jonas"):
        mine = Case.objects.filter(owner_id=jonas_id, state="open").values_list("pk", flat=True)
        names = {id: name for name, id in fresh_workspace.cast.cases.items()}
        assert {names[id] for id in mine} == {"own", "held", "protected", "unit", "colleague"}
    assert [kari.sees(case) for case in ("own", "held", "protected", "colleague")] == [False] * 4
    assert "There is no case left" in text(tone.see("leaving", member_id=_id(kari)))


def test_one_of_them_that_cannot_go_keeps_them_all(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    jonas = str(fresh_workspace.cast.members["jonas"])
    kari.send("member_bar", {"member_id": jonas, "sure": "on"}, case_id="held")
    tone = Colleague(fresh_workspace, "tone")
    refused = leave(tone, ["own", "held", "protected", "closed"], "jonas")
    assert mistakes(refused) == ["Jonas Eksempel must never see this case."]
    assert {owner_of(fresh_workspace, case) for case in ("own", "held", "protected")} == {
        "Kari Syntetisk"
    }
    assert not Colleague(fresh_workspace, "jonas").sees("own")


def test_who_leaves_can_offer_them_all_herself(
    fresh_workspace: Workspace, kari: Colleague, jonas: Colleague
) -> None:
    assert leave(kari, ["own", "held", "protected"], "jonas").status_code == 302
    assert owner_of(fresh_workspace) == "Kari Syntetisk"
    with fresh_workspace.acting("jonas"):
        assert Handover.objects.filter(state="offered").count() == 3


@pytest.mark.parametrize("name", ["jonas", "liv", "per", "rolf"])
def test_nobody_else_sees_what_somebody_has(workspace: Workspace, name: str) -> None:
    worker = Colleague(workspace, name)
    assert worker.see("leaving", member_id=workspace.cast.members["kari"]).status_code == 404


def test_access_ends_with_the_membership(fresh_workspace: Workspace, kari: Colleague) -> None:
    """The next page asks to sign in: there is nobody to act for."""
    assert kari.sees("own")
    with fresh_workspace.superuser() as behind:
        behind.execute(
            "UPDATE access_member SET until = now() WHERE id = %s",
            [fresh_workspace.cast.members["kari"]],
        )
    assert kari.see("case", case_id="own").status_code == 302


def _id(worker: Colleague) -> Any:
    return worker.workspace.cast.members[worker.name]
