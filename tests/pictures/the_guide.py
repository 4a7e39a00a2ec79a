# SPDX-License-Identifier: EUPL-1.2
"""The guide: a question and an answer, on a desk and a phone, light and dark; rights; her own door.

A nurse meets a girl of sixteen or seventeen without a permit, who works.
"""

from collections.abc import Iterator

from camera import PHONE, TALL, take, visitor
from playwright.sync_api import Browser, Page

SAID = {
    "profession": "health",
    "in_danger": "no",
    "age_group": "child_16_17",
    "residence": "irregular",
    "activity": "works",
}
MOST_PAGES = 8


def take_guide(browser: Browser, site: str) -> Iterator[str]:
    """Take them; the names of the files."""
    for language, name in (("en", "guide"), ("nb", "guide-nb")):
        with visitor(browser, site, TALL, language) as page:
            answer(page, language)
            yield take(page, name)
    with visitor(browser, site, TALL, color_scheme="dark") as page:
        answer(page, "en")
        yield take(page, "guide-dark")
    with visitor(browser, site, PHONE) as page:
        answer(page, "en")
        yield take(page, "guide-phone")
        page.goto("/en/help/")
        yield take(page, "help-phone")
    with visitor(browser, site, TALL) as page:
        page.goto("/en/guide/")
        yield take(page, "question")
        page.goto("/en/rights/")
        yield take(page, "rights")


def answer(page: Page, language: str) -> None:
    """Answer what is asked of SAID, tick the first three signs, and go to the answer."""
    page.goto(f"/{language}/guide/")
    left = dict(SAID)
    for _page in range(MOST_PAGES):
        if not left:
            break
        for fact in [fact for fact in left if reply(page, fact, left[fact])]:
            del left[fact]
        press(page, "on")
    if left:
        raise LookupError(f"the guide did not ask about {', '.join(left)}")
    for sign in page.locator("main input[type=checkbox]:visible").all()[:3]:
        sign.check()
    press(page, "stop" if page.locator("main button[name=stop]").count() else "on")


def press(page: Page, button: str) -> None:
    """Press a button, and wait for the page it leads to."""
    with page.expect_navigation():
        page.locator(f"main button[name={button}]").first.click()


def reply(page: Page, fact: str, value: str) -> bool:
    """Choose a value if the page asks for the fact."""
    choice = page.locator(f"input[name={fact}][value={value}]")
    if not choice.count():
        return False
    choice.first.check()
    return True
