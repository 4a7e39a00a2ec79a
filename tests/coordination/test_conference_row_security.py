# SPDX-License-Identifier: EUPL-1.2
"""Who reads what of a conference, as statements in the application's role, and how it ends."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import transaction
from django.utils import timezone

from coordination.helpers import AGENDA, MINE, call, seat, seat_of, share
from samvern.cases.consents.models import Consent
from samvern.coordination.conferences.domain import get_conference, read_words
from samvern.coordination.conferences.minutes import add_item, minutes_of, write_minutes
from samvern.coordination.conferences.models import Conference, Participant, PlanItem
from samvern.identity.sealing import set_sealed, unseal
from support.colleague import Colleague
from support.workspace import Workspace

pytestmark = pytest.mark.database
TABLES = (
    "conference",
    "seat",
    "planitem",
    "minutes",
    "minutesanswer",
    "seatstep",
    "conferencestep",
)
NOTHING = dict.fromkeys(TABLES, 0)
EVERYBODY = ("kari", "jonas", "liv", "tone", "amina", "per", "rolf", "guro", "sara")


@pytest.fixture
def conference(fresh_workspace: Workspace) -> UUID:
    """A conference with amina at it, a thing agreed, and two sections of minutes."""
    made = call(fresh_workspace)
    (hers,) = seat(fresh_workspace, made, "amina")
    with fresh_workspace.acting("kari") as actor:
        row = Conference.objects.get(pk=made)
        add_item(actor=actor, conference=row, what="Avtale", participant_id=hers)
        for category in ("rights", "assessment"):
            write_minutes(actor=actor, conference=row, category=category, text=category)
    return made


def read(workspace: Workspace, name: str) -> dict[str, int]:
    """How many rows of each table somebody reads."""
    with workspace.connect() as db, db.transaction():
        db.execute("SELECT set_config('samvern.token', %s, true)", [workspace.token(name)])
        return {
            table: db.execute(f"SELECT count(*) FROM coordination_{table}".encode()).fetchone()[0]  # type: ignore[index]
            for table in TABLES
        }


def test_only_the_team_and_whoever_sits_there_read_it(
    fresh_workspace: Workspace, conference: UUID
) -> None:
    team = NOTHING | {"conference": 1, "seat": 1, "planitem": 1, "minutes": 2}
    hers = team | {"minutes": 1}
    met = {name: read(fresh_workspace, name) for name in EVERYBODY}
    assert met == dict.fromkeys(EVERYBODY, NOTHING) | {"kari": team, "tone": team, "amina": hers}


def test_a_colleague_of_the_invited_reads_the_case_and_nothing_of_the_conference(
    fresh_workspace: Workspace, conference: UUID
) -> None:
    with fresh_workspace.superuser() as db:
        db.execute(
            "UPDATE access_member SET organisation_id = %s, unit_id = NULL WHERE id = %s",
            [
                fresh_workspace.cast.organisations["krisesenter"],
                fresh_workspace.cast.members["per"],
            ],
        )
    per = Colleague(fresh_workspace, "per")
    assert per.sees("own")
    assert read(fresh_workspace, "per") == NOTHING
    assert per.see("conference", conference_id=conference, **MINE).status_code == 404
    assert AGENDA not in per.see("conferences", **MINE).content.decode()


ENDINGS = {
    "ended by hand": "UPDATE access_share SET ended_at = now()",
    "run out": "UPDATE access_share SET since = now() - interval '2 d', until = now()",
    "withdrawn": "UPDATE cases_consent SET withdrawn_at = now()",
    "cancelled": "UPDATE coordination_conference SET state = 'cancelled'",
    "taken back": "UPDATE coordination_seat SET state = 'withdrawn'",
    "barred": "INSERT INTO access_bar (id, created_at, case_id, member_id, added_by_id) "
    "SELECT gen_random_uuid(), now(), case_id, member_id, created_by_id FROM coordination_seat",
    "left": "UPDATE access_member SET until = now() WHERE name LIKE 'Amina%'",
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_she_reads_ends_with_the_next_statement(
    fresh_workspace: Workspace, ending: str
) -> None:
    consent = _agreed(fresh_workspace)
    with fresh_workspace.superuser() as db:
        # Past the guard: the shares of the cast are wider than this consent.
        db.execute("SET session_replication_role = replica")
        db.execute("UPDATE access_share SET basis = 'consent', consent_id = %s", [consent])
    made = call(fresh_workspace)
    seat(fresh_workspace, made, "amina")
    with fresh_workspace.connect() as db, db.transaction():
        db.execute("SELECT set_config('samvern.token', %s, true)", [fresh_workspace.token("amina")])
        assert _rows(db) == (1, 1)
        with fresh_workspace.superuser() as other:
            other.execute(ENDINGS[ending].encode())
        assert _rows(db) == (0, 0)


def test_what_was_agreed_for_her_she_reads_without_seeing_plans(
    fresh_workspace: Workspace, conference: UUID
) -> None:
    share(fresh_workspace, "politi", categories=["plan"])
    seat(fresh_workspace, conference, "per")
    assert read(fresh_workspace, "per")["planitem"] == 1
    assert read(fresh_workspace, "per")["minutes"] == 0
    with fresh_workspace.acting("kari") as actor:
        row = Conference.objects.get(pk=conference)
        his = Participant.objects.get(member_id=fresh_workspace.cast.members["per"])
        add_item(actor=actor, conference=row, what="Hans", participant_id=his.pk)
    assert read(fresh_workspace, "per")["planitem"] == 2
    assert read(fresh_workspace, "amina")["planitem"] == 1


def test_what_is_sealed_opens_with_the_seat_and_not_without(
    fresh_workspace: Workspace, conference: UUID
) -> None:
    case = fresh_workspace.cast.cases["own"]
    with fresh_workspace.acting("amina") as actor:
        row = get_conference(actor, case, conference)
        assert read_words(row)["agenda"] == AGENDA
        assert [s.text for s in minutes_of(actor, row)] == ["rights"]
        assert [
            unseal(row.pk, "planitem.what", i.pk, i.what_sealed) for i in PlanItem.objects.all()
        ] == ["Avtale"]


WRITES = {
    "a state": "UPDATE coordination_conference SET state = 'held'",
    "a seat's state": "UPDATE coordination_seat SET state = 'yes'",
    "a seat's holder": "UPDATE coordination_seat SET member_id = created_by_id",
    "minutes": "UPDATE coordination_minutes SET category = 'case'",
    "a removal": "DELETE FROM coordination_minutes",
    "moves": "UPDATE coordination_conference SET moves = 9",
    "a step changed": "UPDATE coordination_seatstep SET finish = 'yes'",
}


@pytest.mark.parametrize("what", WRITES)
def test_the_application_changes_no_state(
    fresh_workspace: Workspace, conference: UUID, what: str
) -> None:
    with fresh_workspace.connect() as db, db.transaction(force_rollback=True):
        db.execute("SELECT set_config('samvern.token', %s, true)", [fresh_workspace.token("kari")])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute(WRITES[what].encode())


@pytest.mark.parametrize("name", ["amina", "jonas", "per", "sara"])
def test_nobody_else_calls_invites_or_writes(
    fresh_workspace: Workspace, conference: UUID, name: str
) -> None:
    with fresh_workspace.superuser() as db:
        rows = {
            table: db.execute(f"SELECT * FROM coordination_{table} LIMIT 1".encode()).fetchone()
            for table in ("conference", "seat", "minutes", "planitem")
        }
    with fresh_workspace.connect() as db, db.transaction(force_rollback=True):
        db.execute("SELECT set_config('samvern.token', %s, true)", [fresh_workspace.token(name)])
        for table, row in rows.items():
            values = [uuid4(), *row[1:]]  # type: ignore[index]
            marks = ", ".join(["%s"] * len(values))
            with pytest.raises(psycopg.Error), db.transaction():
                db.execute(f"INSERT INTO coordination_{table} VALUES ({marks})".encode(), values)


def test_no_seat_without_a_share_even_past_the_program(
    fresh_workspace: Workspace, conference: UUID
) -> None:
    cast = fresh_workspace.cast
    housing = share(fresh_workspace, "politi", purpose="housing")
    amina_share = seat_of(fresh_workspace, "amina").share_id
    with fresh_workspace.acting("kari") as actor:
        for share_id in (None, uuid4(), housing, amina_share):
            row = Participant(
                organisation_id=actor.organisation_id, created_by_id=actor.member_id,
                state="invited", conference_id=conference, case_id=cast.cases["own"],
                receiver_id=cast.organisations["politi"], member_id=cast.members["per"],
                share_id=share_id,
            )  # fmt: skip
            with pytest.raises(Exception, match="no share carries it"), transaction.atomic():
                row.save(force_insert=True)


def test_an_answer_cannot_be_given_for_another_past_the_program(
    fresh_workspace: Workspace, conference: UUID
) -> None:
    own = seat_of(fresh_workspace, "amina")
    for name in ("kari", "tone", "per"):
        with fresh_workspace.connect() as db, db.transaction(force_rollback=True):
            db.execute(
                "SELECT set_config('samvern.token', %s, true)", [fresh_workspace.token(name)]
            )
            with pytest.raises(psycopg.Error):
                db.execute(
                    "INSERT INTO coordination_seatstep (id, created_at, move, start, finish, side, "
                    "reason, of_id, case_id, made_by_id) VALUES "
                    "(gen_random_uuid(), now(), 'accept', '', '', '', '', %s, %s, %s)",
                    [own.pk, own.case_id, own.member_id],
                )


def test_the_table_of_who_sees_what_is_for_those_at_it(
    fresh_workspace: Workspace, conference: UUID
) -> None:
    met = {}
    for name in EVERYBODY:
        with fresh_workspace.connect() as db, db.transaction():
            db.execute(
                "SELECT set_config('samvern.token', %s, true)", [fresh_workspace.token(name)]
            )
            met[name] = db.execute(
                "SELECT organisation, categories FROM gate.at_the_table(%s)", [conference]
            ).fetchall()
    row = [("Eksempelvik krisesenter", ["case", "notes", "rights"])]
    assert met == {name: [] for name in EVERYBODY} | {"kari": row, "tone": row, "amina": row}


def test_erasing_a_case_takes_its_conferences(fresh_workspace: Workspace, conference: UUID) -> None:
    with fresh_workspace.superuser() as db:
        db.execute("SET ROLE samvern_gate")
        db.execute("SELECT gate.empty_case(%s)", [fresh_workspace.cast.cases["own"]])
        db.execute("RESET ROLE")
        for table in TABLES:
            found = db.execute(f"SELECT count(*) FROM coordination_{table}".encode()).fetchone()
            assert found == (0,)


def _rows(db: "psycopg.Connection[Any]") -> tuple[int, int]:
    return tuple(  # type: ignore[return-value]
        db.execute(f"SELECT count(*) FROM coordination_{table}".encode()).fetchone()[0]  # type: ignore[index]
        for table in ("conference", "seat")
    )


def _agreed(workspace: Workspace) -> UUID:
    with workspace.acting("kari") as actor:
        row = Consent(
            case_id=workspace.cast.cases["own"],
            person_id=workspace.cast.persons["own"],
            created_by_id=actor.member_id,
            purpose="protection",
            recipient_id=workspace.cast.organisations["krisesenter"],
            categories=["rights", "notes"],
            given_at=timezone.now() - timedelta(hours=1),
        )
        set_sealed(row, language="en")
        row.save(force_insert=True)
        return row.pk
