# SPDX-License-Identifier: EUPL-1.2
"""Words that want to be more than words, in every field of the roads outside."""

import pytest

from referrals.external.helpers import Receiver, grow_up, send_link
from referrals.external.test_child_welfare import notify
from referrals.external.test_cross_border import check, crossing, prepare
from support.colleague import Colleague
from support.workspace import Workspace

pytestmark = pytest.mark.database
WORDS = (
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% load static %}",
    "'; DROP TABLE referrals_sending; --",
    '=HYPERLINK("http://e")',
    "\u202egnp.exe \u0000 \ud83d\ude00 #let x = 1; $a^2$ [*b*]",
)
NAUGHTY = "<b>x</b>"


@pytest.mark.parametrize("words", WORDS)
def test_what_the_receiver_writes_stays_words(fresh_workspace: Workspace, words: str) -> None:
    words = words.replace("\u0000", "").encode("utf-16", "surrogatepass").decode("utf-16")
    got = send_link(fresh_workspace, message=words, receiver=words[:60])
    receiver = Receiver()
    assert "<script>alert" not in receiver.open(got).content.decode()
    assert receiver.answer(got, "decline", reason="other", words=words).status_code == 200
    sender = Colleague(fresh_workspace, "kari", "nb")
    for page in (
        sender.see("referral_sent", case_id="own", sending_id=got.id),
        sender.see("referral_outside", case_id="own"),
        sender.see("timeline", case_id="own"),
    ):
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("field", ["link", "code", "move", "reason", "words"])
def test_the_public_form_takes_any_words(workspace: Workspace, words: str, field: str) -> None:
    receiver = Receiver()
    words = words.encode("utf-16", "surrogatepass").decode("utf-16")
    data = {"link": "2" * 27, "code": "2222-2222", "move": "help", field: words * 20}
    for sent in (data, {key: data[key] for key in ("link", "code")}):
        answer = receiver.client.post(receiver.address, sent)
        assert answer.status_code == 400
        assert "<script>alert" not in answer.content.decode()
    looked = receiver.client.get(receiver.address, {"l": words})
    assert looked.status_code == 200
    assert "<script>alert" not in looked.content.decode()


@pytest.mark.parametrize("words", WORDS[:3])
def test_a_letter_is_only_letters(fresh_workspace: Workspace, words: str) -> None:
    from referrals.external.helpers import agree, form, query

    consent = agree(fresh_workspace)
    data = form(f"consent:{consent}", message=words, receiver=words)
    kari = Colleague(fresh_workspace, "kari", "en")
    answer = kari.send("referral_send", data, query(fresh_workspace, way="letter"), case_id="own")
    assert answer["Content-Type"] == "application/pdf"


def test_a_number_to_ring_is_a_number(fresh_workspace: Workspace) -> None:
    from referrals.external.helpers import agree, form, query

    data = form(f"consent:{agree(fresh_workspace)}", ring="<script>alert(1)</script>")
    kari = Colleague(fresh_workspace, "kari", "en")
    answer = kari.send("referral_send", data, query(fresh_workspace, way="letter"), case_id="own")
    assert answer.status_code == 400
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()


def test_words_of_a_notification_and_a_crossing_stay_words(fresh_workspace: Workspace) -> None:
    kari = Colleague(fresh_workspace, "kari", "en")
    assert (
        notify(kari, "R-CH-NOTIFY-OTHERS", words=NAUGHTY, receiver_words=NAUGHTY).status_code == 302
    )
    grow_up(fresh_workspace)
    prepare(kari, receiver=NAUGHTY, documents=NAUGHTY)
    check(kari, "prosecutor", who=NAUGHTY, basis=NAUGHTY)
    person = fresh_workspace.cast.persons["own"]
    pages = [
        kari.see("referral_child", case_id="own", person_id=person),
        kari.see("referral_crossing", case_id="own", crossing_id=crossing(kari).pk),
        kari.see("case_referrals", case_id="own"),
    ]
    for page in pages:
        assert page.status_code == 200
        assert NAUGHTY not in page.content.decode()
