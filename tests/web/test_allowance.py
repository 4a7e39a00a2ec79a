# SPDX-License-Identifier: EUPL-1.2
"""What one address may use: the processor time it costs is what it pays, and pages have room."""

import json
from collections.abc import Iterator
from threading import Event, Thread
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from django.utils import translation

from samvern.access.client_ip import client_network
from samvern.guide import json_requests
from samvern.law.pack import Pack
from samvern.web import allowance
from samvern.web.running.web_server import THREADS

STILL = (1.0, 1.0, lambda: 0.0)
"""A millisecond, on a clock that stands still, so that a slow machine fills no purse."""


@pytest.fixture(autouse=True)
def new_purses() -> Iterator[None]:
    allowance.purses.cache_clear()
    allowance.room_for_programs.cache_clear()
    with override_settings(PUBLIC_RATES=dict.fromkeys(allowance.RATES, STILL)):
        yield
    allowance.purses.cache_clear()
    allowance.room_for_programs.cache_clear()


def page(name: str, address: str = "192.0.2.1", language: str = "nb") -> Any:
    with translation.override(language):
        return Client(REMOTE_ADDR=address).get(reverse(f"guide:{name}"))


def program(body: Any = None, address: str = "192.0.2.1") -> Any:
    sent = json.dumps(body or {"facts": {}})
    client = Client(REMOTE_ADDR=address)
    return client.post("/api/guide/assess", sent, content_type="application/json")


@pytest.fixture
def slow_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which the law takes a second for each person, and nothing else takes any."""
    assess, used = Pack.assess, [0.0]

    def count(pack: Pack, *args: Any, **kwargs: Any) -> Any:
        used[0] += 1
        return assess(pack, *args, **kwargs)

    monkeypatch.setattr(Pack, "assess", count)
    monkeypatch.setattr(allowance, "thread_time", lambda: used[0])


@pytest.mark.usefixtures("slow_law")
def test_what_it_cost_is_what_is_paid() -> None:
    """Ten people cost more than one, so whoever asks about ten waits longer."""
    one, ten = "192.0.2.1", "192.0.2.2"
    program({"facts": {"age": 17}}, "192.0.2.3")  # what is worked out once a day
    program({"facts": {"age": 17}}, one)
    program([{"facts": {"age": 17}}] * 10, ten)
    waits = [int(program(address=address).headers["Retry-After"]) for address in (one, ten)]
    assert waits[1] > 2 * waits[0] > 0
    assert waits == [999, 9_999]  # a second and ten, less the millisecond there was at first


def test_an_address_that_has_used_its_time_is_told_when_to_come_again() -> None:
    assert [page("answer").status_code, page("answer").status_code] == [200, 429]
    refused = page("answer")
    assert int(refused.headers["Retry-After"]) > 0
    text = refused.content.decode()
    assert ("112" in text, "22 33 11 60" in text) == (True, True)


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_it_is_told_in_the_language_of_the_page(language: str) -> None:
    page("answer", language=language)
    refused = page("answer", language=language)
    assert (refused.status_code, f'lang="{language}"' in refused.content.decode()) == (429, True)


def test_a_program_is_told_as_programs_are() -> None:
    program()
    refused = program()
    error = refused.json()["error"]
    assert (refused.status_code, list(error)) == (429, ["what", "field", "value", "rule", "next"])
    assert error["next"] == f"try again in {refused.headers['Retry-After']} seconds"


def test_others_are_answered_meanwhile() -> None:
    page("answer"), program()
    assert (page("answer").status_code, program().status_code) == (429, 429)
    assert page("answer", "192.0.2.2").status_code == 200
    assert program(address="192.0.2.2").status_code == 200


def test_programs_take_no_page_from_people_behind_the_same_address() -> None:
    program()
    assert (program().status_code, page("answer").status_code) == (429, 200)


@pytest.mark.parametrize("name", ["leave", "ended"])
def test_leaving_is_never_refused(name: str) -> None:
    page("answer")
    assert page("answer").status_code == 429
    assert page(name).status_code in (200, 302)


def test_without_a_limit_of_a_test_the_house_has_one() -> None:
    """The purses of the settings hold so much that a reader never notices, and end."""
    with override_settings():
        del settings.PUBLIC_RATES
        allowance.purses.cache_clear()
        assert page("answer").status_code == 200
        allowance.purses("page").spend("192.0.2.1", allowance.RATES["page"][0])
        assert page("answer").status_code == 429


def test_programs_wait_for_room_and_pages_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    entered, go_on, answer = [Event() for _ in range(allowance.PROGRAMS_AT_ONCE)], Event(), []
    waiting = iter(entered)
    whole = json_requests.brief

    def slow(result: Any) -> Any:
        next(waiting, Event()).set()
        assert go_on.wait(20)
        return whole(result)

    monkeypatch.setattr(json_requests, "brief", slow)
    addresses = [f"198.51.100.{number}" for number in range(allowance.PROGRAMS_AT_ONCE)]
    threads = [
        Thread(target=lambda a=a: answer.append(program([{}] * 4, a).status_code))
        for a in addresses
    ]
    for thread in threads:
        thread.start()
    assert all(one.wait(20) for one in entered)
    refused = program(address="192.0.2.9")
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "1")
    assert refused.json()["error"]["what"] == "too many at once"
    assert page("answer", "192.0.2.9").status_code == 200
    go_on.set()
    for thread in threads:
        thread.join(20)
    assert answer == [200] * allowance.PROGRAMS_AT_ONCE
    assert program(address="192.0.2.10").status_code == 200


def test_programs_leave_most_threads_to_pages() -> None:
    assert 0 < allowance.PROGRAMS_AT_ONCE < THREADS / 2


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2ff:a::1", "2001:db8:1:200::/56"),
        ("2001:db8:1:200::9", "2001:db8:1:200::/56"),
        ("2001:db8:1:300::9", "2001:db8:1:300::/56"),
        ("", ""),
        ("made up", "made up"),
    ],
)
def test_an_ipv6_customer_counts_as_one(address: str, network: str) -> None:
    assert client_network(RequestFactory().get("/", REMOTE_ADDR=address)) == network
