# SPDX-License-Identifier: EUPL-1.2
"""The components, served to a real browser by this very process."""

import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from playwright.sync_api import Browser, Page

from support import components
from support.workspace import Workspace

MIDDLEWARE = [
    "samvern.web.middleware.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samvern.web.middleware.PathLanguage",
    "django.middleware.common.CommonMiddleware",
    "samvern.web.middleware.Csrf",
]
CONTEXT = [
    "django.template.context_processors.request",
    "samvern.web.navigation.page_context",
]
"""Without those that ask the database: there is none behind these pages."""


class Server(ThreadingMixIn, WSGIServer):
    """A thread for each request."""

    daemon_threads = True


class Silent(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def front() -> Iterator[str]:
    """The address of the page of components; the settings are the site's again after a module."""
    options = {**settings.TEMPLATES[0]["OPTIONS"], "context_processors": CONTEXT}
    with override_settings(
        ROOT_URLCONF="support.components",
        MIDDLEWARE=MIDDLEWARE,
        ALLOWED_HOSTS=["127.0.0.1"],
        TEMPLATES=[{**settings.TEMPLATES[0], "OPTIONS": options}],
    ):
        server = make_server("127.0.0.1", 0, get_wsgi_application(), Server, Silent)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(params=[("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)])
def look(request: pytest.FixtureRequest, browser: Browser, front: str) -> Iterator[Page]:
    """A tab in a scheme and width."""
    scheme, width = request.param
    with browser.new_context(
        base_url=front,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="nb-NO",
    ) as context:
        context.set_default_timeout(10_000)
        yield context.new_page()


@pytest.fixture
def tab(browser: Browser, front: str) -> Iterator[Page]:
    """A tab of a wide screen."""
    components.KEPT.clear()
    components.STATE.update(draft=204, seconds=900)
    with browser.new_context(base_url=front, locale="nb-NO") as context:
        context.set_default_timeout(10_000)
        yield context.new_page()


@pytest.fixture
def desk(fresh_workspace: Workspace) -> Iterator[str]:
    """The address of the real workspace with the cast in it, served by this very process."""
    server = make_server("127.0.0.1", 0, get_wsgi_application(), Server, Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
