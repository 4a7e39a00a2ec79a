# SPDX-License-Identifier: EUPL-1.2
"""From two agencies' people to the overlap table, through the public functions."""

from dataclasses import replace

import numpy as np
import pytest

from linkage.registers import HALVES, OTHER_HALVES, encoded, found_pairs, two_lists
from samvern.linkage import (
    Encoding,
    Linkage,
    LinkageError,
    PersonName,
    PersonRecord,
    answer,
    find_duplicates,
    link_plain,
    match,
    overlap,
)
from samvern.linkage.coding.dates import BirthDate


def links(linkage: Linkage) -> list[tuple[int, int]]:
    first = linkage.candidates.sizes[0]
    left, right = linkage.candidates.left, linkage.candidates.right
    return [(int(left[n]), int(right[n]) - first) for n in linkage.chosen]


def f1(found: set[tuple[str, str]], shared: int) -> float:
    return 2 * sum(a == b for a, b in found) / (len(found) + shared)


def test_people_on_both_lists_are_found_privately_and_plainly() -> None:
    police, health = two_lists(400, 120)
    (one, a), (two, b) = encoded("police", police), encoded("health", health)
    private = match([a, b])
    plain = link_plain([("police", police), ("health", health)])
    in_private = f1(found_pairs(one, two, links(private)), 120)
    in_plain = f1({(police[i].key, health[j].key) for i, j in links(plain)}, 120)
    assert min(in_private, in_plain) >= 0.94
    table = overlap(private)
    assert table[1, 1] == len(private.chosen)
    assert (table[1, 0] + table[1, 1], table[0, 1] + table[1, 1]) == (400, 400)
    assert 0.95 <= private.expected_links / 120 <= 1.1


def test_the_same_lists_give_the_same_bits_whatever_was_blinded() -> None:
    police, health = two_lists(150, 60)
    runs = []
    for secret in (b"a" * 32, b"b" * 32):
        lists = []
        for name, people in (("police", police), ("health", health)):
            encoding = Encoding("count", name, people, secret)
            asked = encoding.ask()
            lists.append(encoding.finish([answer(half, asked) for half in HALVES]))
        runs.append((lists, match(lists, seed=5)))
    (first, one), (second, two) = runs
    for a, b in zip(first, second, strict=True):
        assert np.array_equal(a.anchors, b.anchors)
        assert np.array_equal(a.values, b.values)
    assert np.array_equal(one.draws, two.draws)
    assert overlap(one) == overlap(two)


def test_three_lists_never_put_two_of_one_list_together() -> None:
    police, health = two_lists(150, 60)
    _, shelter = two_lists(150, 90)
    lists = [encoded(name, people)[1] for name, people in
             (("police", police), ("health", health), ("shelter", shelter))]  # fmt: skip
    linkage = match(lists, draws=20)
    list_of = linkage.candidates.list_of
    for draw in (None, *range(20)):
        people = linkage.people(draw)
        both = np.stack((people, list_of), axis=1)
        assert len(np.unique(both, axis=0)) == len(both)
        table = overlap(linkage, draw)
        for n in range(3):
            assert sum(count for pattern, count in table.items() if pattern[n]) == 150


def test_other_keys_projects_and_single_lists_are_refused() -> None:
    police, health = two_lists(40, 10)
    a = encoded("police", police)[1]
    with pytest.raises(LinkageError, match="same two keys"):
        match([a, encoded("health", health, OTHER_HALVES)[1]])
    with pytest.raises(LinkageError, match="one project at a time"):
        match([a, replace(encoded("health", health)[1], project="another")])
    with pytest.raises(LinkageError, match="at least two"):
        match([a])
    with pytest.raises(LinkageError, match="same name"):
        match([a, a])


def test_one_key_alone_makes_no_tokens() -> None:
    police, _ = two_lists(40, 10)
    with pytest.raises(LinkageError, match="same key"):
        encoded("police", police, (OTHER_HALVES[0], OTHER_HALVES[0]))


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (PersonRecord("1", (PersonName(("li", "hua"), ("chen",)),), BirthDate(1990, 5, 4)),
         PersonRecord("1", (PersonName(("chen",), ("lihua",)),), BirthDate(1990, 5, 4))),
        (PersonRecord("1", (PersonName(("mohammed",), ("ahmed",)), PersonName(("abu",), ("omar",))),
                BirthDate(1988, 3, 9)),
         PersonRecord("1", (PersonName(("omar",), ("abu",)),), BirthDate(1988, 9, 3))),
        (PersonRecord("1", (PersonName(("selam",), ("tesfay",)),), BirthDate(1999)),
         PersonRecord("1", (PersonName(("selam",), ("tesfaye",)),), BirthDate(1999, 7, 3))),
        (PersonRecord("1", (PersonName(("anna",), ("nowak",)),), numbers=("27816912345",)),
         PersonRecord("1", (PersonName(("blessing",), ("osaro",)),), numbers=("27816912345",))),
    ],
    ids=["name order", "alias and swapped day", "year only", "number and another name"],
)  # fmt: skip
def test_one_person_written_otherwise_is_one_person(
    mine: PersonRecord, theirs: PersonRecord
) -> None:
    police, health = two_lists(60, 20, seed=3)
    lists = [encoded(name, [replace(who, key="x"), *people])[1] for name, who, people in
             (("police", mine, police), ("health", theirs, health))]  # fmt: skip
    encodings = [encoded(name, [replace(who, key="x"), *people])[0] for name, who, people in
                 (("police", mine, police), ("health", theirs, health))]  # fmt: skip
    found = found_pairs(*encodings, links(match(lists)))
    assert ("x", "x") in found


def test_duplicates_within_one_file() -> None:
    people, again = two_lists(200, 30)
    file = [replace(one, key=f"{n}") for n, one in enumerate([*people, *again[:30]])]
    found = find_duplicates(file)
    right = {(n, 200 + n) for n in range(30)}
    pairs = {(a, b) for a, b, _ in found}
    assert len(pairs & right) >= 28
    assert len(pairs - right) <= 1
    assert all(0.5 <= p <= 1 for _, _, p in found)
