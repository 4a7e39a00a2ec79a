# SPDX-License-Identifier: EUPL-1.2
"""What the known attacks read from what is sent, each with a control in which the attack wins.

The attacker is given the whole plain file. Figures for larger files: docs/figures/linkage.md.
"""

import hashlib

import pytest

from linkage.registers import HALVES, OTHER_HALVES, encoded, two_lists, whole_key
from samvern.linkage import Encoding, TokenList
from samvern.linkage.attacks import dictionary_attack, frequency_attack, graph_attack

SIZE, SHARED = 500, 150


@pytest.fixture(scope="module")
def sent() -> list[tuple[Encoding, TokenList]]:
    police, health = two_lists(SIZE, SHARED)
    return [encoded("police", police), encoded("health", health)]


def right(
    taken: dict[tuple[int, int], tuple[int, int]],
    target: list[tuple[Encoding, TokenList]],
    known: list[tuple[Encoding, TokenList]],
) -> int:
    def keys(side: list[tuple[Encoding, TokenList]]) -> dict[tuple[int, int], str]:
        return {
            (n, number): encoding.people[i].key
            for n, (encoding, _) in enumerate(side)
            for i, number in enumerate(encoding.numbers)
        }

    theirs, mine = keys(target), keys(known)
    return sum(theirs[a] == mine[b] for a, b in taken.items())


def test_a_perfect_dictionary_reads_nobody_without_both_halves(
    sent: list[tuple[Encoding, TokenList]],
) -> None:
    encoding, tokens = sent[0]
    one = bytes([1]) + bytes(31)
    for scalar in (one, *HALVES, whole_key(OTHER_HALVES)):
        assert dictionary_attack(tokens, encoding.people, scalar) == 0
    assert dictionary_attack(tokens, encoding.people, whole_key(HALVES)) >= 0.98 * SIZE


def test_frequencies_read_at_most_one_in_a_hundred(
    sent: list[tuple[Encoding, TokenList]],
) -> None:
    encoding, tokens = sent[0]
    person_of = {number: encoding.people[i] for i, number in enumerate(encoding.numbers)}
    rows = [person_of[number] for number in tokens.person.tolist()]
    given = [row.names[0].given[0] for row in rows]
    read = 0
    for slot in range(tokens.anchors.shape[1]):
        read = max(read, frequency_attack(tokens.anchors[:, slot].tolist(), given))
        for column in range(tokens.values.shape[2]):
            read = max(read, frequency_attack(tokens.values[:, slot, column].tolist(), given))
    assert read <= SIZE // 100
    # Control: one keyed hash a field, as in simple pseudonymisation.
    hashed = [hashlib.blake2b(name.encode(), key=b"secret").digest() for name in given]
    assert frequency_attack(hashed, given) > SIZE // 100


def test_no_two_records_of_one_list_share_a_token(
    sent: list[tuple[Encoding, TokenList]],
) -> None:
    for _, tokens in sent:
        used = tokens.anchors[tokens.anchors > 0]
        assert len(set(used.tolist())) == len(used)


def test_the_graph_reads_at_most_one_in_a_hundred_of_another_agencys_list(
    sent: list[tuple[Encoding, TokenList]],
) -> None:
    """The attacker knows one list to the letter, and no part of the other."""
    police, health = two_lists(SIZE, SHARED)
    strangers, _ = two_lists(SIZE, SHARED, seed=9)
    known = [encoded("police", police, OTHER_HALVES), encoded("health", strangers, OTHER_HALVES)]
    target = [tokens for _, tokens in sent]
    taken = graph_attack(target, [tokens for _, tokens in known])
    assert right(taken, sent, known) <= 2 * SIZE // 100
    # Control: who knows both lists to the letter aligns a good part of the linked records.
    known = [encoded("police", police, OTHER_HALVES), encoded("health", health, OTHER_HALVES)]
    taken = graph_attack(target, [tokens for _, tokens in known])
    assert right(taken, sent, known) > 2 * SIZE // 100


def test_the_file_does_not_show_how_long_a_name_is(
    sent: list[tuple[Encoding, TokenList]],
) -> None:
    for _, tokens in sent:
        filled = (tokens.values > 0).any(axis=1)
        whole = {tuple(row) for row in filled.tolist()}
        assert len(whole) == 2 if tokens.name == "health" else len(whole) == 1  # year only, whole
