# SPDX-License-Identifier: EUPL-1.2
"""Every request a stranger can make, with the most it may hold: long, full, many, and refused."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any
from urllib.parse import urlencode

from _visitors import fitting, situations
from samvern.access.login.demo_accounts import demo_password
from samvern.coordination.api_clients import api_root
from samvern.guide.api import api
from samvern.guide.json_requests import MOST_EXPLAINED, MOST_PEOPLE
from samvern.guide.loaded_pack import loaded_pack
from samvern.web.middleware import API_BYTES, FORM_BYTES
from support.addresses import addresses as of_workspace
from support.doors import addresses, longest
from support.visitor import LANGUAGES, Visitor, filled, step_form
from support.walking import WORDS

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
DOOR = "/api/guide/assess"
PARTS = ("", "texts", "changes", "page", "texts,changes", "texts,changes,page")
SITUATIONS = 24


@dataclass(frozen=True)
class Request:
    """A request; ``door``: the address it belongs to; ``what``: what is special about it."""

    method: str
    path: str
    door: str
    what: str = ""
    body: bytes | str = b""
    kind: str = FORM
    cookies: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    is_counted: bool = False


def requests(part: str) -> list[Request]:
    """All of them, or those of one part."""
    return [
        request for name, made in PARTS_OF_IT.items() if part in ("", name) for request in made()
    ]


def of_the_guide() -> Iterator[Request]:
    """Each page, read and sent to, by who has said nothing, much, all, and rubbish."""
    for what, cookie in visitors().items():
        cookies = {"samvern": cookie} if cookie else {}
        for address, name in addresses(3 if what == "all said" else 40).items():
            yield Request("GET", address, name, what, cookies=cookies)
            yield Request("POST", address, name, what, cookies=cookies)
    for address, name in addresses(90).items():
        for what, body in bodies().items():
            yield Request("POST", address, name, what, body)
    for step in loaded_pack().steps:
        form = urlencode(step_form(step.id, "all"), doseq=True)
        path = f"/nb/guide/{step.id}/"
        yield Request("POST", path, "guide:step", "all said", form, cookies=cookies_of_all())


def bodies() -> dict[str, str]:
    """Forms as large as they may be, and larger."""
    many = "&".join(f"a{n}=1" for n in range(990))
    return {
        "990 fields": many,
        "one long field": "a=" + "x" * (FORM_BYTES - 2),
        "a field of signs": "a=" + "%C3%A5" * ((FORM_BYTES - 2) // 6),
        "too long": "a=" + "x" * (FORM_BYTES + 10),
    }


@cache
def visitors() -> dict[str, str]:
    """Cookies of visitors."""
    much = Visitor()
    for step in loaded_pack().steps:
        much.answer_step(step.id, step_form(step.id, "all"))
    return {
        "nothing said": "",
        "much said": much.cookie,
        "all said": cookies_of_all()["samvern"],
        "rubbish": "A" * 3900,
    }


@cache
def cookies_of_all() -> dict[str, str]:
    """Somebody who has answered every question there is, one after the other."""
    visitor = Visitor()
    for fact in loaded_pack().facts.values():
        visitor.tell(fact.id, **filled(fact, "all"))
    return {"samvern": visitor.cookie}


def of_programs() -> Iterator[Request]:
    """The guide's interface: whoever is asked about, in every way and language."""
    told = [fitting(facts) for facts in situations(SITUATIONS)]
    people = {"nothing": {}, "a child": {"age": 17}, "all": longest()}
    people |= {f"situation {n}": facts for n, facts in enumerate(told)}
    for who, facts in people.items():
        for parts in PARTS:
            one = {"facts": facts, "id": "x" * 1000}
            for lang in LANGUAGES if who == "all" else ("nb",):
                yield asked(f"{DOOR}?lang={lang}&include={parts}", f"{who}, {parts}, {lang}", one)
    for who in ("nothing", "all"):
        yield from of_many(who, people[who])
    for what, body in odd_bodies().items():
        yield Request("POST", DOOR, DOOR, what, body, JSON)
    yield from described(api.get_openapi_schema(), "")


