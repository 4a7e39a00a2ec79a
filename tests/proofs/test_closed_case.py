# SPDX-License-Identifier: EUPL-1.2
"""A closed case is closed: with one of everything going on in it, to every hand, in any order."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection as ours
from django.utils import timezone

from samvern.access.errors import Rejected
from samvern.access.models import Share
from samvern.cases.closing.domain import close_case
from samvern.cases.closing.open_items import assign_keepers, list_open_items
from samvern.cases.core.models import Aftercare, Case
from samvern.cases.handover.domain import reassign_case
from samvern.places.bookings.domain import apply_move, get_booking
from samvern.referrals.core import transitions as answering
from samvern.referrals.core.letters import read_letter
from samvern.referrals.core.selectors import get_referral
from support.colleague import Colleague
from support.in_turn import Two
from support.providing import hold, make_place, needs
from support.referring import refer, state, step, told
from support.together import Together
from support.workspace import Workspace

pytestmark = pytest.mark.database
ALIVE = """
    SELECT s.id FROM access_share s WHERE s.case_id = %s AND s.ended_at IS NULL
    AND s.until > now()
"""
TAKE = "SELECT set_config('samvern.token', %s, true)"
STEP = """
    INSERT INTO referrals_referralstep
        (id, created_at, move, start, finish, side, reason, of_id, case_id, made_by_id)
    VALUES (gen_random_uuid(), now(), %s, '', '', '', '', %s, %s, %s)
"""
SHARE = """
    INSERT INTO access_share (id, created_at, case_id, organisation_id, categories, purpose, basis,
        provision, since, until, created_by_id)
    VALUES (gen_random_uuid(), now(), %s, %s, '{case}', 'protection', 'statute', 'x', now(),
        now() + interval '1 day', %s)
"""
CLOSE = "UPDATE cases_case SET state = 'closed', closed_at = now() WHERE id = %s"


def close(workspace: Workspace, name: str = "own", by: str = "kari") -> None:
    """Close a case; its owner answers for what goes on."""
    with workspace.acting(by) as actor:
        case = Case.objects.get(pk=workspace.cast.cases[name])
        kept = {one.id: case.owner_id for one in list_open_items(case).goes_on}
        close_case(
            actor=actor, case=case, ground="wishes", keepers=kept, expected=case.version
        )  # fmt: skip


def alive(workspace: Workspace) -> list[str]:
    """The kinds of what is alive on Kari's case."""
    with workspace.acting("kari"):
        case = Case.objects.get(pk=workspace.cast.cases["own"])
        return [one.kind.name for one in list_open_items(case).things]


def live_shares(workspace: Workspace) -> int:
    with workspace.superuser() as behind:
        return len(behind.execute(ALIVE, [workspace.cast.cases["own"]]).fetchall())


def sent(workspace: Workspace, *moves: str) -> UUID:
    """A referral to Amina's house that has been moved so far."""
    id = refer(workspace)
    known = {"see": answering.see_referral, "accept": answering.accept_referral}
    for move in moves:
        step(workspace, "amina", id, known[move])
    return id


def test_everything_that_goes_on_in_it_ends_in_one_act(fresh_workspace: Workspace) -> None:
    Together(fresh_workspace).plant()
    assert sorted(set(alive(fresh_workspace))) == [
        "action", "concern", "conference", "contact", "crossing_planned", "deadline", "planitem",
        "question", "referral_waiting", "room_held", "sending", "share", "task", "waiting",
    ]  # fmt: skip
    close(fresh_workspace)
    assert sorted(set(alive(fresh_workspace))) == ["concern", "contact"]
    assert live_shares(fresh_workspace) == 0
    amina = Colleague(fresh_workspace, "amina")
    assert not amina.sees("own")
    with fresh_workspace.superuser() as behind:
        left = behind.execute("SELECT count(*) FROM gate.link WHERE content IS NOT NULL").fetchone()
        rooms = behind.execute(
            "SELECT count(*) FROM places_occupancy WHERE live AND case_id = %s",
            [fresh_workspace.cast.cases["own"]],
        ).fetchone()
    assert (left, rooms) == ((0,), (0,))


