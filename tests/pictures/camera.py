# SPDX-License-Identifier: EUPL-1.2
"""A visitor whose pages are photographed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

IMAGES = Path(__file__).parents[2] / "docs/images"
DESK, TALL, PHONE = (1280, 800), (1280, 1000), (390, 844)


@contextmanager
def visitor(
    browser: Browser, site: str, size: tuple[int, int], language: str = "en", **more: Any
) -> Iterator[Page]:
    """A tab of somebody who has never been here."""
    width, height = size
    with browser.new_context(
        base_url=site,
        viewport={"width": width, "height": height},
        locale={"en": "en-GB"}.get(language, "nb-NO"),
        reduced_motion="reduce",
        **more,
    ) as context:
        context.set_default_timeout(30_000)
        yield context.new_page()


def take(page: Page, name: str) -> str:
    """Photograph what is seen from the top of the page; the name of the file."""
    page.evaluate("document.fonts.ready.then(() => window.scrollTo(0, 0))")
    page.screenshot(path=IMAGES / f"{name}.png", animations="disabled", caret="hide")
    return f"{name}.png"
