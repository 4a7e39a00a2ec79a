# SPDX-License-Identifier: EUPL-1.2
"""What the pages do in a real browser: drafts, conflicts, the end of a session, without scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support import components

pytestmark = pytest.mark.browser
PAGE = "/nb/workspace/home/"


def fill(page: Page) -> None:
    page.get_by_label("Tittel").fill("Vår ref")
    page.get_by_label("År", exact=True).fill("1999")
    page.get_by_label("Telefon", exact=True).check()
    page.get_by_label("Hvem").select_option("u")
    page.get_by_label("Jeg har spurt personen").check()


def save(page: Page) -> None:
    page.get_by_role("button", name="Lagre", exact=True).click()


def test_mistakes_are_listed_and_lead_to_their_fields(tab: Page) -> None:
    tab.goto(PAGE)
    save(tab)
    summary = tab.locator(".ds-error-summary")
    expect(summary).to_be_focused()
    links = summary.get_by_role("link")
    assert links.count() == 5
    for number in range(5):
        target = links.nth(number).get_attribute("href") or ""
        field = tab.locator(target)
        expect(field).to_be_visible()
        expect(field).to_have_attribute("aria-invalid", "true")
    tab.get_by_label("Tittel").fill("Det jeg skrev")
    save(tab)
    expect(tab.get_by_label("Tittel")).to_have_value("Det jeg skrev")


def test_what_two_wrote_stands_side_by_side_and_what_is_chosen_is_saved(tab: Page) -> None:
    tab.goto(PAGE)
    fill(tab)
    save(tab)
    expect(tab.locator("main")).to_contain_text("Lagret av Ola")
    expect(tab.locator("main")).to_contain_text("Ola Hansen")
    assert tab.locator(".clash").count() == 5
    tab.locator("#yours-title").check()
    tab.locator("#saved-born").check()
    tab.locator("main .actions button").click()
    assert tab.content().count("saved Vår ref 1998-05") == 1


def test_typing_is_kept_and_said_to_be_kept(tab: Page) -> None:
    tab.goto(PAGE)
    tab.get_by_label("Notat").fill("Hun ringte")
    status = tab.locator("p.draft")
    expect(status).to_contain_text(re.compile(r"\d\d[.:]\d\d"), timeout=6000)
    assert [(k["key"], k["text"]) for k in components.KEPT] == [("everything", "Hun ringte")]


def test_a_lost_connection_is_said_and_made_good(tab: Page) -> None:
    tab.goto(PAGE)
    components.STATE["draft"] = 503
    tab.get_by_label("Notat").fill("Skrevet i tunnelen")
    status = tab.locator("p.draft")
    expect(status).to_have_attribute("data-lost", "", timeout=6000)
    assert components.KEPT == []
    components.STATE["draft"] = 204
    expect(status).not_to_have_attribute("data-lost", "", timeout=8000)
    assert components.KEPT[-1]["text"] == "Skrevet i tunnelen"


def test_offline_a_form_is_not_sent_into_nothing(tab: Page) -> None:
    tab.goto(PAGE)
    fill(tab)
    tab.context.set_offline(True)
    save(tab)
    expect(tab.locator("p.draft")).to_have_attribute("data-lost", "")
    expect(tab.get_by_label("Tittel")).to_have_value("Vår ref")
    tab.context.set_offline(False)
    expect(tab.locator("p.draft")).not_to_have_attribute("data-lost", "")
    assert components.KEPT[-1]["title"] == "Vår ref"


def test_leaving_a_page_keeps_what_was_typed(tab: Page) -> None:
    tab.goto(PAGE)
    tab.get_by_label("Notat").fill("Halvferdig")
    tab.goto("/nb/workspace/sign-in")
    tab.wait_for_timeout(500)
    assert [k["text"] for k in components.KEPT] == ["Halvferdig"]


def test_nothing_is_left_in_the_browser(tab: Page) -> None:
    tab.goto(PAGE)
    tab.get_by_label("Notat").fill("Hemmelig")
    expect(tab.locator("p.draft")).to_be_visible(timeout=6000)
    stores = "[localStorage.length, sessionStorage.length]"
    assert tab.evaluate(stores) == [0, 0]
    assert tab.evaluate("indexedDB.databases().then(all => all.length)") == 0
    assert tab.evaluate("caches.keys().then(all => all.length)") == 0


def test_before_the_session_ends_it_is_said_and_can_go_on(tab: Page) -> None:
    components.STATE["seconds"] = 100
    tab.clock.install()
    tab.goto(PAGE)
    tab.clock.run_for(13 * 60 * 1000 + 1000)
    box = tab.get_by_role("alertdialog")
    expect(box).to_be_visible()
    tab.clock.run_for(2000)
    box.locator("[data-stay]").click()
    expect(box).to_be_hidden()
    assert components.STATE["seconds"] == 900


def test_another_tab_in_use_keeps_this_one_quiet(tab: Page) -> None:
    components.STATE["seconds"] = 800
    tab.clock.install()
    tab.goto(PAGE)
    with tab.expect_response("**/session"):
        tab.clock.run_for(13 * 60 * 1000 + 1000)
    expect(tab.get_by_role("alertdialog")).to_be_hidden()


def test_when_the_session_is_over_nothing_is_left_to_read(tab: Page) -> None:
    components.STATE["seconds"] = 0
    tab.clock.install()
    tab.goto(PAGE)
    tab.clock.run_for(13 * 60 * 1000 + 1000)
    tab.wait_for_url("**/sign-in")
    expect(tab.locator("body")).to_have_text("Signed out")


@pytest.fixture
def plain(browser: Browser, front: str) -> Iterator[Page]:
    """A browser without JavaScript."""
    with browser.new_context(base_url=front, java_script_enabled=False) as context:
        yield context.new_page()


def test_everything_works_without_scripts(plain: Page) -> None:
    plain.goto(PAGE)
    fill(plain)
    save(plain)
    plain.locator("#saved-title").check()
    plain.locator("main .actions button").click()
    assert plain.locator("body").inner_text() == "saved Lagret av Ola 1999"
