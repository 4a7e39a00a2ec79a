# SPDX-License-Identifier: EUPL-1.2
"""The trail, signed outside the database: what a superuser can rewrite, and what that shows."""

import csv
import io
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any, Self
from uuid import UUID

import psycopg
import pytest

from samvern.access.unit_of_work import log_act, log_read, unit_of_work_for
from samvern.web.audit_trail import anchors as signing
from samvern.web.audit_trail.anchors import AnchorError, add_anchor, read_anchors
from samvern.web.audit_trail.verify import TrailVerdict, verify_trail
from samvern.web.database import Server
from samvern.web.database.roles import APP
from samvern.web.jobs.service_members import acting_as_service, list_service_members
from samvern.web.keyring import Keyring
from support.cli import Run
from support.surroundings import KEYS

pytestmark = pytest.mark.database

NewOrganisation = Callable[[str], UUID]
SIGNER = Keyring.read(KEYS).signer()
REWRITE = """
    WITH RECURSIVE chain AS (
        SELECT number, audit.words(l) AS words, sha256(
            sha256(convert_to(l.chain::text, 'UTF8')) || audit.words(l)) AS hash
        FROM audit.line l WHERE chain = %(chain)s AND number = 1
        UNION ALL
        SELECT l.number, audit.words(l), sha256(c.hash || audit.words(l))
        FROM chain c JOIN audit.line l ON l.chain = %(chain)s AND l.number = c.number + 1
    ), written AS (
        UPDATE audit.line l SET hash = c.hash FROM chain c
        WHERE l.chain = %(chain)s AND l.number = c.number RETURNING l.number, c.hash
    )
    UPDATE audit.head h SET hash = w.hash FROM written w
    WHERE h.chain = %(chain)s AND w.number = h.number
"""


@pytest.fixture
def chain(installed: Server, organisation: NewOrganisation) -> UUID:
    """The chain of an organisation with three lines."""
    made = organisation("Kommunen")
    for number in range(3):
        with acting_as_service(list_service_members()[0], "job:try", []):
            log_act("try.act", number=number)
    return made


@pytest.fixture
def anchors(tmp_path: Path) -> Path:
    return tmp_path / "anchors.jsonl"


def sign(server: Server, anchors: Path, **more: Any) -> bool:
    with psycopg.connect(server.url(APP)) as connection:
        return add_anchor(connection, anchors, SIGNER, **more)


