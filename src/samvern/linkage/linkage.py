# SPDX-License-Identifier: EUPL-1.2
"""The result of matching: no tokens and no ids, only record numbers and probabilities."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvern.linkage import container
from samvern.linkage.decide import People, choose_links
from samvern.linkage.graph import Candidates, Ints
from samvern.linkage.sampler import draw_linkages

LEAST_LOG_ODDS = -4.0  # pairs below one in fifty are left out
BEHIND = 6.0


@dataclass(frozen=True)
class Linkage:
    """Who is probably who.

    Attributes:
        names: of the lists.
        candidates: the pairs considered.
        probability: of each pair, shape (pairs,).
        chosen: positions of the pairs shown as links, the most probable first.
        draws: plausible linkages, shape (draws, pairs).
        coverage: share of true pairs taken to be among the candidates.
    """

    names: tuple[str, ...]
    candidates: Candidates
    probability: NDArray[np.float64]
    chosen: Ints
    draws: NDArray[np.bool_]
    coverage: float

    @property
    def expected_links(self) -> float:
        """Links there are in all, those that no candidate pair shows included."""
        most = sum(self.candidates.sizes) - max(self.candidates.sizes)
        return min(float(self.probability.sum()) / self.coverage, float(most))

    def people(self, draw: int | None = None) -> Ints:
        """The person of each record, shape (records,): the shown linkage, or one draw."""
        together = self.chosen if draw is None else np.flatnonzero(self.draws[draw])
        people = People(self.candidates)
        for pair in together.tolist():
            people.join(int(self.candidates.left[pair]), int(self.candidates.right[pair]))
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
            "chosen": self.chosen, "draws": np.packbits(self.draws),
        }  # fmt: skip
        container.write(path, "links", header, arrays)


def load_linkage(path: Path) -> Linkage:
    """Read what `Linkage.save` wrote.

    Raises:
        LinkageError: not a file of links.
    """
    header, at = container.read(path, "links")
    shape = tuple(header["shape"])
    draws = np.unpackbits(at["draws"], count=int(np.prod(shape))).reshape(shape).astype(bool)
    candidates = Candidates(tuple(header["sizes"]), at["left"], at["right"], at["odds"])
    return Linkage(
        tuple(header["names"]), candidates, at["probability"], at["chosen"], draws,
        float(header["coverage"]),
    )  # fmt: skip


def settle(
    names: tuple[str, ...],
    candidates: Candidates,
    coverage: float,
    draws: int,
    seed: int,
    progress: Callable[[int, int], None] | None = None,
) -> Linkage:
    """Draw plausible linkages and choose the one to show."""
    worth = candidates.worth(LEAST_LOG_ODDS, BEHIND)
    found = draw_linkages(worth, draws, np.random.default_rng(seed), progress)
    probability = found.mean(axis=0) if len(worth.left) else np.zeros(0)
    chosen = choose_links(worth, probability, float(probability.sum()) / coverage)
    return Linkage(names, worth, probability, chosen, found, coverage)
