# SPDX-License-Identifier: EUPL-1.2
"""All hierarchical log-linear models of k lists.

A model is hierarchical when, with an effect, it has every smaller effect inside it (Bishop,
Fienberg & Holland 1975). All models here contain the main effects. A model is a row of flags over
`effects(k, order)`.

Numbers (Dedekind-like): 8 models of three lists, 113 of four, 6,893 of five, and for six lists
32,768 with pairs only.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations

import numpy as np

from samvern.estimation.poisson import Bools, Ints
from samvern.estimation.table import main_masks


def interactions(lists: int, order: int) -> Ints:
    """Masks of all interactions of 2 to `order` lists, smaller ones first."""
    masks = [
        sum(1 << i for i in group)
        for size in range(2, order + 1)
        for group in combinations(range(lists), size)
    ]
    return np.array(masks, dtype=np.int64)


def effects(lists: int, order: int) -> Ints:
    """Intercept, main effects and interactions: the columns of every model."""
    return np.concatenate([main_masks(lists), interactions(lists, order)])


@lru_cache(maxsize=8)
def all_models(lists: int, order: int) -> Bools:
    """Every hierarchical model as a row of flags over `effects(lists, order)`.

    Built from the pairs upwards: a larger effect may join only where all its parts are.
    """
    terms = interactions(lists, order)
    models = np.zeros((1, 0), dtype=bool)
    for j, mask in enumerate(terms):
        parts = [i for i in range(j) if terms[i] & mask == terms[i] and _one_less(terms[i], mask)]
        allowed = models[:, parts].all(axis=1)
        without = np.hstack([models, np.zeros((len(models), 1), dtype=bool)])
        extended = np.hstack([models[allowed], np.ones((int(allowed.sum()), 1), dtype=bool)])
        models = np.vstack([without, extended])
    always = np.ones((len(models), lists + 1), dtype=bool)
    return np.hstack([always, models])


def _one_less(part: int, whole: int) -> bool:
    return int(part).bit_count() == int(whole).bit_count() - 1


def generators(model: Bools, masks: Ints) -> list[int]:
    """The maximal effects of a model, which name it: [12, 13, 4] has 12, 13 and 4."""
    inside = masks[model]
    return [int(m) for m in inside if m and not any(m != o and m & o == m for o in inside)]


def name(model: Bools, masks: Ints) -> str:
    """The model in the usual bracket notation, lists numbered from 1."""
    groups = [
        "".join(str(i + 1) for i in range(mask.bit_length()) if mask >> i & 1)
        for mask in generators(model, masks)
    ]
    return "[" + ",".join(groups) + "]"
