# SPDX-License-Identifier: EUPL-1.2
"""What organisations do together, as four of the synthetic cast see it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from camera import DESK, take, visitor
from playwright.sync_api import Browser, Page

WORK = "workspace"
ID = r"[0-9a-f]{8}-[0-9a-f-]{27}"


def take_together(browser: Browser, site: str) -> Iterator[str]:
    """Take them; the names of the files."""
    with signed_in(browser, site, "Kari Syntetisk") as page:
        case, conference = with_conference(page)
        page.goto(f"/en/{WORK}/{case}/referrals/new")
        page.locator("[name=need]").first.wait_for()
        choose(page, "need", "housing")
        page.locator("main form button[type=submit]").first.click()
        yield take(page, "together-proposals")
        page.goto(f"/en/{WORK}/places/?case={case.rpartition('/')[2]}")
        page.locator("main form button[type=submit]").first.click()
        yield take(page, "together-places")
        page.goto(conference)
        yield take(page, "together-conference")
    with signed_in(browser, site, "Amina Prøve") as page:
        page.goto(first(page, f"/en/{WORK}/referrals/", rf"/referrals/{ID}$"))
        yield take(page, "together-referral")
    with signed_in(browser, site, "Liv Øvelse") as page:
        page.goto(f"/en/{WORK}/contacts/new")
        yield take(page, "together-helpline")
    for language, name in (("en", "together-board"), ("nb", "together-board-nb")):
        with signed_in(browser, site, "Sara Mønster", language) as page:
            page.goto(f"/{language}/{WORK}/board/")
            yield take(page, name)


@contextmanager
def signed_in(browser: Browser, site: str, name: str, language: str = "en") -> Iterator[Page]:
    """One of the cast, who went the way of everybody: a click, then the code of the phone."""
    with visitor(browser, site, DESK, language) as page:
        page.goto(f"/{language}/{WORK}/cast")
        page.get_by_role("button", name=name).click()
        code = page.locator("[data-phone]").first.get_attribute("data-phone")
        page.locator("input[name=code]").fill(code or "")
        page.locator("form:has(input[name=code]) button[type=submit]").click()
        page.wait_for_load_state()
        yield page


def with_conference(page: Page) -> tuple[str, str]:
    """The path of the case that a conference was called on, and the conference's address."""
    for case in found(page, f"/en/{WORK}/cases/", rf"/cases/{ID}/?$"):
        for address in found(page, f"{case.rstrip('/')}/conferences/", rf"/conferences/{ID}$"):
            return re.sub(r".*/(cases/[^/]+).*", r"\1", case), address
    raise LookupError("none of the cases on the list has a conference")


def first(page: Page, address: str, pattern: str) -> str:
    """The first link of a page that fits."""
    return found(page, address, pattern)[0]


def found(page: Page, address: str, pattern: str) -> list[str]:
    """The links of a page that fit."""
    page.goto(address)
    links: list[str] = page.eval_on_selector_all("main a[href]", "all => all.map(a => a.href)")
    return [link for link in dict.fromkeys(links) if re.search(pattern, link)]


def choose(page: Page, field: str, value: str) -> None:
    """Choose in a list or among circles."""
    if page.locator(f"select[name={field}]").count():
        page.locator(f"select[name={field}]").select_option(value)
    else:
        page.locator(f"[name={field}][value={value}]").check()
