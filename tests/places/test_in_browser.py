# SPDX-License-Identifier: EUPL-1.2
"""Two people in two real browsers: one finds and holds a room, the other answers on a phone."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Browser, Page, expect

from support.providing import hold
from support.serving import served
from support.workspace import Workspace

pytestmark = [pytest.mark.browser, pytest.mark.database]
Enter = Callable[..., Page]
Axe = Callable[[Page], list[dict[str, Any]]]


@pytest.fixture
def enter(browser: Browser, fresh_workspace: Workspace) -> Iterator[Enter]:
    """A function that gives a browser in which a member is signed in, as wide as asked."""
    with ExitStack() as stack:
        site = stack.enter_context(served(fresh_workspace.url()))

        def sign_in(who: str, width: int = 1280) -> Page:
            view = {"width": width, "height": 900}
            context = stack.enter_context(
                browser.new_context(base_url=site.url, locale="nb-NO", viewport=view)  # type: ignore[arg-type]
            )
            context.set_default_timeout(20_000)
            cookie = fresh_workspace.client(who).cookies[settings.SESSION_COOKIE_NAME].value
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": cookie, "url": site.url}])
            return context.new_page()

        yield sign_in


def address(name: str, **where: UUID) -> str:
    with translation.override("nb"):
        return reverse(f"workspace:{name}", kwargs=where)


def is_fine(page: Page, axe: Axe) -> None:
    """Nothing wrong by axe, and nothing wider than the screen."""
    assert axe(page) == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url


def test_a_room_is_found_held_confirmed_and_moved_into(
    enter: Enter, axe: Axe, fresh_workspace: Workspace
) -> None:
    case = fresh_workspace.cast.cases["own"]
    kari, amina = enter("kari"), enter("amina", width=360)
    kari.goto(address("case_places", case_id=case))
    is_fine(kari, axe)
    kari.get_by_role("link", name="Finn et sted å bo").click()
    kari.get_by_label("Kvinne", exact=True).check()
    kari.get_by_label("Alder", exact=False).first.fill("30")
    kari.get_by_label("Type bosted").select_option("crisis_centre")
    kari.get_by_label("Ingen aktiv rus").check()
    is_fine(kari, axe)
    kari.get_by_role("button", name="Søk", exact=True).click()
    expect(kari.locator("ol.items > li").first).to_contain_text("Krisesenteret for kvinner")
    is_fine(kari, axe)
    kari.get_by_role("button", name="Hold av et rom Krisesenteret for kvinner").click()
    expect(kari.locator("main")).to_contain_text("Holdt av")
    is_fine(kari, axe)

    amina.goto(address("places"))
    amina.get_by_role("link", name="Krisesenteret for kvinner", exact=False).first.click()
    is_fine(amina, axe)
    expect(amina.locator("main")).to_contain_text("25-39")
    amina.locator("summary", has_text="Bekreft").click()
    amina.get_by_label("Hvem kan de som spurte, ringe?").fill("Vakta")
    amina.get_by_label("På hvilket nummer?").first.fill("22 00 00 00")
    amina.get_by_role("button", name="Bekreft").click()
    expect(amina.locator("main")).to_contain_text("Bekreftet")

    kari.reload()
    kari.get_by_role("link", name="Vis adressen").click()
    expect(kari.locator("main")).to_contain_text("Skjulveien")
    is_fine(kari, axe)
    kari.go_back()
    kari.get_by_role("button", name="Personen har kommet").click()
    expect(kari.locator("main")).to_contain_text("Kommet")


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.long)])
def test_the_other_pages(enter: Enter, axe: Axe, fresh_workspace: Workspace, width: int) -> None:
    with fresh_workspace.superuser() as look:
        found = look.execute(
            "SELECT p.id, r.id FROM places_place p JOIN places_room r ON r.place_id = p.id "
            "WHERE p.name = 'Krisesenteret for kvinner' ORDER BY r.label"
        ).fetchone()
        assert found
    place, room = found
    hold(fresh_workspace, room, "kari", "own")
    amina = enter("amina", width=width)
    for page, where in (
        ("places", {}), ("place_new", {}), ("waiting", {}), ("capacity", {}),
        ("place_edit", {"place_id": place}), ("rooms", {"place_id": place}),
        ("room_close", {"place_id": place, "room_id": room}),
        ("place_address", {"place_id": place}), ("place_address_edit", {"place_id": place}),
    ):  # fmt: skip
        amina.goto(address(page, **where))
        expect(amina.locator("h1")).to_be_visible()
        is_fine(amina, axe)
