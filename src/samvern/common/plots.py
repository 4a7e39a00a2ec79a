# SPDX-License-Identifier: EUPL-1.2
"""Plots as SVG made on the server: no script, no inline style, fit for paper and for a reader who
does not see them.

What a plot tells apart differs in form or pattern, not only in shade, and the same figures stand in
a table beside it. Three kinds: groups of upright bars, lying bars with their labels, and estimates
with their intervals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import count
from math import ceil, floor, log, log10
from typing import NamedTuple


class Svg(str):
    """A drawing, which a template may put into a page as it is: every text in it is escaped."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def _text(x: object, y: object, text: object, more: str = "") -> str:
    return f'<text x="{x}" y="{y}"{more}>{escape(str(text))}</text>'


# Groups of upright bars: numbers of several kinds for each group.

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 440, 220, 40, 32, 12
_PATTERN = (
    '<defs><pattern id="plot-lines" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>'
    '<line x1="0" y1="0" x2="0" y2="6" stroke="#8a3b12" stroke-width="4"/></pattern></defs>'
)
_FILLS = (("#1f5673", "#1f5673"), ("url(#plot-lines)", "#8a3b12"), ("#fff", "#333"))
"""Fill and edge of each series: solid, hatched, hollow. They differ in black and white too."""


@dataclass(frozen=True)
class BarSeries:
    """Numbers of one kind, one for each group."""

    name: str
    values: Sequence[float]


def grouped_bars(
    *, key: str, title: str, sentence: str, groups: Sequence[str], series: Sequence[BarSeries]
) -> Svg:
    """Bars side by side for each group, with a scale, a legend and a sentence for who cannot see.

    ``groups`` are the words below; an empty one is not written (every seventh day, say).
    """
    top = _round_top(max((max(s.values, default=0) for s in series), default=0))
    room = (WIDTH - LEFT) / max(len(groups), 1)
    drawn = _scale(top) + _upright(series, room, top) + _below(groups, room)
    return Svg(
        f'<div class="stack"><svg class="plot" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="{key}-t {key}-d" font-size="14"><title id="{key}-t">{escape(title)}'
        f'</title><desc id="{key}-d">{escape(sentence)}</desc>'
        f'{_PATTERN}{drawn}</svg><p class="note">{_legend(series)}</p></div>'
    )


