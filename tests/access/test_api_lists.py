# SPDX-License-Identifier: EUPL-1.2
"""Lists of the workspace's API a page at a time; what has no meaning there is refused."""

import json
from typing import Any

import pytest
from django.test import Client

from samvern.coordination.api_clients.api_root import api
from samvern.helpline.questions import domain as questions
from support.programs import Caller, new_program
from support.workspace import Workspace

pytestmark = pytest.mark.database
LISTS = ("/referrals", "/places/bookings", "/conferences", "/board", "/contacts/questions")


@pytest.fixture
def program(fresh_workspace: Workspace) -> Caller:
    return new_program(fresh_workspace).enter()


def rows_of(answer: Any) -> list[Any]:
    said = answer.json()
    return said["lines"] if isinstance(said, dict) else said


def operations() -> list[tuple[str, str, dict[str, Any]]]:
    paths = api.get_openapi_schema()["paths"]
    return [(path, way, each) for path, ways in paths.items() for way, each in ways.items()]


@pytest.mark.parametrize("path", [*LISTS, "/contacts/desks"])
def test_a_list_says_how_many_there_are(program: Caller, path: str) -> None:
    answer = program.get(path)
    assert (answer.status_code, "Link" in answer.headers) == (200, False)
    assert answer.headers["X-Total-Count"] == str(len(rows_of(answer)))


def test_the_link_leads_through_everything_once(
    program: Caller, fresh_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = program.get("/contacts/desks").json()
    assert desk, "somebody can be asked"
    with fresh_workspace.superuser() as behind:
        (unit,) = behind.execute(
            "SELECT u.id FROM access_unit u JOIN access_organisation o ON o.id = u.organisation_id"
            " WHERE o.id = %s LIMIT 1",
            [program.get("/me").json()["organisation_id"]],
        ).fetchone()
    for text in ("Kan vi dele?", "Hvem ringer vi?", "Hva er fristen?"):
        asked = {"unit_id": str(unit), "desk_id": desk[0]["id"], "topic": desk[0]["topics"][0]}
        made = program.call("POST", "/contacts/questions", {**asked, "text": text})
        assert made.status_code == 201, made.content
    monkeypatch.setattr(questions, "MOST", 2)
    first = program.get("/contacts/questions?start=0")
    assert (len(first.json()), first.headers["X-Total-Count"]) == (2, "3")
    link = first.headers["Link"]
    assert link == '</api/v1/contacts/questions?start=2>; rel="next"'
    second = program.get(link.removeprefix("</api/v1").partition(">")[0])
    assert (len(second.json()), "Link" in second.headers) == (1, False)
    assert len({row["id"] for row in (*first.json(), *second.json())}) == 3


def test_every_list_is_described_with_its_headers() -> None:
    described = {
        path for path, _way, each in operations() if "headers" in each["responses"].get(200, {})
    }
    assert described == {f"/api/v1{path}" for path in LISTS}


@pytest.mark.parametrize("path", [*LISTS, "/contacts/desks", "/me"])
def test_a_parameter_there_is_not_is_refused_by_name(program: Caller, path: str) -> None:
    answer = program.get(f"{path}?sate=open")
    assert answer.status_code == 422
    (wrong,) = answer.json()["errors"]
    assert wrong["where"] == "query.sate"
    assert "Input" not in wrong["what"] and len(wrong["what"]) > 20


def test_no_body_takes_a_field_it_does_not_have() -> None:
    bodies = json.dumps(
        [each["requestBody"] for _p, _w, each in operations() if "requestBody" in each]
    )
    schemas = api.get_openapi_schema()["components"]["schemas"]
    names, open_to_more = [name for name in schemas if f'/{name}"' in bodies], []
    assert len(names) >= 8
    while names:
        found = schemas[names.pop()]
        if found.get("type") == "object" and found.get("additionalProperties") is not False:
            open_to_more.append(found["title"])
        inner = json.dumps(found)
        names += [n for n in schemas if f'/{n}"' in inner and schemas[n] is not found]
    assert open_to_more == []


def test_a_field_there_is_not_is_refused_by_name(program: Caller) -> None:
    sought = {"text": "samtykke", "tpoic": "law"}
    answer = program.call("POST", "/contacts/advice/search", sought)
    assert answer.status_code == 422
    (wrong,) = answer.json()["errors"]
    assert wrong["where"].endswith(".tpoic")
    assert "permitted" not in wrong["what"]


def test_the_page_for_people_tells_how_lists_go_on() -> None:
    assert "X-Total-Count" in Client().get("/api/v1/docs").content.decode()
