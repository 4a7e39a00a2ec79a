# SPDX-License-Identifier: EUPL-1.2
"""The quick way out of the person's own page, with and without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
ELSEWHERE = "https://www.yr.no/"


@pytest.fixture(params=[True, False], ids=["script", "plain"])
def door(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    with browser.new_context(base_url=site, java_script_enabled=request.param) as context:
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.goto("/nb/hjelp/")
        page.locator("details:has(form) > summary").click()
        page.locator("input[name=residence][value=irregular]").check()
        page.locator("main form button").click()
        # Closed again: the page has come back with the answer.
        expect(page.locator("details:has(form)")).not_to_have_attribute("open", "")
        page.wait_for_load_state()
        assert [cookie["name"] for cookie in page.context.cookies()] == ["csrf", "samvern"]
        yield page


def test_the_button_deletes_and_leaves(door: Page) -> None:
    with door.expect_request(ELSEWHERE):
        door.locator("#leave").click()
    assert door.context.cookies() == []


def test_the_button_stays_in_view(door: Page) -> None:
    door.mouse.wheel(0, 3000)
    expect(door.locator("#leave")).to_be_in_viewport()


@pytest.mark.parametrize("keys", [["Escape"], ["Shift", "Shift", "Shift"]])
@pytest.mark.parametrize("door", [True], indirect=True, ids=["script"])
def test_the_keys_leave(door: Page, keys: list[str]) -> None:
    with door.expect_request(ELSEWHERE):
        for key in keys:
            door.keyboard.press(key)
    assert door.context.cookies() == []


@pytest.mark.parametrize("door", [True], indirect=True, ids=["script"])
def test_shift_used_for_writing_does_not_leave(door: Page) -> None:
    for key in ("Shift", "Shift", "a", "Shift"):
        door.keyboard.press(key)
    expect(door.locator("h1")).to_have_text("Du kan få hjelp")


@pytest.mark.parametrize("door", [True], indirect=True, ids=["script"])
def test_back_does_not_return_to_the_page(door: Page) -> None:
    door.locator(".languages a[lang=en]").click()
    expect(door.locator("h1")).to_have_text("You can get help")
    entries = "history.length"
    before = door.evaluate(entries)
    with door.expect_request(ELSEWHERE):
        door.locator("#leave").click()
    assert before == 2  # the empty tab, and this page
    door.wait_for_timeout(300)
    door.go_back()
    assert door.url == "about:blank"


def test_nothing_comes_from_another_site(door: Page, site: str) -> None:
    others: list[str] = []
    door.on("request", lambda request: others.append(request.url))
    door.reload()
    assert [url for url in others if not url.startswith((site, "data:"))] == []
