# SPDX-License-Identifier: EUPL-1.2
"""After a case is closed nobody outside gains anything, ever, whatever two clients do at once.

Hypothesis chooses two acts at a time, on the same case or on two: close, hand over, erase, refer,
answer, share, meet, hold rooms, send links, break the glass, sign out. After each pair what those
outside read is compared with what they read when the case was closed, no link opens, and nothing
but what protects the person is alive on it.
"""

from typing import Any, ClassVar
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Person
from support.canaries import plant
from support.gathering import Gathering
from support.outsiders import (
    ACTS,
    OUTSIDE,
    alive,
    answer,
    at_once,
    breaker,
    close,
    erase,
    hand_over,
    readable,
    refer,
    revive,
    share,
)
from support.providing import make_place
from support.workspace import Workspace

pytestmark = pytest.mark.database
number = st.integers(0, len(ACTS) + 3)
NOTHING: frozenset[tuple[str, Any]] = frozenset()


class ClosedForGood(RuleBasedStateMachine):
    """Two cases of Kari's, and everybody who could have to do with them."""

    workspace: ClassVar[Workspace]
    rooms: ClassVar[list[UUID]]

    def __init__(self) -> None:
        super().__init__()
        self.cases: list[UUID] = []
        self.gathering = Gathering(self.workspace, self.rooms)
        self.closed: dict[UUID, dict[str, frozenset[tuple[str, Any]]]] = {}

    @initialize()
    def begin(self) -> None:
        for _each in range(2):
            with self.workspace.acting("kari") as actor:
                case = open_case(actor=actor)
                plant(actor, "state", case, Person.objects.get(case=case))
            self.cases.append(case.pk)

    @rule(one=number, other=number, same=st.booleans())
    def two_at_once(self, one: int, other: int, same: bool) -> None:
        first, second = self.cases
        acts = (*ACTS, *self.gathering.acts)
        at_once(self.workspace, [(acts[one], first), (acts[other], first if same else second)])

    @invariant()
    def nobody_outside_gains_anything(self) -> None:
        for case in self.cases:
            if self.is_closed(case):
                now = readable(self.workspace, case)
                before = self.closed.setdefault(case, now)
                assert {name: now[name] - before[name] for name in now} == dict.fromkeys(
                    now, NOTHING
                )
                assert now == dict.fromkeys(now, NOTHING)
                assert self.gathering.opened(case) == []
                assert alive(self.workspace, case) == []

    def is_closed(self, case: UUID) -> bool:
        with self.workspace.superuser() as behind:
            row: Any = behind.execute(
                "SELECT state FROM cases_case WHERE id = %s", [case]
            ).fetchone()
        return bool(row[0] == "closed")


def test_each_of_the_acts_can_be_done(fresh_workspace: Workspace) -> None:
    """Else nothing would be proved below."""
    case, before = (
        fresh_workspace.cast.cases["own"],
        readable(fresh_workspace, _own(fresh_workspace)),
    )
    opening = (refer, answer, answer, share, breaker("amina"), breaker("liv"), hand_over)
    met = [at_once(fresh_workspace, [(each, case)])[0] for each in opening]
    after = readable(fresh_workspace, case)
    assert met == ["yes"] * len(opening)
    # A share that has ended is never made to last again, on an open case either.
    assert at_once(fresh_workspace, [(revive, case)]) == ["closed"]
    assert [name for name in before if len(after[name]) > len(before[name])] == [*OUTSIDE]
    ending = [at_once(fresh_workspace, [(each, case)])[0] for each in (close, erase)]
    assert ending == ["yes", "yes"]
    assert readable(fresh_workspace, case) == dict.fromkeys(OUTSIDE, NOTHING)


def test_each_of_the_acts_of_several_houses_can_be_done(fresh_workspace: Workspace) -> None:
    case, (_place, rooms) = _own(fresh_workspace), make_place(fresh_workspace)
    gathering = Gathering(fresh_workspace, rooms)
    acts = (gathering.confer, gathering.hold, gathering.confirm, gathering.confirm, gathering.send)
    met = [at_once(fresh_workspace, [(each, case)])[0] for each in acts]
    assert met == ["yes"] * len(acts)
    seen = readable(fresh_workspace, case)["amina"]
    assert {"coordination_minutes", "coordination_conference"} <= {table for table, _id in seen}
    assert len(gathering.opened(case)) == 1
    assert at_once(fresh_workspace, [(close, case)]) == ["yes"]
    assert gathering.opened(case) == []
    assert readable(fresh_workspace, case) == dict.fromkeys(OUTSIDE, NOTHING)


def _own(workspace: Workspace) -> UUID:
    own: UUID = workspace.cast.cases["own"]
    return own


def test_a_closed_case_stays_closed(fresh_workspace: Workspace) -> None:
    run(fresh_workspace, 3, 8)


@pytest.mark.long
def test_a_closed_case_stays_closed_for_long(fresh_workspace: Workspace, short: bool) -> None:
    run(fresh_workspace, 12 if short else 300, 30)


def run(workspace: Workspace, runs: int, steps: int) -> None:
    """So many runs of so many pairs of acts."""
    with workspace.superuser() as behind:
        behind.execute("UPDATE gate.allowance SET hourly = 1000000, daily = 1000000")
    ClosedForGood.workspace = workspace
    ClosedForGood.rooms = make_place(workspace)[1]
    machine: Any = ClosedForGood.TestCase
    machine.settings = settings(max_examples=runs, stateful_step_count=steps, deadline=None)
    machine().runTest()
