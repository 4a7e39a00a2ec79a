# SPDX-License-Identifier: EUPL-1.2
"""Taking the port before anything else is done, so that a taken one is told at once."""

import socket
from collections.abc import Iterator
from urllib.parse import urljoin

from samvern.web.exceptions import RunningError

HOST = "127.0.0.1"
LONGEST_QUEUE = 1024


def listen(port: int) -> socket.socket:
    """A listening socket on this machine's own address, inheritable by the web processes.

    Raises:
        RunningError: the port is taken or may not be used.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(LONGEST_QUEUE)
    except OSError as error:
        listener.close()
        reason = "is in use" if isinstance(error, OSError) and error.errno == 98 else error.strerror
        raise RunningError(f"port {port} {reason}; choose another with --port") from error
    listener.set_inheritable(True)
    return listener


def site_addresses(url: str) -> Iterator[tuple[str, str]]:
    """Name and address of the front page in each language, and of the interface for programs."""
    from django.conf import settings
    from django.urls import Resolver404, resolve
    from django.utils.translation import override

    for code, name in settings.LANGUAGES:
        with override(code):
            path = f"/{code}/"
            try:
                resolve(path)
            except Resolver404:
                path = "/"
        yield name, urljoin(url, path)
    try:
        resolve("/api/docs")
    except Resolver404:
        return
    yield "API", urljoin(url, "/api/docs")
