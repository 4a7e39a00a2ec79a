# SPDX-License-Identifier: EUPL-1.2
"""Programs of both sides: the same gates, the same walls, the same moves."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from support.programs import Caller, new_program
from support.referring import consent, refer, state
from support.workspace import Workspace

pytestmark = pytest.mark.database
OURS = ("referrals:read", "referrals:write")


@pytest.fixture
def sender(fresh_workspace: Workspace) -> Iterator[Caller]:
    """A program of the sender's."""
    yield new_program(fresh_workspace, scopes=OURS).enter()


@pytest.fixture
def receiver(fresh_workspace: Workspace) -> Iterator[Caller]:
    """One of the receiver's, let in by an administrator it gets for this."""
    cast = fresh_workspace.cast
    with fresh_workspace.superuser() as owner:
        owner.execute(
            "UPDATE access_member SET organisation_id = %s WHERE id = %s",
            [cast.organisations["krisesenter"], cast.members["guro"]],
        )
    fresh_workspace.tokens.pop("guro", None)
    yield new_program(fresh_workspace, scopes=OURS, name="Romsystem").enter()


def body(workspace: Workspace, basis: str, **more: Any) -> dict[str, Any]:
    cast = workspace.cast
    return {
        "case_id": str(cast.cases["own"]),
        "person_id": str(cast.persons["own"]),
        "receiver_id": str(cast.organisations["krisesenter"]),
        "need": "housing",
        "urgency": "tonight",
        "basis": basis,
        "fields": ["called"],
        "message": "Et rom i natt",
        "until": (timezone.localdate() + timedelta(days=9)).isoformat(),
        **more,
    }


def test_a_program_sends_under_the_same_gates(fresh_workspace: Workspace, sender: Caller) -> None:
    agreed = consent(fresh_workspace, covers=("rights",))
    made = sender.call("POST", "/referrals", body(fresh_workspace, f"consent:{agreed}"))
    assert made.status_code == 201, made.content
    assert made.json()["state"] == "sent"
    assert made.json()["values"] == {"called": fresh_workspace.cast.canaries["own/person.initials"]}
    beyond = body(fresh_workspace, f"consent:{agreed}", categories=["notes"])
    refused = sender.call("POST", "/referrals", beyond)
    assert refused.status_code == 409
    assert "samtykke" in refused.json()["detail"].lower() or "consent" in refused.json()["detail"]
    listed = sender.get("/referrals?pile=sent").json()
    assert [row["id"] for row in listed] == [made.json()["id"]]
    assert "values" not in listed[0]


def test_a_program_sends_from_no_other_organisations_case(
    fresh_workspace: Workspace, sender: Caller
) -> None:
    cast = fresh_workspace.cast
    foreign = {"case_id": str(cast.cases["foreign"]), "person_id": str(cast.persons["foreign"])}
    agreed = consent(fresh_workspace)
    sent = sender.call("POST", "/referrals", body(fresh_workspace, f"consent:{agreed}", **foreign))
    assert sent.status_code == 404


def test_the_receivers_program_answers(fresh_workspace: Workspace, receiver: Caller) -> None:
    id = refer(fresh_workspace, unit="Botilbudet")
    read = receiver.get(f"/referrals/{id}").json()
    assert read["message"] == "Trenger et sted i natt"
    assert state(fresh_workspace, id) == "sent", "a program that reads is no person who has seen"
    steps = f"/referrals/{id}/steps"
    early = receiver.call("POST", steps, {"move": "accept"})
    assert early.status_code == 409
    assert receiver.call("POST", steps, {"move": "see"}).status_code == 200
    answered = receiver.call("POST", steps, {"move": "decline", "reason": "full", "words": "Fullt"})
    assert answered.json()["state"] == "declined"
    assert receiver.call("POST", steps, {"move": "decline", "reason": "full"}).status_code == 409
    closed = receiver.get(f"/referrals/{id}").json()
    assert (closed["values"], closed["message"]) == (None, None)
    assert {step["words"] for step in closed["steps"]} == {""}


def test_a_third_organisations_program_sees_nothing(
    fresh_workspace: Workspace, receiver: Caller
) -> None:
    id = refer(fresh_workspace, "fyrlykta")
    assert receiver.get(f"/referrals/{id}").status_code == 404
    assert receiver.call("POST", f"/referrals/{id}/steps", {"move": "see"}).status_code == 404
    assert receiver.get("/referrals").json() == []
