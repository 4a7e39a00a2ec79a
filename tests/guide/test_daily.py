# SPDX-License-Identifier: EUPL-1.2
"""Pages rendered once a day: the same for everybody, each language its own, no search kept."""

import pytest

from support.visitor import Visitor, text_of

PAGES = ["rights", "directory", "calendar", "sources"]


@pytest.mark.parametrize("page", PAGES)
def test_the_second_visitor_sees_what_the_first_saw(anyone: Visitor, page: str) -> None:
    first = text_of(anyone.see(page))
    assert text_of(anyone.see(page)) == first
    assert f'lang="{anyone.language}"' in first


def test_a_search_is_answered_and_not_kept(visitor: Visitor) -> None:
    everybody = text_of(visitor.see("directory"))
    found = text_of(visitor.get(visitor.address("directory") + "?words=Safe+House+Filemon"))
    assert "Safe House Filemon" in found
    assert found.count("tel:") < everybody.count("tel:")
    assert text_of(visitor.see("directory")) == everybody


def test_a_kept_page_is_not_kept_by_the_browser(visitor: Visitor) -> None:
    visitor.see("rights")
    assert visitor.see("rights").headers["Cache-Control"] == "no-store"
