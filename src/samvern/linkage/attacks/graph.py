# SPDX-License-Identifier: EUPL-1.2
"""Graph attack: align the shape of the encoded lists with that of known plain ones.

After Vidanage et al. 2020. The attacker knows plain lists, encodes them with keys of their own
and compares the two graphs (records; edges where two share an anchor, coloured by what
agrees) by colour refinement (Weisfeiler & Leman 1968). A record whose colour is unique in both
is taken to be the person of that colour.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from samvern.linkage.compare import agree
from samvern.linkage.match import meet
from samvern.linkage.tokens import TokenList

_ROUNDS = 3
Node = tuple[int, int]  # list, record


def graph_attack(target: Sequence[TokenList], known: Sequence[TokenList]) -> dict[Node, Node]:
    """Encoded record -> the attacker's record it is taken for, over all lists."""
    theirs, mine = colours(target), colours(known)
    once = {colour for colour, n in Counter(theirs.values()).items() if n == 1}
    lone = {colour for colour, n in Counter(mine.values()).items() if n == 1}
    of_colour = {colour: node for node, colour in mine.items() if colour in once & lone}
    return {node: of_colour[colour] for node, colour in theirs.items() if colour in of_colour}


def colours(lists: Sequence[TokenList]) -> dict[Node, int]:
    """A colour for each record that depends on the shape of the graph alone."""
    colour = _start(lists)
    edges = _edges(lists)
    for _ in range(_ROUNDS):
        colour = {
            node: hash((own, tuple(sorted((kind, colour[other]) for other, kind in edges[node]))))
            for node, own in colour.items()
        }
    return colour


def _start(lists: Sequence[TokenList]) -> dict[Node, int]:
    """What a single record shows: its list, how many names, which columns are filled."""
    shown: dict[Node, list[bytes]] = defaultdict(list)
    for n, part in enumerate(lists):
        filled = np.any(part.values > 0, axis=1)
        for row, person in enumerate(part.person.tolist()):
            shown[n, person].append(np.asarray(filled)[row].tobytes())
    return {node: hash((node[0], tuple(sorted(rows)))) for node, rows in shown.items()}


def _edges(lists: Sequence[TokenList]) -> dict[Node, list[tuple[Node, int]]]:
    edges: dict[Node, list[tuple[Node, int]]] = defaultdict(list)
    for a, left in enumerate(lists):
        for b in range(a, len(lists)):
            for i, j, kind in _pairs(left, lists[b]):
                if (a, i) != (b, j):
                    edges[a, i].append(((b, j), kind))
                    edges[b, j].append(((a, i), kind))
    return edges


def _pairs(left: TokenList, right: TokenList) -> list[tuple[int, int, int]]:
    rows, slots = meet(left.anchors, right.anchors)
    i, j = rows.T
    seen = agree(left.values[i, slots[:, 0]], right.values[j, slots[:, 1]])
    levels = [seen.given, seen.family, seen.swapped, seen.birth, *seen.extras.values()]
    kinds = np.stack([level.astype(np.int8) for level in levels], axis=1)
    people = zip(left.person[i].tolist(), right.person[j].tolist(), kinds, strict=True)
    return [(a, b, hash(kind.tobytes())) for a, b, kind in people]
