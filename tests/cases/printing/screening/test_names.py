# SPDX-License-Identifier: EUPL-1.2
"""No name the case knows is left, in any script, spelling, order or case."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from anyascii import anyascii
from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.cases.printing.screening import OpenedClaim, Screen
from support.named import Name, Word, names, words

ALL = names()
LINES = ("{} ringte i går.", "Vi møtte {}, og det gikk bra.", "«{}»", "Til: {}\n{}", "hos\u00a0{}")
LETTERED = re.compile(r"[^\W\d_]")


def screened(known: str, text: str) -> str:
    return Screen([OpenedClaim("p", "name", known)])(text)


def left(known: str, seen: str, line: str = "{} ringte i går.") -> list[str]:
    """The words of what was seen that still stand in a line after screening."""
    around = {word for word in re.split(r"[\W]+", line) if word}
    shown = screened(known, line.format(*[seen] * line.count("{}")))
    still = [word for word in re.split(r"[\s,.«»:\u00a0‐-―-]+", shown) if len(word) > 1]
    return [word for word in still if word not in around and word != "s"]


def spellings(word: Word) -> Iterator[str]:
    yield word.own
    yield unicodedata.normalize("NFD", word.own)
    yield from word.latin


def test_the_corpus_is_large_and_of_twenty_scripts() -> None:
    scripts = {script.partition(",")[0] for script in words()}
    assert (len({name.whole for name in ALL}) >= 500, len(scripts) >= 20) == (True, True)


@pytest.mark.parametrize("name", ALL[::3], ids=lambda name: name.whole)
def test_a_name_is_hidden_however_it_is_written(name: Name) -> None:
    own, given, family = name.whole, name.given.own, name.family.own
    ways = [
        own, own.upper(), own.lower(), f"{family} {given}", f"{family}, {given}",
        f"{given}\u00a0{family}", f"{given}-{family}", unicodedata.normalize("NFD", own),
        f"{given[0]}. {family}" if given.isalpha() and given.isascii() else own, given, family,
    ]  # fmt: skip
    assert {way: found for way in ways if (found := left(own, way))} == {}


def test_every_usual_latin_spelling_of_another_script_is_hidden() -> None:
    every = {
        (name.whole, way)
        for name in ALL
        for word in (name.given, name.family)
        for way in word.latin
    }
    assert len(every) > 1000
    assert [(known, way) for known, way in sorted(every) if left(known, way)] == []


def test_every_script_of_a_name_known_in_latin_is_hidden() -> None:
    every = {
        (f"{given} {family}", own)
        for name in ALL
        for given in name.given.latin[:1]
        for family in name.family.latin[:1]
        for own in (name.given.own, name.family.own)
    }
    assert [(known, own) for known, own in sorted(every) if left(known, own)] == []


def test_names_without_their_accents_are_hidden_and_the_other_way_round() -> None:
    latin = [name for name in ALL if name.script.startswith("Latin")]
    pairs = [(name.whole, anyascii(name.whole)) for name in latin]
    both = [*pairs, *((plain, own) for own, plain in pairs)]
    assert [(known, seen) for known, seen in both if left(known, seen)] == []


@pytest.mark.parametrize(
    ("known", "text", "shown"),
    [
        ("Vy Le", "Vy Le og Vys mor, VY LE", "V. L. og V.s mor, V. L."),
        ("An Vo", "An Vo kom. an vo gikk. Vo, An", "A. V. kom. A. V. gikk. V., A."),
        ("王 美玲", "王 美玲, 王美玲 og 我叫王美玲", "W. M., W. og 我叫W."),
        ("王美玲", "Wang Meiling, Mei-Ling og 王女士", "W. M., M.-L. og W.女士"),
        ("Wang Meiling", "我叫王美玲", "我叫W."),
        ("Nguyễn Thị Hương", "Nguyen Thi Huong", "N. T. H."),
        ("Zoya", "Зоя og Zoja", "Z. og Z."),
        ("Зоя Иванова", "Я видела Зою Иванову", "Я видела Z. I."),
        ("Ødegård", "Odegard, Oedegaards", "O., O.s"),
        ("Odegard", "Ødegård", "Ø."),
        ("سارة", "Sara og Sarah", "S. og S."),
        ("محمد علي", "قال محمد وعلي. Mohamed Ali", "قال M. W.. M. A."),
        ("김민지", "김민지는, Kim Min-ji", "G.는, K. M.-J."),
        ("Ayşe Yılmaz", "Ayşe'nin, Yilmaz", "A., Y."),
        ("Amina", "d’Amina", "D."),
        ("Amina", "Amina’s friend called yesterday", "A.’s friend called yesterday"),
        ("Олена Коваленко", "Коваленкоs mor, Олена’s bror", "K.s mor, O.’s bror"),
        ("نوری", "نوریs søster", "N.s søster"),
        ("Olena", "Я говорила з Оленою", "Я говорила з O."),
        ("Li-Na", "Lina, Li Na og LI-NA", "L., L. N. og L.-N."),
    ],
)
def test_what_stands_instead(known: str, text: str, shown: str) -> None:
    assert screened(known, text) == shown


@pytest.mark.parametrize(
    ("known", "text", "doubtful"),
    [
        ("An Vo", "Det kommer an på hva hun vil.", 1),
        ("Hope Love", "i hope so", 1),
        ("Liv Dag", "redd for sitt liv hver dag", 2),
        ("Vy Le", "Vi kan le av det. Alle ler.", 1),
        ("علي حسن", "Alle ville hjem, og hun sa ja.", 0),
        ("Maria", "Mariann er en annen", 0),
    ],
)
def test_ordinary_words_in_small_letters_stay_and_are_counted(
    known: str, text: str, doubtful: int
) -> None:
    screen = Screen([OpenedClaim("p", "name", known)])
    assert (screen(text), screen.hidden, screen.doubtful) == (text, 0, doubtful)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ALL), st.data(), st.text(max_size=40), st.text(max_size=40))
def test_nothing_is_left_in_any_text(
    name: Name, data: st.DataObject, before: str, after: str
) -> None:
    given_name = data.draw(st.sampled_from(sorted(set(spellings(name.given)))))
    family = data.draw(st.sampled_from(sorted(set(spellings(name.family)))))
    order = data.draw(st.sampled_from([(given_name, family), (family, given_name)]))
    seen = data.draw(st.sampled_from([" ", "\u00a0", "  ", ", ", "-"])).join(order)
    shown = screened(name.whole, f"{before}\n{seen}\n{after}")
    line = unicodedata.normalize("NFC", shown)
    assert [word for word in (given_name, family) if word in line.split("\n")] == []
    middle = screened(name.whole, f"Hun heter {seen} nå.").removeprefix("Hun heter ")
    assert [w for w in re.split(r"[\s,.-]+", middle) if len(w) > 1 and w != "nå"] == []
