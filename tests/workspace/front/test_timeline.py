# SPDX-License-Identifier: EUPL-1.2
"""The timeline: who decided what, when, on which rule."""

from uuid import uuid4

import pytest
from django.utils import timezone, translation

from samvern.access.audit import record
from samvern.cases.domain.reaching import get_case
from samvern.cases.models import Assessment, Case
from samvern.cases.timeline import Timeline, read_timeline
from samvern.cases.timeline.acts import ACTS, DECISIONS
from samvern.identity.domain.sealing import seal
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
            decided_by="Oslo",
            ground_sealed=seal(person, "assessment.ground", row, "Grunn"),
            pack="norway",
            pack_version="2026.1",
        ).save(force_insert=True)
        record("assessment.add", case=workspace.cast.cases["own"], object=row)


def test_a_decision_is_told_with_who_when_and_by_which_rules(fresh_workspace: Workspace) -> None:
    assess(fresh_workspace, "verified")
    entry, opened = timeline(fresh_workspace, "kari").entries
    assert (entry.what, entry.tag, entry.color) == ("Assessment", "Verified victim", "success")
    assert (entry.rule.endswith(" 2026.1"), entry.text.endswith(", Oslo")) == (True, True)
    assert (opened.what, entry.who == opened.who) == ("The case was opened", True)
    assert opened.at < entry.at


def test_looking_is_no_part_of_what_was_done(fresh_workspace: Workspace) -> None:
    for _again in range(3):
        timeline(fresh_workspace, "kari")
    everything = timeline(fresh_workspace, "kari", everything=True).entries
    assert [entry.what for entry in everything] == ["A person was added", "The case was opened"]


def test_a_page_follows_the_other_without_gap(fresh_workspace: Workspace) -> None:
    for step in ("possible", "presumed", "verified", "not_verified"):
        assess(fresh_workspace, step)
    whole = timeline(fresh_workspace, "kari").entries
    first = timeline(fresh_workspace, "kari", limit=2)
    second = timeline(fresh_workspace, "kari", limit=2, before=first.pager.next)
    third = timeline(fresh_workspace, "kari", limit=2, before=second.pager.next)
    assert (*first.entries, *second.entries, *third.entries) == whole
    assert third.pager.next == ""


def test_those_it_is_shared_with_see_no_timeline(fresh_workspace: Workspace) -> None:
    assert timeline(fresh_workspace, "amina").entries == ()


def test_every_decision_has_a_name() -> None:
    assert set(ACTS) >= DECISIONS
    assert [act for act, name in ACTS.items() if not str(name)] == []


def test_a_closed_case_keeps_its_timeline(fresh_workspace: Workspace) -> None:
    with fresh_workspace.acting("kari") as actor:
        case = Case.objects.get(pk=fresh_workspace.cast.cases["closed"])
        assert (case.state, actor.role) == ("closed", "case_worker")
    assert len(timeline(fresh_workspace, "kari", "closed").entries) == 1
