# SPDX-License-Identifier: EUPL-1.2
"""The quick way out of the person's own page, with and without JavaScript, and the way back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from samvern.web.testing.system_programs import find_chromium
from support.browser import QUIET

pytestmark = pytest.mark.browser
ELSEWHERE, WEATHER = "https://www.yr.no/", "It may rain"
OURS = ("Samvern", "Du kan få hjelp", "You can get help", "utnyttet", "legevakt")
"""What stands on our pages and on no page of the weather."""
BOTH = pytest.mark.parametrize("tab", [True, False], indirect=True, ids=["script", "plain"])
SCRIPT = pytest.mark.parametrize("tab", [True], indirect=True, ids=["script"])


def weather(context: BrowserContext) -> None:
    """Let the page she goes to be there without a network."""
    context.set_default_timeout(10_000)
    context.route(
        f"{ELSEWHERE}**",
        lambda route: route.fulfill(body=f"<title>{WEATHER}</title>", content_type="text/html"),
    )


@pytest.fixture
def tab(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    with browser.new_context(base_url=site, java_script_enabled=request.param) as context:
        weather(context)
        yield context.new_page()


@pytest.fixture
def remembering(browser: Browser, site: str) -> Iterator[Page]:
    """A tab of a browser that keeps pages in memory for the back button, as people's do."""
    with browser.browser_type.launch(
        executable_path=find_chromium(),
        args=[*QUIET, "--no-sandbox"],
        ignore_default_args=["--disable-back-forward-cache"],
    ) as chromium:
        context = chromium.new_context(base_url=site)
        weather(context)
        yield context.new_page()


def answer(page: Page) -> None:
    page.locator("details:has(form) > summary").click()
    page.locator("input[name=residence][value=irregular]").check()
    page.locator("main form button").press("Enter")  # a click misses when the typeface arrives
    expect(page.locator("#right-stay ~ ul li")).to_have_count(2, timeout=20_000)


def leave(page: Page) -> None:
    page.locator("#leave").click()
    expect(page).to_have_title(WEATHER, timeout=20_000)


def come_and_leave(page: Page) -> None:
    """From the front page to her own, an answer there, and out."""
    page.goto("/nb/")
    page.locator("main a[href='/nb/hjelp/']").first.click()
    answer(page)
    leave(page)


def shows_nothing_of_ours(page: Page) -> bool:
    """Whether what the back button led to is empty of us; it may be no page at all."""
    page.wait_for_timeout(500)
    try:
        text = page.content()
    except Error:
        return True
    return not any(word in text for word in OURS)


def back(page: Page) -> None:
    try:
        page.go_back(wait_until="commit")  # a page out of memory loads nothing
    except Error:
        page.wait_for_timeout(200)  # the browser will not send a form again, or was sent on


@BOTH
def test_an_answer_stays_nowhere_but_on_the_page(tab: Page) -> None:
    tab.goto("/nb/hjelp/")
    answer(tab)
    assert tab.context.cookies() == []
    assert tab.context.storage_state() == {"cookies": [], "origins": []}
    tab.goto("/nb/")
    expect(tab.locator("main a.ds-button").first).to_have_text("Begynn")


@SCRIPT
def test_with_a_script_leaving_keeps_no_cookie(tab: Page) -> None:
    tab.goto("/nb/hjelp/")
    answer(tab)
    leave(tab)
    assert tab.context.cookies() == []


@pytest.mark.parametrize("tab", [False], indirect=True, ids=["plain"])
def test_without_one_it_keeps_a_word_for_a_minute(tab: Page) -> None:
    tab.goto("/nb/hjelp/")
    leave(tab)
    assert [cookie["name"] for cookie in tab.context.cookies()] == ["left"]


@BOTH
def test_back_leads_to_no_page_of_ours(tab: Page) -> None:
    come_and_leave(tab)
    for _ in range(4):
        back(tab)
        assert shows_nothing_of_ours(tab)


