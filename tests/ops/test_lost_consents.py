# SPDX-License-Identifier: EUPL-1.2
"""What stands on a consent that does not hold is named by the check and ended by the repair, which
tells the leaders, and ends no help that is under way."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from coordination.helpers import call, seat
from referrals.external.helpers import agree, grow_up, send_link
from referrals.external.test_cross_border import prepare
from samvern.access.models import Share
from samvern.cases.notices.labels import NOTICE_KINDS
from samvern.coordination.email_digests.jobs import is_urgent
from samvern.places.bookings.domain import apply_move, get_booking
from samvern.referrals.core.transitions import accept_referral, see_referral
from support.cli import Done, Run
from support.colleague import Colleague
from support.memberships import member_of
from support.providing import hold, make_place
from support.referring import consent, refer, state, step
from support.workspace import Workspace

pytestmark = pytest.mark.database
WITHDRAWN = "withdrawn_at = now()"


def share(workspace: Workspace, on: UUID, to: str = "krisesenter") -> UUID:
    """Kari's case, shared on a consent for her safety."""
    now = timezone.now()
    with workspace.acting("kari") as actor:
        row = Share(
            case_id=workspace.cast.cases["own"], organisation_id=workspace.cast.organisations[to],
            categories=["case", "plan"], purpose="housing", basis="consent", consent_id=on,
            since=now, until=now + timedelta(days=20), created_by_id=actor.member_id,
        )  # fmt: skip
        row.save(force_insert=True)
        return row.pk


def lose(workspace: Workspace, *consents: UUID, how: str = WITHDRAWN) -> None:
    """As a mistake, or a version of before, left it: the consent is lost and nothing has ended."""
    with workspace.superuser() as behind:
        behind.execute("SET session_replication_role = replica")
        behind.execute(f"UPDATE cases_consent SET {how} WHERE id = ANY (%s)", [list(consents)])


def is_open(workspace: Workspace, share: UUID) -> bool:
    """Whether a share still opens something."""
    with workspace.superuser() as behind:
        found = behind.execute("SELECT ended_at FROM access_share WHERE id = %s", [share])
        return found.fetchone() == (None,)


def command(run: Run, workspace: Workspace, patch: pytest.MonkeyPatch, name: str) -> Done:
    patch.setenv("DATABASE_URL", workspace.url())
    return run("database", name)


def told(workspace: Workspace) -> list[tuple[str, str]]:
    """Who was told what about consents."""
    names = {id: name for name, id in workspace.cast.members.items()}
    with workspace.superuser() as behind:
        rows: Any = behind.execute(
            "SELECT member_id, kind FROM cases_notice WHERE kind LIKE 'consent-%'"
        ).fetchall()
    return sorted((names[member], kind) for member, kind in rows)


def trail(workspace: Workspace) -> list[tuple[UUID, UUID]]:
    """What was ended, in the trail of which organisation."""
    with workspace.superuser() as behind:
        rows: Any = behind.execute(
            "SELECT object_id, chain FROM audit.line WHERE act = 'consent.repair'"
        ).fetchall()
    return [(thing, chain) for thing, chain in rows if chain.int]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (WITHDRAWN, "was withdrawn"),
        ("refused = true", "was a no"),
        ("expires_on = current_date - 2", "has run out"),
    ],
)
def test_a_share_on_a_lost_consent_is_named_and_ended(
    fresh_workspace: Workspace, run: Run, monkeypatch: pytest.MonkeyPatch, how: str, said: str
) -> None:
    agreed = consent(fresh_workspace)
    shared = share(fresh_workspace, agreed)
    whole = command(run, fresh_workspace, monkeypatch, "check")
    assert (whole.code, whole.out[:19]) == (0, "The walls are whole")
    lose(fresh_workspace, agreed, how=how)
    line = f"a share stands on a consent that {said}: {shared}"
    named = command(run, fresh_workspace, monkeypatch, "check")
    assert (named.code, named.out) == (1, f"{line}\n")
    assert "1 to end: samvern database repair" in named.err
    assert is_open(fresh_workspace, shared)
    ended = command(run, fresh_workspace, monkeypatch, "repair")
    assert (ended.code, ended.out) == (0, f"{line}: ended, its leaders are told\n")
    assert not is_open(fresh_workspace, shared)
    assert told(fresh_workspace) == [
        ("kari", "consent-share-ended"),
        ("tone", "consent-share-ended"),
    ]
    assert trail(fresh_workspace) == [(shared, fresh_workspace.cast.organisations["havn"])]
    assert command(run, fresh_workspace, monkeypatch, "check").code == 0
    again = command(run, fresh_workspace, monkeypatch, "repair")
    assert again.out == "Nothing stands on a consent that does not hold\n"


