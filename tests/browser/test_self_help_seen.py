# SPDX-License-Identifier: EUPL-1.2
"""The person's own page and the directory as they are seen and heard: sizes, sides, and the tree
that a screen reader reads.
"""

import re

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 780}
DOORS = {"nb": "/nb/hjelp/", "nn": "/nn/hjelp/", "en": "/en/help/"}
DIRECTORIES = {
    "nb": "/nb/hvem-kan-hjelpe/",
    "nn": "/nn/kven-kan-hjelpe/",
    "en": "/en/who-can-help/",
}
SMALL_TARGETS = """() => [...document.querySelectorAll(
    'a.ds-button, .languages a, .languages button, main button, main summary, .options label')]
  .filter(e => e.checkVisibility())
  .map(e => [e.textContent.trim(), Math.round(e.getBoundingClientRect().height)])
  .filter(([_, height]) => height < 44)"""
SMALL_LETTERS = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.checkVisibility())
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .filter(e => parseFloat(getComputedStyle(e).fontSize) < 17)
  .map(e => e.textContent.trim())"""
MIDDLE = (
    "s => { const b = document.querySelector(s).getBoundingClientRect(); return b.x + b.width / 2 }"
)
WIDER = "document.documentElement.scrollWidth > window.innerWidth"
HEARD = re.compile(
    r"^ *- (navigation|main|region|heading|link|button)(?: \"(.*?)\")?(?: \[(.*?)\])?:?$"
)

TREES = {
    "nb": """
        link Hopp til innholdet | navigation Forlat siden raskt | link Forlat siden raskt
        navigation Språk | link Bokmål | link Nynorsk | link English | main
        heading1 Du kan få hjelp | heading2 Er du i fare nå? | link 112
        heading2 Snakk med noen som hjelper | link 22 33 11 60
        heading2 Er du under 18 år? | link 116 111 | heading2 Dette har du rett til
        region Et sted å sove | heading3 Et sted å sove | region Å bli i Norge
        heading3 Å bli i Norge | region Penger | heading3 Penger | region Lege | heading3 Lege
        region Advokat | heading3 Advokat | heading2 Hvis noen følger med på telefonen din
    """,
    "nn": """
        link Hopp til innhaldet | navigation Forlat sida raskt | link Forlat sida raskt
        navigation Språk | link Bokmål | link Nynorsk | link English | main
        heading1 Du kan få hjelp | heading2 Er du i fare no? | link 112
        heading2 Snakk med nokon som hjelper | link 22 33 11 60
        heading2 Er du under 18 år? | link 116 111 | heading2 Dette har du rett til
        region Ein stad å sove | heading3 Ein stad å sove | region Å bli i Noreg
        heading3 Å bli i Noreg | region Pengar | heading3 Pengar | region Lege | heading3 Lege
        region Advokat | heading3 Advokat | heading2 Om nokon følgjer med på telefonen din
    """,
    "en": """
        link Skip to the content | navigation Leave this page quickly | link Leave this page quickly
        navigation Language | link Bokmål | link Nynorsk | link English | main
        heading1 You can get help | heading2 Are you in danger now? | link 112
        heading2 Talk to somebody who helps | link 22 33 11 60
        heading2 Are you under 18? | link 116 111 | heading2 What you have a right to
        region A place to sleep | heading3 A place to sleep | region Staying in Norway
        heading3 Staying in Norway | region Money | heading3 Money | region A doctor
        heading3 A doctor | region A lawyer | heading3 A lawyer
        heading2 If somebody watches your phone
    """,
}
HEADS = {
    "nb": ["Hvem kan hjelpe", "Ring hit først", "ROSA", "Fare nå", "Politiet"],
    "nn": ["Kven kan hjelpe", "Ring hit først", "ROSA", "Fare no", "Politiet"],
    "en": ["Who can help", "Call here first", "ROSA", "Danger now", "The police"],
}


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    return page


def heard(page: Page) -> list[str]:
    """Landmarks, headings, links and buttons, in the order and by the names they are read out."""
    found = []
    for line in page.locator("body").aria_snapshot().splitlines():
        if match := HEARD.match(line):
            role, name, more = match.groups()
            level = (more or "").removeprefix("level=") if role == "heading" else ""
            found.append(f"{role}{level} {name or ''}".strip())
    return found


def tree(text: str) -> list[str]:
    return [part.strip() for line in text.strip().splitlines() for part in line.split("|")]


@pytest.mark.parametrize("language", DOORS)
def test_what_a_screen_reader_reads_on_her_page(phone: Page, language: str) -> None:
    phone.goto(DOORS[language])
    assert heard(phone) == tree(TREES[language])


@pytest.mark.parametrize("language", DIRECTORIES)
def test_what_a_screen_reader_reads_in_the_directory(phone: Page, language: str) -> None:
    phone.goto(DIRECTORIES[language])
    read = heard(phone)
    headings = [line for line in read if line.startswith("heading")]
    named = [line.partition(" ")[2] for line in headings]
    assert [named[0], named[1], named[2], named[4], named[5]] == HEADS[language]
    levels = [line.partition(" ")[0] for line in headings]
    assert (levels.count("heading1"), levels.count("heading2"), levels.count("heading3")) == (
        1, 14, 85,
    )  # fmt: skip
    regions = [line.partition(" ")[2] for line in read if line.startswith("region ")]
    groups = [name for line, name in zip(headings, named, strict=True) if "heading2" in line]
    assert regions == groups


@pytest.mark.parametrize("language", DOORS)
def test_letters_are_large_and_what_is_tapped_is_too(phone: Page, language: str) -> None:
    phone.goto(DOORS[language])
    phone.locator("details:has(form) > summary").click()
    phone.wait_for_timeout(300)
    assert phone.evaluate(SMALL_LETTERS) == []
    assert phone.evaluate(SMALL_TARGETS) == []
    assert not phone.evaluate(WIDER)


@pytest.mark.parametrize("language", DIRECTORIES)
def test_the_directory_is_large_enough_to_read(phone: Page, language: str) -> None:
    phone.goto(DIRECTORIES[language])
    small = SMALL_LETTERS.replace("'body *'", "'main *'")
    assert phone.evaluate(small) == []
    heights = phone.locator("main a[href^='tel:']").evaluate_all(
        "links => links.map(e => e.closest('.urgent') ? 44 : e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_from_the_right_all_is_mirrored(phone: Page) -> None:
    phone.set_viewport_size({"width": 900, "height": 780})
    phone.goto(DOORS["en"])
    phone.locator("details:has(form) > summary").click()
    places = ("#leave", "#residence-1", "#about-you legend")
    before = [phone.evaluate(MIDDLE, place) for place in places]
    phone.evaluate("document.documentElement.dir = 'rtl'")
    after = [phone.evaluate(MIDDLE, place) for place in places]
    for left, right in zip(before, after, strict=True):
        assert left + right == pytest.approx(900, abs=20)
    phone.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert not phone.evaluate(WIDER)


def test_without_a_script_all_of_it_works(browser: Browser, site: str) -> None:
    with browser.new_context(base_url=site, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(DOORS["en"])
        page.locator("details:has(form) > summary").click()
        page.locator("input[name=age_group][value=child_16_17]").check()
        page.locator("main form button").press("Enter")
        assert page.locator("#right-sleep ~ ul li").all_text_contents() == [
            "Because you are or may be under 18: "
            "Child welfare must help you to be safe, even at night."
        ]
