# SPDX-License-Identifier: EUPL-1.2
"""A referral from the need to the arrival, through its pages, by both sides."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone, translation

from samvern.access.dates import format_date
from samvern.access.errors import Rejected
from samvern.access.models import Share
from samvern.cases.core.models import Case
from samvern.cases.core.pack import current_pack
from samvern.demo_data.organisations.members import same_id
from samvern.referrals.core.models import Referral
from samvern.referrals.reminder_schedule import heard_by
from support.desks import Desk
from support.referring import consent, refer, state, told, words
from support.workspace import Workspace

pytestmark = pytest.mark.database
HOUSE = same_id("service", "krisesenter", "Krisesentertilbud for kvinner")


def address_of(answer: Any, service: UUID) -> str:
    """Where the proposal of a service leads."""
    found = re.findall(r'href="[^"]*?/write(\?[^"]*)"', answer.content.decode())
    return next(each.replace("&amp;", "&") for each in found if str(service) in each)


def last_day() -> str:
    return (timezone.localdate() + timedelta(days=30)).isoformat()


def test_from_the_need_to_the_arrival(fresh_workspace: Workspace) -> None:
    kari, amina = Desk(fresh_workspace, "kari"), Desk(fresh_workspace, "amina")
    case = fresh_workspace.cast.cases["own"]
    agreed = consent(fresh_workspace)
    found = kari.see("referral_new", "?need=housing&urgency=tonight", case_id=case)
    assert "Krisesentertilbud for kvinner" in words(found)
    assert "krisesenterlova" in words(found).lower()
    where = address_of(found, HOUSE)
    page = kari.see("referral_write", where, case_id=case)
    initials = fresh_workspace.cast.canaries["own/person.initials"]
    assert initials in words(page)
    form = {"fields_": ["called", "age"], "message": "Et rom i natt.", "basis": f"consent:{agreed}"}
    write = kari.address("referral_write", case_id=case) + where
    sent = kari.client.post(write, {**form, "until": last_day()})
    assert sent.status_code == 302, words(sent)
    id = UUID(sent.headers["location"].rpartition("/")[2])
    assert state(fresh_workspace, id) == "sent"
    assert told(fresh_workspace, "amina") == ["referral-received"]
    assert str(id) in amina.read("referrals")
    assert "Voksen" in (opened := words(amina.see("referral", referral_id=id)))
    assert initials in opened
    assert state(fresh_workspace, id) == "seen"
    asked = amina.send("referral_move", {"words": "Røyker hun?"}, referral_id=id, move="ask")
    assert asked.status_code == 302
    assert "Røyker hun?" in words(kari.see("referral", referral_id=id))
    kari.send("referral_move", {"words": "Nei, aldri."}, referral_id=id, move="answer")
    assert "Nei, aldri." in words(amina.see("referral", referral_id=id))
    amina.send("referral_move", {"words": "Kom klokka 20."}, referral_id=id, move="accept")
    assert state(fresh_workspace, id) == "accepted"
    assert amina.see("case", case_id=case).status_code == 200
    today = timezone.localdate().isoformat()
    amina.send("referral_move", {"on": today}, referral_id=id, move="arrive")
    assert state(fresh_workspace, id) == "arrived"
    assert told(fresh_workspace, "kari") == [
        "referral-seen", "referral-asked", "referral-accepted", "referral-arrived",
    ]  # fmt: skip
    opening = {"confirmed": ["called"], "kind": "assistance"}
    opened_case = amina.send("referral_open_case", opening, referral_id=id)
    assert opened_case.status_code == 302, words(opened_case)
    again = amina.send("referral_open_case", opening, referral_id=id)
    assert again.status_code == 400
    amina.send("referral_move", {}, referral_id=id, move="close")
    assert state(fresh_workspace, id) == "closed"
    with fresh_workspace.acting("kari"):
        assert Share.objects.get(pk=id).ended_at is not None
    with fresh_workspace.acting("amina"):
        assert Case.objects.filter(pk=case).exists()  # shared before, and on another basis
    assert "stengt" in words(amina.see("referral", referral_id=id)).lower()


def test_declining_needs_a_reason_of_the_list(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    amina = Desk(fresh_workspace, "amina")
    amina.read("referral", referral_id=id)
    assert (
        amina.send(
            "referral_move", {"reason": "because"}, referral_id=id, move="decline"
        ).status_code
        == 400
    )
    assert (
        amina.send("referral_move", {"reason": "full"}, referral_id=id, move="decline").status_code
        == 302
    )
    kari = Desk(fresh_workspace, "kari")
    assert "Det er fullt" in words(kari.see("referral", referral_id=id))
    assert (
        kari.send("referral_move", {"reason": "solved"}, referral_id=id, move="recall").status_code
        == 400
    )


def test_handing_on_leaves_the_sending_to_the_sender(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    amina, kari = Desk(fresh_workspace, "amina"), Desk(fresh_workspace, "kari")
    amina.read("referral", referral_id=id)
    other = fresh_workspace.cast.organisations["fyrlykta"]
    amina.send("referral_move", {"suggested": str(other)}, referral_id=id, move="hand_on")
    page = kari.read("referral", referral_id=id)
    case = fresh_workspace.cast.cases["own"]
    link = re.search(r'href="[^"]*?/write(\?from=[^"]*)"', page)
    assert link
    where = link[1].replace("&amp;", "&")
    agreed = consent(fresh_workspace, "fyrlykta")
    form = {"message": "De foreslo dere.", "basis": f"consent:{agreed}", "until": last_day()}
    sent = kari.client.post(kari.address("referral_write", case_id=case) + where, form)
    assert sent.status_code == 302, words(sent)
    with fresh_workspace.acting("kari"):
        made = Referral.objects.get(handed_from_id=id)
        assert (made.receiver_id, made.need, made.state) == (other, "housing", "sent")


def test_everything_ends_with_a_consent(fresh_workspace: Workspace) -> None:
    from support.referring import withdraw

    agreed = consent(fresh_workspace)
    id = refer(fresh_workspace, consent_id=agreed)
    amina = Desk(fresh_workspace, "amina")
    assert "Trenger et sted i natt" in words(amina.see("referral", referral_id=id))
    amina.send("referral_move", {}, referral_id=id, move="accept")
    withdraw(fresh_workspace, agreed)
    assert state(fresh_workspace, id) == "ended"
    assert told(fresh_workspace, "amina")[-1] == "referral-deletion"
    bare = words(amina.see("referral", referral_id=id))
    assert "Trenger et sted i natt" not in bare
    assert "Bekreft sletting" in bare
    today = timezone.localdate().isoformat()
    done = amina.send(
        "referral_move", {"how": "never_kept", "on": today}, referral_id=id, move="delete"
    )
    assert done.status_code == 302, words(done)
    assert state(fresh_workspace, id) == "deleted"
    assert told(fresh_workspace, "kari")[-1] == "referral-deleted"


def test_the_last_day_cannot_come_before_everybody_has_heard(fresh_workspace: Workspace) -> None:
    """A refusal names the earliest day, and what was typed is kept; that day is taken."""
    kari = Desk(fresh_workspace, "kari")
    case, agreed = fresh_workspace.cast.cases["own"], consent(fresh_workspace)
    for urgency in ("days3", "days14"):
        found = kari.see("referral_new", f"?need=housing&urgency={urgency}", case_id=case)
        write = kari.address("referral_write", case_id=case) + address_of(found, HOUSE)
        form = {"message": "Et rom, når det passer.", "basis": f"consent:{agreed}"}
        first = timezone.localdate(
            heard_by(urgency, timezone.now(), current_pack().ruleset.holidays)
        )
        early = (first - timedelta(days=1)).isoformat()
        refused = kari.client.post(write, {**form, "until": early})
        assert refused.status_code == 400, urgency
        with translation.override("nb"):
            said = f"Velg {format_date(first)} eller senere"
        assert said in words(refused)
        assert "Et rom, når det passer." in words(refused)
        assert early in refused.content.decode()
        sent = kari.client.post(write, {**form, "until": first.isoformat()})
        assert sent.status_code == 302, words(sent)


def test_what_is_for_tonight_may_end_tonight(fresh_workspace: Workspace) -> None:
    soonest = timezone.localdate(timezone.now() + timedelta(hours=4))
    assert state(fresh_workspace, refer(fresh_workspace, urgency="tonight", until=soonest))
    with pytest.raises(Rejected):
        refer(fresh_workspace, urgency="tonight", until=soonest - timedelta(days=1))
