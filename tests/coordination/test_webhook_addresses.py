# SPDX-License-Identifier: EUPL-1.2
"""Which addresses a webhook may lead to: none on our own network, by any spelling or trick."""

from typing import Any

import pytest
from django.test import override_settings

from samvern.coordination.webhooks import addresses
from samvern.coordination.webhooks.addresses import ForbiddenAddress, read_target, resolve

WRONG = [
    "http://example.org/x",
    "https://user:secret@example.org/",
    "https://example.org/#part",
    "https:///x",
    "ftp://example.org/",
    "https://example.org:99999/",
    "https://exa mple.org/",
    "https://example.org/\r\nX: y",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_x",
    "//example.org/",
    "",
]


@pytest.mark.parametrize("url", WRONG)
def test_what_is_no_https_address_is_refused(url: str) -> None:
    with pytest.raises(ForbiddenAddress):
        read_target(url)


INSIDE = [
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.9", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1",
    "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::",
    "2001:db8::1", "192.0.2.1", "fec0::1", "feff::1",
]  # fmt: skip


def answers(monkeypatch: pytest.MonkeyPatch, *found: str) -> None:
    def lookup(host: str, port: int, **_more: Any) -> list[Any]:
        return [(0, 0, 0, "", (each, port)) for each in found]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", lookup)


@pytest.mark.parametrize("address", INSIDE)
def test_a_name_that_leads_inside_is_refused_in_production(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = read_target("https://innocent.example/")
    with override_settings(PRODUCTION=True):
        for found in ((address,), ("93.184.215.14", address), (address, "93.184.215.14")):
            answers(monkeypatch, *found)
            with pytest.raises(ForbiddenAddress):
                resolve(target)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700:4700::1111"])
def test_a_public_address_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, address)
    with override_settings(PRODUCTION=True):
        assert resolve(read_target("https://innocent.example/")) == address


@pytest.mark.parametrize(
    "url", ["https://127.0.0.1/", "https://[::1]/", "https://0x7f.1/", "https://2130706433/",
            "https://localhost/", "http://127.0.0.1/"]
)  # fmt: skip
def test_our_own_machine_by_any_spelling_is_refused_in_production(url: str) -> None:
    with override_settings(PRODUCTION=True), pytest.raises(ForbiddenAddress):
        resolve(read_target(url))
