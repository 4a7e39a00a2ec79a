# SPDX-License-Identifier: EUPL-1.2
"""The API for programs: no cookie opens it, and a program sees its organisation's and no more."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.urls import path
from ninja import NinjaAPI, Router

from samvern.access.api.operations import scoped
from samvern.access.api.problem_details import use_problem_details
from samvern.access.api.scopes import ANY, SCOPES, categories_of
from samvern.access.errors import (
    Conflict,
    NotFound,
    RateLimited,
    ReauthenticationRequired,
    Rejected,
)
from samvern.access.gate import present_token
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_act, unit_of_work_for
from samvern.cases.core.models import Case
from samvern.cases.notes.models import Note
from samvern.cases.notices.models import Notice
from samvern.coordination.api_clients import token_endpoint
from samvern.coordination.api_clients.models import ApiClient
from samvern.web.jobs.service_members import acting_as_service, list_service_members
from support.programs import Caller, new_program
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.fixture
def program(workspace: Workspace) -> Iterator[Caller]:
    yield new_program(workspace, name="Prøve").enter()
    with workspace.superuser() as behind:
        behind.execute("DELETE FROM coordination_program")


def problem(answer: Any) -> tuple[int, str]:
    """Status and title of a problem, which is told as one."""
    assert answer.headers["Content-Type"] == "application/problem+json"
    said = answer.json()
    assert said["status"] == answer.status_code
    return answer.status_code, said["title"]


def test_a_program_learns_who_it_is(program: Caller, workspace: Workspace) -> None:
    said = program.get("/me").json()
    assert said["name"] == "Prøve"
    assert said["organisation_id"] == str(workspace.cast.organisations["havn"])
    assert set(said["scopes"]) == set(SCOPES)


@pytest.mark.parametrize("token", ["", "x", "x" * 43, "../" * 20, "x" * 4000])
def test_without_a_good_token_nothing_opens(token: str, workspace: Workspace) -> None:
    answer = Caller(None, token).get("/me")  # type: ignore[arg-type]
    assert problem(answer)[0] == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer ")


def test_a_cookie_opens_nothing_and_a_visits_token_is_no_programs(workspace: Workspace) -> None:
    signed_in = workspace.client("kari")
    assert signed_in.get("/api/v1/me").status_code == 401
    assert signed_in.get("/nb/workspace/").status_code == 200
    for member in ("kari", "tone", "guro"):
        answer = Caller(None, workspace.token(member)).get("/me")  # type: ignore[arg-type]
        assert answer.status_code == 401


def test_a_jobs_token_is_no_programs(workspace: Workspace) -> None:
    service = workspace.cast.services["havn"]
    with acting_as_service(service, "api places:read", ["case"]) as actor:
        assert actor.role == Role.SERVICE
        present_token(actor.token)
        with connection.cursor() as cursor:
            cursor.execute("SELECT gate.scopes()")
            assert cursor.fetchone() == (None,)


def test_a_program_opens_no_page(program: Caller) -> None:
    headers = {"authorization": f"Bearer {program.token}"}
    client = Client(headers=headers)
    client.cookies["sid"] = program.token
    assert client.get("/nb/workspace/cases/").status_code == 302


def test_another_site_cannot_make_a_browser_call(program: Caller) -> None:
    headers = {"authorization": f"Bearer {program.token}", "sec-fetch-site": "cross-site"}
    assert Client(headers=headers).post("/api/token").status_code == 403


def test_the_description_is_open_and_names_each_scope() -> None:
    described = Client().get("/api/v1/openapi.json").json()
    flow = described["components"]["securitySchemes"]["clientCredentials"]["flows"]
    assert set(flow["clientCredentials"]["scopes"]) == set(SCOPES)
    operations = [each for methods in described["paths"].values() for each in methods.values()]
    asked = [scope for each in operations for scope in each["security"][0]["clientCredentials"]]
    assert set(asked) == set(SCOPES)
    page = Client().get("/api/v1/docs")
    assert page.status_code == 200
    assert "<script" not in page.content.decode().lower().replace('<script src="/static', "")


def seen(workspace: Workspace, scopes: str, what: str) -> set[Any]:
    """What rows a program with these scopes sees, by a statement of its own."""
    caller = new_program(workspace, name=uuid4().hex).enter(scopes)
    with workspace.connect() as connection, connection.transaction():
        connection.execute("SELECT set_config('samvern.token', %s, true)", [caller.token])
        return set(connection.execute(what).fetchall())


def truth(workspace: Workspace, what: str) -> set[Any]:
    with workspace.superuser() as connection:
        return set(connection.execute(what, [workspace.cast.organisations["havn"]]).fetchall())


CASES = "SELECT id FROM cases_case"


def test_a_program_sees_exactly_its_organisations_cases(fresh_workspace: Workspace) -> None:
    found = seen(fresh_workspace, "referrals:read", CASES)
    assert found == truth(fresh_workspace, f"{CASES} WHERE organisation_id = %s")
    assert len(found) > 0


def test_a_program_without_a_case_scope_sees_none(fresh_workspace: Workspace) -> None:
    assert seen(fresh_workspace, "board:read", CASES) == set()


def test_a_program_sees_no_category_its_scopes_do_not_open(fresh_workspace: Workspace) -> None:
    for table in ("cases_note", "cases_assessment", "cases_document", "cases_notice"):
        found = seen(fresh_workspace, "referrals:read", f"SELECT id FROM {table} t")
        assert found == set(), table


def test_nothing_shared_with_the_organisation_is_a_programs(fresh_workspace: Workspace) -> None:
    own = str(fresh_workspace.cast.organisations["havn"])
    for scope in SCOPES:
        query = f"SELECT id FROM cases_case WHERE organisation_id <> '{own}'"
        assert seen(fresh_workspace, scope, query) == set(), scope


def test_a_program_has_none_of_the_rights_of_a_job(fresh_workspace: Workspace) -> None:
    caller = new_program(fresh_workspace).enter()
    with unit_of_work_for(caller.token) as work:
        assert work.actor
        assert work.actor.role == "program"
        assert not work.actor.is_fresh
        assert (Notice.objects.count(), Note.objects.count()) == (0, 0)
        assert Case.objects.count() > 0
    with unit_of_work_for(""):
        assert work.actor.member_id not in list_service_members()


def test_the_trail_names_the_program(fresh_workspace: Workspace) -> None:
    caller = new_program(fresh_workspace, name="Journal", scopes=["places:read"]).enter()
    with unit_of_work_for(caller.token):
        log_act("try.it")
    with fresh_workspace.superuser() as connection:
        query = (
            "SELECT m.name, l.role FROM audit.line l JOIN access_member m ON m.id = l.member_id"
            " WHERE l.act = 'try.it'"
        )
        assert connection.execute(query).fetchall() == [("Program: Journal", "program")]


def test_categories_come_in_one_order() -> None:
    assert categories_of(["referrals:write", "conferences:read"]) == [
        "case", "consent", "plan", "rights",
    ]  # fmt: skip
    assert categories_of([]) == []


RAISED: dict[str, tuple[Exception, int]] = {
    "absent": (NotFound("thing"), 404),
    "refused": (Rejected("Det går ikke nå."), 409),
    "conflict": (Conflict(object()), 409),
    "spent": (RateLimited("print"), 429),
    "stale": (ReauthenticationRequired(), 403),
}


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A few operations of our own, mounted for a test."""
    done: list[str] = []
    router = Router()

    @router.get("/fails/{name}")
    @scoped("places:read")
    def fails(request: Any, name: str) -> Any:
        ApiClient.objects.get()
        log_act("try.undone")
        done.append(request.actor.name)
        raise RAISED[name][0]

    @router.post("/adds")
    @scoped("places:write")
    def adds(request: Any, number: int) -> Any:
        log_act("try.done")
        return {"number": number + 1}

    @router.get("/named")
    @scoped(ANY)
    def named(request: Any, name: str) -> Any:
        return {"count": Case.objects.filter(reference=name).count()}

    @router.get("/whoever")
    @scoped(ANY)
    def whoever(request: Any) -> Any:
        return {"count": Case.objects.all().count()}

    api = NinjaAPI(urls_namespace=f"tried-{id(done)}", docs_url=None)
    use_problem_details(api)
    api.add_router("", router)
    monkeypatch.setattr("support.programs.BASE", "/tried")
    patterns = [path("tried/", api.urls), path("api/token", token_endpoint.token)]
    urls = type("Urls", (), {"urlpatterns": patterns})
    with override_settings(ROOT_URLCONF=urls):
        yield done


