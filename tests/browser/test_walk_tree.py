# SPDX-License-Identifier: EUPL-1.2
"""The walk as a screen reader meets it: the accessibility tree of each page, in three languages."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
YES_NO = {"nb": ("Ja", "Nei", "Vet ikke"), "nn": ("Ja", "Nei", "Veit ikkje")}
YES_NO["en"] = ("Yes", "No", "Don’t know")
TITLES = {
    "nb": ["Deg", "Fare nå", "Personen", "Det du har sett", "Gjør dette nå"],
    "nn": ["Deg", "Fare no", "Personen", "Det du har sett", "Gjer dette no"],
    "en": ["You", "Danger now", "The person", "What you have seen", "Do this now"],
}
BUTTONS = {
    "nb": ["Neste", "Se svaret nå", "Hopp over", "Tilbake", "Avslutt og slett"],
    "nn": ["Neste", "Sjå svaret no", "Hopp over", "Tilbake", "Avslutt og slett"],
    "en": ["Next", "See the answer now", "Skip", "Back", "End and delete"],
}
TICKED = ["profession][value=health", "in_danger][value=no", "activity][value=sells_sex"]


@pytest.fixture(params=[True, False], ids=["script", "plain"])
def phone(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    with browser.new_context(
        base_url=site, viewport=PHONE, java_script_enabled=request.param
    ) as context:
        context.set_default_timeout(20_000)
        yield context.new_page()


def tree(page: Page) -> list[str]:
    """The lines of the page's tree, without their indent."""
    return [line.strip() for line in page.locator("main").aria_snapshot().splitlines()]


def names(lines: list[str], role: str) -> list[str]:
    """What a screen reader calls those of a role."""
    found = (re.match(rf"- {role}(?: \"(.*?)\")?(?: \[.*\])?:?$", line) for line in lines)
    return [match[1] or "" for match in found if match]


@pytest.mark.long
@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize("phone", [True], indirect=True, ids=["script"])
def test_each_page_reads_in_order(phone: Page, language: str) -> None:
    phone.goto(f"/{language}/guide/")
    for number, title in enumerate(TITLES[language][:-1]):
        lines = tree(phone)
        assert names(lines, "heading") == [title]
        choices = [*names(lines, "radio"), *names(lines, "checkbox")]
        groups = names(lines, "group")
        assert (len(choices) > 0, "" in choices, len(groups) > 0, "" in groups) == (
            True, False, True, False,
        )  # fmt: skip
        if number == 1:
            assert names(lines, "radio") == list(YES_NO[language]) * 3
            assert names(lines, "button") == BUTTONS[language]
        if number < len(TICKED):
            phone.locator(f"input[name={TICKED[number]}]").check()
        phone.locator("main button[name=on]").click()
    expect(phone.locator("h1")).to_have_text(TITLES[language][-1])
    assert names(tree(phone), "heading")[0] == TITLES[language][-1]


def test_another_language_keeps_what_is_ticked(phone: Page) -> None:
    phone.goto("/nb/guide/danger/")
    phone.locator("input[name=needs_housing][value=yes]").check()
    phone.locator(".menu summary").click()
    phone.locator(".menu .languages button[lang=en]").click()
    expect(phone.locator("h1")).to_have_text("Danger now")
    expect(phone.locator("input[name=needs_housing][value=yes]")).to_be_checked()


def test_enter_in_a_field_goes_on_and_changes_no_language(phone: Page) -> None:
    phone.goto("/nb/guide/sporsmal/age/")
    phone.locator("#age-text").fill("17")
    phone.locator("#age-text").press("Enter")
    expect(phone.locator("h1")).to_have_text("Gjør dette nå")


def test_danger_puts_the_numbers_on_the_first_screen(phone: Page) -> None:
    phone.goto("/nb/guide/danger/")
    phone.locator("input[name=in_danger][value=yes]").check()
    phone.locator("main button[name=on]").click()
    expect(phone.locator("h1")).to_have_text("Ring nå")
    for number in ("112", "113"):
        expect(phone.locator(f"main a[href='tel:{number}']")).to_be_in_viewport()
