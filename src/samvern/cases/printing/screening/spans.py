# SPDX-License-Identifier: EUPL-1.2
"""A stretch of a text that is hidden, and hiding them all at once."""

from collections.abc import Iterable
from dataclasses import dataclass

HIDDEN = "•••"


@dataclass(frozen=True, order=True)
class Span:
    """From where to where, and the initial that stands there instead, if any."""

    start: int
    end: int
    initial: str = ""
    ending: str = ""


def hide_spans(text: str, spans: Iterable[Span]) -> tuple[str, int]:
    """The text without them, and how many pieces of information went; two words of one name,
    or a number within an address, are one.
    """
    pieces: list[str] = []
    at = count = 0
    for span in _apart(spans):
        between = text[at : span.start]
        count += not (
            pieces and span.initial and pieces[-1][:1].isalpha() and between in (" ", "-", "")
        )
        pieces += [between, f"{span.initial or HIDDEN}{span.ending}"]
        at = span.end
    return "".join([*pieces, text[at:]]), count


def _apart(spans: Iterable[Span]) -> list[Span]:
    """None over another: what overlaps is hidden as one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if found and span.start < found[-1].end:
            last = found[-1]
            if span.end > last.end:
                found[-1] = Span(last.start, span.end)
        else:
            found.append(span)
    return found
