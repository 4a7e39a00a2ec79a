# SPDX-License-Identifier: EUPL-1.2
"""Known again by a word alone; forgotten in time; nothing said shows up where it should not."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from helpline.helpers import SAID, ask, log, make_desk, refused, rows_seen
from samvern.access.actor import Actor
from samvern.access.errors import RateLimited, Rejected
from samvern.cases.notices.models import Notice
from samvern.helpline.enquiries.domain import forget_old_enquiries, normal
from samvern.helpline.enquiries.models import Enquiry
from samvern.helpline.enquiries.shift import enquiries_with_same_word, find_by_word
from samvern.helpline.keeping.models import LONGEST
from samvern.helpline.questions.reminders import remind_all
from samvern.web.jobs.service_members import acting_as_service
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database


@contextmanager
def job(workspace: Workspace, code: str = "havn") -> Iterator[Actor]:
    with acting_as_service(workspace.cast.services[code], "job:test", ["case"]) as actor:
        yield actor


def make_old(workspace: Workspace, id: Any, days: int = LONGEST + 1) -> None:
    with workspace.superuser() as behind:
        behind.execute(
            "UPDATE contacts_contact SET at = now() - %s WHERE id = %s", [timedelta(days=days), id]
        )


class TestTheChosenWord:
    def test_it_is_found_however_it_is_written(self, workspace: Workspace) -> None:
        id = log(workspace, word="Blå Sommerfugl")
        for word in ("blå sommerfugl", "BLÅ-SOMMERFUGL", "blåsommerfugl "):
            with workspace.acting("liv") as actor:
                assert id in [row.pk for row in find_by_word(actor=actor, word=word)]

    @pytest.mark.parametrize("word", ["blå sommerfug", "sommerfugl", "bla sommerfugl", "%sommer%"])
    def test_nothing_but_the_whole_word_finds_it(self, workspace: Workspace, word: str) -> None:
        id = log(workspace, word="blå sommerfugl")
        with workspace.acting("liv") as actor:
            assert id not in [row.pk for row in find_by_word(actor=actor, word=word)]

    def test_it_links_contacts_of_the_unit(self, workspace: Workspace) -> None:
        first, second = log(workspace, word="rød paraply"), log(workspace, word="Rødparaply")
        with workspace.acting("liv"):
            assert [row.pk for row in enquiries_with_same_word(Enquiry.objects.get(pk=second))] == [
                first
            ]
        with workspace.acting("kari") as actor:
            assert find_by_word(actor=actor, word="rød paraply") == []

    def test_the_same_word_is_another_in_another_organisation(self, workspace: Workspace) -> None:
        log(workspace, word="grønn hane")
        log(workspace, name="amina", word="grønn hane")
        with workspace.superuser() as behind:
            found: Any = behind.execute(
                "SELECT count(DISTINCT word_blind), count(*) FROM contacts_contact"
                " WHERE word_blind IS NOT NULL AND created_at > now() - interval '1 minute'"
                " GROUP BY organisation_id"
            ).fetchall()
        assert len(found) == 2

    def test_the_word_itself_is_nowhere(self, workspace: Workspace) -> None:
        id = log(workspace, word="hemmeligkjenning")
        with workspace.superuser() as behind:
            row: Any = behind.execute(
                "SELECT to_jsonb(c)::text FROM contacts_contact c WHERE id = %s", [id]
            ).fetchone()
        assert normal("hemmeligkjenning") not in row[0].casefold()

    def test_a_search_is_counted_and_noted(self, fresh_workspace: Workspace) -> None:
        with pytest.raises(RateLimited):
            for _each in range(32):
                with fresh_workspace.acting("liv") as actor:
                    find_by_word(actor=actor, word="hvilket som helst")
        with fresh_workspace.superuser() as behind:
            found: Any = behind.execute(
                "SELECT count(*) FROM audit.line WHERE act = 'contact.find'"
            ).fetchone()
        assert found[0] == 30

    def test_a_short_word_is_refused(self, workspace: Workspace) -> None:
        with pytest.raises(Rejected):
            log(workspace, word="rød")


class TestForgetting:
    def test_words_word_and_key_go_and_the_row_is_counted(self, workspace: Workspace) -> None:
        old, new = log(workspace, word="gammel hatt"), log(workspace, word="ny hatt her")
        make_old(workspace, old)
        with job(workspace) as actor:
            assert forget_old_enquiries(actor=actor) == 1
        with job(workspace) as actor:
            assert forget_old_enquiries(actor=actor) == 0
        with workspace.superuser() as behind:
            rows: Any = behind.execute(
                "SELECT c.id, c.words_sealed IS NULL, c.word_blind IS NULL, k.wrapped IS NULL"
                " FROM contacts_contact c JOIN identity_key k ON k.subject_id = c.id"
                " WHERE c.id = ANY (%s) ORDER BY c.at", [[old, new]],
            ).fetchall()  # fmt: skip
        assert rows == [(old, True, True, True), (new, False, False, False)]
        assert "slettet" in Desk(workspace, "liv").read("contact", contact_id=old)

    def test_a_promised_call_ends_with_it(self, workspace: Workspace) -> None:
        soon = timezone.now() + timedelta(hours=1)
        id = log(workspace, next_step="callback", callback_at=soon, reach="Nummerkanari")
        make_old(workspace, id)
        with job(workspace) as actor:
            forget_old_enquiries(actor=actor)
        with workspace.superuser() as behind:
            row: Any = behind.execute(
                "SELECT state, reach_sealed FROM contacts_callback WHERE contact_id = %s", [id]
            ).fetchone()
        assert row == ("given_up", None)

    def test_another_organisations_job_forgets_nothing_here(self, workspace: Workspace) -> None:
        id = log(workspace)
        make_old(workspace, id)
        with job(workspace, "politi") as actor:
            assert forget_old_enquiries(actor=actor) == 0

    def test_nobody_but_the_job_forgets(self, workspace: Workspace) -> None:
        id = log(workspace)
        make_old(workspace, id)
        for name in ("liv", "tone"):
            statement = "SELECT gate.forget_contacts(interval '1 day')"
            assert not refused(workspace, name, statement, [])
            kept = f"id = '{id}' AND forgotten_at IS NULL"
            assert rows_seen(workspace, "liv", "contacts_contact", kept) == 1

    def test_the_job_itself_reads_no_words(self, workspace: Workspace) -> None:
        id = log(workspace)
        with job(workspace):
            from samvern.identity.models import Key

            assert not Key.objects.filter(subject_id=id).exists()


class TestReminding:
    def test_desk_leader_and_coordinator_in_turn_and_once(self, workspace: Workspace) -> None:
        desk = make_desk(workspace, "havn", "Koordinering av botilbud")
        id = ask(workspace, desk, name="amina")
        later = timezone.now() + timedelta(days=30)
        with job(workspace) as actor:
            made = remind_all(actor=actor, now=later)
        with job(workspace) as actor:
            assert remind_all(actor=actor, now=later) == 0
        with workspace.superuser() as behind:
            rows: Any = behind.execute(
                "SELECT m.user_id, n.kind, n.case_id, n.key FROM cases_notice n"
                " JOIN access_member m ON m.id = n.member_id WHERE n.about_id = %s", [id],
            ).fetchall()  # fmt: skip
        kinds = sorted(kind for _user, kind, _case, _key in rows if kind != "question-received")
        assert made == len(kinds)
        assert set(kinds) == {"question-soon", "question-late", "question-silent"}
        assert all(case is None for _user, _kind, case, _key in rows)
        with workspace.acting("sara") as actor:
            mine = Notice.objects.filter(member_id=actor.member_id, about_id=id)
            assert [row.kind for row in mine] == ["question-silent"]

    def test_the_asker_is_reminded_when_the_desk_waits(self, workspace: Workspace) -> None:
        from samvern.helpline.questions.domain import get_question, move_question

        id = ask(workspace, make_desk(workspace))
        with workspace.acting("amina") as actor:
            row = get_question(actor, id)
            move_question(actor=actor, question=row, move="ask_more", words="Hvor?")
        with job(workspace) as actor:
            assert remind_all(actor=actor, now=timezone.now() + timedelta(days=20)) == 1
        with workspace.acting("kari") as actor:
            kinds = Notice.objects.filter(about_id=id, member_id=actor.member_id)
            assert "question-waits" in kinds.values_list("kind", flat=True)


class TestSecrecy:
    def test_what_was_said_lies_sealed_and_shows_up_nowhere_else(
        self, fresh_workspace: Workspace, caplog: pytest.LogCaptureFixture
    ) -> None:
        w, soon = fresh_workspace, timezone.now() + timedelta(hours=1)
        caplog.set_level(logging.DEBUG)
        log(w, next_step="callback", callback_at=soon, reach="Nummerkanari", word="Ordetkanari")
        ask(w, make_desk(w), text="spørsmålskanari om opphold")
        canaries = (SAID, "Nummerkanari", "Ordetkanari", "spørsmålskanari")
        liv = Desk(w, "liv")
        liv.send("contacts_find", {"word": "Ordetkanari"})
        pages = [liv.read(page) for page in ("contacts", "contacts_figures", "home", "inbox")]
        pages.append(liv.read("contacts_figures", "?format=csv"))
        for name in ("kari", "amina"):
            desk = Desk(w, name)
            pages += [desk.read(page) for page in ("guidance", "guidance_figures", "inbox")]
        with w.superuser() as behind:
            tables: Any = behind.execute(
                "SELECT table_schema || '.' || table_name FROM information_schema.tables"
                " WHERE table_schema IN ('public', 'audit', 'gate')"
            ).fetchall()
            everything = "".join(
                str(behind.execute(f"SELECT to_jsonb(t) FROM {name} t".encode()).fetchall())
                for (name,) in tables
            )
        for canary in canaries:
            assert canary not in "".join(pages)
            assert canary.casefold() not in everything.casefold()
            assert canary not in caplog.text

    def test_hostile_words_are_shown_as_they_are(self, workspace: Workspace) -> None:
        hostile = "<script>alert(1)</script> ' OR 1=1 -- {{ 7*7 }} \u202eabc %s =cmd()"
        liv = Desk(workspace, "liv")
        told = {"caller": "self", "about": "possible", "next_step": "none", "urgency": "later"}
        told |= {"channel": "phone", "age_group": "unknown", "words": hostile}
        told["word"] = "'; DROP TABLE <b>"
        assert liv.send("contact_new", told).status_code == 302
        with workspace.acting("liv"):
            id = Enquiry.objects.order_by("-created_at")[0].pk
        page = liv.read("contact", contact_id=id)
        assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page
        assert "{{ 7*7 }}" in page and "\u202e" not in page
