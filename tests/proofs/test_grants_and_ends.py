# SPDX-License-Identifier: EUPL-1.2
"""Every act that gives something of a case against every act that ends it: two connections which
begin within a few hundredths of a second of each other, in either order. Once the end is committed
nothing that it ends is open, whoever was first; and the two never wait for each other in a ring.
"""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from uuid import UUID

import pytest

from support import granting
from support.granting import Act, Scene
from support.outsiders import outcome_of
from support.providing import make_place
from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.long]
APART = 0.04
"""How far apart the two begin, at most, in seconds."""
LONG_AFTER = 1.0
"""How long the later one waits in the first two rounds, so that each order is seen for certain."""


@dataclass(frozen=True)
class End:
    """An act that ends something, and what must not be open after it."""

    act: Act
    left: Callable[[Scene], list[str]]
    before: Act | None = None


CONSENT_GRANTS: tuple[tuple[Act, Act | None], ...] = (
    (granting.share_on_consent, None), (granting.link, None), (granting.letter, None),
    (granting.crossing, None), (granting.refer, None), (granting.accept, granting.referred),
    (granting.appointment, granting.conference_called),
)  # fmt: skip
CASE_GRANTS: tuple[tuple[Act, Act | None], ...] = (
    *CONSENT_GRANTS, (granting.share_by_law, None), (granting.bed, None),
    (granting.emergency_outside, None), (granting.emergency, None), (granting.team, None),
    (granting.hand_over, None),
)  # fmt: skip
ON_CLOSED: tuple[tuple[Act, Act | None], ...] = tuple(
    (act, None)
    for act in (
        granting.share_on_consent, granting.link, granting.letter, granting.crossing,
        granting.refer, granting.share_by_law, granting.bed, granting.emergency_outside,
        granting.emergency, granting.team, granting.hand_over, granting.claim, granting.agree,
        granting.bar,
    )
)  # fmt: skip
INSIDE: tuple[tuple[Act, Act | None], ...] = (
    (granting.team, None), (granting.emergency, None), (granting.hand_over, None),
)  # fmt: skip
SHARED: tuple[tuple[Act, Act | None], ...] = (
    (granting.accept, granting.referred), (granting.appointment, granting.conference_called),
    (granting.accept, granting.accepted),
)  # fmt: skip
WITHDRAWN = End(granting.withdraw, granting.left_on_consents)
SHUT = End(granting.closing, granting.left_on_closed)
ENDED = End(granting.end_shares, granting.left_of_shares)
BARRED = End(granting.bar, granting.left_to_the_barred)
ERASED = End(granting.erase, granting.left_of_erased, granting.to_be_erased)
PAIRS = [
    (grant, before, end)
    for grants, end in (
        (CONSENT_GRANTS, WITHDRAWN), (CASE_GRANTS, SHUT), (SHARED, ENDED), (INSIDE, BARRED),
        (ON_CLOSED, ERASED),
    )
    for grant, before in grants
]  # fmt: skip


@pytest.fixture(scope="module")
def room(workspace: Workspace) -> Iterator[UUID]:
    """A room to be held; nobody's allowance is used up."""
    with workspace.superuser() as behind:
        behind.execute("UPDATE gate.allowance SET hourly = 1000000, daily = 1000000")
    yield make_place(workspace, rooms=1, beds=8)[1][0]


def meet(act: Act, scene: Scene, barrier: Barrier, wait: float) -> str:
    """Do it when both are ready; what it met. A ring of locks, or a fault of ours, is raised."""
    barrier.wait(20)
    time.sleep(wait)
    return outcome_of(lambda: act(scene))


def waits_of(number: int, chance: random.Random) -> tuple[float, float]:
    """How long each of the two waits in a round: in the first two one goes well ahead."""
    if number < 2:
        return (LONG_AFTER, 0.0) if number == 0 else (0.0, LONG_AFTER)
    later = chance.random() * APART
    return (0.0, later) if chance.random() < 0.5 else (later, 0.0)


def race(scene: Scene, acts: tuple[Act, Act], waits: tuple[float, float]) -> tuple[str, str]:
    """The two at once, one of them a moment later."""
    barrier = Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        both = [
            pool.submit(meet, act, scene, barrier, wait)
            for act, wait in zip(acts, waits, strict=True)
        ]
        one, two = (each.result(60) for each in both)
    return one, two


@pytest.mark.parametrize(
    ("grant", "before", "end"),
    PAIRS,
    ids=[f"{grant.__name__}-{end.act.__name__}" for grant, _before, end in PAIRS],
)
def test_nothing_is_open_after_its_end(
    workspace: Workspace, room: UUID, short: bool, grant: Act, before: Act | None, end: End
) -> None:
    chance, met, rounds = random.Random(grant.__name__ + end.act.__name__), Counter[str](), 0
    for number in range(4 if short else 1 + 1000 // len(PAIRS)):
        scene = Scene(workspace, room)
        for prepare in (before, end.before):
            if prepare:
                prepare(scene)
        given, ended = race(scene, (grant, end.act), waits_of(number, chance))
        met[f"{given}, {ended}"] += 1
        if ended == "yes":
            rounds += 1
            assert end.left(scene) == [], (met, given, ended)
    assert rounds, met
    print(f"{grant.__name__}-{end.act.__name__}: {dict(met)}")