class Ahead(datetime):
    """A clock that is forty days ahead."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls.fromtimestamp(time.time() + 40 * 86_400, tz)


def verify(
    server: Server, anchors: Path | None = None, now: datetime | None = None
) -> TrailVerdict:
    with psycopg.connect(server.url(APP)) as connection:
        return verify_trail(connection, anchors, SIGNER.public_key(), now=now)


def test_a_whole_trail_has_no_faults(installed: Server, chain: UUID, anchors: Path) -> None:
    sign(installed, anchors)
    verdict = verify(installed, anchors)
    assert (verdict.faults, verdict.anchors, verdict.unsigned) == ([], 1, 0)
    assert verdict.lines >= 3


def test_lines_since_the_last_signing_are_counted(
    installed: Server, chain: UUID, anchors: Path
) -> None:
    sign(installed, anchors)
    with acting_as_service(list_service_members()[0], "job:try", []):
        log_act("try.act")
    assert verify(installed, anchors).unsigned == 1


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ("UPDATE audit.line SET act = 'other' WHERE chain = %s AND number = 2", 2),
        ("UPDATE audit.line SET at = at - interval '1 h' WHERE chain = %s AND number = 3", 3),
        ("DELETE FROM audit.line WHERE chain = %s AND number = 1", 2),
        ("DELETE FROM audit.line WHERE chain = %s AND number = 3", 3),
        ("UPDATE audit.detail SET content = '{}' WHERE chain = %s AND number = 2", 2),
    ],
)
def test_a_superusers_change_is_found_with_its_line(
    installed: Server, chain: UUID, superuser: psycopg.Connection[Any], change: str, line: int
) -> None:
    superuser.execute(change.encode(), [chain])
    assert verify(installed).faults == [f"chain {chain}: line {line} was changed, added or removed"]
    forget(superuser, chain)


def test_an_erased_detail_breaks_nothing(
    installed: Server, chain: UUID, superuser: psycopg.Connection[Any]
) -> None:
    superuser.execute("DELETE FROM audit.detail WHERE chain = %s", [chain])
    assert verify(installed).faults == []


def test_a_chain_rewritten_whole_is_found_by_what_was_signed(
    installed: Server, chain: UUID, superuser: psycopg.Connection[Any], anchors: Path
) -> None:
    sign(installed, anchors)
    superuser.execute("UPDATE audit.line SET act = 'x' WHERE chain = %s AND number = 2", [chain])
    superuser.execute(REWRITE, {"chain": chain})
    assert verify(installed).faults == []
    faults = verify(installed, anchors).faults
    assert [fault.partition(" is not ")[0] for fault in faults] == [f"chain {chain}: line 3"]
    forget(superuser, chain)


def test_a_chain_removed_whole_is_found_by_what_was_signed(
    installed: Server, chain: UUID, superuser: psycopg.Connection[Any], anchors: Path
) -> None:
    sign(installed, anchors)
    forget(superuser, chain)
    assert verify(installed).faults == []
    assert len(verify(installed, anchors).faults) == 1


def forget(superuser: psycopg.Connection[Any], chain: UUID) -> None:
    for table in ("line", "detail", "head"):
        superuser.execute(f"DELETE FROM audit.{table} WHERE chain = %s".encode(), [chain])


def test_signed_lines_follow_from_each_other(installed: Server, chain: UUID, anchors: Path) -> None:
    for _ in range(4):
        sign(installed, anchors)
    lines = anchors.read_text().splitlines(keepends=True)
    for changed, number in (
        (lines[1:], 1),
        (lines[:1] + lines[2:], 2),
        ([lines[1], lines[0], *lines[2:]], 1),
        (lines + lines[3:], 5),
    ):
        anchors.write_text("".join(changed))
        with pytest.raises(AnchorError, match=f"line {number} does not follow"):
            list(read_anchors(anchors, SIGNER.public_key()))


@pytest.mark.parametrize("field", ["at", "heads", "key", "previous", "signature"])
def test_a_changed_field_is_found(
    installed: Server, chain: UUID, anchors: Path, field: str
) -> None:
    sign(installed, anchors)
    line = json.loads(anchors.read_text())
    was = line[field]
    line[field] = {} if field == "heads" else ("1" if was[0] != "1" else "2") + was[1:]
    anchors.write_text(json.dumps(line) + "\n")
    with pytest.raises(AnchorError, match="line 1 is not signed, or was changed"):
        list(read_anchors(anchors, SIGNER.public_key()))


def test_another_key_cannot_go_on_signing(installed: Server, chain: UUID, anchors: Path) -> None:
    sign(installed, anchors)
    other = Keyring.read(KEYS).with_new_anchor().signer()
    with psycopg.connect(installed.url(APP)) as connection:
        add_anchor(connection, anchors, other)
    with pytest.raises(AnchorError, match="line 2 is signed by another key than the one due"):
        list(read_anchors(anchors, other.public_key()))


def test_a_file_signed_by_another_key_from_the_start_is_refused(
    installed: Server, chain: UUID, anchors: Path
) -> None:
    other = Keyring.read(KEYS).with_new_anchor().signer()
    with psycopg.connect(installed.url(APP)) as connection:
        add_anchor(connection, anchors, other)
    assert verify(installed, anchors).faults == [
        "anchors.jsonl: the last line is not signed by the present key"
    ]


def test_what_a_power_cut_left_of_a_line_is_taken_away(
    installed: Server, chain: UUID, anchors: Path
) -> None:
    sign(installed, anchors)
    with anchors.open("a") as file:
        file.write('{"at":"2026-')
    sign(installed, anchors)
    assert len(list(read_anchors(anchors, SIGNER.public_key()))) == 2


def test_it_is_signed_once_an_hour(installed: Server, chain: UUID, anchors: Path) -> None:
    hour_ago, soon = datetime.now(UTC) - timedelta(hours=1), datetime.now(UTC) + timedelta(hours=1)
    assert [sign(installed, anchors, unless_after=hour_ago) for _ in range(2)] == [True, False]
    assert sign(installed, anchors, unless_after=soon)


def test_a_clock_that_was_ahead_does_not_stop_the_signing(
    installed: Server, chain: UUID, anchors: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would not be signed again before that day, and nobody would see it."""
    with monkeypatch.context() as patch:
        patch.setattr(signing, "datetime", Ahead)
        assert sign(installed, anchors)
    hour_ago = datetime.now(UTC) - timedelta(hours=1)
    assert [fault[:46] for fault in verify(installed, anchors, now=datetime.now(UTC)).faults] == [
        f"the trail: it was last signed at {Ahead.now(UTC):%Y-%m-%d %H}"
    ]
    assert [sign(installed, anchors, unless_after=hour_ago) for _ in range(2)] == [True, False]
    assert verify(installed, anchors, now=datetime.now(UTC)).faults == []


@pytest.mark.parametrize(
    ("hours", "faults"), [(0, 0), (2.9, 0), (3.1, 1), (24 * 365, 1), (-0.05, 0), (-1, 1)]
)
def test_a_trail_that_is_no_longer_signed_is_not_whole(
    installed: Server, chain: UUID, anchors: Path, hours: float, faults: int
) -> None:
    sign(installed, anchors)
    later = datetime.now(UTC) + timedelta(hours=hours)
    assert len(verify(installed, anchors, now=later).faults) == faults


