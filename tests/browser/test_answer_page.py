# SPDX-License-Identifier: EUPL-1.2
"""The answer as somebody meets it on a phone and on paper: how far one scrolls, what the first
screen holds, and that the browser's print says what our PDF says.
"""

import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from pypdf import PdfReader

from support.typical import TYPICAL

pytestmark = pytest.mark.browser

TOKEN = "c" * 32
PHONE: ViewportSize = {"width": 360, "height": 740}
MOST_SCREENS = 6
MOST_SIDES = 4
SIDES_FOR_MOST = 2
WHO = sorted(TYPICAL)
SECTIONS = ["not", "alerts", "sharing", "today", "then", "limits", "rights", "level", "offences",
            "notes", "sources"]  # fmt: skip


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[BrowserContext]:
    with browser.new_context(base_url=site, viewport=PHONE, java_script_enabled=True) as context:
        yield context


def answer(context: BrowserContext, who: str, language: str = "nb") -> Page:
    """The answer page of somebody typical."""
    context.clear_cookies()
    for fact, value in TYPICAL[who].items():
        sent = context.request.post(
            f"/{language}/{QUESTION[language]}/{fact}/",
            data=urlencode({fact: value, "on": "1", "csrfmiddlewaretoken": TOKEN}, doseq=True),
            headers={
                "Content-Type": "application/x-www-form-urlencoded",
                "Sec-Fetch-Site": "same-origin",
                "Cookie": cookies(context),
            },
            max_redirects=0,
        )
        assert sent.status == 302, (fact, sent.status)
    page = context.new_page()
    page.goto(f"/{language}/{ANSWER[language]}/")
    page.evaluate("document.fonts.ready")
    return page


QUESTION = {"nb": "guide/sporsmal", "nn": "guide/sporsmal", "en": "guide/question"}
ANSWER = {"nb": "guide/svar", "nn": "guide/svar", "en": "guide/answer"}


@pytest.mark.parametrize("who", WHO)
def test_the_page_is_short_and_its_first_screen_says_what_to_do(
    phone: BrowserContext, who: str
) -> None:
    page = answer(phone, who)
    assert page.evaluate("document.documentElement.scrollHeight") <= MOST_SCREENS * 740
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for place in ("h1", ".callstrip a[href^='tel:']", "ol.items > li"):
        assert all(bottom <= PHONE["height"] for bottom in bottoms(page, place)), place
    assert min(bottoms(page, "#not .items > li")) <= PHONE["height"]
    shown = page.evaluate("[...document.querySelectorAll('main .part')].map(e => e.id)")
    assert shown == [id for id in SECTIONS if id in shown]
    assert shown.index("sharing") < shown.index("rights")
    page.close()


def cookies(context: BrowserContext) -> str:
    """Her cookies, and a form's token of her own."""
    held = {cookie["name"]: cookie["value"] for cookie in context.cookies()}
    held[settings.CSRF_COOKIE_NAME] = TOKEN
    return "; ".join(f"{name}={value}" for name, value in held.items())


def bottoms(page: Page, selector: str) -> list[float]:
    script = "s => [...document.querySelectorAll(s)].map(e => e.getBoundingClientRect().bottom)"
    found: list[float] = page.evaluate(script, selector)
    assert found, selector
    return found


def letters(pdf: bytes) -> tuple[str, int]:
    """What a PDF says in letters and figures, and on how many sides; the feet of pages left out."""
    sheets = PdfReader(io.BytesIO(pdf)).pages
    text = "\n".join(sheet.extract_text() for sheet in sheets)
    text = re.sub(r"Samvern · \S+ \S+\s+\w+\s+\d+\s*/\s*\d+", "", text)
    # The page's typeface has one sign for the apostrophe that is a letter and the one that is not.
    return re.sub("[\\W_\u02bc]+", "", text), len(sheets)


def ours(page: Page) -> bytes:
    with page.expect_download() as waiting:
        page.locator("form[action*='pdf'] button").click()
    return waiting.value.path().read_bytes()


@pytest.mark.parametrize(("who", "language"), [
    (WHO[0], "nb"), (WHO[1], "nn"), (WHO[2], "en"), (WHO[5], "nb"), (WHO[7], "en"),
])  # fmt: skip
def test_what_the_browser_prints_is_what_our_pdf_says(
    phone: BrowserContext, who: str, language: str
) -> None:
    page = answer(phone, who, language)
    printed, _sides = letters(page.pdf(format="A4"))
    told, sides = letters(ours(page))
    numbered = re.sub(r"^\d+", "", printed)
    assert unnumbered(numbered) == unnumbered(told)
    assert sides <= MOST_SIDES
    page.close()


def unnumbered(text: str) -> str:
    """Numbers before the steps are the typesetter's."""
    return re.sub(r"\d", "", text)


def test_most_fit_on_one_sheet(phone: BrowserContext) -> None:
    sides = []
    for who in WHO:
        page = answer(phone, who)
        sides.append(letters(ours(page))[1])
        page.close()
    assert max(sides) <= MOST_SIDES
    assert sum(count <= SIDES_FOR_MOST for count in sides) > len(sides) / 2


@pytest.mark.parametrize("cookie", ["", "nothing-that-can-be-read"])
def test_with_nothing_known_it_says_whom_to_call_and_how_to_start(
    phone: BrowserContext, site: str, cookie: str
) -> None:
    phone.clear_cookies()
    if cookie:
        phone.add_cookies([{"name": "samvern", "value": cookie, "url": site}])
    page = phone.new_page()
    page.goto("/nb/guide/svar/")
    numbers: list[Any] = page.evaluate(
        "[...document.querySelectorAll('.callstrip a')].map(e => e.getAttribute('href'))"
    )
    assert {"tel:112", "tel:113", "tel:116111", "tel:+4722331160"} <= set(numbers)
    expect(page.locator("main .ds-alert a[href='/nb/guide/']").first).to_be_visible()
    expect(page.locator("ol.items > li").first).to_contain_text("Ring og be om råd")
    expect(page.locator("main")).not_to_contain_text("Ingenting må gjøres")
    page.close()
