# SPDX-License-Identifier: EUPL-1.2
"""A webhook's connection: to the address that was looked up, and no longer than it may last."""

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from threading import Event, Thread
from typing import Any

import pytest

from samvern.coordination.webhooks import delivery
from samvern.coordination.webhooks.delivery import post
from support.listening import Listener, listening


@pytest.fixture
def listener() -> Iterator[Listener]:
    with listening() as found:
        yield found


def test_the_connection_goes_to_the_address_that_was_looked_up(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that answers otherwise the second time leads nowhere else."""
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def lookup(host: str, port: int, *args: Any, **more: Any) -> Any:
        looked_up.append(host)
        return real("127.0.0.1", port, *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    url = listener.url.replace("127.0.0.1", "localhost")
    assert post(url, b"{}", {}) == 204
    assert looked_up == ["localhost", "127.0.0.1"]
    assert listener.told[0][0]["host"].startswith("localhost:")


def test_one_who_answers_a_letter_at_a_time_is_hung_up_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(delivery, "LONGEST", 0.3)
    to_the_end = Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def dribble() -> None:
            end, _address = server.accept()
            with end, suppress(OSError):
                for _ in range(2000):
                    end.sendall(b"H")
                    time.sleep(0.05)
                to_the_end.set()

        Thread(target=dribble, daemon=True).start()
        with pytest.raises(OSError):
            post(f"http://127.0.0.1:{server.getsockname()[1]}/", b"{}", {})
        assert not to_the_end.is_set()
