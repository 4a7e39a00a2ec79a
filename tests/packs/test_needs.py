# SPDX-License-Identifier: EUPL-1.2
"""Norway's table of needs, and the page that is made from it."""

from samvern.law import load_pack
from samvern.law.needs_page import write_needs
from support.typed import ROOT

BOOK = load_pack("norway").ruleset


def test_the_page_is_what_the_pack_says() -> None:
    page = (ROOT / "docs/needs.md").read_text(encoding="utf-8")
    assert page == write_needs(BOOK), "run ./samvern pack needs norway --write docs/needs.md"


def test_the_most_pressing_stands_first() -> None:
    assert list(BOOK.needs) == [
        "danger", "housing", "child", "health", "advice", "legal", "residence", "money", "work",
        "report", "compensation", "return",
    ]  # fmt: skip


def test_every_need_is_met_by_somebody() -> None:
    met = {need for actor in BOOK.actors.values() for need in actor.needs}
    assert met == set(BOOK.needs)


def test_no_list_of_fields_claims_to_be_in_a_statute() -> None:
    assert {need.confidence for need in BOOK.needs.values()} == {"derived"}
