# SPDX-License-Identifier: EUPL-1.2
"""Retention: proposed by the pack's rules, decided by two people, destroyed, and proved."""

import base64
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.utils import timezone

from identity.making import NUMBER, claim
from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.retention.domain import propose_erasures, run_retention
from samvern.web.jobs.service_members import acting_as_service
from support.desks import Desk
from support.emptied import everything, files_of, sealed_of, tables_with
from support.planting import plant_everywhere
from support.workspace import Workspace

pytestmark = pytest.mark.database
SECRET = "Kanarigjemtidokumentet"
YES, NO = {"sure": "on"}, {"reason": "Rettssaken er ikke over."}
Asked = Any


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where the files lie."""
    with override_settings(DOCUMENTS_ROOT=tmp_path / "documents", CLAMD_ADDRESS=""):
        yield tmp_path / "documents"


def one(workspace: Workspace, query: str, *values: object) -> Any:
    """The first column of the first row, behind the walls."""
    with workspace.superuser() as connection:
        found = connection.execute(query, list(values)).fetchone()
    return found[0] if found else None


def change(workspace: Workspace, statement: str, *values: object) -> None:
    with workspace.superuser() as connection:
        connection.execute(statement, list(values))


def closed(workspace: Workspace, case: UUID, years: int = 6) -> UUID:
    """A case as if it had been closed so long ago."""
    change(
        workspace,
        "UPDATE cases_case SET state = 'closed', closed_at = now() - make_interval(years => %s)"
        " WHERE id = %s",
        years,
        case,
    )
    return case


def propose(workspace: Workspace, today: date | None = None) -> int:
    """What the job of the night does, tonight or on another day."""
    with acting_as_service(
        workspace.cast.services["havn"], "job:retain", ["case", "identity"]
    ) as actor:
        if today is None:
            return run_retention(actor=actor)
        return len(propose_erasures(actor=actor, today=today))


def on_same_day(day: date, year: int) -> date:
    """The day in another year; the first of March where there is no 29 February."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def proposal_of(workspace: Workspace, case: UUID) -> UUID:
    found: UUID = one(
        workspace,
        "SELECT id FROM cases_proposal WHERE case_id = %s AND state IN ('proposed', 'confirmed')",
        case,
    )
    return found


def say_yes(workspace: Workspace, name: str, id: UUID, **more: str) -> Asked:
    return Desk(workspace, name).send("proposal", {**YES, **more}, proposal_id=id)


@pytest.fixture
def due(fresh_workspace: Workspace) -> UUID:
    """Kari's full case, shared and read by others, closed six years ago and proposed."""
    own, kari = fresh_workspace.cast.cases["own"], Desk(fresh_workspace, "kari")
    paper = SimpleUploadedFile("brev.txt", SECRET.encode())
    assert kari.send("document_add", {"file": paper}, case_id=own).status_code == 302
    words = {"kind": "phone", "happened_on": timezone.localdate().isoformat(), "text": SECRET}
    assert kari.send("note_new", words, case_id=own).status_code == 302
    assert kari.see("notes", case_id=own).status_code == 200
    assert Desk(fresh_workspace, "amina").see("notes", case_id=own).status_code == 200
    with fresh_workspace.acting("kari") as actor:
        claim(actor, Person.objects.filter(case_id=own)[0], "number", NUMBER)
    closed(fresh_workspace, own)
    assert propose(fresh_workspace) == 1
    return proposal_of(fresh_workspace, own)


def test_what_is_due_is_proposed_once_and_told_to_the_leader(
    fresh_workspace: Workspace, due: UUID
) -> None:
    reference = one(
        fresh_workspace,
        "SELECT c.reference FROM cases_case c JOIN cases_proposal p ON p.case_id = c.id"
        " WHERE p.id = %s",
        due,
    )
    page = Desk(fresh_workspace, "tone").read("retention")
    assert [text in page for text in (reference, "Hjelp og beskyttelse")] == [True, True]
    assert "Saker er foreslått slettet" in Desk(fresh_workspace, "tone").read("inbox")
    assert propose(fresh_workspace) == 0


