# SPDX-License-Identifier: EUPL-1.2
"""What the three attacks read from the private mode's files, by what the attacker knows."""

from __future__ import annotations

from dataclasses import replace

import linkage_data as data
from samvern.linkage import Encoding, PersonRecord, TokenList, answer
from samvern.linkage.attacks import dictionary_attack, frequency_attack, graph_attack
from samvern.linkage.oprf import random_scalar

Side = tuple[Encoding, TokenList]


def _encode(name: str, people: list[PersonRecord], halves: tuple[bytes, bytes]) -> Side:
    encoding = Encoding("attack", name, people, b"s" * 32)
    asked = encoding.ask()
    return encoding, encoding.finish([answer(half, asked) for half in halves])


def _right(target: list[Side], known: list[Side]) -> int:
    def keys(side: list[Side]) -> dict[tuple[int, int], str]:
        return {
            (n, number): data.truth(encoding.people[i].key)
            for n, (encoding, _) in enumerate(side)
            for i, number in enumerate(encoding.numbers)
        }

    taken = graph_attack([t for _, t in target], [t for _, t in known])
    theirs, mine = keys(target), keys(known)
    return sum(theirs[a] == mine[b] for a, b in taken.items())


def _frequency(side: Side) -> int:
    encoding, tokens = side
    person_of = {number: encoding.people[i] for i, number in enumerate(encoding.numbers)}
    family = [str(person_of[n].names[0].family) for n in tokens.person.tolist()]
    columns = [tokens.anchors[:, s].tolist() for s in range(tokens.anchors.shape[1])]
    columns += [
        tokens.values[:, s, c].tolist()
        for s in range(tokens.values.shape[1])
        for c in range(tokens.values.shape[2])
        if tokens.values[:, s, c].any()
    ]
    return max(frequency_attack(column, family) for column in columns)


def run() -> None:
    """Print people read rightly, of all records on both lists."""
    ours, theirs = (random_scalar(), random_scalar()), (random_scalar(), random_scalar())
    plain = {data.truth(p.key): replace(p, extras={}) for p in data.febrl4(extras=False)[0]}
    for size in (300, 1000):
        a, b = data.small_register(size, 1)
        target = [_encode("a", a, ours), _encode("b", b, ours)]
        print(f"{size} a side: dictionary, one half key: "
              f"{dictionary_attack(target[0][1], a, ours[0])}; frequency: "
              f"{max(map(_frequency, target))}")  # fmt: skip
        original = [[plain[data.truth(p.key)] for p in side] for side in (a, b)]
        for label, lists in (
            ("one list to the letter, nobody of the other", (a, b[:1])),
            ("everybody on both lists, own spelling", original),
            ("one list to the letter, the other's people", (a, original[1])),
            ("both lists to the letter", (a, b)),
        ):
            known = [_encode("a", list(lists[0]), theirs), _encode("b", list(lists[1]), theirs)]
            read = _right(target, known)
            print(f"{size} a side: graph, {label}: {read} of {2 * size} ({read / 2 / size:.2%})")
