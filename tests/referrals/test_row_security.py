# SPDX-License-Identifier: EUPL-1.2
"""The wall between the two sides of a referral, through the pages and in SQL as the application."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from samvern.access.categories import SHAREABLE
from samvern.access.errors import NotFound
from samvern.cases.core.selectors import get_case
from samvern.cases.sharing.domain import end_share
from samvern.referrals.core.letters import read_letter
from samvern.referrals.core.selectors import get_referral
from samvern.referrals.core.transitions import accept_referral, see_referral, withdraw_referral
from support.desks import Desk
from support.referring import consent, refer, state, step, told, withdraw
from support.workspace import Workspace

pytestmark = pytest.mark.database
SEES = {
    # kari wrote it; tone leads her unit; jonas is not on the case; amina is of the receiving unit.
    "kari": True, "tone": True, "amina": True,
    "jonas": False, "liv": False, "per": False, "rolf": False, "guro": False, "sara": False,
}  # fmt: skip
TABLES = ("referrals_referral", "referrals_referralstep", "referrals_letter")


def rows(workspace: Workspace, name: str, id: UUID) -> tuple[int, ...]:
    """What somebody sees of a referral in SQL: the row, its steps, its letter."""
    with workspace.connect() as app:
        app.execute("SELECT set_config('samvern.token', %s, false)", [workspace.token(name)])
        found: list[int] = []
        for table in TABLES:
            key = "id" if table == "referrals_referral" else "of_id"
            row: Any = app.execute(
                f"SELECT count(*) FROM {table} WHERE {key} = %s", [id]
            ).fetchone()
            found.append(row[0])
        return tuple(found)


def opens(workspace: Workspace, name: str, id: UUID) -> bool:
    """Whether somebody gets the key of what was sent."""
    with workspace.connect() as app:
        app.execute("SELECT set_config('samvern.token', %s, false)", [workspace.token(name)])
        row: Any = app.execute(
            "SELECT count(*) FROM identity_key WHERE subject_id = %s", [id]
        ).fetchone()
        return bool(row[0])


@pytest.fixture(scope="module")
def sent(workspace: Workspace) -> UUID:
    """To one unit of the receiver, seen there."""
    id = refer(workspace, unit="Botilbudet")
    step(workspace, "amina", id, see_referral)
    return id


@pytest.mark.parametrize("name", sorted(SEES))
def test_who_sees_a_referral(workspace: Workspace, sent: UUID, name: str) -> None:
    sees = SEES[name]
    assert rows(workspace, name, sent) == ((1, 1, 1) if sees else (0, 0, 0))
    assert opens(workspace, name, sent) is sees
    answer = Desk(workspace, name).see("referral", referral_id=sent)
    assert answer.status_code == (200 if sees else 404)
    if sees:
        assert "Trenger et sted i natt" in answer.content.decode()


def test_another_unit_of_the_receiver_does_not(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace, unit="Dagtilbudet")
    assert rows(fresh_workspace, "amina", id) == (0, 0, 0)
    assert not opens(fresh_workspace, "amina", id)
    assert Desk(fresh_workspace, "amina").see("referral", referral_id=id).status_code == 404
    assert told(fresh_workspace, "amina") == []


def test_whoever_is_barred_from_the_case_does_not(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    with fresh_workspace.superuser() as owner:
        owner.execute(
            "INSERT INTO access_bar (id, created_at, case_id, member_id, added_by_id) "
            "VALUES (gen_random_uuid(), now(), %s, %s, %s)",
            [fresh_workspace.cast.cases["own"], *[fresh_workspace.cast.members["amina"]] * 2],
        )
    assert rows(fresh_workspace, "amina", id) == (0, 0, 0)
    assert not opens(fresh_workspace, "amina", id)


def test_nobody_else_can_move_it(workspace: Workspace, sent: UUID) -> None:
    for name in ("per", "jonas", "amina"):
        with workspace.connect() as app:
            app.execute("SELECT set_config('samvern.token', %s, false)", [workspace.token(name)])
            with pytest.raises(Exception, match=r"not yours|row-level security|seen"):
                app.execute(
                    "INSERT INTO referrals_referralstep (id, created_at, of_id, case_id, move, "
                    "start, finish, side, reason, made_by_id) SELECT gen_random_uuid(), now(), %s, "
                    "%s, 'answer', '', '', '', '', gate.member()",
                    [sent, workspace.cast.cases["own"]],
                )


def test_a_step_of_the_gate_is_the_gates_alone(workspace: Workspace, sent: UUID) -> None:
    with workspace.connect() as app:
        app.execute("SELECT set_config('samvern.token', %s, false)", [workspace.token("amina")])
        with pytest.raises(Exception, match="row-level security"):
            app.execute(
                "INSERT INTO referrals_referralstep (id, created_at, of_id, case_id, move, start, "
                "finish, side, reason, made_by_id) SELECT gen_random_uuid(), now(), %s, %s, "
                "'accept', 'seen', 'accepted', 'gate', '', gate.member()",
                [sent, workspace.cast.cases["own"]],
            )
    assert state(workspace, sent) == "seen"


def bare(workspace: Workspace) -> None:
    """Nothing is shared from before."""
    with workspace.superuser() as owner:
        owner.execute("DELETE FROM access_share")


def opened(workspace: Workspace, name: str) -> set[str]:
    """The categories of the case that are open to somebody now."""
    with workspace.connect() as app:
        app.execute("SELECT set_config('samvern.token', %s, false)", [workspace.token(name)])
        found = app.execute(
            "SELECT c FROM unnest(%s::text[]) c WHERE %s = ANY (gate.shared(c))",
            [[each.value for each in SHAREABLE], workspace.cast.cases["own"]],
        ).fetchall()
    return {row[0] for row in found}


def test_acceptance_opens_exactly_its_categories(fresh_workspace: Workspace) -> None:
    bare(fresh_workspace)
    agreed = consent(fresh_workspace, covers=("rights", "plan", "notes"))
    id = refer(fresh_workspace, consent_id=agreed, categories=("rights",), unit="Botilbudet")
    step(fresh_workspace, "amina", id, see_referral)
    assert opened(fresh_workspace, "amina") == set()
    step(fresh_workspace, "amina", id, accept_referral)
    assert opened(fresh_workspace, "amina") == {"case", "rights"}
    assert opened(fresh_workspace, "per") == set()
    amina, case = Desk(fresh_workspace, "amina"), fresh_workspace.cast.cases["own"]
    assert amina.see("rights", case_id=case).status_code == 200
    assert amina.see("notes", case_id=case).status_code == 404


def test_and_for_exactly_its_time(fresh_workspace: Workspace) -> None:
    bare(fresh_workspace)
    soonest = timezone.localdate(timezone.now() + timedelta(hours=4))
    id = refer(fresh_workspace, urgency="tonight", until=soonest)
    step(fresh_workspace, "amina", id, see_referral)
    step(fresh_workspace, "amina", id, accept_referral)
    with fresh_workspace.superuser() as owner:
        ends = owner.execute(
            "SELECT s.until = r.share_until, (s.until AT TIME ZONE 'Europe/Oslo')::time FROM "
            "access_share s JOIN referrals_referral r USING (id) WHERE id = %s", [id]
        ).fetchone()  # fmt: skip
        assert ends is not None
        assert ends[0] is True and ends[1].isoformat() == "00:00:00"
        past = "UPDATE {} SET {} = now() - interval '1 second' WHERE id = %s"
        owner.execute(past.format("access_share", "until"), [id])
        owner.execute(past.format("referrals_referral", "share_until"), [id])
    assert opened(fresh_workspace, "amina") == set()
    assert rows(fresh_workspace, "amina", id) == (1, 2, 0)
    assert not opens(fresh_workspace, "amina", id)


@pytest.mark.parametrize("way", ["consent", "share", "recall"])
def test_the_end_of_what_carried_it_closes_everything(fresh_workspace: Workspace, way: str) -> None:
    bare(fresh_workspace)
    agreed = consent(fresh_workspace)
    id = refer(fresh_workspace, consent_id=agreed)
    step(fresh_workspace, "amina", id, see_referral)
    step(fresh_workspace, "amina", id, accept_referral)
    if way == "consent":
        withdraw(fresh_workspace, agreed)
    elif way == "share":
        with fresh_workspace.acting("kari") as actor:
            case = get_case(actor, fresh_workspace.cast.cases["own"])
            end_share(actor=actor, case=case, share_id=id)
    else:
        step(fresh_workspace, "kari", id, withdraw_referral, reason="wishes")
    assert state(fresh_workspace, id) == "ended"
    assert opened(fresh_workspace, "amina") == set()
    assert rows(fresh_workspace, "amina", id)[::2] == (1, 0)
    assert not opens(fresh_workspace, "amina", id)
    with fresh_workspace.acting("amina") as actor:
        row = get_referral(actor, id)
        assert read_letter(row) is None
        moves = {"consent": "revoke", "share": "unshare", "recall": "recall"}
        assert row.steps.order_by("-created_at").values_list("move", flat=True)[0] == moves[way]
    assert told(fresh_workspace, "amina")[-1] == "referral-deletion"
    assert rows(fresh_workspace, "kari", id)[2] == 1, "the sender keeps what she sent"


def test_a_referral_nobody_opened_is_only_withdrawn(fresh_workspace: Workspace) -> None:
    agreed = consent(fresh_workspace)
    id = refer(fresh_workspace, consent_id=agreed)
    withdraw(fresh_workspace, agreed)
    assert state(fresh_workspace, id) == "withdrawn"
    assert told(fresh_workspace, "amina") == ["referral-received", "referral-withdrawn"]


def test_a_key_of_the_case_does_not_open_a_letter(fresh_workspace: Workspace) -> None:
    """Somebody the case is shared with in all categories opens no letter to another."""
    id = refer(fresh_workspace, "fyrlykta")
    with fresh_workspace.superuser() as owner:
        owner.execute("UPDATE access_share SET categories = %s", [[c.value for c in SHAREABLE]])
    assert opened(fresh_workspace, "amina") == {c.value for c in SHAREABLE}
    assert rows(fresh_workspace, "amina", id) == (0, 0, 0)
    assert not opens(fresh_workspace, "amina", id)


def test_somebody_taken_off_the_case_sees_its_referrals_no_more(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    with fresh_workspace.superuser() as owner:
        owner.execute("UPDATE access_teammember SET ended_at = now()")
        owner.execute(
            "UPDATE cases_case SET owner_id = %s", [fresh_workspace.cast.members["jonas"]]
        )
    with fresh_workspace.acting("kari") as actor, pytest.raises(NotFound):
        get_referral(actor, id)
    assert rows(fresh_workspace, "kari", id) == (0, 0, 0)


def test_only_the_sender_can_make_what_is_of_the_case(fresh_workspace: Workspace) -> None:
    """A colleague who is not on the case cannot refer from it, nor can the receiver."""
    for name in ("jonas", "liv", "amina", "per"):
        with pytest.raises(NotFound):
            refer(fresh_workspace, by=name, consent_id=consent(fresh_workspace))


def test_erasing_the_case_takes_the_letters_key(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    with fresh_workspace.superuser() as owner:
        owner.execute("DELETE FROM referrals_letter")
        owner.execute("DELETE FROM referrals_referral WHERE id = %s", [id])
        left = owner.execute(
            "SELECT count(wrapped) FROM identity_key WHERE subject_id = %s",
            [id],
        ).fetchone()
        told_of = owner.execute(
            "SELECT count(*) FROM cases_notice WHERE about_id = %s", [id]
        ).fetchone()
    assert (left, told_of) == ((0,), (0,))


def test_looks_and_acts_stand_in_the_senders_trail(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    amina = Desk(fresh_workspace, "amina")
    amina.read("referral", referral_id=id)
    amina.send("referral_move", {"reason": "full"}, referral_id=id, move="decline")
    with fresh_workspace.superuser() as owner:
        acts = owner.execute(
            "SELECT act, outcome FROM audit.line WHERE object_id = %s AND chain = %s",
            [id, fresh_workspace.cast.organisations["havn"]],
        ).fetchall()
    assert ("referral.send", "done") in acts
    assert ("referral.see", "seen") in acts
    assert ("referral.decline", "done") in acts


def test_the_receivers_notice_names_no_case(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    with fresh_workspace.superuser() as owner:
        found = owner.execute(
            "SELECT DISTINCT case_id, kind FROM cases_notice WHERE about_id = %s", [id]
        ).fetchall()
    assert found == [(None, "referral-received")]
