# SPDX-License-Identifier: EUPL-1.2
"""From where a request comes: only what our own proxy wrote is believed."""

import pytest
from django.test import RequestFactory, override_settings

from samvern.access.client_ip import client_ip


@pytest.mark.parametrize(
    ("production", "forwarded", "address"),
    [
        (True, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (True, "198.51.100.7", "198.51.100.7"),
        (True, "", "192.0.2.1"),
        (True, None, "192.0.2.1"),
        (False, "198.51.100.7", "192.0.2.1"),
    ],
)
def test_only_the_last_address_is_believed_and_only_behind_our_proxy(
    production: bool, forwarded: str | None, address: str
) -> None:
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR="192.0.2.1")
    with override_settings(PRODUCTION=production):
        assert client_ip(request) == address


def test_a_request_without_an_address_has_none() -> None:
    request = RequestFactory().get("/")
    del request.META["REMOTE_ADDR"]
    assert client_ip(request) == ""
