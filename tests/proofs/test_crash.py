# SPDX-License-Identifier: EUPL-1.2
"""Kill -9 of database, web processes and job worker while people write: nothing acknowledged is
lost, nothing is half, the trail is whole and no job is gone."""

import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
from django.db import connection

from samvern.cases.core.models import Case
from samvern.cases.notes.domain import decrypt_notes, list_notes
from support.crashing import Stage, crash, staged, table
from support.job_probes import Prober, finish_jobs
from support.writing import Writer

pytestmark = [pytest.mark.database, pytest.mark.long]
SEED = 20260
KILLS, FEW = 200, 8
WRITERS = {"kari": "own", "jonas": "unit", "liv": "other_unit", "amina": "shared_in"}
HALF_NOTES = """
    SELECT count(*) FROM cases_note n WHERE n.created_at > %(since)s AND (
        n.text_sealed IS NULL
        OR NOT EXISTS (SELECT 1 FROM identity_key k WHERE k.subject_id = n.case_id)
        OR 1 <> (SELECT count(*) FROM audit.line l
            WHERE l.act = 'note.write' AND l.object_id = n.id))
"""
HALF_CASES = """
    SELECT count(*) FROM cases_case c WHERE c.created_at > %(since)s AND (
        NOT EXISTS (SELECT 1 FROM identity_key k WHERE k.subject_id = c.id)
        OR NOT EXISTS (SELECT 1 FROM access_teammember t WHERE t.case_id = c.id AND t.is_owner)
        OR 1 <> (SELECT count(*) FROM audit.line l WHERE l.act = 'case.open' AND l.case_id = c.id)
        OR NOT EXISTS (SELECT 1 FROM cases_person p JOIN identity_key k ON k.subject_id = p.id
            WHERE p.case_id = c.id))
"""
LINES_OF_NOTHING = """
    SELECT count(*) FROM audit.line l WHERE l.at > %(since)s AND (
        l.act = 'note.write' AND NOT EXISTS (SELECT 1 FROM cases_note n WHERE n.id = l.object_id)
        OR l.act = 'case.open' AND NOT EXISTS (SELECT 1 FROM cases_case c WHERE c.id = l.case_id))
"""
CHAINS = "SELECT count(*), count(audit.first_break(chain)), sum(number) FROM audit.head"


@dataclass
class Aftermath:
    """What was done, and what is there afterwards, after every kill."""

    stage: Stage
    writers: list[Writer]
    prober: Prober
    since: object

    def count(self, query: str) -> tuple[int, ...]:
        """Counted from behind the walls."""
        with self.stage.workspace.superuser() as superuser:
            row = superuser.execute(query, {"since": self.since}).fetchone()
        assert row is not None
        return tuple(row)

    def present(self, writer: Writer) -> Counter[str]:
        """The words of all notes of the case a writer writes in, opened as she opens them."""
        with self.stage.workspace.acting(writer.member):
            entries = decrypt_notes(list(list_notes(Case.objects.get(pk=writer.case))))
        return Counter(entry.text for entry in entries if entry.text.startswith("Merke "))


@pytest.fixture(scope="module")
def aftermath(short: bool) -> Iterator[Aftermath]:
    """The same workspace after it was killed at so many moments, with everything back."""
    with staged() as stage:
        with stage.workspace.superuser() as superuser:
            # Writing without rest is more than anybody's work.
            superuser.execute("UPDATE gate.allowance SET hourly = 1000000, daily = 1000000")
            (since,) = superuser.execute("SELECT clock_timestamp()").fetchone() or (None,)
        workspace = stage.workspace
        writers = [Writer(stage.site, workspace, who, case) for who, case in WRITERS.items()]
        prober = Prober(workspace)
        for thread in (*writers, prober):
            thread.start()
        try:
            crash(stage, writers, FEW if short else KILLS, random.Random(SEED))
        finally:
            for thread in (*writers, prober):
                thread.stopped.set()
            for thread in (*writers, prober):
                thread.join(60)
        connection.close()  # of this process, which died with the database
        yield Aftermath(stage, writers, prober, since)


