# SPDX-License-Identifier: EUPL-1.2
"""One request to another system: short, without redirects, to the address that was looked up."""

import http.client
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer

from samvern.coordination.webhooks.addresses import WebhookTarget, read_target, resolve

SECONDS, LONGEST = 5.0, 10.0
"""For each thing that is waited for, and for all of it: one who answers slowly holds up nobody."""
READ = 1024
"""Bytes of an answer that are read; what it says concerns nobody."""


def post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Send, and the status of the answer.

    Raises:
        ForbiddenAddress: the address may not be told.
        OSError: there is no answer in time, or no trust in who answers.
    """
    target = read_target(url)
    connection = _connection(target, resolve(target))
    watch = Timer(LONGEST, _hang_up, [connection.sock])
    watch.start()
    try:
        connection.request("POST", target.path, body=body, headers=dict(headers))
        answer = connection.getresponse()
        answer.read(READ)
        return answer.status
    except http.client.HTTPException as error:
        raise OSError(type(error).__name__) from error
    finally:
        watch.cancel()
        connection.close()


def _hang_up(opened: socket.socket) -> None:
    with suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)


def _connection(target: WebhookTarget, address: str) -> http.client.HTTPConnection:
    """A connection whose name is the target's and whose end is the address."""
    kind = http.client.HTTPSConnection if target.secure else http.client.HTTPConnection
    connection = kind(target.host, target.port, timeout=SECONDS)
    opened = socket.create_connection((address, target.port), timeout=SECONDS)
    if target.secure:
        try:
            opened = ssl.create_default_context().wrap_socket(opened, server_hostname=target.host)
        except OSError:
            opened.close()
            raise
    connection.sock = opened
    return connection
