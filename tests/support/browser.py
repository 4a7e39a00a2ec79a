# SPDX-License-Identifier: EUPL-1.2
"""A real Chromium, and axe to look at pages with."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from samvern.web.build.assets import AXE
from samvern.web.testing.system_programs import find_chromium

QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    program = find_chromium()
    if program is None:
        pytest.skip("Chromium is not installed; ./samvern test browser installs it")
    # Playwright keeps an event loop in this thread; the tests still do one thing after another.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=[*QUIET, *as_root])
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A visitor of her own: no cookies, nothing remembered, bokmål."""
    with browser.new_context(base_url=site, locale="nb-NO") as visitor:
        visitor.set_default_timeout(10_000)
        yield visitor


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab of that visitor."""
    return context.new_page()


@pytest.fixture
def axe() -> Callable[[Page], list[dict[str, Any]]]:
    """A function that returns what axe finds wrong with a page: rule, help and places."""
    source = AXE.read_text()

    def look(page: Page) -> list[dict[str, Any]]:
        page.evaluate(source)
        only = {"runOnly": {"type": "tag", "values": WCAG}}
        found = page.evaluate("only => axe.run(document, only)", only)
        return [
            {
                "rule": violation["id"],
                "help": violation["help"],
                "places": [node["target"] for node in violation["nodes"]],
            }
            for violation in found["violations"]
        ]

    return look
