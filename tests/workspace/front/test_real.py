# SPDX-License-Identifier: EUPL-1.2
"""The workspace itself in a real browser: an interrupted note, and two who change the same one."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from uuid import UUID

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Browser, Page, expect

from support.addresses import objects_of
from support.workspace import Workspace

pytestmark = [pytest.mark.browser, pytest.mark.database]
Enter = Callable[[str], Page]


@pytest.fixture
def enter(browser: Browser, desk: str, fresh_workspace: Workspace) -> Iterator[Enter]:
    """A function that gives a browser in which a member is signed in."""
    with ExitStack() as stack:

        def sign_in(who: str) -> Page:
            context = stack.enter_context(browser.new_context(base_url=desk, locale="nb-NO"))
            context.set_default_timeout(10_000)
            cookie = fresh_workspace.client(who).cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": desk}]
            )
            return context.new_page()

        yield sign_in


def address(name: str, **where: UUID) -> str:
    with translation.override("nb"):
        return reverse(f"workspace:{name}", kwargs=where)


def test_an_interrupted_note_is_there_again_and_gone_once_saved(
    enter: Enter, fresh_workspace: Workspace
) -> None:
    case = fresh_workspace.cast.cases["own"]
    tab = enter("kari")
    tab.goto(address("note_new", case_id=case))
    tab.locator("[name=text]").fill("Hun fortalte om turen hit")
    expect(tab.locator("p.draft")).to_contain_text(re.compile(r"\d\d[.:]\d\d"), timeout=8000)
    tab.locator("[name=text]").fill("Hun fortalte om turen hit, og gråt")
    tab.goto(address("home"))
    tab.wait_for_timeout(500)
    other = enter("kari")
    other.goto(address("note_new", case_id=case))
    expect(other.locator("[name=text]")).to_have_value("Hun fortalte om turen hit, og gråt")
    other.locator(".form button[type=submit]").first.click()
    expect(other.locator("main")).to_contain_text("Hun fortalte om turen hit, og gråt")
    other.goto(address("note_new", case_id=case))
    expect(other.locator("[name=text]")).to_have_value("")


def test_a_draft_can_be_thrown_away(enter: Enter, fresh_workspace: Workspace) -> None:
    case = fresh_workspace.cast.cases["own"]
    tab = enter("kari")
    tab.goto(address("note_new", case_id=case))
    tab.locator("[name=text]").fill("Feil sak")
    expect(tab.locator("p.draft")).to_be_visible(timeout=8000)
    tab.goto(address("note_new", case_id=case))
    tab.locator("button[name=discard]").click()
    expect(tab.locator("[name=text]")).to_have_value("")
    assert tab.url.endswith(address("note_new", case_id=case))


def test_two_change_the_same_note_and_neither_text_is_lost(
    enter: Enter, fresh_workspace: Workspace
) -> None:
    case = fresh_workspace.cast.cases["own"]
    note = objects_of(fresh_workspace, case)["note_id"]
    edit = address("note_edit", case_id=case, note_id=note)
    first, second = enter("kari"), enter("tone")
    for tab in (first, second):
        tab.goto(edit)
    second.locator("[name=text]").fill("Tone skrev dette")
    second.locator(".form button[type=submit]").first.click()
    first.locator("[name=text]").fill("Kari skrev dette")
    first.locator(".form button[type=submit]").first.click()
    expect(first.locator(".clash")).to_have_count(1)
    expect(first.locator(".clash")).to_contain_text("Kari skrev dette")
    expect(first.locator(".clash")).to_contain_text("Tone skrev dette")
    first.locator("input[value=yours]").check()
    first.locator("main .actions button").click()
    expect(first.locator("main")).to_contain_text("Kari skrev dette")
    second.reload()
    expect(second.locator("main")).to_contain_text("Kari skrev dette")


def test_by_keyboard_alone_a_case_is_reached_and_a_note_written(
    enter: Enter, fresh_workspace: Workspace
) -> None:
    case = fresh_workspace.cast.cases["own"]
    tab = enter("kari")
    tab.goto(address("notes", case_id=case))
    tab.keyboard.press("Tab")
    expect(tab.locator(".ds-skip-link")).to_be_focused()
    tab.keyboard.press("Enter")
    reach(tab, f'a[href="{address("note_new", case_id=case)}"]')
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/new")
    reach(tab, "[name=text]")
    tab.keyboard.type("Skrevet uten mus")
    reach(tab, ".form button[type=submit]")
    tab.keyboard.press("Enter")
    expect(tab.locator("main")).to_contain_text("Skrevet uten mus")


def reach(tab: Page, selector: str, most: int = 60) -> None:
    """Press Tab until an element has the focus."""
    for _press in range(most):
        tab.keyboard.press("Tab")
        if tab.locator(f":focus:is({selector})").count():
            return
    pytest.fail(f"{selector} is not reached by {most} presses of Tab")


def test_the_clock_is_asked_and_signing_out_leaves_nothing_to_go_back_to(
    enter: Enter, fresh_workspace: Workspace
) -> None:
    tab = enter("kari")
    tab.goto(address("home"))
    clock = tab.evaluate("document.getElementById('session').dataset.check")
    left = tab.context.request.get(clock).json()["seconds"]
    assert 0 < left <= 15 * 60
    tab.get_by_role("button", name=re.compile("Logg ut|Sign out")).first.click()
    tab.wait_for_load_state()
    assert tab.context.request.get(clock, max_redirects=0).ok is False
    tab.go_back()
    expect(tab.locator("main")).not_to_contain_text("Kanari")


def test_what_another_tab_shows_goes_when_somebody_signs_out(
    enter: Enter, fresh_workspace: Workspace
) -> None:
    tab = enter("kari")
    tab.goto(address("home"))
    other = tab.context.new_page()
    other.goto(address("home"))
    expect(other.locator("main")).to_be_visible()
    tab.get_by_role("button", name=re.compile("Logg ut|Sign out")).first.click()
    expect(other.locator("main h1")).to_have_text("Logg inn", timeout=10_000)


def test_a_tab_asks_when_it_is_seen_again(enter: Enter, fresh_workspace: Workspace) -> None:
    """Signed out where no tab of this browser could tell of it."""
    tab = enter("kari")
    tab.goto(address("home"))
    with fresh_workspace.superuser() as boss:
        boss.execute("DELETE FROM gate.visit")
    tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(tab.locator("main h1")).to_have_text("Logg inn", timeout=10_000)
