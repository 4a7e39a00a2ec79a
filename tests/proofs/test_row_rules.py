# SPDX-License-Identifier: EUPL-1.2
"""INSERT's tests hold for UPDATE too: a row cannot become what it could not have been written as.

Each test is a statement in a signed-in member's session that no page makes.
"""

import uuid
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from support.workspace import Workspace

pytestmark = pytest.mark.database
Connection = psycopg.Connection[Any]
Refused = psycopg.errors.InsufficientPrivilege
TEAM = (
    "INSERT INTO access_teammember (id, created_at, case_id, is_owner, member_id, added_by_id) "
    "VALUES (gen_random_uuid(), now(), %s, %s, %s, %s)"
)
SHARE = (
    "INSERT INTO access_share (id, created_at, case_id, organisation_id, categories, purpose, "
    "basis, provision, since, until, created_by_id) VALUES (gen_random_uuid(), now(), %s, %s, "
    "'{case}', 'protection', 'statute', 'x', now(), now() + %s::interval, %s)"
)


def change_of(table: str, case: uuid.UUID, key: str = "case_id") -> str:
    """A statement that changes a case's rows, still to be filled in."""
    return f"UPDATE {table} SET {{}} WHERE {key} = '{case}'"


class Session:
    """One transaction in which the application works for somebody; nothing of it stays."""

    def __init__(self, connection: Connection, workspace: Workspace) -> None:
        self.connection, self.cast = connection, workspace.cast
        self.tokens = {name: workspace.token(name) for name in ("kari", "tone")}

    def at_work(self, name: str) -> None:
        """From here on for this member."""
        self.connection.execute("SET LOCAL ROLE samvern_app")
        self.connection.execute("SELECT set_config('samvern.token', %s, true)", [self.tokens[name]])

    def behind(self, statement: str, *values: Any) -> Any:
        """Past the walls; the first value that is read."""
        self.connection.execute("RESET ROLE")
        found = self.connection.execute(statement.encode(), list(values))
        row = found.fetchone() if found.description else None
        return row and row[0]

    def run(self, statement: str, *values: Any) -> int:
        """How many rows it touched."""
        return self.connection.execute(statement.encode(), list(values)).rowcount

    def refused(self, statement: str, *values: Any) -> None:
        """It is refused as something one has no right to."""
        with pytest.raises(Refused), self.connection.transaction():
            self.run(statement, *values)


@pytest.fixture
def session(workspace: Workspace) -> Iterator[Session]:
    made = workspace.superuser()
    with made as connection:
        sitting = Session(connection, workspace)
        with connection.transaction(force_rollback=True):
            yield sitting


def test_a_place_on_a_team_is_neither_moved_nor_revived(session: Session) -> None:
    cast, row = session.cast, uuid.uuid4()
    session.behind(
        "INSERT INTO access_teammember (id, created_at, case_id, is_owner, member_id, added_by_id, "
        "ended_at) VALUES (%s, now(), %s, false, %s, %s, now())",
        row, cast.cases["own"], cast.members["liv"], cast.members["kari"],
    )  # fmt: skip
    session.at_work("kari")
    change = "UPDATE access_teammember SET {} WHERE id = %s"
    session.refused(change.format("ended_at = NULL"), row)
    session.refused(change.format("ended_at = now() + interval '1 year'"), row)
    session.refused(change.format("is_owner = true, ended_at = NULL"), row)
    for column, value in (("member_id", cast.members["per"]), ("case_id", cast.cases["foreign"])):
        session.refused(change.format(f"{column} = '{value}'"), row)


def test_a_new_place_on_a_team_is_signed_and_a_colleague_s(session: Session) -> None:
    own, members = session.cast.cases["own"], session.cast.members
    session.at_work("kari")
    session.refused(TEAM, own, False, members["liv"], members["tone"])
    session.refused(TEAM, own, False, members["per"], members["kari"])
    session.refused(TEAM, own, True, members["liv"], members["kari"])
    assert session.run(TEAM, own, False, members["liv"], members["kari"]) == 1


def test_a_share_that_ended_stays_ended_and_none_lasts_ten_years(session: Session) -> None:
    cast = session.cast
    new = (cast.cases["own"], cast.organisations["politi"])
    session.at_work("kari")
    session.refused(SHARE, *new, "10 years", cast.members["kari"])
    assert session.run(SHARE, *new, "90 days", cast.members["kari"]) == 1
    own = change_of("access_share", cast.cases["own"])
    session.refused(own.format("until = now() + interval '10 years'"))
    session.refused(own.format("categories = '{case,identity}'"))
    session.refused(own.format("ended_at = now(), ended_by_id = %s"), cast.members["tone"])
    assert session.run(own.format("ended_at = now(), ended_by_id = %s"), cast.members["kari"]) >= 2
    session.refused(own.format("ended_at = NULL, until = now() + interval '10 years'"))


