# SPDX-License-Identifier: EUPL-1.2
"""Tokens for programs: who gets one, for how long, and what looks alike from outside."""

import base64
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from samvern.coordination.api_clients import tokens
from samvern.coordination.api_clients.domain import end_program, renew_secret
from samvern.coordination.api_clients.models import ApiClient
from support.programs import Caller, confirm_programs, new_program, post_form
from support.workspace import Workspace

pytestmark = pytest.mark.database
FORM = {"grant_type": "client_credentials"}


@pytest.fixture
def workspace(fresh_workspace: Workspace) -> Workspace:
    return fresh_workspace


@pytest.fixture
def program(workspace: Workspace) -> Caller:
    return new_program(workspace, scopes=["referrals:read", "places:read"])


def basic(name: str, secret: str) -> str:
    return "Basic " + base64.b64encode(f"{name}:{secret}".encode()).decode()


def end(workspace: Workspace, caller: Caller) -> None:
    with workspace.acting("guro") as actor:
        found = ApiClient.objects.get(client_id=caller.made.client_id)
        end_program(actor=actor, program=found, reason="leaked")


def test_a_program_that_knows_its_secret_gets_a_token_for_a_quarter_of_an_hour(
    program: Caller, workspace: Workspace
) -> None:
    answer = program.ask_token()
    said = answer.json()
    assert answer.status_code == 200
    assert (said["token_type"], said["expires_in"]) == ("Bearer", 900)
    assert said["scope"] == "places:read referrals:read"
    assert answer.headers["Cache-Control"] == "no-store"
    with workspace.superuser() as connection:
        [(seconds, purpose, categories)] = connection.execute(
            "SELECT extract(epoch FROM expires_at - statement_timestamp())::integer, purpose,"
            " categories FROM gate.session WHERE purpose LIKE 'api %'"
        ).fetchall()
    assert 890 < seconds <= 900
    assert purpose == "api places:read referrals:read"
    assert categories == ["case"]


def test_the_secret_may_be_sent_as_basic_authentication(program: Caller) -> None:
    header = basic(program.made.client_id, program.made.secret)
    answer = post_form(Client(), {**FORM, "scope": "places:read"}, authorization=header)
    assert answer.json()["scope"] == "places:read"


def test_neither_token_nor_secret_lies_in_the_database(
    program: Caller, workspace: Workspace
) -> None:
    program.enter()
    with workspace.superuser() as connection:
        tables = connection.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            " WHERE schemaname IN ('public', 'gate', 'audit')"
        ).fetchall()
        for (table,) in tables:
            for secret in (program.token, program.made.secret):
                found = connection.execute(
                    f"SELECT count(*) FROM {table} t WHERE t::text LIKE %s", [f"%{secret}%"]
                ).fetchone()
                assert found == (0,), table


def test_the_application_can_read_no_secret(workspace: Workspace, program: Caller) -> None:
    with workspace.connect() as connection, pytest.raises(Exception, match="permission denied"):
        connection.execute("SELECT * FROM gate.program_secret")


def test_unknown_wrong_and_ended_look_alike(program: Caller, workspace: Workspace) -> None:
    unknown = post_form(Client(), {**FORM, "client_id": "samvern-none", "client_secret": "x"})
    wrong = program.ask_token(client_secret="x" * 43)
    end(workspace, program)
    ended = program.ask_token()
    assert unknown.status_code == wrong.status_code == ended.status_code == 401
    assert unknown.content == wrong.content == ended.content
    assert unknown.headers["WWW-Authenticate"] == 'Basic realm="samvern"'
    assert unknown.json()["error"] == "invalid_client"


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({}, "invalid_request"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"grant_type": ["client_credentials", "client_credentials"]}, "invalid_request"),
        ({**FORM, "client_id": "a\0b", "client_secret": "c"}, "invalid_client"),
        ({**FORM, "client_id": "a", "client_secret": "c" * 900}, "invalid_client"),
        (FORM, "invalid_client"),
    ],
)
def test_what_cannot_be_answered_says_why(
    form: dict[str, Any], code: str, workspace: Workspace
) -> None:
    answer = post_form(Client(), form)
    assert answer.json()["error"] == code
    assert answer.status_code == (401 if code == "invalid_client" else 400)


