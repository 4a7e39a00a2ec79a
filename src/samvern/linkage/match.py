# SPDX-License-Identifier: EUPL-1.2
"""At the linkage unit: from token lists to who is probably who, and plausible linkages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.assemble import assemble
from samvern.linkage.compare import agree, joined
from samvern.linkage.errors import LinkageError
from samvern.linkage.judge import limits
from samvern.linkage.layout import AT
from samvern.linkage.learn import ComparedLists, also_met
from samvern.linkage.linkage import Linkage
from samvern.linkage.rates import pooled_rates
from samvern.linkage.replay import chance
from samvern.linkage.tokens import TokenList

_CHUNK = 20_000


def match(
    lists: Sequence[TokenList],
    *,
    draws: int = 100,
    seed: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Linkage:
    """Link two or more token lists, each without duplicates of its own.

    Args:
        lists: one a agency, of one project.
        draws: how many plausible linkages to draw.
        seed: of the draws; the same lists and seed give the same bits.
        progress: called with (done, total) pieces.

    Raises:
        LinkageError: fewer than two lists, the same list twice, another project or other keys.
    """
    _check(lists)
    compared = [_compare(a, b) for a, b in combinations(lists, 2)]
    names, sizes = tuple(part.name for part in lists), tuple(part.people for part in lists)
    return assemble(names, sizes, compared, draws, seed, progress)


def _compare(left: TokenList, right: TokenList) -> ComparedLists:
    """The rows of two lists that share an anchor, and how far they agree."""
    rows, slots = meet(left.anchors, right.anchors)
    parts = []
    for at in range(0, max(len(rows), 1), _CHUNK):
        here = slice(at, at + _CHUNK)
        a = left.values[rows[here, 0], slots[here, 0]]
        b = right.values[rows[here, 1], slots[here, 1]]
        parts.append(agree(a, b))
    people = np.stack((left.person[rows[:, 0]], right.person[rows[:, 1]]), axis=1).astype(np.int64)
    born = [_share(side, "birth.day") for side in (left, right)]
    years = [_share(side, "birth.year") for side in (left, right)]
    whole, year = born[0] * born[1], years[0] * years[1]
    held = [(_share(side, "number0"), _share(side, "address.exact")) for side in (left, right)]
    return ComparedLists.of(
        people, joined(parts), pooled_rates([left.rates, right.rates]), (left.people, right.people),
        (whole, max(year - whole, 0.0)), chance(left.reach, right.reach),
        (left.strangers, right.strangers), also_met(*held),
    )  # fmt: skip


def _share(part: TokenList, column: str) -> float:
    """Share of the list's rows that hold something there."""
    return float(np.mean(np.any(part.values[:, :, AT[column]] > 0, axis=1)))


def _check(lists: Sequence[TokenList]) -> None:
    if len(lists) < 2:
        raise LinkageError("one list alone has nobody to be matched with; give at least two")
    names = [part.name for part in lists]
    if len(set(names)) < len(names):
        raise LinkageError(f"two lists have the same name ({', '.join(names)}); rename one")
    for part in lists[1:]:
        if part.project != lists[0].project:
            raise LinkageError(
                f"{part.name} belongs to project {part.project!r}, "
                f"{lists[0].name} to {lists[0].project!r}; match one project at a time"
            )
        if part.check != lists[0].check:
            raise LinkageError(
                f"{part.name} and {lists[0].name} were not answered with the same two keys "
                "(check values differ); encode one of them again"
            )


def cannot_judge(lists: Sequence[TokenList]) -> list[str]:
    """What the small ones of the lists cannot judge, in sentences."""
    found = []
    for part in lists:
        family, day, number = (
            _share(part, column) > 0 for column in ("family.exact", "birth.day", "number0")
        )
        found += limits(part.name, part.people, family=family, day=day, number=number)
    return found


def meet(
    left: NDArray[np.uint64], right: NDArray[np.uint64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Row pairs that share an anchor, and the slot on each side; one line a row pair."""
    a, b = left.reshape(-1), right.reshape(-1)
    order = np.argsort(b, kind="stable")
    low = np.searchsorted(b[order], a, side="left")
    count = np.where(a == 0, 0, np.searchsorted(b[order], a, side="right") - low)
    mine = np.repeat(np.arange(len(a)), count)
    offset = np.arange(len(mine)) - np.repeat(np.cumsum(count) - count, count)
    theirs = order[np.repeat(low, count) + offset]
    row = np.stack((mine // left.shape[1], theirs // right.shape[1]), axis=1)
    slot = np.stack((mine % left.shape[1], theirs % right.shape[1]), axis=1)
    _, first = np.unique(row, axis=0, return_index=True)
    return row[first], slot[first]
