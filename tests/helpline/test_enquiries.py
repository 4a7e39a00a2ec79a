# SPDX-License-Identifier: EUPL-1.2
"""The helpline: a contact in seconds, counted, called back, known again, and made a case."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from helpline.helpers import SAID, log, refused, rows_seen
from samvern.access.errors import NotFound, Rejected
from samvern.cases.core.models import Case, Person
from samvern.cases.notes.models import Note
from samvern.helpline.choices import NextStep
from samvern.helpline.enquiries.case_opening import open_case_from_enquiry
from samvern.helpline.enquiries.domain import EnquiryDraft, get_enquiry, log_enquiry, read_words
from samvern.helpline.enquiries.models import Callback, CallbackStep, Enquiry, EnquiryCase
from samvern.identity.models import Key
from samvern.identity.sealing import KeyDestroyed
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
LEAST = {"caller": "self", "about": "possible", "next_step": "none", "urgency": "later",
         "channel": "phone", "age_group": "unknown", "language": "nb"}  # fmt: skip


@pytest.fixture
def liv(workspace: Workspace) -> Desk:
    return Desk(workspace, "liv")


def newest(workspace: Workspace) -> Enquiry:
    with workspace.acting("liv"):
        return Enquiry.objects.order_by("-created_at")[0]


def in_an_hour() -> str:
    return timezone.localtime(timezone.now() + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")


def test_a_contact_is_logged_with_the_form(workspace: Workspace, liv: Desk) -> None:
    told = {**LEAST, "language": "ro", "interpreter": "on", "advice": ["safety", "stay"]}
    answer = liv.send("contact_new", {**told, "words": "Ville vite om refleksjon"})
    row = newest(workspace)
    assert answer["Location"] == liv.address("contacts")
    assert (row.language, row.interpreter, row.advice) == ("ro", True, ["safety", "stay"])
    assert "Ville vite om refleksjon" in liv.read("contact", contact_id=row.pk)
    assert b"refleksjon" not in bytes(row.words_sealed or b"")


def test_the_form_is_filled_in_with_what_is_commonest(liv: Desk) -> None:
    page = liv.read("contact_new")
    for name, value in (("caller", "self"), ("about", "possible"), ("next_step", "none")):
        found = page.split(f'name="{name}" value="{value}"')[1].split(">")[0]
        assert "checked" in found


@pytest.mark.parametrize("about", ["wrong_number", "silent", "information"])
def test_what_is_no_case_is_counted_in_one_press(
    workspace: Workspace, liv: Desk, about: str
) -> None:
    before = rows_seen(workspace, "liv", "contacts_contact", f"about = '{about}'")
    liv.send("contact_count", {"about": about})
    assert rows_seen(workspace, "liv", "contacts_contact", f"about = '{about}'") == before + 1
    assert newest(workspace).words_sealed is None


def test_only_what_needs_no_form_is_counted_in_one_press(liv: Desk) -> None:
    assert liv.send("contact_count", {"about": "presumed"}).status_code == 409


def test_a_number_is_warned_of_and_taken_out(workspace: Workspace, liv: Desk) -> None:
    typed = {**LEAST, "words": "Ring meg på 401 23 456 etter kl. 18"}
    asked = liv.send("contact_new", typed)
    assert asked.status_code == 400
    assert "401 23 456" in asked.content.decode()
    liv.send("contact_new", {**typed, "numbers": "drop"})
    page = liv.read("contact", contact_id=newest(workspace).pk)
    assert "401 23 456" not in page and "etter kl. 18" in page


def test_a_number_that_points_to_nobody_is_kept(workspace: Workspace, liv: Desk) -> None:
    liv.send("contact_new", {**LEAST, "words": "Hun ringte 800 40 008", "numbers": "keep"})
    assert "800 40 008" in liv.read("contact", contact_id=newest(workspace).pk)


def test_more_is_added_below_with_the_hour(workspace: Workspace, liv: Desk) -> None:
    id = log(workspace)
    liv.send("contact", {"words": "Hun ringte igjen"}, contact_id=id)
    page = liv.read("contact", contact_id=id)
    assert page.index(SAID) < page.index("Liv Øvelse:") < page.index("Hun ringte igjen")


@pytest.mark.parametrize("name", ["kari", "jonas", "tone", "amina", "per"])
def test_nobody_outside_the_unit_sees_a_contact(workspace: Workspace, name: str) -> None:
    id = log(workspace)
    assert Desk(workspace, name).see("contact", contact_id=id).status_code == 404
    assert rows_seen(workspace, name, "contacts_contact", f"id = '{id}'") == 0
    assert rows_seen(workspace, name, "identity_key", f"subject_id = '{id}'") == 0
    with workspace.acting(name) as actor, pytest.raises(NotFound):
        get_enquiry(actor, id)


@pytest.mark.parametrize("name", ["rolf", "guro", "sara"])
def test_roles_without_casework_have_no_helpline(workspace: Workspace, name: str) -> None:
    id = log(workspace)
    desk = Desk(workspace, name)
    for page in ("contacts", "contact_new", "contacts_find", "contacts_figures"):
        assert desk.see(page).status_code == 404
    assert desk.see("contact", contact_id=id).status_code == 404
    assert rows_seen(workspace, name, "contacts_contact") == 0


def test_a_contact_cannot_be_written_in_another_unit(workspace: Workspace) -> None:
    unit = workspace.cast.units["havn", "Koordinering av botilbud"]
    statement = (
        "INSERT INTO contacts_contact (id, created_at, organisation_id, unit_id, created_by_id, at,"
        " channel, caller, about, forms, language, interpreter, age_group, region, advice,"
        " next_step, urgency) SELECT gen_random_uuid(), now(), organisation_id, %s, created_by_id,"
        " at, channel, caller, about, forms, language, interpreter, age_group, region, advice,"
        " next_step, urgency FROM contacts_contact LIMIT 1"
    )
    log(workspace)
    assert refused(workspace, "liv", statement, [unit])


def test_who_logged_it_and_where_cannot_be_changed(workspace: Workspace) -> None:
    log(workspace)
    for column in (
        "created_by_id = gen_random_uuid()",
        "unit_id = gen_random_uuid()",
        "at = now()",
    ):
        assert refused(workspace, "liv", f"UPDATE contacts_contact SET {column}", [])


def test_a_contact_is_refused_without_a_unit(workspace: Workspace) -> None:
    with workspace.acting("liv") as actor:
        from dataclasses import replace

        with pytest.raises(Rejected):
            log_enquiry(actor=replace(actor, unit_id=None), told=EnquiryDraft(about="possible"))


class TestCallbacks:
    def test_a_promise_needs_hour_and_way(self, liv: Desk) -> None:
        answer = liv.send("contact_new", {**LEAST, "next_step": "callback"})
        assert answer.status_code == 400

    def test_how_to_reach_her_is_there_until_she_is_reached(
        self, workspace: Workspace, liv: Desk
    ) -> None:
        reach = "Nummerkanari 900 00 001, si at du ringer fra biblioteket"
        told = {**LEAST, "next_step": "callback", "callback_at": in_an_hour(), "reach": reach}
        liv.send("contact_new", told)
        with workspace.acting("liv"):
            row = Callback.objects.order_by("-created_at")[0]
        assert "Nummerkanari" not in liv.read("contacts")
        assert "Nummerkanari" in liv.read("callback", callback_id=row.pk)
        again = {"move": "no_answer", "due_at": in_an_hour()}
        liv.send("callback", again, callback_id=row.pk)
        assert "Nummerkanari" in liv.read("callback", callback_id=row.pk)
        liv.send("callback", {"move": "done"}, callback_id=row.pk)
        assert "Nummerkanari" not in liv.read("callback", callback_id=row.pk)
        with workspace.acting("liv"):
            assert Callback.objects.get(pk=row.pk).reach_sealed is None
            moves = CallbackStep.objects.filter(of=row.pk).values_list("move", flat=True)
            assert list(moves) == ["no_answer", "done"]

    def test_two_who_call_get_one_yes_and_one_clear_no(
        self, workspace: Workspace, liv: Desk
    ) -> None:
        told = {**LEAST, "next_step": "callback", "callback_at": in_an_hour(), "reach": "Signal"}
        liv.send("contact_new", told)
        with workspace.acting("liv"):
            id = Callback.objects.order_by("-created_at")[0].pk
        liv.send("callback", {"move": "done"}, callback_id=id)
        late = liv.send("callback", {"move": "unsafe"}, callback_id=id)
        assert late.status_code == 400

    def test_the_state_is_changed_by_moves_alone(self, workspace: Workspace, liv: Desk) -> None:
        told = {**LEAST, "next_step": "callback", "callback_at": in_an_hour(), "reach": "Signal"}
        liv.send("contact_new", told)
        assert refused(workspace, "liv", "UPDATE contacts_callback SET state = 'done'", [])

    def test_another_unit_sees_no_callback(self, workspace: Workspace, liv: Desk) -> None:
        told = {**LEAST, "next_step": "callback", "callback_at": in_an_hour(), "reach": "Signal"}
        liv.send("contact_new", told)
        for name in ("kari", "tone", "amina", "rolf", "sara"):
            assert rows_seen(workspace, name, "contacts_callback") == 0
            assert rows_seen(workspace, name, "contacts_callbackstep") == 0


class TestOpeningACase:
    def open(self, workspace: Workspace, id: UUID) -> Case:
        with workspace.acting("liv") as actor:
            contact = get_enquiry(actor, id)
            return open_case_from_enquiry(
                actor=actor, contact=contact, kind="assistance", circle="team"
            )

    def test_everything_comes_along_once(self, workspace: Workspace, liv: Desk) -> None:
        id = log(
            workspace, language="ro", interpreter=True, age_group="child", advice=["shelter"],
            next_step="callback", callback_at=timezone.now() + timedelta(hours=2),
            reach="Over Signal",
        )  # fmt: skip
        answer = liv.send("contact_open_case", {"kind": "child", "circle": "team"}, contact_id=id)
        assert answer.status_code == 302
        with workspace.acting("liv"):
            link = EnquiryCase.objects.get(contact_id=id)
            case = Case.objects.get(pk=link.case_id)
            assert (case.origin, case.kind) == ("contact", "child")
            note = Note.objects.get(case=case)
            person = Person.objects.get(case=case)
            assert person.age_seen == "unknown" or person.age_seen == "child"
        page = liv.read("notes", case_id=case.pk)
        for text in (SAID, "Rumensk", "tolk", "Over Signal"):
            assert text in page, text
        with workspace.superuser() as behind:
            row: Any = behind.execute(
                "SELECT words_sealed, next_step FROM contacts_contact WHERE id = %s", [id]
            ).fetchone()
            keys: Any = behind.execute(
                "SELECT wrapped FROM identity_key WHERE subject_id = %s", [id]
            ).fetchall()
            reach: Any = behind.execute(
                "SELECT reach_sealed, state FROM contacts_callback WHERE contact_id = %s", [id]
            ).fetchone()
        assert (row, keys, reach) == ((None, "case"), [(None,)], (None, "handed_over"))
        assert note.kind == "phone"

    def test_only_one_case_comes_of_it(self, workspace: Workspace) -> None:
        id = log(workspace)
        self.open(workspace, id)
        with pytest.raises(Rejected):
            self.open(workspace, id)

    def test_the_words_are_gone_from_the_contact(self, workspace: Workspace, liv: Desk) -> None:
        id = log(workspace)
        case = self.open(workspace, id)
        page = liv.read("contact", contact_id=id)
        assert SAID not in page and case.reference in page
        with workspace.acting("liv") as actor, pytest.raises((KeyDestroyed, NotFound)):
            read_words(Enquiry(id=get_enquiry(actor, id).pk, words_sealed=b"x" * 64))

    def test_a_colleague_who_is_not_on_the_case_learns_that_there_is_one_and_no_more(
        self, workspace: Workspace
    ) -> None:
        case = self.open(workspace, log(workspace))
        for name in ("kari", "tone", "amina", "rolf"):
            assert rows_seen(workspace, name, "contacts_opening", f"case_id = '{case.pk}'") == 0

    def test_nobody_destroys_the_words_without_a_case(self, workspace: Workspace) -> None:
        id = log(workspace)
        with workspace.acting("liv"):
            from django.db import connection

            with connection.cursor() as cursor:
                cursor.execute("SELECT gate.pass_contact(%s)", [id])
                assert cursor.fetchone()[0] is False
            assert Key.objects.get(subject_id=id).wrapped is not None
            assert Enquiry.objects.get(pk=id).next_step == NextStep.NONE
