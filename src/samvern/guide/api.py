# SPDX-License-Identifier: EUPL-1.2
"""The guide for programs: the same answer as JSON. Nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from ninja import NinjaAPI, Schema
from ninja.errors import ValidationError

from samvern.common.unknown_names import unknown_names
from samvern.guide.json_requests import MOST_PEOPLE, InvalidRequest, answer, read_body, read_parts
from samvern.guide.loaded_pack import loaded_pack
from samvern.law.schema import input_schema

PARAMETERS = ("lang", "include")
_DUMPS = {"ensure_ascii": False, "separators": (",", ":")}


class Problem(Schema):
    """What was wrong, with which value of which field, by which rule, and what to do next."""

    what: str
    field: str
    value: str
    rule: str
    next: str


class Failure(Schema):
    """Why there is no answer."""

    error: Problem


class Assessment(Schema):
    """The answer for one person: each conclusion with its value and what it turns on.

    ``include=texts`` adds names, texts and provisions, ``include=changes`` what would turn it,
    ``include=page`` the answer as page and paper give it: whom to call, and sections in order.
    """

    level: Literal["info", "concern", "reasonable_grounds", "strong"]
    elements: dict[str, Any]
    offences: list[dict[str, Any]]
    indicators: list[dict[str, Any]]
    dimensions: list[dict[str, Any]]
    rights: list[dict[str, Any]]
    duties: list[dict[str, Any]]
    sharing: list[dict[str, Any]]
    sharing_by_receiver: list[dict[str, Any]] | None = None
    referrals: list[dict[str, Any]]
    clocks: list[dict[str, Any]]
    alerts: list[dict[str, Any]]
    next_questions: list[dict[str, Any]]
    sources: list[dict[str, Any]] | None = None
    pack: dict[str, Any]
    page: dict[str, Any] | None = None


class Person(Assessment):
    """The answer for one of many people."""

    id: str


class Unread(Schema):
    """A person who could not be read; the first is row 1."""

    row: int
    field: str
    reason: str


class People(Schema):
    """Answers for many people, and those that could not be read."""

    people: list[Person]
    unread: list[Unread]


def make_api() -> NinjaAPI:
    """The API with its OpenAPI description at ``/api/openapi.json``."""
    api = NinjaAPI(
        title="Samvern guide",
        version="1",
        description="Signs of trafficking, and the rights, duties and time limits that follow.",
        docs_url=None,
        openapi_url="/openapi.json",
        urls_namespace="api",
    )
    extra = {
        "requestBody": {"required": True, "content": {"application/json": {"schema": _body()}}}
    }
    codes: dict[Any, Any] = dict.fromkeys((400, 415, 429, 503), Failure)
    post = api.post(
        "/guide/assess",
        response={200: Assessment | People, **codes},
        openapi_extra=extra,
        summary=f"Assess one person, or up to {MOST_PEOPLE}",
        operation_id="assess",
    )
    post(assess)
    api.exception_handler(ValidationError)(_bad_parameter)
    return api


def assess(
    request: HttpRequest, lang: Literal["nb", "nn", "en"] = "nb", include: str = ""
) -> JsonResponse:
    """Facts in, conclusions out. What is left out is unknown, and unknown is an answer.

    Each conclusion has its id, its value, and why it is settled or which facts it waits for: at
    most the five that settle most, with `more` for how many others there are (`most_told`).
    `include=texts` adds names, texts and provisions, `include=changes` the smallest changes that
    would turn it, `include=page` the sections of the answer page; several with commas between.
    `sharing_by_receiver` says for each receiver whether it must, may or may not be told, or on what
    that depends.
    With more than 3 people each answer holds conclusions only, without reasons; parts to include
    are for one person at a time. No answer is larger than a megabyte.
    """
    if request.content_type != "application/json":
        rule, do = "the body must be application/json", "set Content-Type: application/json"
        return _failure(
            415, InvalidRequest("not JSON", "Content-Type", request.content_type or "", rule, do)
        )
    try:
        refuse_unknown(request.GET)
        parts, asked = read_parts(include), read_body(request.body)
        found = answer(asked, lang, timezone.localdate(), parts)
        return JsonResponse(found, json_dumps_params=_DUMPS)
    except InvalidRequest as refused:
        return _failure(400, refused)


def refuse_unknown(query: Mapping[str, str]) -> None:
    """Raise InvalidRequest for a parameter there is not: a misspelt one would be ignored unseen."""
    if strange := unknown_names(query, PARAMETERS):
        rule = f"the parameters are {' and '.join(PARAMETERS)}"
        raise InvalidRequest(
            "a parameter is not known", strange[0], query[strange[0]], rule, "leave it out"
        )


def _failure(status: int, refused: InvalidRequest) -> JsonResponse:
    return JsonResponse({"error": refused.as_dict()}, status=status)


def _bad_parameter(request: HttpRequest, error: ValidationError) -> JsonResponse:
    first = error.errors[0]
    field, do = str(first["loc"][-1]), "use nb, nn or en"
    return _failure(
        400, InvalidRequest("a parameter cannot be read", field, "", str(first["msg"]), do)
    )


def _body() -> dict[str, Any]:
    schema = input_schema(loaded_pack().pack.ruleset)
    person = schema["$defs"]["person"]
    people = {"type": "array", "items": person, "maxItems": MOST_PEOPLE}
    many = {"type": "object", "properties": {"people": people}, "required": ["people"]}
    return {"anyOf": [person, {**many, "additionalProperties": False}]}


api = make_api()
