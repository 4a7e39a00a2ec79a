# SPDX-License-Identifier: EUPL-1.2
"""Bars drawn by the server as SVG: no script, no inline style, and a text that says the same.

A plot stands beside its table and repeats it; a reader who does not see it misses nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

WIDTH, ROW, BAR = 340, 44, 14
"""Narrow enough for a phone; the label stands above its bar."""
LONGEST = 44
"""Signs of a label that are drawn; the table has it whole."""


class BarRow(NamedTuple):
    """One bar; no value is one that is hidden, and drawn hatched and short."""

    label: str
    value: float | None


def bars(title: str, rows: Sequence[BarRow]) -> SafeString:
    """Horizontal bars with their values; nothing where there are no rows."""
    if not rows:
        return SafeString("")
    top = max([row.value or 0 for row in rows] + [1])
    drawn = format_html_join("", "{}", ((_bar(place, row, top),) for place, row in enumerate(rows)))
    height = ROW * len(rows) + 8
    return format_html(
        '<svg class="plot" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        "<title>{}</title>{}</svg>",
        WIDTH,
        height,
        _said(title, rows),
        title,
        drawn,
    )


def _bar(place: int, row: BarRow, top: float) -> SafeString:
    y = place * ROW
    room = WIDTH - 64
    length = 14 if row.value is None else round(room * row.value / top, 1)
    label = row.label if len(row.label) <= LONGEST else row.label[: LONGEST - 1] + "…"
    return format_html(
        '<text x="0" y="{}">{}</text>'
        '<rect class="{}" x="1" y="{}" width="{}" height="{}" rx="2"></rect>'
        '<text x="{}" y="{}">{}</text>',
        y + 15,
        label,
        "plot__hidden" if row.value is None else "plot__bar",
        y + 22,
        length,
        BAR,
        length + 8,
        y + 34,
        _value(row),
    )


def _value(row: BarRow) -> str:
    return _("hidden") if row.value is None else f"{row.value:g}"


def _said(title: str, rows: Sequence[BarRow]) -> str:
    told = ", ".join(f"{row.label}: {_value(row)}" for row in rows[:12])
    more = _("and more in the table") if len(rows) > 12 else ""
    return f"{title}. {told} {more}".strip()
