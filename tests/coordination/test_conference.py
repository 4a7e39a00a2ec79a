# SPDX-License-Identifier: EUPL-1.2
"""A conference through its pages: called, invited to, answered, moved, held, written down."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone

from coordination.helpers import AGENDA, MINE, PLACE, VOICE, call, moment, seat, seat_of, share
from samvern.access.errors import Rejected
from samvern.cases.core.models import Person
from samvern.cases.facts.domain import save_facts
from samvern.cases.notices.models import Notice
from samvern.coordination.conferences.models import Conference, Minutes, Participant, PlanItem
from samvern.identity.claims.domain import ClaimInput, record_claim
from support.ages import forget_ages
from support.colleague import Colleague, mistakes, text
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Colleague:
    """The owner of the case."""
    return Colleague(fresh_workspace, "kari")


@pytest.fixture
def amina(fresh_workspace: Workspace) -> Colleague:
    """Of the crisis centre, with which the case is shared: case, rights and notes."""
    return Colleague(fresh_workspace, "amina")


def written(at: Any) -> str:
    """A moment as a browser sends it."""
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def form(**values: Any) -> dict[str, Any]:
    """The form of a new conference."""
    return {
        "purpose": "protection",
        "starts_at": written(moment()),
        "lasts": "60",
        "where": PLACE,
        "agenda": AGENDA,
        "voice": "told",
        "voice_words": VOICE,
        **values,
    }


def test_a_conference_is_called_invited_to_answered_and_written_down(
    fresh_workspace: Workspace, kari: Colleague, amina: Colleague
) -> None:
    assert kari.send("conference_new", form(), **MINE).status_code == 302
    with fresh_workspace.acting("kari"):
        row = Conference.objects.get()
    one = {**MINE, "conference_id": row.pk}
    page = text(kari.see("conference_invite", **one))
    assert "Amina Prøve" in page and "Per Modell" not in page
    key = f"{fresh_workspace.cast.members['amina']}:"
    with fresh_workspace.superuser() as db:
        (share_id,) = db.execute(
            "SELECT id FROM access_share WHERE case_id = %s", [row.case_id]
        ).fetchone()  # type: ignore[misc]
    assert kari.send("conference_invite", {"keys": [f"{key}{share_id}"]}, **one).status_code == 302
    hers = text(amina.see("conference", **one))
    assert AGENDA in hers and PLACE in hers and VOICE in hers
    own = seat_of(fresh_workspace, "amina")
    assert (
        amina.send(
            "conference_participant", {"move": "accept"}, participant_id=own.pk, **one
        ).status_code
        == 302
    )
    assert seat_of(fresh_workspace, "amina").state == "yes"
    agreed = {"what": "KanariAvtale", "participant_id": own.pk, "due_on": ""}
    assert kari.send("conference_plan", agreed, **one).status_code == 302
    assert kari.send("conference_step", {"move": "hold"}, **one).status_code == 302
    assert (
        kari.send(
            "conference_participant", {"move": "came"}, participant_id=own.pk, **one
        ).status_code
        == 302
    )
    for kind, words in (("rights", "KanariRett"), ("assessment", "KanariVurdering")):
        data = {"text": words, "version": 0}
        assert kari.send("conference_minutes", data, kind=kind, **one).status_code == 302
    hers = text(amina.see("conference", **one))
    assert "KanariAvtale" in hers and "KanariRett" in hers and "KanariVurdering" not in hers
    answer = {"verdict": "objects", "words": "KanariInnvending"}
    assert amina.send("conference_answer", answer, **one).status_code == 302
    assert "KanariInnvending" in text(kari.see("conference", **one))
    with fresh_workspace.acting("amina"):
        item = PlanItem.objects.get()
    assert (
        amina.send("conference_item", {"move": "finish"}, item_id=item.pk, **one).status_code == 302
    )
    assert kari.send("conference_step", {"move": "close"}, **one).status_code == 302
    late = {"text": "x", "version": 1}
    assert kari.send("conference_minutes", late, kind="rights", **one).status_code == 400


def test_a_child_is_heard_or_there_is_no_conference(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    silent = form(voice="", voice_words="")
    forget_ages(fresh_workspace)
    answer = kari.send("conference_new", silent, **MINE)
    assert mistakes(answer) == [
        "Choose under “How is the person heard?”.",
        "Fill in “How and when, or why not?”.",
    ]
    with pytest.raises(Rejected):
        call(fresh_workspace, voice="", voice_words="")
    with fresh_workspace.acting("kari"):
        Person.objects.update(age_seen="adult")
    assert kari.send("conference_new", silent, **MINE).status_code == 302


def test_she_is_no_child_once_all_that_was_told_says_grown_up(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    silent = form(voice="", voice_words="")
    forget_ages(fresh_workspace)
    with fresh_workspace.acting("kari") as actor:
        person = Person.objects.get(pk=fresh_workspace.cast.persons["own"])
        save_facts(actor=actor, person=person, answers={"age": 30})
    assert kari.send("conference_new", silent, **MINE).status_code == 302
    year = str(timezone.localdate().year - 15)
    with fresh_workspace.acting("kari") as actor:
        said = ClaimInput("birth_date", year, "person", "probable")
        record_claim(actor=actor, person=person, said=said)
    assert kari.send("conference_new", silent, **MINE).status_code == 400
    with pytest.raises(IntegrityError), fresh_workspace.acting("kari"):
        Conference.objects.update(voice="")


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"purpose": "housing"}, "The share is for another purpose: A safe place to live."),
        ({"days": 2}, "before the conference."),
    ],
)
def test_nobody_is_invited_without_a_share_for_the_purpose_that_lasts(
    fresh_workspace: Workspace, kari: Colleague, values: dict[str, Any], why: str
) -> None:
    row = share(fresh_workspace, "politi", **values)
    one = {**MINE, "conference_id": call(fresh_workspace)}
    page = text(kari.see("conference_invite", **one))
    assert why in page and "Per Modell" not in page
    key = f"{fresh_workspace.cast.members['per']}:{row}"
    assert kari.send("conference_invite", {"keys": [key]}, **one).status_code == 400
    with fresh_workspace.acting("kari"):
        assert Participant.objects.count() == 0


def test_sharing_for_a_conference_asks_consent_and_law(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    one = {**MINE, "conference_id": call(fresh_workspace)}
    to = f"?to={fresh_workspace.cast.organisations['politi']}"
    until = (timezone.localdate() + timedelta(days=30)).isoformat()
    shut = {"basis": "gate:R-SHARE-NGO-DANGER", "categories": ["rights"], "until": until,
            "purpose": "protection"}  # fmt: skip
    refused = kari.send("conference_share", shut, to, **one)
    assert (refused.status_code, len(mistakes(refused))) == (400, 1)
    page = text(kari.see("conference_share", to, **one))
    ticks = [part.split('"')[0] for part in page.split('name="holds" value="')[1:]]
    opened = kari.send("conference_share", {**shut, "holds": ticks}, to, **one)
    assert opened.status_code == 302, mistakes(opened)
    assert "Per Modell" in text(kari.see("conference_invite", **one))


def test_a_new_time_asks_everybody_again(fresh_workspace: Workspace, kari: Colleague) -> None:
    conference = call(fresh_workspace)
    (own,) = seat(fresh_workspace, conference, "amina")
    one = {**MINE, "conference_id": conference}
    amina = Colleague(fresh_workspace, "amina")
    amina.send("conference_participant", {"move": "accept"}, participant_id=own, **one)
    later = {"starts_at": written(moment(5)), "lasts": "90", "where": ""}
    assert kari.send("conference_time", later, **one).status_code == 302
    assert seat_of(fresh_workspace, "amina").state == "invited"
    beyond = {"starts_at": written(moment(120)), "lasts": "90", "where": ""}
    refused = kari.send("conference_time", beyond, **one)
    assert refused.status_code == 400
    assert "Share anew first" in mistakes(refused)[0]
    with fresh_workspace.acting("amina"):
        kinds = sorted(
            Notice.objects.filter(kind__startswith="conf").values_list("kind", flat=True)
        )
    assert kinds == ["conference-invited", "conference-moved"]


def test_nobody_answers_for_another(fresh_workspace: Workspace, kari: Colleague) -> None:
    conference = call(fresh_workspace)
    (own,) = seat(fresh_workspace, conference, "amina")
    one = {**MINE, "conference_id": conference}
    assert (
        kari.send(
            "conference_participant", {"move": "accept"}, participant_id=own, **one
        ).status_code
        == 404
    )
    amina = Colleague(fresh_workspace, "amina")
    assert (
        amina.send(
            "conference_participant", {"move": "came"}, participant_id=own, **one
        ).status_code
        == 409
    )
    assert (
        amina.send(
            "conference_participant", {"move": "decline"}, participant_id=own, **one
        ).status_code
        == 400
    )
    no = {"move": "decline", "reason": "time"}
    assert amina.send("conference_participant", no, participant_id=own, **one).status_code == 302
    assert amina.see("conference", **one).status_code == 404
    assert seat_of(fresh_workspace, "amina").state == "no"


def test_a_cancelled_conference_opens_nothing(fresh_workspace: Workspace, kari: Colleague) -> None:
    conference = call(fresh_workspace)
    seat(fresh_workspace, conference, "amina")
    one = {**MINE, "conference_id": conference}
    assert kari.send("conference_step", {"move": "cancel"}, **one).status_code == 400
    data = {"move": "cancel", "reason": "wishes"}
    assert kari.send("conference_step", data, **one).status_code == 302
    amina = Colleague(fresh_workspace, "amina")
    assert amina.see("conference", **one).status_code == 404
    assert kari.see("conference", **one).status_code == 200
    with fresh_workspace.acting("amina"):
        assert Notice.objects.filter(kind="conference-cancelled").count() == 1


def test_the_calendar_says_nothing_but_a_meeting(
    fresh_workspace: Workspace, kari: Colleague, amina: Colleague
) -> None:
    conference = call(fresh_workspace)
    seat(fresh_workspace, conference, "amina")
    files = [
        worker.see("conference_ics", conference_id=conference, **MINE).content.decode()
        for worker in (kari, amina)
    ]
    for secret in (AGENDA, PLACE, VOICE, str(conference), "Amina", "Kari ", "protection"):
        assert secret not in files[0] + files[1]
    uids = [line for file in files for line in file.splitlines() if line.startswith("UID")]
    assert len(set(uids)) == 2


def test_a_section_somebody_else_wrote_meanwhile_is_not_overwritten(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    one = {**MINE, "conference_id": call(fresh_workspace)}
    first = {"text": "A", "version": 0}
    assert kari.send("conference_minutes", first, kind="case", **one).status_code == 302
    again = kari.send("conference_minutes", {"text": "B", "version": 0}, kind="case", **one)
    assert again.status_code == 400 and "B" in text(again)
    assert kari.send("conference_minutes", {"text": "B", "version": 1}, kind="case", **one)
    with fresh_workspace.acting("kari"):
        assert Minutes.objects.count() == 2
        assert Participant.objects.count() == 0
