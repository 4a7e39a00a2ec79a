# SPDX-License-Identifier: EUPL-1.2
"""A workspace served by real processes, as in the demonstration, for load and for crashes."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.test import Client

from samvern.web.database.child_process import stop_child
from samvern.web.running.listen import HOST, listen
from samvern.web.running.web_server import start_web, wait_for_web
from support.signed_in import sign_in
from support.site import build_site

ENDS = ((signal.SIGTERM, 8.0), (signal.SIGKILL, 5.0))


@dataclass
class Served:
    """A running site on a database, and the means to start its processes again."""

    url: str
    database_url: str
    listener: socket.socket = field(repr=False)
    web: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def port(self) -> int:
        """Where it listens."""
        port: int = self.listener.getsockname()[1]
        return port

    def environment(self) -> dict[str, str]:
        """The environment of its processes: that of these tests, with this database."""
        return {
            **os.environ,
            "SAMVERN_MODE": "demo",
            "DATABASE_URL": self.database_url,
            "SAMVERN_SECRET_KEY": settings.SECRET_KEY,  # which seals the visits, here and there
            "SAMVERN_WORKERS": os.environ.get("SAMVERN_WORKERS", "2"),
        }

    def start(self) -> None:
        """Start the web processes and wait for a page."""
        self.web = start_web(self.listener.fileno(), self.environment())
        wait_for_web(self.web, self.port)

    def stop(self) -> None:
        """End them."""
        if self.web is not None:
            stop_child(self.web, *ENDS)


@contextmanager
def served(database_url: str) -> Iterator[Served]:
    """A site on a database, until the block ends."""
    build_site()
    with listen(0) as listener:
        site = Served(f"http://{HOST}:{listener.getsockname()[1]}", database_url, listener)
        try:
            site.start()
            yield site
        finally:
            site.stop()


def cookies_of(member_id: UUID) -> dict[str, Any]:
    """Headers of a browser in which a member is signed in, with a form token of its own."""
    client = Client()
    sign_in(client, member_id)
    secret = "c" * 32
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {
        "Cookie": f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={secret}",
        "Sec-Fetch-Site": "same-origin",
        "Content-Type": "application/x-www-form-urlencoded",
    }
