# SPDX-License-Identifier: EUPL-1.2
"""Who can help, in the order of need; and the rows of numbers for danger."""

import re
from html import unescape

import pytest
from django.utils import translation

from samvern.guide.contacts import day_and_night, emergency
from samvern.guide.loaded_pack import loaded_pack
from support.visitor import LANGUAGES, Visitor, text_of

HEADS = re.compile("<h2[^>]*>(.*?)</h2>")
ENTRIES = re.compile("<h3[^>]*>(.*?)</h3>")
ROW = ["police", "ambulance", "barnevernvakt", "rosa", "vo_line"]
ALSO = ["police_non_urgent", "legevakt"]
FIRST_AND_LAST_HEADS = {
    "nb": ["Ring hit først", "Fare nå", "Myndigheter som ikke tar enkeltsaker"],
    "nn": ["Ring hit først", "Fare no", "Styresmakter som ikkje tek enkeltsaker"],
    "en": ["Call here first", "Danger now", "Authorities that do not take individual cases"],
}


def names(ids: list[str], language: str) -> list[str]:
    return [loaded_pack().pack.ruleset.actors[id].name[language] for id in ids]


def test_rosa_and_the_childrens_line_are_first_and_the_ministries_last(anyone: Visitor) -> None:
    page = text_of(anyone.see("directory"))
    listed = [unescape(name) for name in ENTRIES.findall(page)]
    assert len(listed) == len(loaded_pack().pack.ruleset.actors)
    assert listed[:2] == names(["rosa", "barnevernvakt"], anyone.language)
    assert listed[-5:] == names(["jd", "aid", "bfd", "hod", "ud"], anyone.language)


def test_the_groups_follow_need(anyone: Visitor) -> None:
    heads = [unescape(head) for head in HEADS.findall(text_of(anyone.see("directory")))]
    assert [*heads[:2], heads[-1]] == FIRST_AND_LAST_HEADS[anyone.language]
    assert len(heads) == len(set(heads)) == 14


def test_a_search_keeps_the_order(visitor: Visitor) -> None:
    page = text_of(visitor.get(f"{visitor.address('directory')}?need=health"))
    heads = [unescape(head) for head in HEADS.findall(page)]
    assert heads == ["Ring hit først", "Helse"]
    assert unescape(ENTRIES.findall(page)[0]) == "ROSA"


def test_who_helps_abroad_alone_is_not_offered_in_a_county(visitor: Visitor) -> None:
    ministry = names(["ud"], "nb")[0]
    assert ministry not in text_of(visitor.get(f"{visitor.address('directory')}?county=03"))
    assert ministry in text_of(visitor.get(f"{visitor.address('directory')}?county=abroad"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_row_for_danger_holds_those_who_answer_then(language: str) -> None:
    with translation.override(language):
        assert [contact.id for contact in emergency(language)] == ROW
        assert [contact.id for contact in day_and_night(language)] == [*ROW, *ALSO]


def test_the_row_for_a_child_holds_those_who_help_children() -> None:
    found = [contact.id for contact in emergency("nb", to_children=True)]
    assert found == [id for id in ROW if id != "rosa"]


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        (
            "Trøndelag",
            ("TRØNDELAG", "troendelag", "Trondelag", "tro\u0338ndelag", "TRO\u0308NDELAG"),
        ),
        ("råd", ("RÅD", "raad", "Raad", "ra\u030ad", "rad", "r\uff41\u030ad", "RA\u030aD")),
        ("støtte", ("STØTTE", "stoette", "stotte", "sto\u0338tte")),
    ],
)
def test_a_word_is_found_however_it_is_typed(
    visitor: Visitor, word: str, ways: tuple[str, ...]
) -> None:
    def found(words: str) -> list[str]:
        return ENTRIES.findall(text_of(visitor.get(visitor.address("directory"), {"words": words})))

    plainly = found(word)
    assert 0 < len(plainly) < len(loaded_pack().pack.ruleset.actors)
    assert {way: found(way) for way in ways} == dict.fromkeys(ways, plainly)
