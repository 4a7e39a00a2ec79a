# SPDX-License-Identifier: EUPL-1.2
"""axe on every page, in every language, light and dark, on a narrow phone and a wide screen."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = {
    "nb": """
        /nb/ /nb/guide/you/ /nb/guide/danger/ /nb/guide/person/ /nb/guide/seen/
        /nb/guide/nodnumre/ /nb/guide/tema/ /nb/guide/mer/ongoing/ /nb/guide/sporsmal/age/
        /nb/guide/sporsmal/event_on/ /nb/guide/svar/ /nb/guide/avsluttet/ /nb/hjelp/
        /nb/rettigheter/ /nb/rettigheter/?status=irregular /nb/hvem-kan-hjelpe/ /nb/lovendringer/
        /nb/kilder/ /nb/metode/ /nb/personvern/ /nb/tilgjengelighet/ /nb/finnes-ikke/ /api/docs
    """,
    "nn": """
        /nn/ /nn/guide/you/ /nn/guide/seen/ /nn/guide/naudnummer/ /nn/guide/tema/
        /nn/guide/svar/ /nn/guide/avslutta/ /nn/hjelp/ /nn/rettar/
        /nn/rettar/?status=eea /nn/kven-kan-hjelpe/ /nn/lovendringar/ /nn/kjelder/ /nn/metode/
        /nn/personvern/ /nn/tilgjenge/
    """,
    "en": """
        /en/ /en/guide/you/ /en/guide/seen/ /en/guide/emergency/ /en/guide/topics/
        /en/guide/answer/ /en/guide/ended/ /en/help/ /en/rights/
        /en/rights/?status=child /en/who-can-help/ /en/changes/ /en/sources/ /en/method/
        /en/privacy/ /en/accessibility/
    """,
}
SETTLED = 500
"""Milliseconds until opened details have stopped sliding."""
Axe = Callable[[Page], list[dict[str, Any]]]


QUICK = (("nb", 320, "dark"),)
"""The other languages and combinations take minutes and are in the long group."""
LOOKS = [
    pytest.param(
        language,
        (width, scheme),
        id=f"{language}-{width}-{scheme}",
        marks=() if (language, width, scheme) in QUICK else pytest.mark.long,
    )
    for language in PAGES
    for width in (320, 1280)
    for scheme in ("light", "dark")
]
FORM_LOOKS = [pytest.param((width, "dark"), id=f"{width}-dark") for width in (320, 1280)]


@pytest.fixture
def tab(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    width, scheme = request.param
    size = {"width": width, "height": 800}
    with browser.new_context(
        base_url=site, viewport=size, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        context.set_default_timeout(20_000)
        yield context.new_page()


@pytest.mark.parametrize(("language", "tab"), LOOKS, indirect=["tab"])
def test_axe_finds_nothing(tab: Page, axe: Axe, language: str) -> None:
    answer_some(tab)
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    found = {}
    for address in PAGES[language].split():
        tab.goto(address)
        tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        tab.wait_for_timeout(SETTLED)
        if violations := axe(tab):
            found[address] = violations
        assert not wider_than_the_screen(tab), address
    assert found == {}
    # A breach of the content security policy would be told here; so is the one missing page.
    assert [line for line in complaints if "404" not in line] == []


@pytest.mark.parametrize("tab", FORM_LOOKS, indirect=True)
def test_axe_finds_nothing_in_a_form_with_mistakes(tab: Page, axe: Axe) -> None:
    for fact, field in (("age", "#age-text"), ("event_on", "#event_on-day")):
        tab.goto(f"/nb/guide/sporsmal/{fact}/")
        tab.locator(field).fill("x")
        tab.locator("main button[name=on]").click()
        assert axe(tab) == []


def answer_some(tab: Page) -> None:
    tab.goto("/nb/guide/sporsmal/purpose_seen/")
    tab.locator("main input[value=forced_labour]").check()
    tab.locator("main button[name=on]").click()
    tab.goto("/nb/guide/sporsmal/means_seen/")
    tab.locator("main input[value=threats]").check()
    tab.locator("main button[name=on]").click()
    tab.goto("/nb/guide/person/")
    tab.locator("input[name=age_group][value=child_16_17]").check()
    tab.locator("input[name=residence][value=irregular]").check()
    tab.locator("button[name=stop]").click()


def wider_than_the_screen(tab: Page) -> bool:
    wider: bool = tab.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return wider
