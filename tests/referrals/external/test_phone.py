# SPDX-License-Identifier: EUPL-1.2
"""Whoever got a link, on a telephone, in a real browser without scripts: code, content, answer."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from referrals.external.helpers import Got, send_link, state_of
from support.serving import Served, served
from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.browser]
Axe = Callable[[Page], list[dict[str, Any]]]


@pytest.fixture
def site(fresh_workspace: Workspace) -> Iterator[Served]:
    """The workspace, served."""
    with served(fresh_workspace.url()) as running:
        yield running


@pytest.fixture
def got(fresh_workspace: Workspace) -> Got:
    """A link that was sent."""
    return send_link(fresh_workspace)


@pytest.fixture
def phone(browser: Browser, site: Served) -> Iterator[BrowserContext]:
    """A small telephone on which no script runs."""
    with browser.new_context(
        base_url=site.url, viewport={"width": 360, "height": 740}, java_script_enabled=False
    ) as context:
        context.set_default_timeout(10_000)
        yield context


def test_the_receiver_reads_and_answers_on_a_telephone(
    fresh_workspace: Workspace, got: Got, phone: BrowserContext
) -> None:
    page = phone.new_page()
    page.goto(f"/nb/fra-samvern/?l={got.secret}")
    assert got.secret not in page.inner_text("body")
    page.get_by_role("textbox", name="Kode").fill(got.code.lower())
    page.get_by_role("button", name="Åpne meldingen").click()
    assert "Trygg Eksempelhavn" in page.inner_text("h1")
    assert got.secret not in page.url
    assert "Rumensk" in page.inner_text("main")
    page.get_by_label("Vi kan hjelpe").check()
    page.get_by_role("textbox", name="Med ord").fill("Ring 987 65 432")
    with phone.expect_page() as opened:
        page.get_by_role("button", name="Send svaret").click()
    assert "Svaret ditt er sendt" in opened.value.inner_text("h1")
    assert "Rumensk" in page.inner_text("main")  # what she had is still there
    assert state_of(fresh_workspace, got) == "can_help"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_page_is_open_to_everybody(
    browser: Browser, site: Served, got: Got, axe: Axe, language: str
) -> None:
    with browser.new_context(base_url=site.url, viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        path = {"nb": "fra-samvern", "nn": "fra-samvern", "en": "from-samvern"}[language]
        page.goto(f"/{language}/{path}/?l={got.secret}")
        assert axe(page) == []
        page.fill("input[name=code]", got.code)
        page.click("main button[type=submit]")
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
