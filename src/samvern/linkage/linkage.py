# SPDX-License-Identifier: EUPL-1.2
"""The result of matching: no tokens and no ids, only record numbers and probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvern.linkage import container
from samvern.linkage.decide import JoinedRecords
from samvern.linkage.errors import LinkageError
from samvern.linkage.graph import Candidates, Ints


@dataclass(frozen=True)
class Linkage:
    """Who is probably who.

    Attributes:
        names: of the lists.
        candidates: the pairs considered.
        probability: of each pair, shape (pairs,).
        chosen: positions of the pairs shown as links, the most probable first.
        draws: plausible linkages, shape (draws, pairs).
        coverage: share of true pairs that are among the candidates, as learnt.
        hidden: pairs no candidate shows that a draw joins too: draw, two records; shape (n, 3).
    """

    names: tuple[str, ...]
    candidates: Candidates
    probability: NDArray[np.float64]
    chosen: Ints
    draws: NDArray[np.bool_]
    coverage: float
    hidden: Ints

    @property
    def expected_links(self) -> float:
        """Links there are in all, those that no candidate pair shows included."""
        most = sum(self.candidates.sizes) - max(self.candidates.sizes)
        return min(float(self.probability.sum()) / self.coverage, float(most))

    def people(self, draw: int | None = None) -> Ints:
        """The person of each record, shape (records,): the shown linkage, or one draw."""
        together = self.chosen if draw is None else np.flatnonzero(self.draws[draw])
        people = JoinedRecords(self.candidates)
        for pair in together.tolist():
            people.join(int(self.candidates.left[pair]), int(self.candidates.right[pair]))
        if draw is not None:
            for _, a, b in self.hidden[self.hidden[:, 0] == draw].tolist():
                people.join(a, b)
        return people.labels()

    def save(self, path: Path) -> None:
        """Write the file that travels to whoever counts."""
        header = {
            "names": list(self.names), "sizes": list(self.candidates.sizes),
            "coverage": self.coverage, "shape": list(self.draws.shape),
        }  # fmt: skip
        arrays: dict[str, NDArray[Any]] = {
            "left": self.candidates.left, "right": self.candidates.right,
            "odds": self.candidates.odds, "probability": self.probability,
            "chosen": self.chosen, "draws": np.packbits(self.draws), "hidden": self.hidden,
        }  # fmt: skip
        container.write(path, "links", header, arrays)


def load_linkage(path: Path) -> Linkage:
    """Read what `Linkage.save` wrote.

    Raises:
        LinkageError: not a file of links.
    """
    header, at = container.read(path, "links")
    if "hidden" not in at:
        raise LinkageError(f"{path}: made by an earlier version; match the tokens again")
    shape = tuple(header["shape"])
    draws = np.unpackbits(at["draws"], count=int(np.prod(shape))).reshape(shape).astype(bool)
    candidates = Candidates(tuple(header["sizes"]), at["left"], at["right"], at["odds"])
    return Linkage(
        tuple(header["names"]), candidates, at["probability"], at["chosen"], draws,
        float(header["coverage"]), at["hidden"],
    )  # fmt: skip
