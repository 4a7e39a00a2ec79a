# SPDX-License-Identifier: EUPL-1.2
"""Programs of both sides: they find, hold and answer by the same rules as people do."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from support.programs import Caller, new_program
from support.providing import make_place
from support.workspace import Workspace

pytestmark = pytest.mark.database
SCOPES = ("places:read", "places:write")


@pytest.fixture
def sender(fresh_workspace: Workspace) -> Caller:
    return new_program(fresh_workspace, scopes=SCOPES).enter()


@pytest.fixture
def receiver(fresh_workspace: Workspace) -> Caller:
    """A program of the provider's, let in by an administrator it gets for this."""
    cast = fresh_workspace.cast
    with fresh_workspace.superuser() as owner:
        owner.execute(
            "UPDATE access_member SET organisation_id = %s WHERE id = %s",
            [cast.organisations["krisesenter"], cast.members["guro"]],
        )
    fresh_workspace.tokens.pop("guro", None)
    return new_program(fresh_workspace, scopes=SCOPES, name="Romsystem").enter()


def wanted(**values: Any) -> dict[str, Any]:
    now = timezone.now()
    return {
        "since": now.isoformat(), "until": (now + timedelta(days=3)).isoformat(), "sex": "woman",
        "age": 30, "use": "none", **values,
    }  # fmt: skip


def test_find_hold_answer_and_end(
    fresh_workspace: Workspace, sender: Caller, receiver: Caller
) -> None:
    _place, (room,) = make_place(fresh_workspace)
    found = sender.call("POST", "/places/search", wanted())
    assert found.status_code == 200, found.content
    (offer,) = found.json()
    assert offer["room_id"] == str(room) and offer["sure"] and offer["reasons"]
    assert {"district", "address", "case_id"}.isdisjoint(offer)
    cast = fresh_workspace.cast
    body = {
        "case_id": str(cast.cases["own"]), "person_id": str(cast.persons["own"]),
        "room_id": str(room), "needs": wanted(),
    }  # fmt: skip
    held = sender.call("POST", "/places/bookings", body)
    assert held.status_code == 201, held.content
    assert sender.call("POST", "/places/bookings", body).status_code == 409
    booking = held.json()["id"]
    steps = f"/places/bookings/{booking}/steps"
    assert sender.call("POST", steps, {"move": "confirm"}).status_code == 409
    assert receiver.call("POST", steps, {"move": "confirm"}).status_code == 409
    ring = {"call_name": "Vakta", "call_phone": "22 00 00 00"}
    answered = receiver.call("POST", steps, {"move": "confirm", **ring})
    assert (answered.status_code, answered.json()["state"]) == (200, "booked")
    assert [row["id"] for row in receiver.call("GET", "/places/bookings").json()] == [booking]
    assert receiver.call("POST", steps, {"move": "arrive"}).json()["state"] == "arrived"
    assert sender.call("POST", steps, {"move": "end"}).json()["state"] == "ended"


def test_a_scope_opens_only_what_it_says(fresh_workspace: Workspace) -> None:
    reader = new_program(fresh_workspace, scopes=("places:read",)).enter()
    assert reader.call("POST", "/places/search", wanted()).status_code == 200
    assert reader.call("POST", "/places/bookings", {}).status_code == 403
    other = new_program(fresh_workspace, scopes=("contacts:read",), name="Annet").enter()
    assert other.call("POST", "/places/search", wanted()).status_code == 403
