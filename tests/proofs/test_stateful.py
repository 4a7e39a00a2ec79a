# SPDX-License-Identifier: EUPL-1.2
"""Whatever is opened, shared, moved, broken into and ended, the database shows what the model says.

Hypothesis chooses the order of the acts; after each one everybody looks at everything.
"""

import uuid
from contextlib import nullcontext
from datetime import timedelta
from typing import Any, ClassVar

import pytest
from django.db import DatabaseError
from django.db import connection as ours
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from samvern.access.errors import Rejected, rejections_of_the_database
from samvern.access.models import Share
from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.team.domain import (
    add_team_member,
    block_member,
    end_team_member,
    list_team,
    set_visibility,
)
from support.canaries import plant
from support.outsiders import close
from support.workspace import Workspace
from support.world import HOUSES, PEOPLE, UNITS, Dossier, Shared

pytestmark = pytest.mark.database
CATEGORIES = ("case", "notes", "assessment", "plan", "rights", "identity")
TABLES = {
    "case": "cases_case", "notes": "cases_note", "assessment": "cases_assessment",
    "plan": "cases_goal", "rights": "cases_factsheet", "identity": "identity_claim",
}  # fmt: skip
who = st.sampled_from(PEOPLE)
which = st.integers(0, 9)


class Walls(RuleBasedStateMachine):
    """Acts on cases, as the people of the cast."""

    workspace: ClassVar[Workspace]

    def __init__(self) -> None:
        super().__init__()
        self.cases: dict[uuid.UUID, Dossier] = {}

    def pick(self, number: int) -> tuple[uuid.UUID, Dossier]:
        items = list(self.cases.items())
        return items[number % len(items)]

    def superuser(self, statement: str, *values: Any) -> None:
        with self.workspace.superuser() as connection:
            connection.execute(statement, list(values))

    @rule(owner=who, circle=st.sampled_from(["team", "unit"]))
    def open(self, owner: str, circle: str) -> None:
        if len(self.cases) >= 4:
            return
        with self.workspace.acting(owner) as actor:
            case = open_case(actor=actor, circle=circle)
            plant(actor, "state", case, Person.objects.get(case=case))
        self.cases[case.pk] = Dossier(owner, {owner}, UNITS[owner], HOUSES[owner], circle)

    @precondition(lambda self: self.cases)
    @rule(number=which, colleague=who)
    def add_colleague(self, number: int, colleague: str) -> None:
        key, model = self.pick(number)
        with self.workspace.acting(model.owner) as actor:
            try:
                add_team_member(
                    actor=actor,
                    case=Case.objects.get(pk=key),
                    member_id=self.workspace.cast.members[colleague],
                )
            except Exception:
                assert (
                    HOUSES[colleague] != model.house
                    or colleague in model.team
                    or colleague in model.barred
                )
                return
        model.team.add(colleague)

    @precondition(lambda self: self.cases)
    @rule(number=which, colleague=who)
    def end_colleague(self, number: int, colleague: str) -> None:
        key, model = self.pick(number)
        if colleague not in model.team or colleague == model.owner:
            return
        with self.workspace.acting(model.owner) as actor:
            case = Case.objects.get(pk=key)
            member = self.workspace.cast.members[colleague]
            row = next(each for each in list_team(case) if each.member_id == member)
            end_team_member(actor=actor, case=case, row_id=row.pk)
        model.team.discard(colleague)

    @precondition(lambda self: self.cases)
    @rule(number=which, circle=st.sampled_from(["team", "unit"]))
    def move_circle(self, number: int, circle: str) -> None:
        key, model = self.pick(number)
        with self.workspace.acting(model.owner) as actor:
            set_visibility(actor=actor, case=Case.objects.get(pk=key), circle=circle)
        model.circle = circle

    @precondition(lambda self: self.cases)
    @rule(number=which, colleague=who)
    def bar(self, number: int, colleague: str) -> None:
        key, model = self.pick(number)
        if colleague == model.owner or HOUSES[colleague] != model.house:
            return
        with self.workspace.acting(model.owner) as actor:
            try:
                with rejections_of_the_database():  # the last leader who can open it stays
                    block_member(
                        actor=actor,
                        case=Case.objects.get(pk=key),
                        member_id=self.workspace.cast.members[colleague],
                    )
            except Rejected:
                return
        model.barred.add(colleague)
        model.team.discard(colleague)

    @precondition(lambda self: self.cases)
    @rule(
        number=which,
        to=st.sampled_from(["havn", "krisesenter", "politi"]),
        categories=st.sets(st.sampled_from(CATEGORIES[1:])),
    )
    def share(self, number: int, to: str, categories: set[str]) -> None:
        key, model = self.pick(number)
        if to == model.house:
            return
        now = timezone.now()
        refused = pytest.raises(DatabaseError, match="closed") if model.closed else nullcontext()
        with refused, self.workspace.acting(model.owner) as actor:
            Share(
                case_id=key, organisation_id=self.workspace.cast.organisations[to],
                categories=["case", *categories], purpose="protection", basis="statute",
                since=now, until=now + timedelta(days=1), created_by_id=actor.member_id,
            ).save(force_insert=True)  # fmt: skip
        if not model.closed:
            model.shares.append(Shared(to, frozenset({"case", *categories})))

    @precondition(lambda self: self.cases)
    @rule(number=which)
    def revoke(self, number: int) -> None:
        key, model = self.pick(number)
        with self.workspace.acting(model.owner):
            Share.objects.filter(case_id=key, ended_at=None).update(ended_at=timezone.now())
        for share in model.shares:
            share.holds = False

    @precondition(lambda self: self.cases)
    @rule(number=which)
    def expire_shares(self, number: int) -> None:
        key, model = self.pick(number)
        self.superuser("UPDATE access_share SET until = now() WHERE case_id = %s", key)
        for share in model.shares:
            share.holds = False

    @precondition(lambda self: self.cases)
    @rule(number=which, stranger=who)
    def break_glass(self, number: int, stranger: str) -> None:
        key, model = self.pick(number)
        with self.workspace.superuser() as connection:
            connection.execute("DELETE FROM gate.budget")
            connection.execute(
                "UPDATE gate.session SET authenticated_at = now() WHERE member_id = %s",
                [self.workspace.cast.members[stranger]],
            )
            reference = connection.execute(
                "SELECT reference FROM cases_case WHERE id = %s", [key]
            ).fetchone()
        opening = uuid.uuid4()
        with self.workspace.acting(stranger), ours.cursor() as cursor:
            cursor.execute(
                "SELECT gate.break_glass(%s, %s, 'danger', %s, 4)",
                [reference[0], opening, b"r" * 40],
            )
        with self.workspace.acting(stranger), ours.cursor() as cursor:
            cursor.execute("SELECT gate.glass_opened(%s)", [opening])
            opened = cursor.fetchone()[0]
        assert (opened == key) is (stranger not in model.barred and not model.closed)
        if opened:
            model.glass.add(stranger)

    @precondition(lambda self: self.cases)
    @rule(number=which)
    def expire_glass(self, number: int) -> None:
        key, model = self.pick(number)
        self.superuser("UPDATE access_glass SET expires_at = now() WHERE case_id = %s", key)
        model.glass.clear()

    @precondition(lambda self: self.cases)
    @rule(number=which)
    def close(self, number: int) -> None:
        """Close it, which ends every share and emergency; or open it again, which revives none."""
        key, model = self.pick(number)
        if model.closed:
            with self.workspace.acting(model.owner):
                assert Case.objects.filter(pk=key).update(state="open") == 1
        else:
            close(self.workspace, key)
            model.glass.clear()
            for share in model.shares:
                share.holds = False
        model.closed = not model.closed

    @invariant()
    def everybody_sees_what_the_model_says(self) -> None:
        keys = list(self.cases)
        for name in PEOPLE:
            with self.workspace.connect() as connection, connection.transaction():
                token = self.workspace.token(name)
                connection.execute("SELECT set_config('samvern.token', %s, true)", [token])
                for category, table in TABLES.items():
                    column = "id" if category == "case" else "case_id"
                    rows = connection.execute(
                        f"SELECT DISTINCT {column} FROM {table} WHERE {column} = ANY (%s)", [keys]
                    ).fetchall()
                    want = {key for key, case in self.cases.items() if case.opens(name, category)}
                    assert {row[0] for row in rows} == want, (name, category)


def test_the_walls_follow_the_model(workspace: Workspace) -> None:
    run(workspace, 5, 15)


@pytest.mark.long
def test_the_walls_follow_the_model_for_long(workspace: Workspace, short: bool) -> None:
    run(workspace, 20 if short else 500, 50)


def run(workspace: Workspace, runs: int, steps: int) -> None:
    """So many runs of so many acts."""
    Walls.workspace = workspace
    machine: Any = Walls.TestCase
    machine.settings = settings(max_examples=runs, stateful_step_count=steps, deadline=None)
    machine().runTest()
