# SPDX-License-Identifier: EUPL-1.2
"""The pages of both sides: search, hold, answer, wait, keep places, and the map."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from samvern.places.models import Place, Room, WaitingListEntry
from support.desks import Desk
from support.providing import hold, make_place
from support.workspace import Workspace

pytestmark = pytest.mark.database
PLACE = {
    "name": "Nordhuset", "kind": "crisis_centre", "region": "Eksempelvik", "sexes": ["woman"],
    "youngest": "18", "children": "yes", "accessible": "", "security": "2", "staffed": "day",
    "policy": "none", "active": "on",
}  # fmt: skip


def asked(**values: Any) -> dict[str, Any]:
    now = timezone.localtime()
    return {
        "sex": "woman", "age": "30", "children": "0", "security": "1", "staffed": "none",
        "use": "none", "since": f"{now:%Y-%m-%dT%H:%M}",
        "until": f"{now + timedelta(days=3):%Y-%m-%d}", **values,
    }  # fmt: skip


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Desk:
    return Desk(fresh_workspace, "kari")


@pytest.fixture
def amina(fresh_workspace: Workspace) -> Desk:
    return Desk(fresh_workspace, "amina")


def of_own(desk: Desk) -> dict[str, Any]:
    cast = desk.workspace.cast
    return {"query": f"?case={cast.cases['own']}", "person": str(cast.persons["own"])}


def search(desk: Desk, **values: Any) -> Any:
    own = of_own(desk)
    data = asked(person=own["person"], **values)
    return desk.client.post(desk.address("places") + own["query"], data)


def test_search_hold_confirm_arrive(kari: Desk, amina: Desk) -> None:
    _place, (room,) = make_place(kari.workspace)
    assert "Lagre" not in kari.read("places", of_own(kari)["query"])
    found = search(kari).content.decode()
    assert "Prøvehuset" in found and str(room) in found
    answer = search(kari, room=str(room), hours="4")
    assert answer.status_code == 302
    booking = _only(kari.workspace)
    assert "Prøvehuset" in kari.read("case_places", case_id=kari.workspace.cast.cases["own"])
    assert "Prøvehuset, Rom 1" in amina.read("places")
    page = amina.read("booking", booking_id=booking)
    shown = page.split("<main")[1].split("Bekreft")[0]
    assert "25-39" in page
    assert 'Kari Syntetisk <a class="ds-link tel"' in shown
    assert kari.workspace.cast.canaries["own/person.initials"] not in shown
    assert amina.send("booking_move", booking_id=booking, step="confirm").status_code == 302
    assert kari.send("booking_move", booking_id=booking, step="arrive").status_code == 302
    assert amina.send("booking_move", booking_id=booking, step="end").status_code == 302


def test_a_no_needs_a_reason_and_keeps_what_was_typed(kari: Desk, amina: Desk) -> None:
    _place, (room,) = make_place(kari.workspace)
    booking = hold(kari.workspace, room)
    answer = amina.send(
        "booking_move", {"decline-words": "Vi er på tur."}, booking_id=booking, step="decline"
    )
    assert answer.status_code == 409 and "Vi er på tur." in answer.content.decode()
    data = {"decline-reason": "full", "decline-words": "Vi er på tur."}
    assert amina.send("booking_move", data, booking_id=booking, step="decline").status_code == 302
    assert "Vi er på tur." in kari.read("booking", booking_id=booking)


def test_who_comes_second_sees_what_is_still_free(kari: Desk) -> None:
    _place, (first, second) = make_place(kari.workspace, rooms=2)
    hold(kari.workspace, first, "jonas", "unit")
    answer = search(kari, room=str(first))
    text = answer.content.decode()
    assert answer.status_code == 409 and str(second) in text and str(first) not in text


def test_waiting(kari: Desk) -> None:
    assert search(kari, wait="1").status_code == 302
    assert search(kari, wait="1").status_code == 409
    page = kari.read("waiting")
    assert "Nummer 1 av 1" in page
    with kari.workspace.acting("kari"):
        row = WaitingListEntry.objects.get()
    assert kari.send("waiting_end", {"move": "withdraw"}, waiting_id=row.pk).status_code == 302
    assert "Nummer 1" not in kari.read("waiting")


def test_a_provider_keeps_its_places(amina: Desk) -> None:
    assert amina.send("place_new", PLACE).status_code == 302
    with amina.workspace.acting("amina"):
        place = Place.objects.get(name="Nordhuset")
    wrong = {**PLACE, "youngest": "60", "oldest": "20", "version": "1"}
    assert amina.send("place_edit", wrong, place_id=place.pk).status_code == 400
    right = {**PLACE, "name": "Sørhuset", "version": "1"}
    assert amina.send("place_edit", right, place_id=place.pk).status_code == 302
    assert "Sørhuset" in amina.read("place_edit", place_id=place.pk)
    answer = amina.send("place_edit", {**right, "name": "Vesthuset"}, place_id=place.pk)
    assert "Sørhuset" in answer.content.decode(), "two who change the same meet both"
    assert amina.send("rooms", {"label": "A", "beds": "2"}, place_id=place.pk).status_code == 302
    with amina.workspace.acting("amina"):
        room = Room.objects.get(place=place)
    now = timezone.localtime()
    closing = {
        "since": f"{now:%Y-%m-%dT%H:%M}", "until": f"{now + timedelta(days=1):%Y-%m-%dT%H:%M}",
        "why": "repair",
    }  # fmt: skip
    where = {"place_id": place.pk, "room_id": room.pk}
    assert amina.send("room_close", closing, **where).status_code == 302
    again = amina.send("room_close", closing, **where)
    assert again.status_code == 400 and closing["until"] in again.content.decode()
    assert "Repareres" in amina.read("rooms", place_id=place.pk)


def test_the_map_protects_small_figures(kari: Desk) -> None:
    make_place(kari.workspace, kind="safe_house")
    for _again in range(3):
        search(kari, kind="hotel", security="3", staffed="round_the_clock", accessible="on",
               age="30", children="9")  # fmt: skip
    page = kari.read("capacity")
    assert "færre enn 5" in page and page.count("<svg") >= 2 and 'role="img"' in page
    file = kari.see("capacity_file")
    assert file.status_code == 200 and "færre enn 5" in file.content.decode()
    sara = Desk(kari.workspace, "sara")
    assert sara.see("capacity").status_code == 200
    assert Desk(kari.workspace, "rolf").see("capacity").status_code == 404


def _only(workspace: Workspace) -> UUID:
    with workspace.superuser() as look:
        row = look.execute("SELECT id FROM places_booking").fetchone()
        assert row
        return row[0]  # type: ignore[no-any-return]
