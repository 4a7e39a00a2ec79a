# SPDX-License-Identifier: EUPL-1.2
"""The guide for programs: the same answer as JSON. Nothing is stored."""

from __future__ import annotations

import math
from functools import cache
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from ninja import NinjaAPI, Schema
from ninja.errors import ValidationError

from samvern.guide.json_requests import MOST_PEOPLE, InvalidRequest, answer, read_body, read_parts
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.rate_limit import TokenBuckets
from samvern.law.schema import input_schema

PEOPLE_A_TOKEN = 20
RATE = (60.0, 1.0)
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


@cache
def buckets() -> TokenBuckets:
    """The buckets of this process."""
    return TokenBuckets(*getattr(settings, "GUIDE_API_RATE", RATE))


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
    codes: dict[Any, Any] = dict.fromkeys((400, 415, 429), Failure)
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
    With more than 20 people each answer holds conclusions only, without texts and reasons.
    """
    if request.content_type != "application/json":
        rule, do = "the body must be application/json", "set Content-Type: application/json"
        return _failure(
            415, InvalidRequest("not JSON", "Content-Type", request.content_type or "", rule, do)
        )
    if wait := buckets().take(_caller(request)):
        return _later(wait)
    try:
        parts, asked = read_parts(include), read_body(request.body)
        more = math.ceil(len(asked.records) / PEOPLE_A_TOKEN) - 1
        if more > 0 and (wait := buckets().take(_caller(request), more)):
            return _later(wait)
        found = answer(asked, lang, timezone.localdate(), parts)
        return JsonResponse(found, json_dumps_params=_DUMPS)
    except InvalidRequest as refused:
        return _failure(400, refused)


def _later(seconds: int) -> JsonResponse:
    do = f"try again in {seconds} seconds"
    response = _failure(
        429, InvalidRequest("too many requests", "", "", "a limited number each minute", do)
    )
    response.headers["Retry-After"] = str(seconds)
    return response


def _failure(status: int, refused: InvalidRequest) -> JsonResponse:
    return JsonResponse({"error": refused.as_dict()}, status=status)


def _bad_parameter(request: HttpRequest, error: ValidationError) -> JsonResponse:
    first = error.errors[0]
    field, do = str(first["loc"][-1]), "use nb, nn or en"
    return _failure(
        400, InvalidRequest("a parameter cannot be read", field, "", str(first["msg"]), do)
    )


def _caller(request: HttpRequest) -> str:
    # In production a proxy of ours adds the last address; what comes before it can be made up.
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.PRODUCTION else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _body() -> dict[str, Any]:
    schema = input_schema(loaded_pack().pack.ruleset)
    person = schema["$defs"]["person"]
    people = {"type": "array", "items": person, "maxItems": MOST_PEOPLE}
    many = {"type": "object", "properties": {"people": people}, "required": ["people"]}
    return {"anyOf": [person, {**many, "additionalProperties": False}]}


api = make_api()