def test_back_leads_to_no_page_in_the_browsers_memory(remembering: Page) -> None:
    come_and_leave(remembering)
    for _ in range(3):
        back(remembering)
        assert shows_nothing_of_ours(remembering)


def test_the_memory_of_the_browser_is_indeed_on(remembering: Page) -> None:
    """Else the test above would show nothing."""
    page = remembering
    page.goto("/robots.txt")
    page.evaluate("window.kept = true")
    page.goto("/api/docs")
    page.go_back(wait_until="commit")
    assert page.evaluate("window.kept === true")


@SCRIPT
def test_who_comes_again_on_purpose_is_let_in(tab: Page) -> None:
    tab.goto("/nb/hjelp/")
    leave(tab)
    tab.goto("/nb/hjelp/")
    expect(tab.locator("h1")).to_have_text("Du kan få hjelp")
    assert tab.context.storage_state()["origins"] == []


@SCRIPT
def test_neither_answers_nor_languages_lengthen_the_history(tab: Page) -> None:
    tab.goto("/nb/hjelp/")
    tab.locator(".languages a[lang=nn]").click()
    expect(tab.locator("html")).to_have_attribute("lang", "nn")  # the heading reads as in bokmål
    expect(tab.locator("h1")).to_have_text("Du kan få hjelp")
    answer(tab)
    tab.locator(".languages button[lang=en]").click()
    expect(tab.locator("h1")).to_have_text("You can get help")
    expect(tab.locator("html")).to_have_attribute("lang", "en")
    assert tab.locator("input[value=irregular]").is_checked()
    assert tab.url.endswith("/en/help/")
    assert tab.evaluate("history.length") == 2  # the empty tab, and this page
    leave(tab)
    back(tab)
    assert tab.url == "about:blank"


@pytest.mark.parametrize("tab", [False], indirect=True, ids=["plain"])
def test_answers_go_along_into_another_language_without_a_script(tab: Page) -> None:
    tab.goto("/nb/hjelp/")
    answer(tab)
    tab.locator(".languages button[lang=en]").click()
    expect(tab.locator("h1")).to_have_text("You can get help")
    assert tab.locator("input[value=irregular]").is_checked()


@BOTH
def test_the_button_stays_in_view(tab: Page) -> None:
    tab.goto("/nb/hjelp/")
    tab.mouse.wheel(0, 3000)
    expect(tab.locator("#leave")).to_be_in_viewport()


@pytest.mark.parametrize("keys", [["Escape"], ["Shift", "Shift", "Shift"]])
@SCRIPT
def test_the_keys_leave(tab: Page, keys: list[str]) -> None:
    tab.goto("/nb/hjelp/")
    answer(tab)  # the keys work on the page that came back as well
    for key in keys:
        tab.keyboard.press(key)
    expect(tab).to_have_title(WEATHER)
    assert tab.context.cookies() == []


@pytest.mark.parametrize(
    "address", ["/nb/", "/nb/guide/deg/", "/nb/guide/svar/", "/nn/", "/en/rights/", "/api/docs",
                "/nb/nowhere/", "/nb/fra-samvern/", "/nb/personvern/"],
)  # fmt: skip
@SCRIPT
def test_esc_leaves_from_every_public_page(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.keyboard.press("Escape")
    expect(tab).to_have_title(WEATHER)
    assert tab.context.cookies() == []
    back(tab)
    assert shows_nothing_of_ours(tab)


@SCRIPT
def test_shift_used_for_writing_does_not_leave(tab: Page) -> None:
    tab.goto("/nb/hjelp/")
    for key in ("Shift", "Shift", "a", "Shift"):
        tab.keyboard.press(key)
    expect(tab.locator("h1")).to_have_text("Du kan få hjelp")


@BOTH
def test_nothing_comes_from_another_site(tab: Page, site: str) -> None:
    others: list[str] = []
    tab.on("request", lambda request: others.append(request.url))
    tab.goto("/nb/hjelp/")
    answer(tab)
    assert [url for url in others if not url.startswith((site, "data:"))] == []