@pytest.mark.parametrize(
    ("moves", "after", "notice"),
    [
        ((), "withdrawn", "referral-withdrawn"),
        (("see",), "ended", "referral-deletion"),
        (("see", "accept"), "closed", "referral-closed"),
    ],
)
def test_a_referral_ends_with_its_case_however_far_it_has_come(
    fresh_workspace: Workspace, moves: tuple[str, ...], after: str, notice: str
) -> None:
    id = sent(fresh_workspace, *moves)
    close(fresh_workspace)
    assert (state(fresh_workspace, id), live_shares(fresh_workspace)) == (after, 0)
    assert told(fresh_workspace, "amina")[-1] == notice
    amina = Colleague(fresh_workspace, "amina")
    page = amina.see("referral", referral_id=id)
    assert "Trenger et sted i natt" not in page.content.decode()
    for move in (answering.accept_referral, answering.see_referral):
        with pytest.raises(Rejected):
            step(fresh_workspace, "amina", id, move)
    with fresh_workspace.acting("amina") as actor:
        assert read_letter(get_referral(actor, id)) is None
    assert (state(fresh_workspace, id), live_shares(fresh_workspace)) == (after, 0)


def test_whoever_read_it_confirms_that_what_was_kept_is_deleted(fresh_workspace: Workspace) -> None:
    id = sent(fresh_workspace, "see")
    close(fresh_workspace)
    how = {"how": "never_kept", "on": timezone.localdate()}
    assert step(fresh_workspace, "amina", id, answering.confirm_deletion, **how) == "deleted"


def test_handed_over_it_is_shared_in_the_name_of_whoever_has_it(fresh_workspace: Workspace) -> None:
    id = sent(fresh_workspace, "see")
    members = fresh_workspace.cast.members
    with fresh_workspace.acting("tone") as actor:
        case = Case.objects.get(pk=fresh_workspace.cast.cases["own"])
        reassign_case(actor=actor, case=case, taker_id=members["jonas"], words="x")
    step(fresh_workspace, "amina", id, answering.accept_referral)
    with fresh_workspace.superuser() as behind:
        found = behind.execute("SELECT created_by_id FROM access_share WHERE id = %s", [id])
        assert found.fetchone() == (members["jonas"],)


def test_a_room_she_has_goes_on_with_who_answers_for_it(fresh_workspace: Workspace) -> None:
    _place, (first, second) = make_place(fresh_workspace, rooms=2)
    booked, held = hold(fresh_workspace, first), hold(fresh_workspace, second)
    with fresh_workspace.acting("amina") as actor:
        apply_move(actor=actor, booking=get_booking(actor, booked), move="confirm")
    close(fresh_workspace)
    with fresh_workspace.superuser() as behind:
        states = dict(behind.execute("SELECT id, state FROM places_booking").fetchall())
    assert {booked: states[booked], held: states[held]} == {booked: "booked", held: "released"}
    for name, move in (("amina", "arrive"), ("kari", "wish_more"), ("amina", "end")):
        with fresh_workspace.acting(name) as actor:
            until = timezone.now() + timedelta(days=5) if move == "wish_more" else None
            apply_move(actor=actor, booking=get_booking(actor, booked), move=move, until=until)
    with pytest.raises(Rejected):
        hold(fresh_workspace, second, wanted=needs())


def _share(workspace: Workspace, **values: Any) -> None:
    with workspace.acting("kari") as actor:
        now = timezone.now()
        Share(
            case_id=workspace.cast.cases["own"], basis="statute", since=now,
            organisation_id=workspace.cast.organisations["politi"], categories=["case"],
            purpose="protection", until=now + timedelta(days=1), created_by_id=actor.member_id,
        ).save(force_insert=True)  # fmt: skip


def _revive(workspace: Workspace) -> None:
    with workspace.acting("kari"):
        Share.objects.filter(case_id=workspace.cast.cases["own"]).update(ended_at=None)


def _prolong(workspace: Workspace) -> None:
    until = timezone.now() + timedelta(days=9)
    with workspace.acting("kari"):
        rows = Share.objects.filter(case_id=workspace.cast.cases["own"])
        rows.update(until=until, ended_at=None, categories=["case", "identity"])


def _as_app(workspace: Workspace, name: str, statement: str, *values: Any) -> None:
    with workspace.connect() as connection, connection.transaction():
        connection.execute(TAKE, [workspace.token(name)])
        connection.execute(statement, list(values))


def _keep(workspace: Workspace) -> None:
    with workspace.acting("kari") as actor:
        Aftercare(
            case_id=workspace.cast.cases["own"], created_by_id=actor.member_id, kind="room",
            thing_id=uuid4(), member_id=actor.member_id,
        ).save(force_insert=True)  # fmt: skip


