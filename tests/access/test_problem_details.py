# SPDX-License-Identifier: EUPL-1.2
"""What an API answers when it cannot do what was asked (RFC 9457)."""

import json

import pytest
from django.db import DatabaseError, DataError
from django.http import HttpRequest
from django.utils import translation
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.testing import TestClient

from samvern.access.api.problem_details import (
    MEDIA,
    not_found_problem,
    problem,
    use_problem_details,
)
from samvern.access.errors import (
    Conflict,
    NotFound,
    RateLimited,
    ReauthenticationRequired,
    Rejected,
)


def test_a_problem_says_what_is_wrong_and_no_more() -> None:
    answer = problem(409, "Nei", "Saken er lukket på nytt", {"Retry-After": "60"}, errors=[1])
    assert (answer.status_code, answer.headers["Content-Type"]) == (409, "application/problem+json")
    assert answer.headers["Retry-After"] == "60"
    assert answer.content.decode() == (
        '{"type": "about:blank", "title": "Nei", "status": 409, '
        '"detail": "Saken er lukket på nytt", "errors": [1]}'
    )


def test_what_is_not_there_and_what_is_none_of_ones_business_are_answered_alike() -> None:
    with translation.override("en"):
        answers = [not_found_problem(None, Exception(why)) for why in ("gone", "hidden")]  # type: ignore[arg-type]
    assert {answer.content for answer in answers} == {answers[0].content}
    assert json.loads(answers[0].content) == {
        "type": "about:blank", "title": "There is no such thing", "status": 404,
    }  # fmt: skip


@pytest.fixture(scope="module")
def program() -> TestClient:
    """A client of an API each address of which fails in one way."""
    api = NinjaAPI(urls_namespace="failing", docs_url=None)
    use_problem_details(api)

    @api.get("/fail/{kind}")
    def fail(request: HttpRequest, kind: str) -> None:
        raise ERRORS[kind]

    @api.get("/number/{number}")
    def number(request: HttpRequest, number: int) -> None:
        raise AssertionError

    return TestClient(api)


class Closed(Exception):
    """What the driver says when the case was closed a moment ago."""

    sqlstate = "SV423"


CLOSED, BROKEN = DatabaseError("closed"), DatabaseError("broken")
CLOSED.__cause__ = Closed()
ERRORS: dict[str, Exception] = {
    "absent": NotFound("case"), "refused": Rejected(["Nei.", "Ikke nå."]), "conflict": Conflict(1),
    "too_much": RateLimited("print"), "not_fresh": ReauthenticationRequired(), "closed": CLOSED,
    "broken": BROKEN, "http": HttpError(418, "Tekanne"), "no_value": DataError("NUL"),
    "overflow": OverflowError(),
}  # fmt: skip
CANNOT = "What was sent cannot be read"


@pytest.mark.parametrize(
    ("kind", "status", "title", "detail"),
    [
        ("absent", 404, "There is no such thing", None),
        ("refused", 409, "It cannot be done now", "Nei. Ikke nå."),
        (
            "closed", 409, "It cannot be done now",
            "The case it belongs to is closed. Nothing more is done with it.",
        ),
        ("conflict", 409, "Somebody else has changed it. Read it again and decide anew.", None),
        ("too_much", 429, "The allowance for this is used up for now.", None),
        ("not_fresh", 403, "This must be done by a person who has just signed in.", None),
        ("http", 418, "Tekanne", None),
        ("no_value", 422, CANNOT, None),
        ("overflow", 422, CANNOT, None),
    ],
)  # fmt: skip
def test_each_error_of_a_domain_function_has_its_answer(
    program: TestClient, kind: str, status: int, title: str, detail: str | None
) -> None:
    with translation.override("en"):
        answer = program.get(f"/fail/{kind}")
    told = {"type": "about:blank", "title": title, "status": status}
    assert answer.json() == ({**told, "detail": detail} if detail else told)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, MEDIA)
    assert answer.headers.get("Retry-After") == ("3600" if status == 429 else None)


def test_a_fault_of_the_database_is_ours(program: TestClient) -> None:
    with pytest.raises(DatabaseError, match="broken"):
        program.get("/fail/broken")


def test_a_mistake_in_what_was_sent_is_told_without_repeating_it(program: TestClient) -> None:
    with translation.override("en"):
        answer = program.get("/number/hemmelig")
    assert answer.json() == {
        "type": "about:blank", "title": CANNOT, "status": 422,
        "errors": [
            {
                "where": "path.number",
                "what": "Input should be a valid integer, unable to parse string as an integer",
            }
        ],
    }  # fmt: skip