def test_every_road_is_named_and_ended(
    fresh_workspace: Workspace, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow_up(fresh_workspace)
    inside, outside = consent(fresh_workspace), agree(fresh_workspace)
    share(fresh_workspace, inside)
    referral = refer(fresh_workspace, consent_id=inside)
    step(fresh_workspace, "amina", referral, see_referral)
    send_link(fresh_workspace, consent=outside)
    prepare(Colleague(fresh_workspace, "kari", "en"), consent_id=str(outside))
    lose(fresh_workspace, inside, outside)
    named = command(run, fresh_workspace, monkeypatch, "check").out.splitlines()
    assert [line.partition(" stands")[0] for line in named] == [
        "a way across a border", "a referral", "a link or letter", "a share",
    ]  # fmt: skip
    assert len(command(run, fresh_workspace, monkeypatch, "repair").out.splitlines()) == 4
    assert state(fresh_workspace, referral) == "ended"
    with fresh_workspace.superuser() as behind:
        states = behind.execute(
            "SELECT s.state, c.state, l.content FROM referrals_sending s, referrals_crossing c, "
            "gate.link l"
        ).fetchall()
    assert states == [("called_back", "stopped", None)]
    assert sorted({kind for _name, kind in told(fresh_workspace)}) == [
        "consent-sending-ended", "consent-share-ended",
    ]  # fmt: skip
    assert command(run, fresh_workspace, monkeypatch, "check").code == 0


def a_bed(workspace: Workspace, _agreed: UUID, _shared: UUID) -> None:
    _place, (room,) = make_place(workspace)
    booked = hold(workspace, room)
    with workspace.acting("amina") as actor:
        apply_move(actor=actor, booking=get_booking(actor, booked), move="confirm")


def a_seat(workspace: Workspace, _agreed: UUID, _shared: UUID) -> None:
    seat(workspace, call(workspace, purpose="housing"), "amina")


@pytest.mark.parametrize("help", [a_bed, a_seat])
def test_help_under_way_is_not_ended_and_the_leaders_are_told_to_decide(
    fresh_workspace: Workspace, run: Run, monkeypatch: pytest.MonkeyPatch, help: Any
) -> None:
    agreed = consent(fresh_workspace)
    shared = share(fresh_workspace, agreed)
    help(fresh_workspace, agreed, shared)
    lose(fresh_workspace, agreed)
    line = f"a share stands on a consent that was withdrawn: {shared}"
    named = command(run, fresh_workspace, monkeypatch, "check")
    assert (named.code, named.out) == (1, f"{line}; help is under way\n")
    left = command(run, fresh_workspace, monkeypatch, "repair")
    assert left.out == f"{line}: help is under way: its leaders decide\n"
    assert is_open(fresh_workspace, shared)
    command(run, fresh_workspace, monkeypatch, "repair")
    assert told(fresh_workspace) == [
        ("kari", "consent-share-urgent"),
        ("tone", "consent-share-urgent"),
    ]
    assert trail(fresh_workspace) == []
    kari = Colleague(fresh_workspace, "kari")
    assert kari.send("share_end", case_id="own", share_id=shared).status_code == 302
    assert not is_open(fresh_workspace, shared)
    assert command(run, fresh_workspace, monkeypatch, "check").code == 0


def test_whoever_is_expected_is_expected_still(
    fresh_workspace: Workspace, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreed = consent(fresh_workspace)
    referral = refer(fresh_workspace, consent_id=agreed)
    for move in (see_referral, accept_referral):
        step(fresh_workspace, "amina", referral, move)
    lose(fresh_workspace, agreed)
    command(run, fresh_workspace, monkeypatch, "repair")
    assert state(fresh_workspace, referral) == "accepted"


def test_somebody_shut_out_of_the_case_hears_nothing_of_it(
    fresh_workspace: Workspace, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreed = consent(fresh_workspace)
    share(fresh_workspace, agreed)
    cast = fresh_workspace.cast
    # A case keeps a leader who can open it.
    cast.members["second"] = member_of(fresh_workspace, "rolf", None)
    with fresh_workspace.superuser() as behind:
        behind.execute(
            "INSERT INTO access_bar (id, created_at, case_id, member_id, added_by_id) "
            "VALUES (gen_random_uuid(), now(), %s, %s, %s)",
            [cast.cases["own"], cast.members["tone"], cast.members["kari"]],
        )
    lose(fresh_workspace, agreed)
    command(run, fresh_workspace, monkeypatch, "repair")
    assert told(fresh_workspace) == [
        ("kari", "consent-share-ended"),
        ("second", "consent-share-ended"),
    ]


def test_each_notice_has_its_words_and_what_must_be_decided_does_not_wait() -> None:
    kinds = [
        f"consent-{what}-{how}" for what in ("share", "sending") for how in ("ended", "urgent")
    ]
    assert {kind: is_urgent(kind) for kind in kinds if kind in NOTICE_KINDS} == {
        "consent-share-ended": False,
        "consent-share-urgent": True,
        "consent-sending-ended": False,
        "consent-sending-urgent": True,
    }