def _hold(workspace: Workspace) -> None:
    member, case = workspace.cast.members["kari"], workspace.cast.cases["own"]
    with workspace.superuser() as behind:
        room = behind.execute("SELECT place_id, id FROM places_room LIMIT 1").fetchone() or ()
    _as_app(
        workspace, "kari",
        "INSERT INTO places_booking (id, created_at, state_since, organisation_id, created_by_id, "
        "receiver_id, place_id, room_id, state, case_id, person_id, beds, during, held_until, "
        "needs_sealed) VALUES (gen_random_uuid(), now(), now(), %s, %s, %s, %s, %s, "
        "'held', %s, %s, 1, tstzrange(now(), now() + interval '1 day'), "
        "now() + interval '1 hour', 'x')",
        workspace.cast.organisations["havn"], member, workspace.cast.organisations["havn"], *room,
        case,
        workspace.cast.persons["own"],
    )  # fmt: skip


@pytest.mark.parametrize("act", [_share, _revive, _prolong, _keep, _hold])
def test_no_statement_brings_anything_to_life_on_it(
    fresh_workspace: Workspace, act: Callable[[Workspace], None]
) -> None:
    make_place(fresh_workspace)
    close(fresh_workspace)
    with pytest.raises(Exception) as no:
        act(fresh_workspace)
    cause = no.value.__cause__ or no.value
    assert getattr(cause, "sqlstate", "") == "SV423"
    assert live_shares(fresh_workspace) == 0


@pytest.mark.parametrize("move", ["accept", "see", "ask", "conclude", "lapse"])
def test_no_step_is_taken_in_plain_sql(fresh_workspace: Workspace, move: str) -> None:
    id, case = sent(fresh_workspace, "see"), fresh_workspace.cast.cases["own"]
    close(fresh_workspace)
    for name in ("amina", "kari"):
        with pytest.raises(psycopg.DatabaseError) as no:
            member = fresh_workspace.cast.members[name]
            _as_app(fresh_workspace, name, STEP, move, id, case, member)
        assert no.value.sqlstate in {"SV409", "SV423", "42501"}
    assert (state(fresh_workspace, id), live_shares(fresh_workspace)) == ("ended", 0)


def test_an_emergency_opens_it_no_more(fresh_workspace: Workspace) -> None:
    close(fresh_workspace)
    with fresh_workspace.superuser() as behind:
        found: Any = behind.execute(
            "SELECT reference FROM cases_case WHERE id = %s", [fresh_workspace.cast.cases["own"]]
        ).fetchone()
    opening = uuid4()
    with fresh_workspace.acting("per"), ours.cursor() as cursor:
        cursor.execute(
            "SELECT gate.break_glass(%s, %s, 'life', %s, 4)", [found[0], opening, b"r" * 40]
        )
    with fresh_workspace.acting("per"), ours.cursor() as cursor:
        cursor.execute("SELECT gate.glass_opened(%s)", [opening])
        assert cursor.fetchone() == (None,)


@pytest.fixture
def ready(fresh_workspace: Workspace) -> Workspace:
    """Kari answers already for what goes on in her case, which others see nothing of."""
    with fresh_workspace.acting("kari") as actor:
        case = Case.objects.get(pk=fresh_workspace.cast.cases["own"])
        lives = list_open_items(case)
        named = {one.id: actor.member_id for one in lives.goes_on}
        assign_keepers(actor=actor, case=case, named=named, lives=lives)
    return fresh_workspace


@pytest.mark.parametrize("closes_first", [True, False])
def test_a_closing_and_an_answer_at_once(ready: Workspace, closes_first: bool) -> None:
    id, case = sent(ready, "see"), ready.cast.cases["own"]
    closing = (CLOSE, [case])
    accepting = (STEP, ["accept", id, case, ready.cast.members["amina"]])
    if closes_first:
        assert Two(ready, "kari", "amina").race(closing, accepting) == "SV409"
        assert state(ready, id) == "ended"
    else:
        assert Two(ready, "amina", "kari").race(accepting, closing) == "yes"
        assert state(ready, id) == "closed"
    assert live_shares(ready) == 0


@pytest.mark.parametrize("closes_first", [True, False])
def test_a_closing_and_a_new_share_at_once(ready: Workspace, closes_first: bool) -> None:
    cast = ready.cast
    closing = (CLOSE, [cast.cases["own"]])
    sharing = (SHARE, [cast.cases["own"], cast.organisations["politi"], cast.members["kari"]])
    acts = (closing, sharing) if closes_first else (sharing, closing)
    met = Two(ready, "kari", "kari").race(*acts)
    assert (met, live_shares(ready)) == ("SV423" if closes_first else "yes", 0)
