# SPDX-License-Identifier: EUPL-1.2
"""The whole site, served as in the demonstration, while its database does not answer."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from samvern.web.database.child_process import stop_child
from samvern.web.running.listen import HOST, listen
from samvern.web.running.web_server import start_web, wait_for_web


def build_site() -> None:
    """Build what is stale, as a user does: the tests have no place for static files."""
    demo = {**os.environ, "SAMVERN_MODE": "demo"}
    subprocess.run([sys.executable, "-m", "samvern", "build"], check=True, env=demo)


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a running site, without a slash at its end."""
    build_site()
    with listen(0) as listener:
        port = listener.getsockname()[1]
        web = start_web(
            listener.fileno(),
            {
                **os.environ,
                "SAMVERN_MODE": "demo",
                "SAMVERN_WORKERS": os.environ.get("SAMVERN_WORKERS", "1"),
                "DATABASE_URL": "postgresql://samvern@127.0.0.1:1/gone?connect_timeout=1",
                "SAMVERN_SECRET_KEY": "demo-" + "k" * 60,
            },
        )
        try:
            wait_for_web(web, port)
            yield f"http://{HOST}:{port}"
        finally:
            stop_child(web, (signal.SIGTERM, 8.0), (signal.SIGKILL, 5.0))
