# SPDX-License-Identifier: EUPL-1.2
"""Every page of the workspace, found from its addresses: accessible, within a narrow screen, and
silent under the content security policy.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page

from support.addresses import Address, addresses, objects_of
from support.workspace import Workspace

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.long]
Axe = Callable[[Page], list[dict[str, Any]]]
LOOKS = ((1280, "light"), (320, "dark"))
NO_PAGES = ("pdf", "ics", "csv", "draft", "session", "fetch", "logout", "give_up", "provider")
EVERY = 4
"""In its short form the test looks at one page in four."""


def pages() -> list[Address]:
    return [each for each in addresses() if not any(word in each.name for word in NO_PAGES)]


def visit(tab: Page, path: str) -> bool:
    """Open an address; whether it is a page. What is only posted to is none, nor is a file."""
    answer = tab.context.request.get(path, max_redirects=0)
    is_page = answer.status == 200 and answer.headers["content-type"].startswith("text/html")
    if is_page:
        tab.goto(path)
    return is_page


@pytest.mark.parametrize("who", ["kari", "tone", "revisor", "administrator"])
@pytest.mark.parametrize("look", LOOKS, ids=["wide-light", "narrow-dark"])
def test_axe_finds_nothing_on_any_page(
    browser: Browser,
    desk: str,
    fresh_workspace: Workspace,
    axe: Axe,
    short: bool,
    look: tuple[int, str],
    who: str,
) -> None:
    width, scheme = look
    who = members(fresh_workspace)[who]
    cookie = fresh_workspace.client(who).cookies[settings.SESSION_COOKIE_NAME].value
    values = objects_of(fresh_workspace, fresh_workspace.cast.cases["own"])
    found: dict[str, Any] = {}
    seen = 0
    with browser.new_context(
        base_url=desk,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        locale="nb-NO",
    ) as context:
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": desk}])
        tab = context.new_page()
        complaints: list[str] = []
        tab.on("console", lambda message: complaints.append(message.text))
        for each in pages()[:: EVERY if short else 1]:
            if set(each.takes) - set(values) or not visit(tab, each.path(values)):
                continue
            seen += 1
            tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            if wrong := axe(tab):
                found[each.name] = wrong
            if tab.evaluate("document.documentElement.scrollWidth") > width:
                found[f"{each.name} is too wide"] = tab.url
    policy = [line for line in complaints if "Content Security Policy" in line]
    print(f"{who}, {width} wide, {scheme}: {seen} pages")
    assert (found, policy) == ({}, [])
    assert seen > 0


def members(workspace: Workspace) -> dict[str, str]:
    """The cast's names for the roles looked from."""
    from samvern.access.models import Member

    found = {"kari": "kari", "tone": "tone"}
    with workspace.acting("kari") as actor:
        house = dict(
            Member.objects.filter(organisation_id=actor.organisation_id).values_list("pk", "role")
        )
    for name, member in workspace.cast.members.items():
        role = house.get(member)
        if role in ("auditor", "administrator"):
            found["revisor" if role == "auditor" else role] = name
    return found