@pytest.mark.parametrize("content", [None, "", "\n"])
def test_a_file_of_anchors_that_is_missing_or_empty_is_a_fault(
    run: Run, chain: UUID, anchors: Path, content: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content is not None:
        anchors.write_text(content)
    monkeypatch.setenv("SAMVERN_ANCHORS", str(anchors))
    done = run("audit", "verify")
    assert (done.code, "sign now with `samvern audit anchor`" in done.out) == (1, True)
    anchors.unlink(missing_ok=True)
    assert run("audit", "anchor").code == 0
    assert run("audit", "verify").code == 0


def test_the_signing_key_can_be_changed_and_the_old_one_vouches(
    run: Run, installed: Server, chain: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = tmp_path / "keys.json"
    keys.write_bytes(KEYS.read_bytes())
    keys.chmod(0o600)
    monkeypatch.setenv("SAMVERN_KEYS", str(keys))
    monkeypatch.setenv("SAMVERN_ANCHORS", str(tmp_path / "anchors.jsonl"))
    assert run("audit", "anchor").code == 0
    assert run("keys", "rotate-anchor").code == 0
    done = run("audit", "verify")
    assert (done.code, "3 anchors" in done.out, "0 faults" in done.out) == (0, True, True)
    assert Keyring.read(keys).anchor != Keyring.read(KEYS).anchor


def test_verify_tells_a_fault_by_its_exit_code(
    run: Run,
    chain: UUID,
    superuser: psycopg.Connection[Any],
    anchors: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SAMVERN_ANCHORS", str(anchors))
    assert run("audit", "anchor").code == 0
    assert run("audit", "verify").code == 0
    superuser.execute("UPDATE audit.line SET act = 'x' WHERE chain = %s AND number = 1", [chain])
    done = run("audit", "verify")
    forget(superuser, chain)
    assert (done.code, done.out.splitlines()[0]) == (
        1,
        f"chain {chain}: line 1 was changed, added or removed",
    )


def test_who_saw_what_since_a_moment(
    run: Run, installed: Server, organisation: NewOrganisation
) -> None:
    organisation('=cmd|"/c calc"!A1')
    start = datetime.now(UTC).isoformat()
    with acting_as_service(list_service_members()[0], "job:try", []) as actor:
        log_read("case.open", object=UUID(int=7), rows=3)
    done = run("audit", "who-saw", "--since", start)
    (row,) = csv.DictReader(io.StringIO(done.out))
    assert (done.code, done.err) == (0, "1 lines\n")
    assert row == {
        "at": row["at"],
        "organisation": '\'=cmd|"/c calc"!A1',
        "member": "Samvern",
        "member_id": str(actor.member_id),
        "role": "service",
        "act": "case.open",
        "outcome": "seen",
        "case_id": "",
        "case_organisation": "",
        "object_id": str(UUID(int=7)),
        "rows": "3",
        "number": row["number"],
    }


def test_who_saw_what_in_one_organisation_until_a_moment(
    run: Run, installed: Server, organisation: NewOrganisation
) -> None:
    organisation("Kommunen")
    start = datetime.now(UTC).isoformat()
    with acting_as_service(list_service_members()[0], "job:try", []):
        log_act("try.act")
    end = datetime.now(UTC).isoformat()
    with acting_as_service(list_service_members()[0], "job:try", []):
        log_act("try.later")
    asked = ("audit", "who-saw", "--since", start)
    acts = [
        [row["act"] for row in csv.DictReader(io.StringIO(run(*asked, *more).out))]
        for more in (
            ("--organisation", "Kommunen"),
            ("--organisation", "Kommunen", "--until", end),
            ("--organisation", "Krisesenteret"),
        )
    ]
    assert acts == [["try.act", "try.later"], ["try.act"], []]


def test_the_trail_says_that_it_was_read(run: Run, installed: Server) -> None:
    start = datetime.now(UTC).isoformat()
    run("audit", "who-saw", "--since", start)
    (row,) = csv.DictReader(io.StringIO(run("audit", "who-saw", "--since", start).out))
    assert (row["act"], row["outcome"], row["rows"]) == ("audit.extract", "seen", "0")


def test_a_moment_that_is_none_is_one_line(run: Run) -> None:
    done = run("audit", "who-saw", "--since", "yesterday")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "'yesterday' is not a moment; write it as 2026-11-23" in done.err


def test_the_application_reads_hashes_and_nothing_else(installed: Server, chain: UUID) -> None:
    with psycopg.connect(installed.url(APP)) as connection:
        assert connection.execute("SELECT count(*) FROM audit.line").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM audit.heads()").fetchone() != (0,)


def test_nobody_acts_in_the_chain_of_nobody(installed: Server) -> None:
    with unit_of_work_for(""):
        log_act("try.act")
    with psycopg.connect(installed.url(APP)) as connection:
        heads = connection.execute("SELECT chain FROM audit.heads()").fetchall()
    assert (UUID(int=0),) in heads
