# SPDX-License-Identifier: EUPL-1.2
"""Intervals as an SVG that a screen reader can read and that prints without colour.

Point, thick bar (80 %) and thin bar (95 %) differ in form, not only in shade; `title` and `desc`
carry the plot's name and its finding; the same figures stand in the table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import count

import numpy as np

from samvern.estimation.messages import Messages

WIDTH, LEFT, RIGHT, ROW, TOP, AXIS = 760, 190, 30, 30, 14, 34
INK, MUTED = "#1d2733", "#4a5a6a"
_serial = count(1)


@dataclass(frozen=True)
class IntervalBar:
    """One line of the plot, in persons."""

    label: str
    point: float
    interval80: tuple[float, float]
    interval95: tuple[float, float]


def plot(
    title: str,
    finding: str,
    bars: Sequence[IntervalBar],
    mark: tuple[str, float] | None,
    words: Messages,
) -> str:
    """The SVG; empty if there is no bar. `mark`: a labelled vertical line. Logarithmic axis."""
    if not bars:
        return ""
    values = [end for bar in bars for end in bar.interval95] + ([mark[1]] if mark else [])
    scale = _Scale(max(min(values), 1.0), max(values))
    height = TOP + ROW * len(bars) + AXIS
    number = next(_serial)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="plot{number}-t plot{number}-d" font-family="sans-serif" font-size="13">',
        f'<title id="plot{number}-t">{escape(title)}</title>',
        f'<desc id="plot{number}-d">{escape(finding)}</desc>',
        *_axis(scale, height, words),
        *(line for i, bar in enumerate(bars) for line in _bar(scale, i, bar)),
        *(_mark(scale, mark, height) if mark else ()),
        "</svg>",
    ]
    return "\n".join(parts)


class _Scale:
    def __init__(self, low: float, high: float) -> None:
        self.low, self.high = low / 1.1, max(high * 1.1, low * 1.5)

    def __call__(self, value: float) -> float:
        share = np.log(max(value, self.low) / self.low) / np.log(self.high / self.low)
        return float(LEFT + share * (WIDTH - LEFT - RIGHT))

    def ticks(self) -> list[float]:
        """Round numbers, 1 to 7 times a power of ten inside the axis; at most eight."""
        powers = range(int(np.floor(np.log10(self.low))), int(np.ceil(np.log10(self.high))) + 1)
        every = [m * 10.0**p for p in powers for m in (1, 1.5, 2, 3, 5, 7)]
        found = [tick for tick in every if self.low <= tick <= self.high]
        return found[:: 1 + len(found) // 8] or [self.low, self.high]


def _axis(scale: _Scale, height: int, words: Messages) -> list[str]:
    bottom = height - AXIS + 6
    lines = []
    for tick in scale.ticks():
        x = scale(tick)
        lines.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{bottom}" stroke="#c9d1d9"/>'
            f'<text x="{x:.1f}" y="{bottom + 17}" text-anchor="middle" fill="{MUTED}">'
            f"{words.persons(tick)}</text>"
        )
    return lines


def _bar(scale: _Scale, row: int, bar: IntervalBar) -> list[str]:
    y = TOP + ROW * row + ROW / 2
    thin = [scale(end) for end in bar.interval95]
    thick = [scale(end) for end in bar.interval80]
    return [
        f'<text x="{LEFT - 12}" y="{y + 4:.1f}" text-anchor="end" fill="{INK}">{escape(bar.label)}'
        "</text>",
        f'<line x1="{thin[0]:.1f}" x2="{thin[1]:.1f}" y1="{y}" y2="{y}" stroke="{INK}" '
        'stroke-width="2"/>',
        f'<line x1="{thick[0]:.1f}" x2="{thick[1]:.1f}" y1="{y}" y2="{y}" stroke="{INK}" '
        'stroke-width="8" stroke-opacity="0.45"/>',
        f'<circle cx="{scale(bar.point):.1f}" cy="{y}" r="5.5" fill="#ffffff" stroke="{INK}" '
        'stroke-width="2.5"/>',
    ]


def _mark(scale: _Scale, mark: tuple[str, float], height: int) -> list[str]:
    x = scale(mark[1])
    return [
        f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 6}" y2="{height - AXIS + 6}" '
        f'stroke="{MUTED}" stroke-dasharray="5 4"/>',
        f'<text x="{x + 5:.1f}" y="{TOP - 2}" fill="{MUTED}" font-size="11">{escape(mark[0])}'
        "</text>",
    ]
