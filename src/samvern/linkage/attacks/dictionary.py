# SPDX-License-Identifier: EUPL-1.2
"""Dictionary attack: encode guesses with what keys one has, and look for them in the file.

The attacker holds the token file, guesses people (here: every person of the plain file, a
perfect dictionary) and some scalar to evaluate with: nothing, one half key, or both.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from samvern.linkage import oprf, rounds
from samvern.linkage.anchors import anchor_table
from samvern.linkage.features import feature_matrix, personas
from samvern.linkage.people import PersonRecord
from samvern.linkage.tokens import TokenList, key_rows


def dictionary_attack(target: TokenList, guesses: Sequence[PersonRecord], scalar: bytes) -> int:
    """How many guessed people have an anchor token in the target file."""
    rows = personas(guesses)
    table = anchor_table(guesses, rows, cap=len(guesses))
    texts = sorted({text for row in table for text in row.values()})
    messages = [rounds.message(target.project, text) for text in texts]
    points = rounds.answer(scalar, [oprf.hash_to_group(message) for message in messages])
    secrets = {
        text: oprf.finalize(message, point)[:32]
        for text, message, point in zip(texts, messages, points, strict=True)
    }
    salts = [f"attacker|{n}" for n in range(len(rows))]
    anchors, _ = key_rows(table, secrets, *feature_matrix(guesses, rows), salts)
    known = np.isin(anchors, target.anchors[target.anchors > 0])
    return len({rows[row][0] for row in np.flatnonzero(known.any(axis=1))})