def test_nobody_else_hears_of_it(fresh_workspace: Workspace, due: UUID) -> None:
    met = {
        name: Desk(fresh_workspace, name).see("proposal", proposal_id=due).status_code
        for name in ("tone", "kari", "jonas", "liv", "amina", "rolf", "guro")
    }
    assert met == {"tone": 200, "kari": 200} | dict.fromkeys(
        ("jonas", "liv", "amina", "rolf", "guro"), 404
    )


def test_it_takes_two_and_one_of_them_a_leader(fresh_workspace: Workspace, due: UUID) -> None:
    assert say_yes(fresh_workspace, "kari", due).headers["Location"].endswith("/retention/")
    again = say_yes(fresh_workspace, "kari", due)
    assert (again.status_code, "Du har allerede sagt ja" in again.content.decode()) == (400, True)
    assert one(fresh_workspace, "SELECT count(*) FROM cases_certificate") == 0
    assert say_yes(fresh_workspace, "tone", due).headers["Location"].endswith("/retention/done")
    assert one(fresh_workspace, "SELECT count(*) FROM cases_certificate") == 1
    assert say_yes(fresh_workspace, "tone", due).status_code == 404


def test_who_signed_in_a_while_ago_shows_again_who_she_is(
    fresh_workspace: Workspace, due: UUID
) -> None:
    tone = Desk(fresh_workspace, "tone")
    change(
        fresh_workspace,
        "UPDATE gate.session SET authenticated_at = now() - interval '6 minutes'"
        " WHERE member_id = %s",
        fresh_workspace.cast.members["tone"],
    )
    answer = tone.send("proposal", YES, proposal_id=due)
    assert (answer.status_code, "next=" in answer.headers["Location"]) == (302, True)
    assert one(fresh_workspace, "SELECT state FROM cases_proposal WHERE id = %s", due) == "proposed"


@pytest.mark.parametrize(
    ("obstacle", "said"),
    [
        ("held_at = now()", "Sikring av bevis"),
        ("state = 'open'", "åpnet igjen"),
    ],
)
def test_what_stands_in_the_way_stops_the_second_yes(
    fresh_workspace: Workspace, due: UUID, obstacle: str, said: str
) -> None:
    say_yes(fresh_workspace, "kari", due)
    own = fresh_workspace.cast.cases["own"]
    change(fresh_workspace, f"UPDATE cases_case SET {obstacle} WHERE id = %s", own)
    assert say_yes(fresh_workspace, "tone", due).status_code == 400
    assert one(fresh_workspace, "SELECT count(*) FROM cases_certificate") == 0
    assert one(fresh_workspace, "SELECT count(*) FROM cases_note WHERE case_id = %s", own) > 0


def test_a_held_case_is_not_even_proposed(fresh_workspace: Workspace) -> None:
    closed(fresh_workspace, fresh_workspace.cast.cases["held"])
    assert propose(fresh_workspace) == 0


def test_a_rejected_one_waits_a_year(fresh_workspace: Workspace, due: UUID) -> None:
    answer = Desk(fresh_workspace, "tone").send("proposal_reject", NO, proposal_id=due)
    assert answer.status_code == 302
    ended = one(fresh_workspace, "SELECT due_on FROM cases_proposal WHERE id = %s", due)
    short = propose(fresh_workspace, ended.replace(month=1, day=1, year=ended.year + 1))
    assert (short, propose(fresh_workspace, ended.replace(year=ended.year + 2))) == (0, 1)


def erase(workspace: Workspace, due: UUID) -> UUID:
    """Both say yes; the case that is gone."""
    say_yes(workspace, "kari", due)
    say_yes(workspace, "tone", due)
    own: UUID = workspace.cast.cases["own"]
    assert one(workspace, "SELECT erased_at IS NOT NULL FROM cases_case WHERE id = %s", own)
    return own


