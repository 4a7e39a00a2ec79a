# SPDX-License-Identifier: EUPL-1.2
"""A sealed link's life: looked at, opened once with the code, answered, and ended in every way."""

from datetime import timedelta

import pytest
from django.utils import timezone

from referrals.external.helpers import (
    Receiver,
    agree,
    bare,
    form,
    query,
    said,
    send_link,
    state_of,
    trail,
)
from samvern.cases.consents.domain import withdraw_consent
from samvern.cases.consents.models import Consent
from samvern.cases.notices.models import Notice
from samvern.identity.secret_links import UnsealError, find_opener, link_hash
from samvern.referrals.external.delivery.domain import expire_links
from samvern.web.jobs.service_members import acting_as_service
from support.colleague import Colleague, mistakes
from support.workspace import Workspace

pytestmark = pytest.mark.database
WRONG = "2222-2222"


def test_looking_at_a_link_uses_up_nothing_and_tells_nothing(fresh_workspace: Workspace) -> None:
    got, receiver = send_link(fresh_workspace), Receiver()
    looks = [receiver.look(got) for _each in range(20)]
    assert {look.status_code for look in looks} == {200}
    assert "Havn" not in said(looks[0]) and "Prøvesen" not in said(looks[0])
    unknown = bare(looks[0]).replace(got.secret, "2" * 27)
    other = receiver.client.get(f"{receiver.address}?l={'2' * 27}")
    assert bare(other) == unknown
    assert state_of(fresh_workspace, got) == "waiting"
    assert "Kan du ta saken?" in said(receiver.open(got))


def test_it_opens_once_and_says_so_when_it_is_tried_again(fresh_workspace: Workspace) -> None:
    got, receiver = send_link(fresh_workspace), Receiver()
    first = receiver.open(got, got.code.lower().replace("-", " "))
    assert first.status_code == 200
    assert "Trygg Eksempelhavn" in said(first)
    assert "22 33 11 60" in said(first)
    assert first["Cache-Control"] == "no-store"
    assert first["Referrer-Policy"] == "no-referrer"
    assert state_of(fresh_workspace, got) == "opened"
    again = said(receiver.open(got))
    assert "Kan du ta saken?" not in again
    assert "Var det ikke deg, så ring avsenderen" in again


def test_one_that_opens_twice_opens_twice(fresh_workspace: Workspace) -> None:
    got, receiver = send_link(fresh_workspace, openings="2"), Receiver()
    shown = ["Kan du ta saken?" in said(receiver.open(got)) for _each in range(3)]
    assert shown == [True, True, False]


def test_five_wrong_codes_end_it(fresh_workspace: Workspace) -> None:
    got, receiver = send_link(fresh_workspace), Receiver()
    assert {receiver.open(got, WRONG).status_code for _each in range(4)} == {400}
    assert state_of(fresh_workspace, got) == "waiting"
    receiver.open(got, WRONG)
    assert state_of(fresh_workspace, got) == "locked"
    assert receiver.open(got).status_code == 400
    assert trail(fresh_workspace, got.id).count(("sending.try", "refused")) == 5
    assert kinds(fresh_workspace) == {"sending-locked"}


def test_four_wrong_codes_and_the_right_one_open_it(fresh_workspace: Workspace) -> None:
    got, receiver = send_link(fresh_workspace), Receiver()
    for _each in range(4):
        receiver.open(got, WRONG)
    assert "Kan du ta saken?" in said(receiver.open(got))


def test_wrong_unknown_expired_and_called_back_are_one_answer(fresh_workspace: Workspace) -> None:
    receiver = Receiver()
    wrong, expired, ended = (send_link(fresh_workspace) for _each in range(3))
    run_out(fresh_workspace, expired.id)
    call_back(fresh_workspace, ended.id)
    unknown = receiver.client.post(receiver.address, {"link": "2" * 27, "code": wrong.code})
    answers = [
        (receiver.open(wrong, WRONG), wrong.secret),
        (receiver.open(expired), expired.secret),
        (receiver.open(ended), ended.secret),
        (unknown, "2" * 27),
    ]
    assert len({bare(answer).replace(secret, "") for answer, secret in answers}) == 1
    assert {answer.status_code for answer, _secret in answers} == {400}
    assert len({repr(sorted(h for h in a.headers.items() if h[0] != "Set-Cookie"))
                for a, _secret in answers}) == 1  # fmt: skip


def test_it_is_called_back_at_once(fresh_workspace: Workspace) -> None:
    got, receiver = send_link(fresh_workspace), Receiver()
    receiver.open(got)
    call_back(fresh_workspace, got.id)
    assert receiver.answer(got, "help").status_code == 400
    assert state_of(fresh_workspace, got) == "called_back"


def test_a_withdrawn_consent_calls_it_back(fresh_workspace: Workspace) -> None:
    consent = agree(fresh_workspace)
    got = send_link(fresh_workspace, consent=consent)
    with fresh_workspace.acting("kari") as actor:
        withdraw_consent(actor=actor, consent=Consent.objects.get(pk=consent))
    assert state_of(fresh_workspace, got) == "called_back"
    assert Receiver().open(got).status_code == 400
    with fresh_workspace.superuser() as connection:
        kept = connection.execute("SELECT content FROM gate.link").fetchall()
    assert kept == [(None,)]


