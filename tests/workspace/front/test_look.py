# SPDX-License-Identifier: EUPL-1.2
"""Every component, light and dark, wide and narrow: accessible, and within screen and policy."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[dict[str, Any]]]
PAGE = "/nb/workspace/home/"


def test_axe_finds_nothing_and_nothing_breaks_the_policy(look: Page, axe: Axe) -> None:
    complaints: list[str] = []
    look.on("console", lambda message: complaints.append(message.text))
    for sent in (False, True):
        look.goto(PAGE)
        if sent:
            look.get_by_role("button", name="Lagre", exact=True).click()
        look.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert axe(look) == []
        assert look.evaluate("document.documentElement.scrollWidth") <= look.viewport_size["width"]
    assert complaints == []