def written_as(word: str) -> tuple[str, str, str]:
    """As a word, and as bytes are written in a copy of a database or in JSON."""
    raw = word.encode()
    return word, raw.hex(), base64.b64encode(raw).decode().rstrip("=")


def found_in(text: str, words: Mapping[str, str]) -> list[str]:
    """The places whose word is there."""
    return [place for place, word in words.items() if any(w in text for w in written_as(word))]


def test_nothing_of_it_is_left_in_any_table_or_file(
    fresh_workspace: Workspace, due: UUID, folder: Path
) -> None:
    """Words in each place of each table for words, and those that the program sealed."""
    own, cast = fresh_workspace.cast.cases["own"], fresh_workspace.cast
    url = fresh_workspace.server.url("postgres", fresh_workspace.database)
    with fresh_workspace.superuser() as connection:
        before, there = sealed_of(connection, own), tables_with(connection, own)
        planted = plant_everywhere(connection, own, cast.persons["own"], cast.members["jonas"])
    whole = everything(url)
    assert (len(before) > 25, [each for each in before if each not in whole]) == (True, [])
    assert (len(planted) > 50, found_in(whole, planted)) == (True, list(planted))
    assert "public.identity_lookup" in there
    erase(fresh_workspace, due)
    with fresh_workspace.superuser() as connection:
        kept, files = tables_with(connection, own), files_of(connection)
    whole = everything(url)
    words = {place: word for place, word in cast.canaries.items() if "own/" in place}
    words["document"] = SECRET
    assert [value for value in before if value in whole] == []
    assert found_in(whole, {**words, **planted}) == []
    assert [place for place, word in words.items() if word.encode() in files] == []
    assert kept == {"audit.line", "public.cases_certificate", "public.cases_proposal",
                    "public.identity_key"}  # fmt: skip
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_its_keys_its_history_and_what_the_trail_said_of_it_are_gone(
    fresh_workspace: Workspace, due: UUID
) -> None:
    own = erase(fresh_workspace, due)
    keys = "SELECT count(*) FROM identity_key WHERE case_id = %s AND wrapped IS NOT NULL"
    history = "SELECT count(*) FROM audit.history WHERE case_id = %s"
    details = (
        "SELECT count(*) FROM audit.detail JOIN audit.line l USING (chain, number)"
        " WHERE l.case_id = %s AND l.at < (SELECT min(e.at) FROM audit.line e"
        " WHERE e.case_id = l.case_id AND e.act = 'case.erase')"
    )
    assert [one(fresh_workspace, q, own) for q in (keys, history, details)] == [0, 0, 0]
    for name in ("kari", "tone", "amina"):
        assert Desk(fresh_workspace, name).see("case", case_id=own).status_code == 404


def test_the_decisions_stay_without_a_name_and_every_chain_is_whole(
    fresh_workspace: Workspace, due: UUID
) -> None:
    own = erase(fresh_workspace, due)
    decisions = one(
        fresh_workspace, "SELECT decisions FROM cases_certificate WHERE case_id = %s", own
    )
    kept = [(each["person"], each["what"], each["outcome"]) for each in decisions]
    assert sorted(kept) == [
        (1, "assistance:housing", "given"),
        (1, "identification", "presumed"),
    ]
    breaks = "SELECT count(*) FROM audit.head h WHERE audit.first_break(h.chain) IS NOT NULL"
    assert one(fresh_workspace, breaks) == 0
    page = Desk(fresh_workspace, "rolf").read("auditor_proof")
    assert "Ja. Alle" in page


def test_a_proof_somebody_changed_says_so(fresh_workspace: Workspace, due: UUID) -> None:
    erase(fresh_workspace, due)
    rolf = Desk(fresh_workspace, "rolf", "en")
    before = rolf.read("certificates")
    change(fresh_workspace, "UPDATE cases_certificate SET decisions = '[]'")
    after = rolf.read("certificates")
    assert ["Changed since" in page for page in (before, after)] == [False, True]


