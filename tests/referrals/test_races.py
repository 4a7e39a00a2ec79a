# SPDX-License-Identifier: EUPL-1.2
"""Eight at once: who answers first, who takes back what. One wins, the rest get a clear no, and
what the consent carried is closed whatever the order was."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from samvern.access.errors import Rejected
from samvern.access.workflow import StaleState
from samvern.referrals.core.letters import read_letter
from samvern.referrals.core.selectors import get_referral
from samvern.referrals.core.transitions import (
    accept_referral,
    decline_referral,
    see_referral,
    withdraw_referral,
)
from support.referring import consent, refer, step, withdraw
from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.long]
Act = Callable[[], object]
LIVE_SHARES = "SELECT count(*) FROM access_share WHERE id = %s AND ended_at IS NULL"
MADE = """
    SELECT state, (SELECT count(*) FROM access_share WHERE id = r.id)
    FROM referrals_referral r WHERE id = %s
"""
ORPHANS = """
    SELECT count(*) FROM referrals_referral r JOIN cases_consent c ON c.id = r.consent_id
    WHERE c.withdrawn_at IS NOT NULL AND (r.state NOT IN ('withdrawn', 'ended', 'declined')
        OR EXISTS (SELECT 1 FROM access_share s WHERE s.id = r.id AND s.ended_at IS NULL))
"""
LOST = """
    SELECT count(*) FROM referrals_referral r WHERE r.state <> 'sent' AND r.state IS DISTINCT FROM (
        SELECT s.finish FROM referrals_referralstep s WHERE s.of_id = r.id
        ORDER BY s.created_at DESC LIMIT 1)
"""


@pytest.fixture
def rounds(short: bool) -> int:
    return 10 if short else 1000


@pytest.fixture
def unlimited(fresh_workspace: Workspace) -> Workspace:
    """Nobody's allowance is used up by a thousand rounds."""
    with fresh_workspace.superuser() as owner:
        owner.execute("UPDATE gate.allowance SET hourly = 1000000, daily = 1000000")
    for name in ("kari", "amina", "tone"):
        fresh_workspace.token(name)
    return fresh_workspace


class Crowd:
    """Eight threads with a connection each, which all begin at the same moment."""

    def __init__(self) -> None:
        self.pool, self.barrier = ThreadPoolExecutor(8), Barrier(8)

    def at_once(self, acts: list[Act]) -> Counter[str]:
        """What the eight met: ``yes``, or the kind of the no."""
        return Counter(self.pool.map(self._one, acts))

    def leave(self) -> None:
        """Close the connections."""
        self.at_once([lambda: connection.close()] * 8)  # of each thread its own
        self.pool.shutdown()

    def _one(self, act: Act) -> str:
        self.barrier.wait(20)
        try:
            act()
        except Rejected as no:
            assert no.messages and no.messages[0]
            return type(no).__name__
        return "yes"


@pytest.fixture
def crowd(unlimited: Workspace) -> Iterator[Crowd]:
    made = Crowd()
    yield made
    made.leave()


def answers(workspace: Workspace, id: UUID, move: Any, name: str = "amina", **values: Any) -> Act:
    return lambda: step(workspace, name, id, move, **values)


def seen(workspace: Workspace, **values: Any) -> UUID:
    id = refer(workspace, **values)
    step(workspace, "amina", id, see_referral)
    return id


def test_eight_who_accept_make_one_share(unlimited: Workspace, crowd: Crowd, rounds: int) -> None:
    agreed = consent(unlimited)
    with unlimited.superuser() as look:
        for number in range(rounds):
            id = seen(unlimited, consent_id=agreed)
            met = crowd.at_once([answers(unlimited, id, accept_referral)] * 8)
            assert met == {"yes": 1, "StaleState": 7}, (number, met)
            assert look.execute(MADE, [id]).fetchone() == ("accepted", 1)


