# SPDX-License-Identifier: EUPL-1.2
"""The helpline's form in a real browser: a whole contact by keyboard alone, in few presses."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from samvern.access.login.demo_accounts import demo_password, equip_demo_accounts
from samvern.helpline.enquiries.models import Enquiry
from samvern.web.database.child_process import stop_child
from samvern.web.database.roles import OWNER
from samvern.web.running.listen import listen
from samvern.web.running.web_server import start_web, wait_for_web
from support.site import build_site
from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.browser]
SAID = "Redd for arbeidsgiver, vil vite om trygt sted."
PRESSES = 40
"""More than this without the words themselves is too much work for a call."""
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture
def served(fresh_workspace: Workspace) -> Iterator[str]:
    with fresh_workspace.connect(OWNER) as owner:
        equip_demo_accounts(owner)
    build_site()
    with listen(0) as listener:
        port = listener.getsockname()[1]
        extra = {"SAMVERN_MODE": "demo", "SAMVERN_WORKERS": "1"}
        keys = {"SAMVERN_SECRET_KEY": "demo-" + "k" * 60, "DATABASE_URL": fresh_workspace.url()}
        web = start_web(listener.fileno(), {**os.environ, **extra, **keys})
        try:
            wait_for_web(web, port)
            yield f"http://localhost:{port}"
        finally:
            stop_child(web, (signal.SIGTERM, 8.0), (signal.SIGKILL, 5.0))


@pytest.fixture
def visitor(browser: Browser, served: str) -> Iterator[BrowserContext]:
    with browser.new_context(base_url=served, locale="nb-NO", viewport=DESKTOP) as context:
        context.set_default_timeout(10_000)
        said: list[str] = []
        context.on("console", lambda message: said.append(message.text))
        yield context
        assert said == []


def sign_in(page: Page, login: str) -> None:
    """By password; the demonstration writes the code itself and sends it."""
    page.goto("/nb/workspace/sign-in/")
    page.get_by_label("Brukernavn").fill(login)
    page.get_by_label("Passord").fill(demo_password())
    page.get_by_role("button", name="Gå videre").click()
    page.wait_for_url("**/nb/workspace/", timeout=30_000)


class Keys:
    """A keyboard that counts what is pressed; words are counted apart."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def to(self, name: str) -> None:
        """Tab until the field of this name has the focus."""
        for _each in range(40):
            if self.page.evaluate("document.activeElement.name || ''") == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab never comes to {name}")


def test_a_contact_is_logged_by_keyboard_alone(
    visitor: BrowserContext, fresh_workspace: Workspace, record_property: Any
) -> None:
    page = visitor.new_page()
    sign_in(page, "liv")
    page.goto("/nb/workspace/contacts/new")
    start, keys = time.perf_counter(), Keys(page)
    assert page.evaluate("document.activeElement.name") == "caller"
    keys.press("ArrowDown")
    keys.to("about")
    keys.press("ArrowUp")
    keys.to("language")
    keys.press("r", "u", "s")
    keys.to("interpreter")
    keys.press("Space")
    keys.to("advice")
    keys.press("Space")
    keys.to("next_step")
    keys.press("ArrowDown", "ArrowDown")
    keys.to("words")
    page.keyboard.type(SAID)
    keys.to("word")
    keys.press("Enter")
    page.wait_for_url("**/workspace/contacts/")
    took = time.perf_counter() - start
    record_property("presses", keys.pressed)
    print(f"\n{keys.pressed} key presses and {len(SAID)} letters; the browser took {took:.1f} s")
    with fresh_workspace.acting("liv"):
        row = Enquiry.objects.get()
    told = (row.caller, row.about, row.language, row.interpreter, row.advice, row.next_step)
    assert told == ("near", "presumed", "ru", True, ["safety"], "referred")
    assert keys.pressed < PRESSES


def test_a_wrong_number_is_one_press(visitor: BrowserContext, fresh_workspace: Workspace) -> None:
    page = visitor.new_page()
    sign_in(page, "liv")
    page.goto("/nb/workspace/contacts/")
    page.get_by_role("button", name="Feil nummer").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Talt: Feil nummer.").wait_for()
    with fresh_workspace.acting("liv"):
        assert Enquiry.objects.get().about == "wrong_number"


@pytest.mark.long
def test_the_pages_are_for_everybody(
    visitor: BrowserContext, axe: Callable[[Page], list[dict[str, Any]]]
) -> None:
    page = visitor.new_page()
    sign_in(page, "liv")
    for path in ("contacts/", "contacts/new", "contacts/find", "contacts/figures", "guidance/",
                 "guidance/ask", "guidance/figures"):  # fmt: skip
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.goto(f"/nb/workspace/{path}")
            assert axe(page) == [], path
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, (path, size, wide)
