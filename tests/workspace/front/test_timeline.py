# SPDX-License-Identifier: EUPL-1.2
"""The timeline: who decided what, when, on which rule."""

from uuid import uuid4

import pytest
from django.utils import timezone, translation

from samvern.access.unit_of_work import log_act
from samvern.cases.assessments.models import Assessment
from samvern.cases.core.models import Case
from samvern.cases.core.selectors import get_case
from samvern.cases.timeline import Timeline, read_timeline
from samvern.cases.timeline.labels import ACTS, CONCEALED, DECISIONS
from samvern.identity.sealing import seal
from support.workspace import Workspace

pytestmark = pytest.mark.database


def timeline(workspace: Workspace, who: str, name: str = "own", **how: object) -> Timeline:
    with workspace.acting(who) as actor, translation.override("en"):
        case = get_case(actor, workspace.cast.cases[name])
        return read_timeline(case=case, **how)  # type: ignore[arg-type]


def assess(workspace: Workspace, step: str) -> None:
    with workspace.acting("kari") as actor:
        person, row = workspace.cast.persons["own"], uuid4()
        Assessment(
            id=row,
            case_id=workspace.cast.cases["own"],
            person_id=person,
            created_by_id=actor.member_id,
            kind="verification",
            authority="police",
            step=step,
            decided_on=timezone.localdate(),
            decided_by_sealed=seal(person, "assessment.decided_by", row, "Oslo"),
            ground_sealed=seal(person, "assessment.ground", row, "Grunn"),
            pack="norway",
            pack_version="2026.1",
        ).save(force_insert=True)
        log_act("assessment.add", case=workspace.cast.cases["own"], object=row)


def test_a_decision_is_told_with_who_when_and_by_which_rules(fresh_workspace: Workspace) -> None:
    assess(fresh_workspace, "verified")
    entry, *_earlier, opened = timeline(fresh_workspace, "kari").entries
    assert (entry.what, entry.tag, entry.color) == ("Assessment", "Verified victim", "success")
    assert (entry.rule.endswith(" 2026.1"), entry.text.endswith(", Oslo")) == (True, True)
    assert (opened.what, entry.who == opened.who) == ("The case was opened", True)
    assert opened.at < entry.at


def test_looking_is_no_part_of_what_was_done(fresh_workspace: Workspace) -> None:
    before = timeline(fresh_workspace, "kari", everything=True)
    for _again in range(3):
        timeline(fresh_workspace, "kari")
    assert timeline(fresh_workspace, "kari", everything=True) == before


def test_decisions_are_told_apart_from_everything(fresh_workspace: Workspace) -> None:
    decided = [entry.what for entry in timeline(fresh_workspace, "kari").entries]
    everything = timeline(fresh_workspace, "kari", everything=True).entries
    done = [entry.what for entry in everything]
    assert sorted(decided) == [
        "Assessment", "Consent recorded", "Help recorded", "Risk was judged", "Shared",
        "The case was opened",
    ]  # fmt: skip
    assert sorted(set(done) - set(decided)) == [
        "A document was received", "A goal was set", "A note was written", "A person was added",
        "A task was given", "What is known was written down",
    ]  # fmt: skip


def test_a_page_follows_the_other_without_gap(fresh_workspace: Workspace) -> None:
    for step in ("possible", "presumed", "verified", "not_verified"):
        assess(fresh_workspace, step)
    whole = timeline(fresh_workspace, "kari").entries
    paged, before = [], ""
    for _page in range(20):
        page = timeline(fresh_workspace, "kari", limit=3, before=before)
        paged += page.entries
        before = page.pager.next
        if not before:
            break
    assert (tuple(paged), len(whole)) == (whole, 10)


def test_those_it_is_shared_with_see_who_wrote_what_they_may_read(
    fresh_workspace: Workspace,
) -> None:
    everything = timeline(fresh_workspace, "amina", everything=True).entries
    assert sorted(entry.what for entry in everything) == [
        "A note was written", "A person was added", "Shared", "The case was opened",
        "What is known was written down",
    ]  # fmt: skip


def test_every_decision_has_a_name() -> None:
    assert set(ACTS) >= DECISIONS
    assert [act for act, name in ACTS.items() if not str(name)] == []


def test_a_closed_case_keeps_its_timeline(fresh_workspace: Workspace) -> None:
    with fresh_workspace.acting("kari") as actor:
        case = Case.objects.get(pk=fresh_workspace.cast.cases["closed"])
        assert (case.state, actor.role) == ("closed", "case_worker")
    assert len(timeline(fresh_workspace, "kari", "closed").entries) > 0


def test_that_there_is_a_protected_address_stands_in_no_timeline(
    fresh_workspace: Workspace,
) -> None:
    with fresh_workspace.acting("kari"):
        for act in CONCEALED:
            log_act(act, case=fresh_workspace.cast.cases["protected"], object=uuid4())
    everything = timeline(fresh_workspace, "kari", "protected", everything=True).entries
    assert [entry for entry in everything if "address" in entry.what.lower()] == []
