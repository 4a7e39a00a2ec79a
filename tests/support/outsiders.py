# SPDX-License-Identifier: EUPL-1.2
"""What people do to cases at the same time, and what those outside can read of them afterwards."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connection
from django.utils import timezone

from samvern.access.case_closing import CLOSABLE_KINDS
from samvern.access.errors import Conflict, NotFound, ReauthenticationRequired, Rejected
from samvern.access.models import Organisation, Share
from samvern.cases.closing.domain import close_case
from samvern.cases.closing.open_items import list_open_items
from samvern.cases.core.models import Case, Person
from samvern.cases.handover.domain import reassign_case
from samvern.cases.retention.domain import confirm_proposal, propose_by_request
from samvern.referrals.core.selectors import get_referral
from samvern.referrals.core.transitions import accept_referral, see_referral
from samvern.referrals.drafts.domain import send_referral
from samvern.referrals.drafts.legal_basis import ReferralDraft
from support.workspace import Workspace

READ = (
    "cases_case", "cases_person", "cases_note", "cases_assessment", "cases_goal", "cases_factsheet",
    "cases_deadline", "cases_consent", "cases_document", "cases_risk", "cases_task",
    "identity_claim", "identity_key", "referrals_letter", "coordination_conference",
    "coordination_minutes", "coordination_planitem", "access_teammember",
)  # fmt: skip
"""Tables in which something of a person lies."""
OUTSIDE = ("amina", "per", "liv")
"""Two other organisations, and another unit of the house."""
GATE = "R-SHARE-NGO-DANGER"
CLEAR_NOES = (
    Rejected,
    NotFound,
    Conflict,
    ReauthenticationRequired,
    PermissionError,
    ObjectDoesNotExist,
)
"""The last when a case is erased between the act's two looks at it."""
CLOSED = ("SV409", "SV410", "SV411", "SV423", "42501")
Act = Callable[[Workspace, UUID], None]


def readable(workspace: Workspace, case: UUID) -> dict[str, frozenset[tuple[str, Any]]]:
    """For each of those outside the rows of a case she can read, with their tables.

    The key of a room that goes on after closing is not among them: its house is to read it.
    """
    found, kept = {}, _keys_that_go_on(workspace, case)
    for name in OUTSIDE:
        with workspace.connect() as app, app.transaction():
            app.execute("SELECT set_config('samvern.token', %s, true)", [workspace.token(name)])
            seen = [
                (table, row[0])
                for table in READ
                for row in app.execute(
                    f"SELECT id FROM {table} "
                    f"WHERE {'id' if table == 'cases_case' else 'case_id'} = %s",
                    [case],
                ).fetchall()
            ]
            found[name] = frozenset(seen) - kept
    return found


def _keys_that_go_on(workspace: Workspace, case: UUID) -> frozenset[tuple[str, Any]]:
    with workspace.superuser() as behind:
        rows = behind.execute(
            "SELECT k.id FROM identity_key k JOIN cases_aftercare a ON a.thing_id = k.subject_id "
            "WHERE a.case_id = %s AND a.kind = 'room' AND a.ended_at IS NULL",
            [case],
        ).fetchall()
    return frozenset(("identity_key", row[0]) for row in rows)


def outcome_of(act: Callable[[], object]) -> str:
    """What an act met: yes, a clear no, or a closed door; any other fault is raised.

    The connection of this thread is closed after it.
    """
    try:
        act()
    except CLEAR_NOES as no:
        return type(no).__name__
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") not in CLOSED:
            raise
        return "closed"
    finally:
        connection.close()
    return "yes"


def alive(workspace: Workspace, case: UUID) -> list[str]:
    """Kinds of which something lives in a case that nobody answers for."""
    with workspace.superuser() as behind:
        return [
            kind.name
            for kind in CLOSABLE_KINDS.values()
            if behind.execute(
                f"SELECT 1 FROM {kind.table} t WHERE t.case_id = %s AND ({kind.test()}) "
                "AND NOT EXISTS (SELECT 1 FROM cases_aftercare a WHERE a.thing_id = t.id "
                "AND a.ended_at IS NULL) LIMIT 1",
                [case],
            ).fetchone()
        ]


def at_once(workspace: Workspace, acts: list[tuple[Act, UUID]]) -> list[str]:
    """Two clients that begin in the same moment; what each met. A ring of locks is a fault."""
    barrier = Barrier(len(acts))

    def one(act: Act, case: UUID) -> str:
        barrier.wait(20)
        return outcome_of(lambda: act(workspace, case))

    with ThreadPoolExecutor(len(acts)) as pool:
        return [each.result(60) for each in [pool.submit(one, *act) for act in acts]]


def owner_of(workspace: Workspace, case: UUID) -> str:
    """The name of whoever has the case."""
    with workspace.superuser() as behind:
        row: Any = behind.execute(
            "SELECT owner_id FROM cases_case WHERE id = %s", [case]
        ).fetchone()
    return next(name for name, id in workspace.cast.members.items() if id == row[0])


