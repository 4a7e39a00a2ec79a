# SPDX-License-Identifier: EUPL-1.2
"""All decomposable (chordal) graphs of k lists, each as a sum of cliques minus separators.

A graph is decomposable iff its vertices can be removed one by one, each with its remaining
neighbours fully joined (a perfect elimination order; Lauritzen 1996, section 2.1). Removing v with
neighbours R takes the factor p(v and R) / p(R) out of the joint distribution, so a graph is the
list of its k pairs (v | R, R): +1 for the first set, -1 for the second.

Every induced subgraph of a decomposable graph is decomposable, so the graphs of k + 1 lists are
found among those of k lists with the new list joined to any subset of the old.
Numbers: 8, 61, 822, 18,154 and 617,675 graphs of three to seven lists (OEIS A058862).
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from samvern.estimation.poisson import Bools

Masks = NDArray[np.uint8]


@lru_cache(maxsize=8)
def neighbours(lists: int) -> Masks:
    """Each decomposable graph as the neighbour masks of its lists; shape (graphs, lists)."""
    if lists == 1:
        return np.zeros((1, 1), dtype=np.uint8)
    smaller = neighbours(lists - 1)
    joined = np.arange(1 << (lists - 1), dtype=np.uint8)
    old = np.repeat(smaller, joined.size, axis=0)
    new = np.tile(joined, len(smaller))
    bits = (new[:, None] >> np.arange(lists - 1) & 1).astype(np.uint8)
    graphs = np.hstack([old | bits << (lists - 1), new[:, None]])
    return graphs[eliminate(graphs)[2]]


def eliminate(graphs: Masks) -> tuple[Masks, Masks, Bools]:
    """Remove simplicial lists until none is left: the sets v | R and R, and whether all went.

    Shapes (graphs, lists), (graphs, lists), (graphs,). A set of mask 0 is the empty separator.
    """
    count, lists = graphs.shape
    left = np.full(count, (1 << lists) - 1, dtype=np.uint8)
    cliques = np.zeros_like(graphs)
    separators = np.zeros_like(graphs)
    for step in range(lists):
        waiting = np.ones(count, dtype=bool)
        for v in range(lists):
            rest = graphs[:, v] & left
            here = waiting & (left >> v & 1).astype(bool)
            here &= _complete(graphs, rest)
            cliques[here, step] = rest[here] | 1 << v
            separators[here, step] = rest[here]
            left[here] &= ~np.uint8(1 << v)
            waiting &= ~here
    return cliques, separators, left == 0


def _complete(graphs: Masks, members: Masks) -> Bools:
    """Is every pair of lists in `members` joined?"""
    fine = np.ones(len(graphs), dtype=bool)
    for u in range(graphs.shape[1]):
        inside = (members >> u & 1).astype(bool)
        others = members & ~np.uint8(1 << u)
        fine &= ~inside | ((graphs[:, u] & others) == others)
    return fine


@lru_cache(maxsize=8)
def factors(lists: int) -> NDArray[np.int8]:
    """Net count of every set of lists in each graph; shape (graphs, 2^lists).

    log p(graph) is this matrix times the log marginal likelihoods of the sets. The complete graph
    is among them, as in the reference: it lets the unseen cell be anything and keeps some weight
    on "hardly anybody" where the lists say little.
    """
    cliques, separators, _ = eliminate(neighbours(lists))
    rows = np.arange(len(cliques))
    net = np.zeros((len(cliques), 1 << lists), dtype=np.int8)
    for step in range(lists):
        np.add.at(net, (rows, cliques[:, step]), 1)
        np.add.at(net, (rows, separators[:, step]), -1)
    return net