@pytest.mark.parametrize("header", ["Basic", "Basic %%%", "Basic YQ==", "Bearer x", "Basic gICA"])
def test_a_header_that_cannot_be_read_is_no_client(header: str, workspace: Workspace) -> None:
    assert post_form(Client(), FORM, authorization=header).status_code == 401


def test_two_ways_of_proving_it_at_once_are_refused(program: Caller) -> None:
    header = basic(program.made.client_id, program.made.secret)
    form = {**FORM, "client_id": program.made.client_id, "client_secret": program.made.secret}
    assert post_form(Client(), form, authorization=header).json()["error"] == "invalid_request"


def test_a_query_and_a_json_body_are_no_form(program: Caller) -> None:
    by_query = Client().post("/api/token?grant_type=client_credentials")
    by_json = Client().post("/api/token", FORM, content_type="application/json")
    assert by_query.status_code == by_json.status_code == 400
    assert Client().get("/api/token").status_code == 405


def test_a_scope_it_has_not_is_refused_whole(program: Caller) -> None:
    answer = program.ask_token("places:read places:write")
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_scope")


def test_an_ended_program_has_no_token_any_more(program: Caller, workspace: Workspace) -> None:
    program.enter()
    assert program.get("/me").status_code == 200
    end(workspace, program)
    assert program.get("/me").status_code == 401
    with workspace.superuser() as connection:
        left = "SELECT count(*) FROM gate.session WHERE purpose LIKE 'api %'"
        assert connection.execute(left).fetchone() == (0,)


def test_an_organisation_closed_down_lets_no_program_in(
    program: Caller, workspace: Workspace
) -> None:
    program.enter()
    with workspace.superuser() as connection:
        connection.execute(
            "UPDATE access_organisation SET active = false WHERE id = %s",
            [workspace.cast.organisations["havn"]],
        )
    assert program.get("/me").status_code == 401
    assert program.ask_token().status_code == 401


def test_a_worn_out_token_opens_nothing(program: Caller, workspace: Workspace) -> None:
    program.enter()
    with workspace.superuser() as connection:
        connection.execute("UPDATE gate.session SET expires_at = statement_timestamp()")
    answer = program.get("/me")
    assert answer.status_code == 401
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


def test_a_new_secret_works_beside_the_old_until_the_next(
    program: Caller, workspace: Workspace
) -> None:
    def renewed() -> Caller:
        with workspace.acting("guro") as actor:
            found = ApiClient.objects.get(client_id=program.made.client_id)
            made = Caller(renew_secret(actor=actor, program=found))
        confirm_programs(workspace)
        return made

    second = renewed()
    assert program.ask_token().status_code == second.ask_token().status_code == 200
    third = renewed()
    answers = [each.ask_token().status_code for each in (program, second, third)]
    assert answers == [401, 200, 200]


@pytest.fixture
def few_tries(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(tokens, "FAILURES", 3)
    yield
    cache.delete("token-wrong:127.0.0.1")


def test_too_many_wrong_secrets_from_one_address_wait(program: Caller, few_tries: None) -> None:
    answers = [program.ask_token(client_secret="x").status_code for _ in range(5)]
    assert answers == [401, 401, 401, 429, 429]
    late = program.ask_token()
    assert (late.status_code, late.headers["Retry-After"]) == (429, "300")


def test_a_try_that_failed_stands_in_the_trail_without_its_words(
    program: Caller, workspace: Workspace
) -> None:
    program.ask_token(client_secret="hemmelig")
    with workspace.superuser() as connection:
        query = "SELECT count(*) FROM audit.line WHERE act = 'api.token' AND outcome = 'refused'"
        assert connection.execute(query).fetchone() == (1,)
