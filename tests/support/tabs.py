# SPDX-License-Identifier: EUPL-1.2
"""Members of the cast in browsers of their own, at once, on one running site."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Browser, Locator, Page, expect

from support.serving import served
from support.workspace import Workspace

Axe = Callable[[Page], list[dict[str, Any]]]
EXPECTED = re.compile(r"the server responded with a status of 4(00|04|09)")
"""What Chromium writes on the console about a page of an error that somebody was to meet."""


class Tab:
    """One tab of one member, and what was written on its console."""

    def __init__(self, page: Page, who: str) -> None:
        self.page, self.who, self.complaints = page, who, list[str]()
        page.on("console", lambda message: self._listen(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _listen(self, text: str) -> None:
        if not EXPECTED.search(text):
            self.complaints.append(text)

    def open(self, name: str, query: str = "", **where: UUID) -> "Tab":
        """Open a page by its name, in bokmål."""
        self.page.goto(address(name, **where) + query)
        return self

    def status(self, path: str) -> int | None:
        """What an address answers, opened in this tab."""
        answer = self.page.goto(path)
        return answer.status if answer else None

    def go(self, link: str | re.Pattern[str]) -> None:
        """Follow the first link of a name."""
        self.page.get_by_role("link", name=link).first.click()

    def follow(self, id: UUID) -> None:
        """Follow the first link in the page that leads to something."""
        self.main.locator(f"a[href*='{id}']").first.click()

    def press(self, button: str | re.Pattern[str]) -> None:
        """Press the first button of a name."""
        self.main.get_by_role("button", name=button).first.click()

    def submit(self) -> None:
        """Press the button of the form that a field of the page's main form is in."""
        self.main.locator("form.form:not(.inline) button[type=submit]").first.click()

    def select(self, field: str, value: str) -> None:
        """Choose from a list."""
        self.field(field).select_option(value)

    def choose(self, field: str, *values: str) -> None:
        """Tick these of a field's boxes or circles."""
        for value in values:
            self.field(field, f"[value='{value}']").check()

    def write(self, field: str, text: str) -> None:
        """Write in a field."""
        self.field(field).fill(text)

    def field(self, name: str, more: str = "") -> Locator:
        """The inputs of a field."""
        return self.main.locator(f"[name={name}]{more}")

    def sees(self, *texts: str | re.Pattern[str]) -> None:
        """Wait until the page says all of this."""
        for text in texts:
            expect(self.main).to_contain_text(text)

    def misses(self, *texts: str) -> None:
        """Nothing of this is anywhere in the page, seen or unseen."""
        page = self.page.content()
        assert [text for text in texts if text in page] == [], (self.who, self.page.url)

    @property
    def main(self) -> Locator:
        """The page without its head and menu."""
        return self.page.locator("main")

    @property
    def path(self) -> str:
        """The address without the site's."""
        return re.sub(r"^https?://[^/]*", "", self.page.url)


Enter = Callable[..., Tab]


def address(name: str, **where: UUID) -> str:
    """The address of a page of the workspace in bokmål."""
    with translation.override("nb"):
        return reverse(f"workspace:{name}", kwargs=where)


@pytest.fixture
def enter(browser: Browser, fresh_workspace: Workspace) -> Iterator[Enter]:
    """A function that gives somebody a browser of her own: a member who is signed in, or nobody."""
    tabs: list[Tab] = []
    with ExitStack() as stack:
        site = stack.enter_context(served(fresh_workspace.url()))

        def sign_in(who: str = "", width: int = 1280, beside: Tab | None = None) -> Tab:
            if beside is not None:
                tabs.append(Tab(beside.page.context.new_page(), beside.who))
                return tabs[-1]
            context = stack.enter_context(
                browser.new_context(
                    base_url=site.url, locale="nb-NO", viewport={"width": width, "height": 800}
                )
            )
            context.set_default_timeout(10_000)
            if who:
                name = settings.SESSION_COOKIE_NAME
                cookie = fresh_workspace.client(who).cookies[name].value
                context.add_cookies([{"name": name, "value": cookie, "url": site.url}])
            tabs.append(Tab(context.new_page(), who))
            return tabs[-1]

        yield sign_in
        assert {tab.who: tab.complaints for tab in tabs if tab.complaints} == {}