def test_each_kind_was_killed_and_came_back(
    aftermath: Aftermath, capsys: pytest.CaptureFixture[str]
) -> None:
    crashes = aftermath.stage.crashes
    with capsys.disabled():
        print("", *table(crashes), sep="\n")
    assert len({each.kind for each in crashes}) == 4
    assert [each for each in crashes if each.back is None] == []


def test_what_was_acknowledged_is_there_and_opens(
    aftermath: Aftermath, capsys: pytest.CaptureFixture[str]
) -> None:
    found = {writer.member: aftermath.present(writer) for writer in aftermath.writers}
    sent = {w.member: set(w.notes) for w in aftermath.writers}
    acknowledged = {w.member: {t for t, ok in w.notes.items() if ok} for w in aftermath.writers}
    answers = Counter(status for w in aftermath.writers for *_, status in w.answers)
    with capsys.disabled():
        total = sum(map(len, acknowledged.values()))
        there = sum(len(acknowledged[who] & set(found[who])) for who in found)
        unsure = sum(len(set(found[who]) - acknowledged[who]) for who in found)
        print(f"\nnotes acknowledged {total}, present {there}; unacknowledged present {unsure}")
        print(f"answers {dict(answers)}")
    assert min(map(len, acknowledged.values())) > 0
    assert {who: missing for who in found if (missing := acknowledged[who] - set(found[who]))} == {}
    assert {who: foreign for who in found if (foreign := set(found[who]) - sent[who])} == {}
    assert [text for each in found.values() for text, times in each.items() if times > 1] == []


def test_cases_that_were_acknowledged_are_there(
    aftermath: Aftermath, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = 0
    for writer in aftermath.writers:
        with aftermath.stage.workspace.acting(writer.member):
            lost += len(writer.opened) - Case.objects.filter(pk__in=writer.opened).count()
    total = sum(len(writer.opened) for writer in aftermath.writers)
    with capsys.disabled():
        print(f"\ncases acknowledged {total}, present {total - lost}")
    assert (lost, total > 0) == (0, True)


@pytest.mark.parametrize("query", [HALF_NOTES, HALF_CASES, LINES_OF_NOTHING])
def test_nothing_is_half(aftermath: Aftermath, query: str) -> None:
    assert aftermath.count(query) == (0,)


def test_every_chain_is_whole(aftermath: Aftermath, capsys: pytest.CaptureFixture[str]) -> None:
    chains, broken, lines = aftermath.count(CHAINS)
    with capsys.disabled():
        print(f"\nchains {chains}, lines {lines}, broken {broken}")
    assert (chains > 1, broken) == (True, 0)


def test_no_job_is_lost_and_none_told_twice(
    aftermath: Aftermath, capsys: pytest.CaptureFixture[str]
) -> None:
    """Jobs that a kill cut short are still in the queue, are done when taken up again, and tell
    each deadline once."""
    stage, prober = aftermath.stage, aftermath.prober
    stage.jobs.__exit__()
    left = finish_jobs(stage.workspace, prober.queued)
    told = prober.told()
    with capsys.disabled():
        print(f"\njobs queued {len(prober.queued)}, cut short or waiting at the end: {left}")
        print(f"deadlines {len(prober.deadlines)}, told {sum(told.values())}")
    assert len(prober.queued) > 0
    assert told == Counter(dict.fromkeys(prober.deadlines, 1))


def test_after_the_database_is_back_nobody_meets_its_death(aftermath: Aftermath) -> None:
    """The web processes notice by themselves that their connections died with it."""
    server, writers = aftermath.stage.workspace.server, aftermath.writers
    asked = [(writer, "/nb/workspace/") for writer in writers] * 5
    with ThreadPoolExecutor(8) as pool:
        before = list(pool.map(lambda each: each[0].ask("GET", each[1])[0], asked))
        assert server.process is not None
        server.process.kill()
        server.process.wait(10)
        server.start()
        after = list(pool.map(lambda each: each[0].ask("GET", each[1])[0], asked))
    connection.close()
    assert (set(before), Counter(after)) == ({200}, {200: len(asked)})
