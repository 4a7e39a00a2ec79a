# SPDX-License-Identifier: EUPL-1.2
"""At the agency: from its own people to the token list for the linkage unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from samvern.linkage import rounds
from samvern.linkage.anchors import SMALL, SMALL_ONLY, Anchor, anchor_table, anchors, holders
from samvern.linkage.compare import agree
from samvern.linkage.errors import LinkageError
from samvern.linkage.features import feature_matrix, personas, plain_tokens
from samvern.linkage.people import PersonName, PersonRecord
from samvern.linkage.rates import within_rates
from samvern.linkage.replay import Reach, replay
from samvern.linkage.strangers import count_strangers, same_list_pairs
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
    people: Sequence[PersonRecord]
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
        reach, strangers = self._reach(values, present)
        salts = [f"{self.name}|{i}|{n}|{self.people[i]!r}" for n, (i, _) in enumerate(self._rows)]
        fill_names(values, present, salts)
        anchored, keyed = key_rows(self._table, secrets, values, present, salts)
        order = np.lexsort(anchored.T)
        person = np.array([i for i, _ in self._rows])[order]
        _, first, renumbered = np.unique(person, return_index=True, return_inverse=True)
        position = np.argsort(np.argsort(first))  # people in the order their rows appear
        self.numbers = position.tolist()
        return TokenList(
            self.project, self.name, rounds.check_value(self.project, secrets), len(self.people),
            position[renumbered].astype(np.uint32), anchored[order], keyed[order], rates,
            reach, strangers,
        )  # fmt: skip

    def _reach(self, values: NDArray[np.uint8], present: NDArray[np.bool_]) -> tuple[Reach, Reach]:
        """Which true pairs the unit will see, and how many pairs of different people."""
        small = len(self.people) <= SMALL
        who = holders(self.people, self._rows)

        def keys(person: PersonRecord, name: PersonName) -> list[Anchor]:
            return [a for a in anchors(person, name) if small or a[0] not in SMALL_ONLY]

        crowd = {anchor: len(held) for anchor, held in who.items()}
        reach = replay(self.people, keys, crowd, self.cap)
        first = {i: row for row, (i, _) in reversed(list(enumerate(self._rows)))}
        pairs = same_list_pairs(list(who.values()), self.cap + 1)
        a, b = (np.array([first[i] for i in side], dtype=np.int64) for side in pairs.T.tolist())
        tokens = plain_tokens(values, present)
        return reach, count_strangers(agree(tokens[a], tokens[b]))