def of_many(who: str, facts: dict[str, Any]) -> Iterator[Request]:
    """Many people at once, all on one day, each on a day of its own, each known on another."""
    for count in (MOST_EXPLAINED, MOST_PEOPLE):
        for field_ in ("", "asked_on", "known_on", "event_on"):
            days = [date(2003, 1, 1) + timedelta(700 * n) for n in range(count)]
            each = [{"facts": facts, **({field_: str(day)} if field_ else {})} for day in days]
            yield asked(DOOR, f"{count} of whom {who} is told, {field_ or 'today'}", each)


def odd_bodies() -> dict[str, str]:
    """Bodies that cannot be answered, as large as they may be."""
    names = ",".join(f'"f{n}":1' for n in range(API_BYTES // 10))
    nothing = [{"facts": {"x" * 10_000: "y"}}] * MOST_PEOPLE
    return {
        "no JSON": "[" * (API_BYTES - 1),
        "unknown facts": '{"facts":{' + names[: API_BYTES - 30].rpartition(",")[0] + "}}",
        "unread people": json.dumps(nothing),
        "a long number": '{"facts":{"age":' + "9" * (API_BYTES - 40) + "}}",
        "too many people": json.dumps([{}] * (API_BYTES // 5)),
        "too long": "x" * (API_BYTES + 10),
    }


def asked(path: str, what: str, body: Any) -> Request:
    """A question to the guide's interface."""
    count = f" ({len(body)} people)" if isinstance(body, list) else path.partition("&include=")[2]
    return Request("POST", path, f"{DOOR} {count}", what, json.dumps(body, default=str), JSON)


def described(schema: dict[str, Any], bearer: str) -> Iterator[Request]:
    """Each operation that an API describes, without a token that stands for anybody."""
    headers = {"authorization": f"Bearer {bearer}"} if bearer else {}
    for path, operations in schema["paths"].items():
        for method, told in operations.items():
            values = {one["name"]: uuid.uuid4() for one in told.get("parameters", [])}
            full = path.format_map(values)
            for body in ("", "{}", '{"a":"' + "x" * (API_BYTES - 20) + '"}'):
                what = f"{len(body)} bytes, {'a false token' if bearer else 'no token'}"
                yield Request(method.upper(), full, path, what, body, JSON, headers=headers)


def of_the_workspace() -> Iterator[Request]:
    """Every page of the workspace and operation of its API, by nobody, and on a false cookie."""
    for address in of_workspace():
        values: dict[str, Any] = {name: WORDS.get(name, uuid.uuid4()) for name in address.takes}
        path = address.path(values)
        for cookies in ({}, {"sid": "A" * 300}):
            for method in ("GET", "POST"):
                what = "a false cookie" if cookies else "no cookie"
                yield Request(method, path, address.name, what, cookies=cookies)
    for bearer in ("", "x" * 60, "x" * 8000):
        yield from described(api_root.api.get_openapi_schema(), bearer)


def of_those_who_sign_in() -> Iterator[Request]:
    """Attempts at every door that a secret opens."""
    site = {"sec-fetch-site": "same-origin"}
    for login in ("kari", "kira"):
        form = urlencode({"login": login, "password": demo_password() + "x"})
        path = "/nb/workspace/sign-in/"
        yield Request(
            "POST", path, "sign-in", "a wrong password", form, headers=site, is_counted=True
        )
    for size in (20, 4000):
        form = urlencode({
            "grant_type": "client_credentials", "client_id": str(uuid.uuid4()),
            "client_secret": "x" * size,
        })  # fmt: skip
        yield Request("POST", "/api/token", "token", "a wrong secret", form, is_counted=True)
    link = urlencode({"link": "2" * 32, "code": "2" * 12})
    path = "/nb/fra-samvern/"
    yield Request("POST", path, "from_samvern", "a wrong code", link, headers=site, is_counted=True)
    path = "/nb/inn-i-en-sak/"
    yield Request("POST", path, "carrying", "all said", "", cookies=cookies_of_all(), headers=site)


PARTS_OF_IT = {
    "guide": of_the_guide,
    "programs": of_programs,
    "workspace": of_the_workspace,
    "doors": of_those_who_sign_in,
}