def test_what_goes_to_the_archive_is_erased_with_the_archives_number_alone(
    fresh_workspace: Workspace,
) -> None:
    own = closed(fresh_workspace, fresh_workspace.cast.cases["own"], 12)
    change(fresh_workspace, "UPDATE cases_case SET kind = 'immigration' WHERE id = %s", own)
    propose(fresh_workspace)
    due = proposal_of(fresh_workspace, own)
    assert say_yes(fresh_workspace, "kari", due).status_code == 400
    assert say_yes(fresh_workspace, "kari", due, receipt="NA 2026/17").status_code == 302
    assert say_yes(fresh_workspace, "tone", due, receipt="NA 2026/17").status_code == 302
    receipt = one(fresh_workspace, "SELECT receipt FROM cases_certificate WHERE case_id = %s", own)
    assert receipt == "NA 2026/17"


def test_the_person_may_ask_and_the_leader_proposes(fresh_workspace: Workspace) -> None:
    own, tone = fresh_workspace.cast.cases["closed"], Desk(fresh_workspace, "tone")
    assert Desk(fresh_workspace, "kari").see("erasure_request", case_id=own).status_code == 404
    assert tone.send("erasure_request", YES, case_id=own).status_code == 302
    assert tone.send("erasure_request", YES, case_id=own).status_code == 400
    due = proposal_of(fresh_workspace, own)
    say_yes(fresh_workspace, "tone", due)
    say_yes(fresh_workspace, "kari", due)
    assert tone.see("case", case_id=own).status_code == 404


def test_the_application_itself_can_erase_nothing(fresh_workspace: Workspace, due: UUID) -> None:
    own = fresh_workspace.cast.cases["own"]
    met = []
    for statement in (
        "DELETE FROM cases_note WHERE case_id = %s",
        "DELETE FROM cases_case WHERE id = %s",
        "UPDATE cases_proposal SET state = 'confirmed' WHERE case_id = %s",
        "UPDATE identity_key SET wrapped = NULL WHERE case_id = %s",
        "DELETE FROM audit.history WHERE case_id = %s",
        "SELECT audit.erase(%s)",
        "SELECT gate.empty_case(%s)",
    ):
        with fresh_workspace.connect() as connection:
            connection.execute("SELECT set_config('samvern.token', %s, false)",
                               [fresh_workspace.token("tone")])  # fmt: skip
            met.append(refused(connection, statement, own))
    assert met == ["42501"] * 7


def refused(connection: Any, statement: str, case: UUID) -> str | None:
    """The state with which the database refuses a statement."""
    import psycopg

    try:
        connection.execute(statement, [case])
    except psycopg.Error as error:
        return error.sqlstate
    return None


def test_over_the_years_each_kind_is_proposed_when_its_time_is_out(
    fresh_workspace: Workspace,
) -> None:
    today = timezone.localdate()
    with fresh_workspace.acting("kari") as actor:
        made = {open_case(actor=actor, kind=kind).pk: kind for kind in Case.Kind.values}
    change(
        fresh_workspace,
        "UPDATE cases_case SET state = 'closed', closed_at = now() WHERE id = ANY(%s)",
        list(made),
    )
    year_of = {}
    for year in range(27):
        propose(fresh_workspace, on_same_day(today, today.year + year))
        with fresh_workspace.superuser() as connection:
            query = "SELECT case_id FROM cases_proposal WHERE case_id = ANY(%s)"
            for (case,) in connection.execute(query, [list(made)]).fetchall():
                year_of.setdefault(made[case], year)
    assert year_of == {
        "labour": 3, "assistance": 5, "police": 5, "immigration": 10, "health": 10, "child": 25,
    }  # fmt: skip