def test_an_answer_and_its_withdrawal(unlimited: Workspace, crowd: Crowd, rounds: int) -> None:
    agreed = consent(unlimited)
    with unlimited.superuser() as look:
        for number in range(max(rounds // 5, 5)):
            id = seen(unlimited, consent_id=agreed)
            yes = answers(unlimited, id, accept_referral)
            no = answers(unlimited, id, decline_referral, reason="full")
            back = answers(unlimited, id, withdraw_referral, "kari", reason="solved")
            met = crowd.at_once([yes, yes, yes, no, no, back, back, back])
            assert sum(met.values()) == 8 and set(met) <= {"yes", "StaleState"}, (number, met)
            assert 1 <= met["yes"] <= 2, "an accepted one can still be taken back, once"
            made = look.execute(MADE, [id]).fetchone()
            assert made in {("ended", 0), ("ended", 1), ("declined", 0), ("accepted", 1)}
            live = look.execute(LIVE_SHARES, [id]).fetchone()
            assert live == (int(made == ("accepted", 1)),)
        assert look.execute(LOST).fetchone() == (0,)


def test_a_consent_taken_back_while_they_accept(
    unlimited: Workspace, crowd: Crowd, rounds: int
) -> None:
    with unlimited.superuser() as look:
        for number in range(max(rounds // 2, 5)):
            agreed = consent(unlimited)
            id = seen(unlimited, consent_id=agreed)
            accept = answers(unlimited, id, accept_referral)
            revoke: Act = lambda agreed=agreed: withdraw(unlimited, agreed)  # noqa: E731
            met = crowd.at_once([accept, revoke] * 4)
            assert set(met) <= {"yes", "StaleState", "Rejected"}, (number, met)
            assert 1 <= met["yes"] <= 2
            assert look.execute(LIVE_SHARES, [id]).fetchone() == (0,)
            assert look.execute(
                "SELECT state FROM referrals_referral WHERE id = %s", [id]
            ).fetchone() == ("ended",)
        assert look.execute(ORPHANS).fetchone() == (0,)
        assert look.execute(LOST).fetchone() == (0,)


def test_a_consent_taken_back_while_they_refer(
    unlimited: Workspace, crowd: Crowd, rounds: int
) -> None:
    with unlimited.superuser() as look:
        for number in range(max(rounds // 5, 5)):
            agreed = consent(unlimited)
            send: Act = lambda agreed=agreed: refer(unlimited, consent_id=agreed)  # noqa: E731
            revoke: Act = lambda agreed=agreed: withdraw(unlimited, agreed)  # noqa: E731
            met = crowd.at_once([send, revoke] * 4)
            assert sum(met.values()) == 8, (number, met)
            assert set(met) <= {"yes", "Rejected", "LegalBasisLost"}, (number, met)
            assert look.execute(ORPHANS).fetchone() == (0,)


def test_a_consent_taken_back_while_they_read(
    unlimited: Workspace, crowd: Crowd, rounds: int
) -> None:
    for _number in range(max(rounds // 5, 5)):
        agreed = consent(unlimited)
        id = seen(unlimited, consent_id=agreed)
        found: list[Any] = []

        def read(id: UUID = id, found: list[Any] = found) -> None:
            with unlimited.acting("amina") as actor:
                found.append(read_letter(get_referral(actor, id)))

        revoke: Act = lambda agreed=agreed: withdraw(unlimited, agreed)  # noqa: E731
        met = crowd.at_once([read] * 7 + [revoke])
        assert met == {"yes": 8}
        assert {each.message for each in found if each} <= {"Trenger et sted i natt"}
        found.clear()
        read()
        assert found == [None]


def test_one_of_the_two_sides_is_told_where_it_stands(unlimited: Workspace) -> None:
    id = seen(unlimited)
    step(unlimited, "amina", id, decline_referral, reason="full")
    with unlimited.acting("amina") as actor, pytest.raises(StaleState) as no:
        accept_referral(actor=actor, referral=get_referral(actor, id))
    assert no.value.state == "declined"
