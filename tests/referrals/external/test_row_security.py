# SPDX-License-Identifier: EUPL-1.2
"""Who meets what of the roads outside: on pages, and in SQL as the application."""

from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.utils import timezone

from referrals.external.helpers import Got, Receiver, grow_up, send_link
from referrals.external.test_child_welfare import notify
from referrals.external.test_cross_border import crossing, move, prepare, settle
from samvern.referrals.external.child_welfare.models import ChildWelfareReport
from support.colleague import Colleague
from support.workspace import Workspace

pytestmark = pytest.mark.database
SEEN = {"kari": 200, "tone": 200}
"""Those who work in the case, or lead it; everybody else meets an absence."""
ALL = ("kari", "tone", "jonas", "liv", "amina", "per", "rolf", "guro", "sara")
TABLES = ("sending", "sendingstep", "concern", "concernstep", "crossing", "crossingstep",
          "crossingcheck")  # fmt: skip


@pytest.fixture(scope="module")
def things(workspace: Workspace) -> dict[str, UUID]:
    """One of each in Kari's case."""
    kari = Colleague(workspace, "kari", "en")
    notify(kari, "R-CH-NOTIFY-OTHERS")
    with workspace.acting("kari"):
        concern = ChildWelfareReport.objects.get().pk
    today = timezone.localdate().isoformat()
    kari.send("referral_concern", {"move": "confirm", "happened_on": today},
              case_id="own", concern_id=concern)  # fmt: skip
    grow_up(workspace)
    got: Got = send_link(workspace)
    Receiver().open(got)
    prepare(kari)
    settle(kari, "wish", "risk", "prosecutor")
    move(kari, "send")
    return {"sending": got.id, "concern": concern, "crossing": crossing(kari).pk,
            "person": workspace.cast.persons["own"]}  # fmt: skip


def pages(things: dict[str, UUID]) -> list[tuple[str, dict[str, Any]]]:
    """Every page of the roads outside in one case."""
    person, crossing = {"person_id": things["person"]}, {"crossing_id": things["crossing"]}
    return [
        ("referral_outside", {}),
        ("referral_sent", {"sending_id": things["sending"]}),
        ("referral_child", person),
        ("referral_notify", person),
        ("referral_concern", {"concern_id": things["concern"]}),
        ("referral_unnamed", {}),
        ("referral_crossing_new", {}),
        ("referral_crossing", crossing),
        ("referral_crossing_check", {**crossing, "kind": "risk"}),
    ]


@pytest.mark.parametrize("name", ALL)
def test_pages_open_to_those_on_the_case_alone(
    workspace: Workspace, things: dict[str, UUID], name: str
) -> None:
    """Amina shares the case, and still sees nothing of what was sent to others."""
    somebody = Colleague(workspace, name, "en")
    wanted = SEEN.get(name, 404)
    met = {page: somebody.see(page, case_id="own", **where).status_code
           for page, where in pages(things)}  # fmt: skip
    if name == "amina":  # the page of a case that is shared opens, and is empty
        met = {page: status for page, status in met.items() if page not in SHARED}
    assert met == dict.fromkeys(met, wanted)


SHARED = ("referral_outside", "referral_child")


def test_who_shares_the_case_meets_none_of_it(
    workspace: Workspace, things: dict[str, UUID]
) -> None:
    amina = Colleague(workspace, "amina", "en")
    for page, where in (
        ("referral_outside", {}),
        ("referral_child", {"person_id": things["person"]}),
    ):
        answer = amina.see(page, case_id="own", **where)
        assert str(things["sending"]) not in answer.content.decode()
        assert str(things["concern"]) not in answer.content.decode()


def rows_met(workspace: Workspace, name: str) -> dict[str, int]:
    """How many rows of each table somebody meets in SQL."""
    with workspace.connect() as connection, connection.transaction(force_rollback=True):
        token = workspace.token(name) if name != "nobody" else "nobody"
        connection.execute("SELECT set_config('samvern.token', %s, true)", [token])
        return {
            table: connection.execute(f"SELECT count(*) FROM referrals_{table}").fetchone()[0]  # type: ignore[index]
            for table in TABLES
        }


@pytest.mark.parametrize("name", [*ALL, "nobody"])
def test_rows_open_to_those_on_the_case_alone(
    workspace: Workspace, things: dict[str, UUID], name: str
) -> None:
    met = rows_met(workspace, name)
    there = all(met.values())
    assert there if name in SEEN else not any(met.values()), met


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
def test_nothing_is_changed_or_removed(
    workspace: Workspace, things: dict[str, UUID], table: str, verb: str
) -> None:
    statement = {"UPDATE": f"UPDATE referrals_{table} SET id = id",
                 "DELETE": f"DELETE FROM referrals_{table}"}[verb]  # fmt: skip
    assert tried(workspace, "kari", statement, []) == "42501"


@pytest.mark.parametrize("name", ["amina", "per", "jonas", "rolf", "sara"])
def test_nobody_else_makes_a_move(workspace: Workspace, things: dict[str, UUID], name: str) -> None:
    """Neither by a step of her own, nor by one that says the database has made it."""
    with workspace.superuser() as connection:
        case = connection.execute(
            "SELECT case_id FROM referrals_sending WHERE id = %s", [things["sending"]]
        ).fetchone()[0]  # type: ignore[index]
    for side in ("", "receiver", "sender"):
        values = [uuid4(), "call_back", side, "lost", workspace.cast.members[name],
                  things["sending"], case]  # fmt: skip
        met = tried(workspace, name, STEP, values)
        assert met in {"42501", "SV409"}, (side, met)


def test_the_sender_cannot_answer_as_the_receiver(
    workspace: Workspace, things: dict[str, UUID]
) -> None:
    """What the step says of itself is not believed: it is the trigger that writes it."""
    member, case = workspace.cast.members["kari"], workspace.cast.cases["own"]
    values = [uuid4(), "lock", "receiver", "", member, things["sending"], case]
    assert tried(workspace, "kari", STEP, values) == "SV409"


STEP = (
    "INSERT INTO referrals_sendingstep (id, created_at, move, start, finish, side, reason, "
    "made_by_id, of_id, case_id) VALUES (%s, now(), %s, 'waiting', 'x', %s, %s, %s, %s, %s)"
)


def tried(workspace: Workspace, name: str, statement: str, values: list[Any]) -> str:
    """The code of the error a statement meets as the application; empty when it goes."""
    with workspace.connect() as connection, connection.transaction(force_rollback=True):
        connection.execute("SELECT set_config('samvern.token', %s, true)", [workspace.token(name)])
        try:
            connection.execute(statement, values)  # type: ignore[arg-type]
        except psycopg.Error as error:
            return error.sqlstate or "?"
    return ""