def close(workspace: Workspace, case: UUID) -> None:
    """The owner closes it and answers for what goes on."""
    with workspace.acting(owner_of(workspace, case)) as actor:
        row = Case.objects.get(pk=case)
        kept = {one.id: row.owner_id for one in list_open_items(row).goes_on}
        close_case(actor=actor, case=row, ground="wishes", keepers=kept, expected=row.version)


def hand_over(workspace: Workspace, case: UUID) -> None:
    """The leader gives it to the other of the two in the unit."""
    taker = "jonas" if owner_of(workspace, case) == "kari" else "kari"
    with workspace.acting("tone") as actor:
        row, to = Case.objects.get(pk=case), workspace.cast.members[taker]
        reassign_case(actor=actor, case=row, taker_id=to, words="x")


def erase(workspace: Workspace, case: UUID) -> None:
    """Two say yes to an erasure the person asked for, having just shown who they are."""
    fresh(workspace)
    with workspace.acting("tone") as actor:
        found = propose_by_request(actor=actor, case=Case.objects.get(pk=case))
        confirm_proposal(actor=actor, id=found.pk)
    with workspace.acting(owner_of(workspace, case)) as actor:
        confirm_proposal(actor=actor, id=found.pk)


def refer(workspace: Workspace, case: UUID) -> None:
    """Referred to Amina's house."""
    with workspace.acting(owner_of(workspace, case)) as actor:
        row, cast = Case.objects.get(pk=case), workspace.cast
        receiver = Organisation.objects.get(pk=cast.organisations["krisesenter"])
        draft = ReferralDraft(Person.objects.get(case=row), receiver, "housing", "days3")
        send_referral(
            actor=actor, case=row, draft=draft, basis=f"gate:{GATE}", said=("in_danger",),
            fields=("called",), until=timezone.localdate() + timedelta(days=60),
            ground={"basis": "statute", "provision": "x", "consent_id": None, "purpose": "housing"},
        )  # fmt: skip


def answer(workspace: Workspace, case: UUID) -> None:
    """Amina opens what was sent, or accepts what she has opened."""
    with workspace.superuser() as behind:
        rows = behind.execute(
            "SELECT id, state FROM referrals_referral WHERE case_id = %s ORDER BY created_at DESC",
            [case],
        ).fetchall()
    for id, state in rows[:1]:
        move: Any = see_referral if state == "sent" else accept_referral
        with workspace.acting("amina") as actor:
            move(actor=actor, referral=get_referral(actor, id))


def share(workspace: Workspace, case: UUID) -> None:
    """Shared with the police, in plain rows."""
    now, to = timezone.now(), workspace.cast.organisations["politi"]
    with workspace.acting(owner_of(workspace, case)) as actor:
        Share(
            case_id=case, organisation_id=to, categories=["case", "notes"], purpose="protection",
            basis="statute", since=now, until=now + timedelta(days=1),
            created_by_id=actor.member_id,
        ).save(force_insert=True)  # fmt: skip


def revive(workspace: Workspace, case: UUID) -> None:
    """Every share there ever was is made to last."""
    until = timezone.now() + timedelta(days=1)
    with workspace.acting(owner_of(workspace, case)):
        Share.objects.filter(case_id=case).update(ended_at=None, until=until)


def breaker(name: str) -> Act:
    """Somebody opens it in an emergency."""

    def break_glass(workspace: Workspace, case: UUID) -> None:
        fresh(workspace)
        with workspace.superuser() as behind:
            row: Any = behind.execute(
                "SELECT reference FROM cases_case WHERE id = %s", [case]
            ).fetchone()
        with workspace.acting(name), connection.cursor() as cursor:
            cursor.execute(
                "SELECT gate.break_glass(%s, %s, 'life', %s, 4)", [row[0], uuid4(), b"r" * 40]
            )

    break_glass.__name__ = f"break_glass_{name}"
    return break_glass


def signer(name: str) -> Act:
    """Somebody signs out, and in again with the next thing she does."""

    def sign_out(workspace: Workspace, case: UUID) -> None:
        if token := workspace.tokens.pop(name, None):
            with workspace.connect() as app:
                app.execute("SELECT gate.close_session(%s)", [token])

    sign_out.__name__ = f"sign_out_{name}"
    return sign_out


def fresh(workspace: Workspace) -> None:
    """Everybody has just shown who she is, and nothing is used up."""
    with workspace.superuser() as behind:
        behind.execute("UPDATE gate.session SET authenticated_at = now()")


ACTS: tuple[Act, ...] = (
    close, hand_over, erase, refer, answer, answer, share, revive, breaker("amina"), breaker("liv"),
    signer("amina"), signer("kari"),
)  # fmt: skip
