# SPDX-License-Identifier: EUPL-1.2
"""Plots as SVG made on the server: told apart by pattern, read out by a sentence, fit for paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 440, 220, 40, 32, 12
PATTERN = mark_safe(
    '<defs><pattern id="plot-lines" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>'
    '<line x1="0" y1="0" x2="0" y2="6" stroke="#8a3b12" stroke-width="4"/></pattern></defs>'
)
INK = (("#1f5673", "#1f5673"), ("url(#plot-lines)", "#8a3b12"), ("#fff", "#333"))
"""Fill and edge of each series: solid, hatched, hollow. They differ in black and white too."""


@dataclass(frozen=True)
class BarSeries:
    """Numbers of one kind, one for each group."""

    name: str
    values: Sequence[float]


def bars(
    *, key: str, title: str, sentence: str, groups: Sequence[str], series: Sequence[BarSeries]
) -> SafeString:
    """Bars side by side for each group, with a scale, a legend and a sentence for who cannot see.

    ``groups`` are the words below; an empty one is not written (every seventh day, say).
    """
    top = _top(max((max(s.values, default=0) for s in series), default=0))
    room = (WIDTH - LEFT) / max(len(groups), 1)
    return format_html(
        '<div class="stack"><svg class="plot" viewBox="0 0 {w} {h}" role="img" '
        'aria-labelledby="{k}-t {k}-d" font-size="14"><title id="{k}-t">{t}</title>'
        '<desc id="{k}-d">{d}</desc>'
        '{pattern}{scale}{bars}{words}</svg><p class="note">{legend}</p></div>',
        w=WIDTH, h=HEIGHT, k=key, t=title, d=sentence, pattern=PATTERN, scale=_scale(top),
        bars=format_html_join("", "{}", ((b,) for b in _bars(series, room, top))),
        words=_words(groups, room), legend=_legend(series),
    )  # fmt: skip


def _top(most: float) -> int:
    """A round number above the highest bar."""
    step = next(s for s in (5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10**9) if most <= 4 * s)
    return int(step * max(1, -(-most // step)))


def _y(value: float, top: int) -> float:
    return round(HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP), 1)


def _scale(top: int) -> SafeString:
    lines = [(n, _y(n, top)) for n in sorted({0, top // 2, top})]
    return format_html_join(
        "",
        '<line x1="{}" x2="{}" y1="{}" y2="{}" stroke="#999" stroke-width="1"/>'
        '<text x="{}" y="{}" text-anchor="end">{}</text>',
        ((LEFT, WIDTH, y, y, LEFT - 6, y + 5, n) for n, y in lines),
    )


def _bars(series: Sequence[BarSeries], room: float, top: int) -> list[SafeString]:
    wide = room * 0.8 / max(len(series), 1)
    return [
        _bar(LEFT + at * room + room * 0.1 + number * wide, wide, _y(value, top), number)
        for number, each in enumerate(series)
        for at, value in enumerate(each.values)
        if value > 0
    ]


def _bar(x: float, wide: float, y: float, number: int) -> SafeString:
    fill, edge = INK[number % len(INK)]
    text = '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}"/>'
    size = round(max(wide - 1, 1), 1), round(HEIGHT - BOTTOM - y, 1)
    return format_html(text, round(x, 1), y, *size, fill, edge)


def _words(groups: Sequence[str], room: float) -> SafeString:
    return format_html_join(
        "",
        '<text x="{}" y="{}" text-anchor="middle">{}</text>',
        (
            (round(LEFT + at * room + room / 2, 1), HEIGHT - 10, word)
            for at, word in enumerate(groups)
            if word
        ),
    )


def _legend(series: Sequence[BarSeries]) -> SafeString:
    box = (
        '<svg width="18" height="14" aria-hidden="true"><rect x="1" y="1" '
        'width="16" height="12" fill="{}" stroke="{}"/></svg>&nbsp;{} &ensp; '
    )
    return format_html_join(
        "", box, ((*INK[n % len(INK)], each.name) for n, each in enumerate(series))
    )