def test_it_lasts_no_longer_than_the_consent(fresh_workspace: Workspace) -> None:
    ends = timezone.localdate() + timedelta(days=1)
    consent = agree(fresh_workspace, expires_on=ends)
    kari = Colleague(fresh_workspace, "kari", "en")
    data = form(f"consent:{consent}", hours="72")
    longer = kari.send("referral_send", data, query(fresh_workspace), case_id="own")
    assert longer.status_code == 400
    assert mistakes(longer)[0].endswith("Choose a shorter time for the link.")
    sent = send_link(fresh_workspace, consent=consent, hours="24")
    assert state_of(fresh_workspace, sent) == "waiting"


def test_the_job_lets_it_run_out_and_what_it_held_is_gone(fresh_workspace: Workspace) -> None:
    got = send_link(fresh_workspace)
    run_out(fresh_workspace, got.id)
    with acting_as_service(fresh_workspace.cast.services["havn"], "job:links", ["case"]) as actor:
        assert expire_links(actor=actor) == 1
        assert expire_links(actor=actor) == 0
    assert state_of(fresh_workspace, got) == "expired"
    with fresh_workspace.superuser() as connection:
        assert connection.execute("SELECT content FROM gate.link").fetchall() == [(None,)]


def test_the_database_and_the_link_open_nothing_without_the_code(
    fresh_workspace: Workspace,
) -> None:
    got = send_link(fresh_workspace)
    with fresh_workspace.superuser() as connection:
        name, proof, content = connection.execute(
            "SELECT name, proof, content FROM gate.link WHERE id = %s", [got.id]
        ).fetchone()  # type: ignore[misc]
        dump = connection.execute("SELECT to_jsonb(s)::text FROM referrals_sending s").fetchall()
    assert name == link_hash(got.secret)
    right = find_opener(got.secret, got.code)
    assert right.locked.proof == proof
    assert b"Kan du ta saken?" in right.unseal(content)
    for opener in (find_opener(got.secret, WRONG), find_opener("2" * 27, got.code)):
        with pytest.raises(UnsealError):
            opener.unseal(content)
    for secret in (got.secret, got.code, got.code.replace("-", ""), "Prøvesen", "Kan du ta saken"):
        assert secret not in str(dump)
        assert secret.encode() not in content


def test_the_application_can_read_no_link(fresh_workspace: Workspace) -> None:
    send_link(fresh_workspace)
    refused = pytest.raises(Exception, match="permission denied")
    with fresh_workspace.connect() as connection, refused:
        connection.execute("SELECT * FROM gate.link")


def test_answers_come_back_to_the_sender_and_nobody_else_can_read_them(
    fresh_workspace: Workspace,
) -> None:
    got, receiver = send_link(fresh_workspace), Receiver()
    receiver.open(got)
    asked = receiver.answer(got, "ring", words="Ring meg på 987 65 432 før klokken fire")
    assert "Svaret ditt er sendt" in said(asked)
    assert receiver.answer(got, "decline").status_code == 400
    assert receiver.answer(got, "decline", reason="full").status_code == 200
    assert state_of(fresh_workspace, got) == "cannot"
    sender = Colleague(fresh_workspace, "kari", "nb")
    page = said(sender.see("referral_sent", case_id="own", sending_id=got.id))
    assert "Ring meg på 987 65 432 før klokken fire" in page
    assert "Det er fullt" in page or "fullt" in page.lower()
    assert "Mottakeren, gjennom lenken" in page
    with fresh_workspace.superuser() as connection:
        dump = connection.execute(
            "SELECT to_jsonb(s)::text FROM referrals_sendingstep s"
        ).fetchall()
    assert "987 65 432" not in str(dump)
    assert kinds(fresh_workspace) == {"sending-opened", "sending-answered"}
    acts = [act for act, _outcome in trail(fresh_workspace, got.id)]
    assert acts[:4] == ["sending.make", "sending.open", "sending.ring", "sending.decline"]


def test_nobody_answers_what_was_not_opened(fresh_workspace: Workspace) -> None:
    got = send_link(fresh_workspace)
    assert Receiver().answer(got, "help").status_code == 400
    assert state_of(fresh_workspace, got) == "waiting"


def test_sending_the_form_twice_makes_one_link(fresh_workspace: Workspace) -> None:
    consent = agree(fresh_workspace)
    sender, data = Colleague(fresh_workspace, "kari", "en"), form(f"consent:{consent}")
    asked = query(fresh_workspace)
    assert sender.send("referral_send", data, asked, case_id="own").status_code == 200
    again = sender.send("referral_send", data, asked, case_id="own")
    assert mistakes(again) == [
        "This was sent already, and its link is not shown again. End it and make a new one."
    ]


def kinds(workspace: Workspace) -> set[str]:
    """The notices Kari has got."""
    with workspace.acting("kari") as actor:
        mine = Notice.objects.filter(member_id=actor.member_id, kind__startswith="sending")
        return set(mine.values_list("kind", flat=True))


def run_out(workspace: Workspace, id: object) -> None:
    """Let a link's time be over."""
    with workspace.superuser() as connection:
        past = timezone.now() - timedelta(minutes=1)
        connection.execute("UPDATE referrals_sending SET expires_at = %s WHERE id = %s", [past, id])


def call_back(workspace: Workspace, id: object) -> None:
    """Call it back through its page."""
    sender = Colleague(workspace, "kari", "nb")
    data = {"back-reason": "lost"}
    answer = sender.send("referral_sent_end", data, case_id="own", sending_id=id)
    assert answer.status_code == 302
