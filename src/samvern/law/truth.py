# SPDX-License-Identifier: EUPL-1.2
"""Strong Kleene truth values (Kleene 1952, § 64), for one person or for a million.

A truth value is a pair of bits: is it *certainly* so, and is it *possibly* so.

    yes = (1, 1)     no = (0, 0)     unknown = (0, 1)

In this form the connectives are plain bit operations, so a Python integer whose n-th bit belongs to
the n-th person carries n truth values at once, and one evaluator serves both a single person and a
batch: ``not (t, p) = (~p, ~t)``, ``and`` and ``or`` work on each plane by itself.
"""

from __future__ import annotations

from enum import Enum

Planes = tuple[int, int]
"""(certain, possible): bit i belongs to person i; certain is always a subset of possible."""


class Truth(Enum):
    """The answer to one question about one person."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, planes: Planes, person: int = 0) -> Truth:
        """The truth value of one person in ``planes``."""
        certain, possible = planes
        if certain >> person & 1:
            return cls.YES
        return cls.UNKNOWN if possible >> person & 1 else cls.NO

    @property
    def known(self) -> bool:
        """Whether the question is settled."""
        return self is not Truth.UNKNOWN


def at_least(k: int, items: list[Planes], everyone: int) -> Planes:
    """Whether k or more of ``items`` hold: certain from below, possible from above.

    Works plane by plane with a row of running thresholds (``reached[j]``: at least j so far), which
    is a sorting network's first k outputs and needs no arithmetic on counts.
    """
    return _reached(k, [t for t, _ in items], everyone), _reached(
        k, [p for _, p in items], everyone
    )


def _reached(k: int, planes: list[int], everyone: int) -> int:
    reached = [everyone] + [0] * k
    for plane in planes:
        for j in range(k, 0, -1):
            reached[j] |= reached[j - 1] & plane
    return reached[k]
