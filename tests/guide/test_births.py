# SPDX-License-Identifier: EUPL-1.2
"""A birth that cannot be is refused on the page that asks, in the reader's language."""

import pytest

from support.visitor import Visitor, text_of

SAID = {
    "nb": ("ingen er født i framtiden", "over 120 år gammel"),
    "nn": ("ingen er fødd i framtida", "over 120 år gammal"),
    "en": ("nobody is born in the future", "more than 120 years old"),
}


@pytest.mark.parametrize("language", sorted(SAID))
@pytest.mark.parametrize(("place", "year"), [(0, "2099"), (1, "1901")])
def test_a_birth_that_cannot_be_is_refused(language: str, place: int, year: str) -> None:
    visitor = Visitor(language)
    answer = visitor.tell("born_on", **{"born_on.year": year, "born_on.month": "5"})
    assert answer.status_code == 400
    assert SAID[language][place] in text_of(answer)
    assert year in text_of(answer)
