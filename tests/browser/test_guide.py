# SPDX-License-Identifier: EUPL-1.2
"""A new user walks the guide in a real browser: three languages, phone and desk, with and without
JavaScript, and by keyboard alone.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
HEADINGS = {"nb": "Gjør dette nå", "nn": "Gjer dette no", "en": "Do this now"}
GONE = {"nb": "Svarene dine er slettet", "nn": "Svara dine er sletta"}
GONE["en"] = "Your answers are deleted"


class Watched:
    """A visitor's tab, and everything it did that it should not."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.complaints: list[str] = []
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._watch)

    def _listen(self, message: Any) -> None:
        self.complaints.append(message.text)

    def _watch(self, request: Any) -> None:
        if not request.url.startswith((self.site, "data:")):
            self.complaints.append(f"third party: {request.url}")


@pytest.fixture(params=[(PHONE, True), (DESK, True), (PHONE, False), (DESK, False)])
def tab(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Watched]:
    size, scripts = request.param
    with browser.new_context(
        base_url=site, viewport=size, java_script_enabled=scripts, locale="nb-NO"
    ) as context:
        context.set_default_timeout(10_000)
        watched = Watched(context.new_page(), site)
        yield watched
        assert watched.complaints == []


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_from_the_front_page_to_deleted(tab: Watched, language: str) -> None:
    page = tab.page
    page.goto(f"/{language}/")
    page.locator("main a.ds-button").first.click()
    page.locator("input[name=profession][value=health]").check()
    page.locator("main button[name=on]").click()
    page.locator("input[name=in_danger][value=no]").check()
    page.locator("main button[name=on]").click()
    page.locator("input[name=age_group][value=child_16_17]").check()
    page.locator("input[name=residence][value=irregular]").check()
    page.locator("input[name=activity][value=works]").check()
    page.locator("main button[name=on]").click()
    page.locator("input[name=seen_work][value=low_pay]").check()
    page.locator("main button[name=on]").click()
    expect(page.locator("h1")).to_have_text(HEADINGS[language])
    expect(page.locator("main a[href^='tel:']").first).to_be_visible()
    page.locator("form.end button").last.click()
    expect(page.locator("h1")).to_have_text(GONE[language])
    assert page.context.cookies() == []


def test_the_first_view_of_the_answer_on_a_phone_says_what_to_do(
    browser: Browser, site: str
) -> None:
    with browser.new_context(base_url=site, viewport=PHONE) as context:
        page = context.new_page()
        page.goto("/nb/guide/danger/")
        page.locator("input[name=in_danger][value=yes]").check()
        page.locator("button[name=stop]").click()
        page.locator("main .actions a").last.click()  # past the numbers, to the answer
        for place in ("h1", ".callstrip a"):
            box = page.locator(place).first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] < PHONE["height"]
        expect(page.locator("main a[href='tel:112']").first).to_be_in_viewport()


def test_back_after_deleting_shows_no_answers(tab: Watched) -> None:
    page = tab.page
    page.goto("/nb/guide/you/")
    page.locator("input[name=profession][value=police]").check()
    page.locator("main button[name=on]").click()
    page.locator("form.end button").click()
    expect(page.locator("h1")).to_have_text(GONE["nb"])
    page.go_back()
    page.wait_for_load_state()
    page.goto("/nb/guide/you/")
    assert page.locator("input:checked").count() == 0
    page.go_back()
    assert page.locator("main input:checked").count() == 0


def test_a_mistake_is_summed_up_on_top_and_what_was_typed_is_kept(tab: Watched) -> None:
    page = tab.page
    page.goto("/nb/guide/sporsmal/age/")
    page.locator("#age-text").fill("gammel")
    page.locator("main button[name=on]").click()
    summary = page.locator(".ds-error-summary")
    expect(summary).to_be_visible()
    expect(summary).to_be_focused()
    expect(page.locator("#age-text")).to_have_value("gammel")
    summary.locator("a").click()
    expect(page.locator("#age-text")).to_be_focused()
    # Chromium tells of every 400 page on the console; that one line is expected here.
    tab.complaints = [line for line in tab.complaints if "400" not in line]


def test_the_guide_by_keyboard_alone(browser: Browser, site: str) -> None:
    with browser.new_context(base_url=site, viewport=DESK) as context:
        page = context.new_page()
        page.goto("/nb/guide/you/")
        page.keyboard.press("Tab")
        expect(page.locator(".ds-skip-link")).to_be_focused()
        page.keyboard.press("Enter")
        press_until(page, "input[name=profession]")
        page.keyboard.press("ArrowDown")
        chosen = page.locator("input[name=profession]:checked")
        expect(chosen).to_have_count(1)
        press_until(page, "button[name=stop]")
        outline = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return s.outlineStyle !== 'none' || s.boxShadow !== 'none' }"
        )
        assert outline
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text(HEADINGS["nb"])


def press_until(page: Page, selector: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with Tab")


def test_nothing_is_left_in_the_browser_after_ending(tab: Watched) -> None:
    page = tab.page
    page.goto("/nb/guide/you/")
    page.locator("input[name=profession][value=police]").check()
    page.locator("main button[name=on]").click()
    page.locator("form.end button").click()
    expect(page.locator("h1")).to_have_text(GONE["nb"])
    assert page.context.cookies() == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}