def _round_top(most: float) -> int:
    """A round number above the highest bar."""
    step = next(s for s in (5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10**9) if most <= 4 * s)
    return int(step * max(1, -(-most // step)))


def _y(value: float, top: int) -> float:
    return round(HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP), 1)


def _scale(top: int) -> str:
    lines = [(n, _y(n, top)) for n in sorted({0, top // 2, top})]
    return "".join(
        f'<line x1="{LEFT}" x2="{WIDTH}" y1="{y}" y2="{y}" stroke="#999" stroke-width="1"/>'
        + _text(LEFT - 6, y + 5, n, ' text-anchor="end"')
        for n, y in lines
    )


def _upright(series: Sequence[BarSeries], room: float, top: int) -> str:
    wide = room * 0.8 / max(len(series), 1)
    return "".join(
        _upright_bar(LEFT + at * room + room * 0.1 + number * wide, wide, _y(value, top), number)
        for number, each in enumerate(series)
        for at, value in enumerate(each.values)
        if value > 0
    )


def _upright_bar(x: float, wide: float, y: float, number: int) -> str:
    fill, edge = _FILLS[number % len(_FILLS)]
    width, height = round(max(wide - 1, 1), 1), round(HEIGHT - BOTTOM - y, 1)
    return (
        f'<rect x="{round(x, 1)}" y="{y}" width="{width}" height="{height}" fill="{fill}" '
        f'stroke="{edge}"/>'
    )


def _below(groups: Sequence[str], room: float) -> str:
    middle = ' text-anchor="middle"'
    return "".join(
        _text(round(LEFT + at * room + room / 2, 1), HEIGHT - 10, word, middle)
        for at, word in enumerate(groups)
        if word
    )


def _legend(series: Sequence[BarSeries]) -> str:
    return "".join(
        '<svg width="18" height="14" aria-hidden="true"><rect x="1" y="1" width="16" height="12" '
        f'fill="{fill}" stroke="{edge}"/></svg>&nbsp;{escape(each.name)} &ensp; '
        for n, each in enumerate(series)
        for fill, edge in [_FILLS[n % len(_FILLS)]]
    )


# Lying bars with their labels above, narrow enough for a phone.

NARROW, LINE, THICK = 340, 44, 14
LONGEST = 44
"""Signs of a label that are drawn; the table has it whole."""


class BarRow(NamedTuple):
    """One bar; no value is one that is hidden, and drawn hatched and short."""

    label: str
    value: float | None


def labelled_bars(title: str, rows: Sequence[BarRow], *, hidden: str, more: str) -> Svg:
    """Horizontal bars with their values; nothing where there are no rows.

    ``hidden`` stands for a value that is not told, ``more`` ends a sentence of many rows.
    """
    if not rows:
        return Svg()
    top = max([row.value or 0 for row in rows] + [1])
    values = [hidden if row.value is None else f"{row.value:g}" for row in rows]
    drawn = "".join(
        _lying_bar(place * LINE, row, value, top)
        for place, (row, value) in enumerate(zip(rows, values, strict=True))
    )
    said_of = [f"{row.label}: {value}" for row, value in zip(rows, values, strict=True)]
    told = ", ".join(said_of[:12])
    said = f"{title}. {told} {more if len(rows) > 12 else ''}".strip()
    return Svg(
        f'<svg class="plot" viewBox="0 0 {NARROW} {LINE * len(rows) + 8}" role="img" '
        f'aria-label="{escape(said)}"><title>{escape(title)}</title>{drawn}</svg>'
    )


def _lying_bar(y: int, row: BarRow, value: str, top: float) -> str:
    length = 14 if row.value is None else round((NARROW - 64) * row.value / top, 1)
    label = row.label if len(row.label) <= LONGEST else row.label[: LONGEST - 1] + "…"
    kind = "plot__hidden" if row.value is None else "plot__bar"
    bar = (
        f'<rect class="{kind}" x="1" y="{y + 22}" width="{length}" height="{THICK}" rx="2"></rect>'
    )
    return _text(0, y + 15, label) + bar + _text(length + 8, y + 34, value)


# Estimates: a point, a thick bar (80 %) and a thin one (95 %), on a logarithmic axis.

WIDE, MARGIN, END, ROW, HEAD, AXIS = 760, 190, 30, 30, 14, 34
INK, MUTED = "#1d2733", "#4a5a6a"
_serial = count(1)


@dataclass(frozen=True)
class IntervalBar:
    """One line of the plot, in persons."""

    label: str
    point: float
    interval80: tuple[float, float]
    interval95: tuple[float, float]


def interval_bars(
    title: str, finding: str, bars: Sequence[IntervalBar], mark: tuple[str, float] | None,
    number_text: Callable[[float], str],
) -> Svg:  # fmt: skip
    """The intervals of every bar; nothing if there is none. ``mark``: a labelled vertical line."""
    if not bars:
        return Svg()
    values = [end for bar in bars for end in bar.interval95] + ([mark[1]] if mark else [])
    axis = _LogAxis(max(min(values), 1.0), max(values))
    height = HEAD + ROW * len(bars) + AXIS
    number = next(_serial)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {height}" role="img" '
        f'aria-labelledby="plot{number}-t plot{number}-d" font-family="sans-serif" font-size="13">',
        f'<title id="plot{number}-t">{escape(title)}</title>',
        f'<desc id="plot{number}-d">{escape(finding)}</desc>',
        *_ticks(axis, height, number_text),
        *(line for i, bar in enumerate(bars) for line in _interval(axis, i, bar)),
        *(_mark(axis, mark, height) if mark else ()),
        "</svg>",
    ]
    return Svg("\n".join(parts))


class _LogAxis:
    def __init__(self, low: float, high: float) -> None:
        self.low, self.high = low / 1.1, max(high * 1.1, low * 1.5)

    def __call__(self, value: float) -> float:
        share = log(max(value, self.low) / self.low) / log(self.high / self.low)
        return MARGIN + share * (WIDE - MARGIN - END)

    def ticks(self) -> list[float]:
        """Round numbers, 1 to 7 times a power of ten inside the axis; at most eight."""
        powers = range(floor(log10(self.low)), ceil(log10(self.high)) + 1)
        every = [m * 10.0**p for p in powers for m in (1, 1.5, 2, 3, 5, 7)]
        found = [tick for tick in every if self.low <= tick <= self.high]
        return found[:: 1 + len(found) // 8] or [self.low, self.high]


def _ticks(axis: _LogAxis, height: int, number_text: Callable[[float], str]) -> Iterable[str]:
    bottom = height - AXIS + 6
    for tick in axis.ticks():
        x = f"{axis(tick):.1f}"
        more = f' text-anchor="middle" fill="{MUTED}"'
        yield (
            f'<line x1="{x}" x2="{x}" y1="{HEAD}" y2="{bottom}" stroke="#c9d1d9"/>'
            + _text(x, bottom + 17, number_text(tick), more)
        )


def _interval(axis: _LogAxis, row: int, bar: IntervalBar) -> list[str]:
    y = HEAD + ROW * row + ROW / 2
    label = _text(MARGIN - 12, f"{y + 4:.1f}", bar.label, f' text-anchor="end" fill="{INK}"')
    return [
        label,
        _across(axis, bar.interval95, y, 'stroke-width="2"'),
        _across(axis, bar.interval80, y, 'stroke-width="8" stroke-opacity="0.45"'),
        f'<circle cx="{axis(bar.point):.1f}" cy="{y}" r="5.5" fill="#ffffff" stroke="{INK}" '
        'stroke-width="2.5"/>',
    ]


def _across(axis: _LogAxis, ends: tuple[float, float], y: float, look: str) -> str:
    low, high = (axis(end) for end in ends)
    return f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}" stroke="{INK}" {look}/>'


def _mark(axis: _LogAxis, mark: tuple[str, float], height: int) -> list[str]:
    x = axis(mark[1])
    more = f' fill="{MUTED}" font-size="11"'
    return [
        f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{HEAD - 6}" y2="{height - AXIS + 6}" '
        f'stroke="{MUTED}" stroke-dasharray="5 4"/>',
        _text(f"{x + 5:.1f}", HEAD - 2, mark[0], more),
    ]
