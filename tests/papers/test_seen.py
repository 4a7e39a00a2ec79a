# SPDX-License-Identifier: EUPL-1.2
"""What a reader cannot give back is there to be seen: each letter and mark, and no empty box."""

import pytest
import typst

from support.plain_paper import paper_of
from support.reading_back import (
    READERS,
    UNREAD_BY_BOTH,
    UNREAD_BY_PYPDF,
    WORDS,
    boxes,
    normal,
    picture,
)

SEEN = [*UNREAD_BY_BOTH.values(), *(word for one in sorted(UNREAD_BY_PYPDF) for word in WORDS[one])]


@pytest.mark.parametrize("word", SEEN)
def test_each_letter_and_mark_is_seen(word: str) -> None:
    whole = paper_of(word)
    less = [word[:at] + word[at + 1 :] for at in range(len(word))]
    assert [each for each in less if picture(paper_of(each)) == picture(whole)] == []
    assert boxes(whole) == 0


@pytest.mark.parametrize("word", sorted(UNREAD_BY_BOTH))
def test_what_no_reader_gives_back_is_still_so(word: str) -> None:
    paper = paper_of(f"Hun heter {UNREAD_BY_BOTH[word]} i dag")
    told = [normal(UNREAD_BY_BOTH[word]) in reader(paper).split() for reader in READERS]
    assert told == [False, False]


def test_a_box_is_found() -> None:
    source = '#set text(font: "Libertinus Serif", fallback: false)\nनीता'
    made = typst.compile(source.encode(), format="pdf", ignore_system_fonts=True)
    assert isinstance(made, bytes)
    assert boxes(made) == len("नीता")
