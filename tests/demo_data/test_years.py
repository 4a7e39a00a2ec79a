# SPDX-License-Identifier: EUPL-1.2
"""Three years in a database: through the walls, sealed, once, and open to those they are for."""

from datetime import date
from hashlib import sha256

import pytest
from django.db import connection

from samvern.cases.assessments.domain import replay_assessment
from samvern.cases.assessments.models import Assessment
from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.deadlines.models import Deadline
from samvern.cases.documents.models import Document
from samvern.cases.documents.storage import read_file
from samvern.cases.emergency_access.domain import list_accesses_to_review
from samvern.cases.facts.domain import apply_facts, read_facts
from samvern.cases.handover.models import Handover
from samvern.cases.notes.models import Note
from samvern.demo_data.load import LoadedDemo, load_demo, load_years
from samvern.demo_data.members_at_work import as_member
from samvern.demo_data.organisations.workers import workers
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.build import SEED, stories
from samvern.demo_data.stories.second_cases import second_cases
from samvern.identity.sealing import load_keys, unseal
from samvern.web.database.roles import APP, OWNER
from support.workspace import Workspace

TODAY = date.today()  # noqa: DTZ011 (the day the clocks are shown)


@pytest.fixture(scope="module")
def filled(workspace: Workspace) -> LoadedDemo:
    return load_years(owner_url=workspace.url(OWNER), today=TODAY)


@pytest.fixture(scope="module")
def expected() -> dict[str, int]:
    told, draws = stories(TODAY), Draws(SEED)
    owners = [story.owner for story in [*told, *second_cases(draws, told, workers(draws))]]
    return {owner: owners.count(owner) for owner in owners}


def test_every_story_is_a_case(filled: LoadedDemo, expected: dict[str, int]) -> None:
    assert filled.cases == sum(expected.values()) > 640
    assert filled.rows > 20_000


def test_the_next_time_changes_nothing(workspace: Workspace, filled: LoadedDemo) -> None:
    again = load_years(owner_url=workspace.url(OWNER), today=TODAY)
    assert (again.cases, again.rows) == (0, 0)
    assert again.cast.members == filled.cast.members


def owned(filled: LoadedDemo, login: str) -> int:
    with as_member(filled.cast.members[login]) as actor:
        return Case.objects.filter(owner_id=actor.member_id).count()


@pytest.mark.usefixtures("workspace")
def test_each_owner_sees_her_own(filled: LoadedDemo, expected: dict[str, int]) -> None:
    small = {"kari": 4, "jonas": 2, "liv": 1, "amina": 1, "per": 1}
    found = {login: owned(filled, login) - small.get(login, 0) for login in expected}
    assert found == expected


@pytest.mark.usefixtures("workspace")
def test_what_is_sealed_says_what_the_story_says(filled: LoadedDemo) -> None:
    told = {note.text for story in stories(TODAY) if story.owner == "kari" for note in story.notes}
    with as_member(filled.cast.members["kari"]) as actor:
        rows = list(Note.objects.filter(case__owner_id=actor.member_id))
        load_keys([row.case_id for row in rows])
        read = {unseal(row.case_id, "note.text", row.pk, row.text_sealed) for row in rows}
    assert told - read == set()


@pytest.mark.usefixtures("workspace")
def test_deadlines_are_those_that_the_domain_counts(filled: LoadedDemo) -> None:
    """Counting a person's deadlines anew finds nothing to add, move or drop."""
    with as_member(filled.cast.members["kari"]) as actor:
        mine = {"case__owner_id": actor.member_id, "case__state": "open"}
        mine["role_in_case"] = "main"
        people = list(Person.objects.filter(**mine))
        before = list(Deadline.objects.order_by("pk").values_list("pk", "due_on", "state"))
        for person in people:
            if read_facts(person).sheet_id:
                apply_facts(actor=actor, person=person)
        after = list(Deadline.objects.order_by("pk").values_list("pk", "due_on", "state"))
    assert people
    assert after == before


@pytest.mark.usefixtures("workspace")
def test_an_identification_can_be_replayed(filled: LoadedDemo) -> None:
    with as_member(filled.cast.members["kari"]) as actor:
        rows = Assessment.objects.filter(created_by_id=actor.member_id, kind="identification")
        made = [row for row in rows if row.pack_hash]
        assert made
        assert [row.pk for row in made if not replay_assessment(row).is_same] == []


@pytest.mark.usefixtures("filled")
def test_no_sentence_lies_in_the_open(workspace: Workspace) -> None:
    """A search of every table finds no note, no goal and no name."""
    some = next(story for story in stories(TODAY) if story.owner == "kari" and story.people[0].aims)
    human = some.people[0]
    words = [
        some.notes[0].text,
        human.aims[0].text,
        human.claims[0].value,
        human.findings[0].ground,
    ]
    with workspace.superuser() as connection:
        tables = connection.execute(
            "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
            " WHERE schemaname IN ('public', 'audit', 'gate')"
        ).fetchall()
        for (table,) in tables:
            query = f"SELECT count(*) FROM {table} t WHERE t::text LIKE ANY (%s)"
            found = connection.execute(query, [[f"%{word}%" for word in words]]).fetchone()
            assert found == (0,), table


def test_the_trail_says_who_opened_each_case(workspace: Workspace, filled: LoadedDemo) -> None:
    with workspace.superuser() as connection:
        rows = connection.execute(
            "SELECT count(DISTINCT case_id) FROM audit.line WHERE act = 'case.open'"
        ).fetchone()
        broken = [
            connection.execute("SELECT audit.first_break(%s)", [key]).fetchone()
            for key in filled.cast.organisations.values()
        ]
    assert rows == (filled.cases + 9,)
    assert set(broken) == {(None,)}


def test_filling_leaves_django_where_it_was(workspace: Workspace, filled: LoadedDemo) -> None:
    found = load_demo(workspace.server.place.data, workspace.url(OWNER), workspace.url(APP))
    assert (found.cases, found.people) == (0, filled.people)
    assert connection.settings_dict["NAME"] == workspace.database


@pytest.mark.usefixtures("workspace")
def test_work_goes_on_after_the_loading(filled: LoadedDemo) -> None:
    with as_member(filled.cast.members["kari"]) as actor:
        case = open_case(actor=actor)
        assert case.owner_id == actor.member_id


@pytest.mark.usefixtures("workspace")
def test_a_document_is_what_was_received(filled: LoadedDemo) -> None:
    papers = {
        f"{paper.title}\n{paper.text}".encode()
        for story in stories(TODAY)
        if story.owner == "kari"
        for paper in story.papers
    }
    with as_member(filled.cast.members["kari"]) as actor:
        rows = Document.objects.filter(created_by_id=actor.member_id, media_type="text/plain")
        found = {read_file(row.pk) for row in rows}
        digests = {row.sha256 for row in rows}
    assert papers
    assert found == papers
    assert digests == {sha256(paper).hexdigest() for paper in papers}


@pytest.mark.usefixtures("workspace")
def test_a_handover_and_an_emergency_wait_for_an_answer(filled: LoadedDemo) -> None:
    with as_member(filled.cast.members["kari"]) as actor:
        waiting = Handover.objects.filter(taker_id=actor.member_id, state="offered")
        assert [row.giver_id for row in waiting] == [filled.cast.members["jonas"]]
    with as_member(filled.cast.members["tone"]) as actor:
        opened = list_accesses_to_review(actor)
        assert [each.reason.partition(":")[0] for each in opened] == ["Syntetisk"]