@pytest.mark.parametrize("name", RAISED)
def test_what_an_operation_raises_is_told_as_a_problem_and_undone(
    name: str, program: Caller, tried: list[str], workspace: Workspace
) -> None:
    status, _title = problem(program.get(f"/fails/{name}"))
    assert status == RAISED[name][1]
    assert tried == ["Program: Prøve"]
    with workspace.superuser() as connection:
        query = "SELECT count(*) FROM audit.line WHERE act = 'try.undone'"
        assert connection.execute(query).fetchone() == (0,)


def test_a_refusal_says_why(program: Caller, tried: list[str]) -> None:
    assert program.get("/fails/refused").json()["detail"] == "Det går ikke nå."


def test_a_scope_that_is_lacking_is_named_before_anything_is_read(
    workspace: Workspace, tried: list[str]
) -> None:
    caller = new_program(workspace, name="Lite").enter("places:read")
    answer = caller.call("POST", "/adds?number=no")
    assert problem(answer)[0] == 403
    assert 'scope="places:write"' in answer.headers["WWW-Authenticate"]
    assert caller.get("/whoever").status_code == 200


def test_what_cannot_be_read_is_named_by_its_place(program: Caller, tried: list[str]) -> None:
    answer = program.call("POST", "/adds?number=no")
    assert problem(answer)[0] == 422
    assert answer.json()["errors"][0]["where"] == "query.number"
    assert json.loads(program.call("POST", "/adds?number=3").content) == {"number": 4}


def test_a_sign_the_database_has_no_room_for_is_a_mistake_of_the_caller(
    program: Caller, tried: list[str]
) -> None:
    assert problem(program.get("/named?name=%00"))[0] == 422
