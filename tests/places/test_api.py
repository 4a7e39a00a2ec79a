# SPDX-License-Identifier: EUPL-1.2
"""Programs of both sides: they find, hold and answer by the same rules as people do."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from ninja import Schema

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


def test_a_time_without_a_zone_is_named_and_not_taken(sender: Caller) -> None:
    naive = "2026-12-01T12:00:00"
    sent: list[tuple[str, str, dict[str, Any]]] = [
        ("since", "/places/search", wanted(since=naive)),
        ("until", "/places/search", wanted(until=naive)),
        ("until", f"/places/bookings/{uuid4()}/steps", {"move": "extend", "until": naive}),
    ]
    for name, address, body in sent:
        answer = sender.call("POST", address, body)
        wrong = [each["where"].rpartition(".")[2] for each in answer.json()["errors"]]
        assert (answer.status_code, wrong) == (422, [name])


def test_no_program_sends_a_time_without_a_zone_anywhere() -> None:
    """Python compares it with no other time: it would be a fault of ours, far from its cause."""
    taken = [each for each in _below(Schema) if each.__name__.endswith("In")]
    naive = [
        f"{each.__name__}.{name}"
        for each in taken
        for name, field in each.model_fields.items()
        if "datetime.datetime" in str(field.annotation) and "AwareDatetime" not in str(field)
    ]
    assert (len(taken) > 8, naive) == (True, [])


def _below(kind: type[Schema]) -> list[type[Schema]]:
    below = kind.__subclasses__()
    return [*below, *(deeper for each in below for deeper in _below(each))]


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