def test_what_a_share_and_a_team_were_is_kept(session: Session) -> None:
    own = session.cast.cases["own"]
    session.at_work("kari")
    session.run(TEAM, own, False, session.cast.members["liv"], session.cast.members["kari"])
    for table, test in (
        ("access_share", "ended_at IS NULL"),
        ("access_teammember", "NOT is_owner"),
    ):
        session.at_work("kari")
        ended = session.run(
            f"UPDATE {table} SET ended_at = now() WHERE case_id = %s AND {test}", own
        )
        kept = "SELECT count(*) FROM audit.history WHERE source = %s AND case_id = %s"
        assert session.behind(kept, table, own) == ended > 0


def test_a_withdrawn_consent_stays_withdrawn(session: Session) -> None:
    own, members = session.cast.cases["own"], session.cast.members
    change = change_of("cases_consent", own)
    session.at_work("kari")
    session.refused(change.format("withdrawn_at = now(), withdrawn_by_id = %s"), members["tone"])
    session.refused(change.format("refused = true"))
    session.refused(change.format("recipient_id = %s"), session.cast.organisations["politi"])
    assert session.run(change.format("withdrawn_at = now(), withdrawn_by_id = %s"), members["kari"])
    session.refused(change.format("withdrawn_at = NULL, withdrawn_by_id = NULL"))
    session.refused(change.format("withdrawn_at = now() + interval '1 year'"))
    session.refused(change.format("expires_on = current_date + 3650"))


def test_a_legal_hold_is_its_leaders_and_signed(session: Session) -> None:
    held, members = session.cast.cases["held"], session.cast.members
    change = change_of("cases_case", held, "id")
    session.at_work("kari")
    session.refused(change.format("held_at = NULL, held_by_id = NULL"))
    session.at_work("tone")
    session.refused(change.format("held_at = NULL"))
    session.refused(change.format("held_at = '2001-01-01'"))
    assert session.run(change.format("held_at = NULL, held_by_id = NULL")) == 1
    session.refused(change.format("held_at = now(), held_by_id = %s"), members["kari"])
    assert session.run(change.format("held_at = '2001-01-01', held_by_id = %s"), members["tone"])
    assert session.behind(f"SELECT held_at > now() - interval '1 day' FROM cases_case "
                          f"WHERE id = '{held}'")  # fmt: skip


def test_the_day_a_case_was_closed_is_the_database_s(session: Session) -> None:
    closed = session.cast.cases["closed"]
    change = change_of("cases_case", closed, "id")
    session.at_work("kari")
    session.refused(change.format("closed_at = '2001-01-01'"))
    session.refused(change.format("closed_at = NULL"))
    assert session.run(change.format("state = 'open'")) == 1
    session.refused(change.format("closed_at = now()"))
    is_so = "SELECT closed_at IS NULL FROM cases_case WHERE id = %s"
    assert session.behind(is_so, closed)


def test_an_erased_case_changes_no_more(session: Session) -> None:
    own = session.cast.cases["own"]
    session.at_work("kari")
    session.refused("UPDATE cases_case SET erased_at = now() WHERE id = %s", own)
    session.behind("UPDATE cases_case SET erased_at = now() WHERE id = %s", own)
    session.at_work("kari")
    for change in ("erased_at = NULL", "kind = 'child'", "state = 'closed'"):
        session.refused(f"UPDATE cases_case SET {change} WHERE id = %s", own)


@pytest.mark.parametrize(
    ("table", "end", "back"),
    [("cases_document", "infected", "clean"), ("cases_handover", "declined", "offered")],
)
def test_a_state_that_ends_something_is_left_by_nobody(
    session: Session, table: str, end: str, back: str
) -> None:
    own, kari = session.cast.cases["own"], session.cast.members["kari"]
    if table == "cases_handover":
        session.behind(
            "INSERT INTO cases_handover (id, created_at, changed_at, version, state, "
            "words_sealed, case_id, created_by_id, giver_id, taker_id) "
            "VALUES (gen_random_uuid(), now(), now(), 1, 'offered', '\\x00', %s, %s, %s, %s)",
            own, kari, kari, session.cast.members["liv"],
        )  # fmt: skip
    assert session.behind(f"SELECT count(*) FROM {table} WHERE case_id = %s", own)
    session.behind(f"UPDATE {table} SET state = %s WHERE case_id = %s", end, own)
    session.at_work("kari")
    session.refused(f"UPDATE {table} SET state = %s WHERE case_id = %s", back, own)
