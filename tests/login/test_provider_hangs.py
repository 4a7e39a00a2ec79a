# SPDX-License-Identifier: EUPL-1.2
"""A provider that hangs: few wait, not for long, and no connection of the database waits along."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from threading import Event, Thread
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from joserfc.jwk import RSAKey

from samvern.access.login.oidc import breaker as breakers
from samvern.access.login.oidc import middleware, provider
from samvern.access.login.oidc.breaker import AT_ONCE, REST, SILENCES, Breaker, ProviderSilent
from samvern.access.login.oidc.errors import ProviderUnreachable
from samvern.web.running.web_server import THREADS
from support.door import Visitor
from support.oidc_sign_in import go
from support.openid import CLIENT, Op

SHORT, LONG = 0.3, 6.0


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def silent() -> None:
    raise ProviderSilent("nothing")


@contextmanager
def dripping() -> Iterator[str]:
    """A provider that sends a sign of its answer now and then, and never the last."""
    ended = Event()
    with create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.1)

        def drip(client: Any) -> None:
            with client:
                client.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
                while not ended.wait(0.05):
                    client.sendall(b"a")

        def serve() -> None:
            while not ended.is_set():
                try:
                    client, _address = door.accept()
                except TimeoutError:
                    continue
                Thread(target=drip, args=(client,), daemon=True).start()

        serving = Thread(target=serve)
        serving.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            ended.set()
            serving.join()


@pytest.fixture
def hanging(
    keys: tuple[RSAKey, RSAKey], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    file = tmp_path / "client.pem"
    file.write_bytes(keys[0].as_pem(private=True))
    monkeypatch.setattr(breakers, "SECONDS", SHORT)
    with dripping() as issuer:
        names = {"OIDC_ISSUER": issuer, "OIDC_CLIENT": CLIENT, "OIDC_KEY_FILE": file}
        with override_settings(**names):
            yield


def timed(work: Any) -> tuple[Any, float]:
    began = time.monotonic()
    return work(), time.monotonic() - began


@pytest.mark.database
def test_sixteen_who_sign_in_wait_for_each_other_no_longer_than_two_do(
    hanging: None, visitor: Visitor
) -> None:
    answers: list[Any] = []
    address = visitor.address("login_provider")
    threads = [
        Thread(target=lambda: (answers.append(Visitor().get(address)), connection.close()))
        for _ in range(16)
    ]
    _none, took = timed(lambda: ([t.start() for t in threads], [t.join(30) for t in threads]))
    assert [answer.status_code for answer in answers] == [400] * 16
    after, waited = timed(lambda: visitor.see("account_login"))
    assert (after.status_code, took < 16 * SHORT / 2) == (200, True)
    assert waited < took + 5


@pytest.mark.database
def test_of_sixteen_who_sign_in_two_wait_and_pages_are_answered_meanwhile(
    hanging: None, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process has eight threads: before, eight who signed in were all that anybody got."""
    monkeypatch.setattr(breakers, "SECONDS", LONG)
    address, took = visitor.address("login_provider"), []
    page = Thread(target=lambda: took.append(timed(lambda: Visitor().get("/nb/"))[1]))

    def sign_in() -> None:
        took.append(timed(lambda: Visitor().get(address))[1])
        connection.close()

    threads = [Thread(target=sign_in) for _ in range(16)]
    for thread in (*threads, page):
        thread.start()
    for thread in (*threads, page):
        thread.join(30)
    assert (len(took), sum(each >= LONG for each in took)) == (17, AT_ONCE)


@pytest.mark.database
def test_a_slow_answer_has_an_end(hanging: None, visitor: Visitor) -> None:
    answer, took = timed(lambda: visitor.see("login_provider"))
    assert (answer.status_code, took < 10 * SHORT + 2) == (400, True)


@pytest.mark.database
@pytest.mark.parametrize("call", ["announce", "fetch_identity"])
def test_no_transaction_waits_along(
    op: Op, visitor: Visitor, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    inside: list[bool] = []
    asked = provider._fetch

    def watch(*given: Any) -> Any:
        inside.append(going_on.is_set())
        return asked(*given)

    going_on = Event()
    whole = getattr(middleware, call)

    def told(*given: Any) -> Any:
        if connection.in_atomic_block:
            going_on.set()
        return whole(*given)

    monkeypatch.setattr(provider, "_fetch", watch)
    monkeypatch.setattr(middleware, call, told)
    middleware._calls.cache_clear()
    go(visitor)
    middleware._calls.cache_clear()
    assert len(inside) > 1
    assert not any(inside)


def test_after_some_silences_it_is_left_alone_and_then_tried_by_one() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(SILENCES):
        with pytest.raises(ProviderSilent):
            breaker.ask(silent)
    with pytest.raises(ProviderUnreachable, match="left alone"):
        breaker.ask(lambda: 1)
    clock.now = REST
    assert breaker.ask(lambda: 1) == 1
    assert breaker.ask(lambda: 2) == 2


def test_a_trial_that_fails_begins_the_rest_again() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(SILENCES):
        with pytest.raises(ProviderSilent):
            breaker.ask(silent)
    clock.now = REST
    with pytest.raises(ProviderSilent):
        breaker.ask(silent)
    with pytest.raises(ProviderUnreachable, match="left alone"):
        breaker.ask(lambda: 1)


def test_a_refusal_is_an_answer() -> None:
    """Else anybody could shut the door for all with codes that she made up."""

    def refuse() -> None:
        raise ProviderUnreachable("status 400")

    breaker = Breaker(Clock())
    for _ in range(2 * SILENCES):
        with pytest.raises(ProviderUnreachable, match="400"):
            breaker.ask(refuse)
    assert breaker.ask(lambda: 1) == 1


@pytest.mark.parametrize(("status", "silence"), [(400, False), (401, False), (500, True)])
def test_what_counts_as_silence(status: int, silence: bool) -> None:
    with create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            client, _address = door.accept()
            with client:
                client.recv(4096)
                client.sendall(f"HTTP/1.1 {status} No\r\nContent-Length: 0\r\n\r\n".encode())

        Thread(target=serve, daemon=True).start()
        with pytest.raises(ProviderUnreachable) as caught:
            provider.fetch(f"http://127.0.0.1:{door.getsockname()[1]}/")
    assert isinstance(caught.value, ProviderSilent) is silence


def test_most_threads_never_wait_for_it() -> None:
    assert 0 < AT_ONCE < THREADS / 2
