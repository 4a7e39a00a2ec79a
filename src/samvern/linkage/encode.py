# SPDX-License-Identifier: EUPL-1.2
"""At the agency: from its own people to the token list for the linkage unit."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from samvern.linkage import rounds
from samvern.linkage.anchors import anchor_table
from samvern.linkage.errors import LinkageError
from samvern.linkage.features import feature_matrix, personas
from samvern.linkage.people import Person
from samvern.linkage.rates import within_rates
from samvern.linkage.tokens import TokenList, fill_names, key_rows


@dataclass
class Encoding:
    """One agency's part of one project.

    Attributes:
        project: name of the count, with its year; part of every token.
        name: the list's column name in the overlap table.
        people: the agency's own records.
        secret: 32 bytes that blind the ask; kept until the answers have come, then forgotten.
        cap: an anchor more people than this share is not sent.
        asked: what the key holders are asked, in order.
        numbers: after `finish`, the record number the unit sees for each person; the agency's own.
    """

    project: str
    name: str
    people: Sequence[Person]
    secret: bytes
    cap: int = 1
    asked: list[str] = field(init=False)
    numbers: list[int] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self._rows = personas(self.people)
        self._table = anchor_table(self.people, self._rows, cap=self.cap)
        texts = (text for row in self._table for text in row.values())
        self.asked = rounds.inputs(self.project, texts, self.secret)

    def ask(self, progress: rounds.Progress | None = None) -> list[bytes]:
        """Blinded elements for both key holders (32 bytes each)."""
        return rounds.ask(self.project, self.asked, self.secret, progress)

    def finish(
        self, answers: Sequence[Sequence[bytes]], progress: rounds.Progress | None = None
    ) -> TokenList:
        """The token list, from the answers of the two key holders in either order.

        Raises:
            LinkageError: not two different answers of the right length.
        """
        if len(answers) != 2 or any(len(a) != len(self.asked) for a in answers):
            raise LinkageError(
                f"needs one answer from each of two key holders, {len(self.asked):,} elements each"
            )
        if answers[0][:8] == answers[1][:8]:
            raise LinkageError("both answers come from the same key; ask the other key holder")
        secrets = rounds.finish(self.project, self.asked, self.secret, answers, progress)
        return self._tokens(secrets)

    def _tokens(self, secrets: dict[str, bytes]) -> TokenList:
        values, present = feature_matrix(self.people, self._rows)
        rates = within_rates(values, present)
        salts = [f"{self.name}|{i}|{n}|{self.people[i]!r}" for n, (i, _) in enumerate(self._rows)]
        fill_names(values, present, salts)
        anchors, keyed = key_rows(self._table, secrets, values, present, salts)
        order = np.lexsort(anchors.T)
        person = np.array([i for i, _ in self._rows])[order]
        _, first, renumbered = np.unique(person, return_index=True, return_inverse=True)
        position = np.argsort(np.argsort(first))  # people in the order their rows appear
        self.numbers = position.tolist()
        return TokenList(
            self.project, self.name, rounds.check_value(self.project, secrets), len(self.people),
            position[renumbered].astype(np.uint32), anchors[order], keyed[order], rates,
        )  # fmt: skip


def secret_for(seed: int | None, random: bytes) -> bytes:
    """The blinding secret: from the system's randomness, or from a seed when rehearsing."""
    if seed is None:
        return random
    return hashlib.blake2b(str(seed).encode(), digest_size=32, person=b"rehearsal").digest()
