# SPDX-License-Identifier: EUPL-1.2
"""What an answer can be, and answers as a few hundred bytes.

An answer is a value as packs write it (docs/pack-format.md), or ``UNKNOWN``: asked, and not known.
Every answer takes the same room whatever it is, so the length tells nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samvern.guide.bits import BitReader, BitWriter

UNKNOWN = "unknown"
EPOCH = date(1900, 1, 1).toordinal()
DATE_BITS, NUMBER_BITS = 17, 24
LARGEST_NUMBER = (1 << NUMBER_BITS) - 1
MARK = 1 << 15
NOTHING, NOT_KNOWN, EXACT, RANGE = range(4)

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AnswerField:
    """One fact's place among the answers: ``kind`` is a fact type, ``options`` in fixed order."""

    id: str
    kind: str
    options: tuple[str, ...] = ()


def fingerprint(fields: Iterable[AnswerField]) -> bytes:
    """Eight bytes that differ when the places of answers do; a changed text leaves them alike."""
    shape = repr([(field.id, field.kind, field.options) for field in fields])
    return hashlib.sha256(shape.encode()).digest()[:8]


def encode(answers: Answers, fields: Sequence[AnswerField]) -> bytes:
    """Answers as bytes; answers to unknown facts are left out.

    Raises:
        OverflowError: a number or a date outside what fits (16 777 215; the years 1900 to 2258).
    """
    bits = BitWriter()
    for field in fields:
        _WRITERS[field.kind](bits, field, answers.get(field.id))
    return bits.getvalue()


def decode(content: bytes, fields: Sequence[AnswerField]) -> dict[str, Any]:
    """What ``encode`` was given.

    Raises:
        EOFError, ValueError: the bytes were not made with these fields.
    """
    bits = BitReader(content)
    answers = {field.id: _READERS[field.kind](bits, field) for field in fields}
    return {name: value for name, value in answers.items() if value is not None}


def encode_trail(trail: Mapping[str, bool], fields: Sequence[AnswerField]) -> bytes:
    """Facts in an order, each with a mark, in room for all of them: the length tells nothing."""
    places = {field.id: place for place, field in enumerate(fields, start=1)}
    known = [places[name] | MARK * marked for name, marked in trail.items() if name in places]
    return b"".join(place.to_bytes(2, "big") for place in known).ljust(2 * len(fields), b"\0")


def decode_trail(content: bytes, fields: Sequence[AnswerField]) -> dict[str, bool]:
    """What ``encode_trail`` was given.

    Raises:
        ValueError: the bytes were not made with these fields.
    """
    places = [int.from_bytes(content[at : at + 2], "big") for at in range(0, len(content), 2)]
    if len(places) != len(fields) or any(place & ~MARK > len(fields) for place in places):
        raise ValueError("trail")
    return {fields[(place & ~MARK) - 1].id: bool(place & MARK) for place in places if place}


def _write_yes_no(bits: BitWriter, field: AnswerField, value: Any) -> None:
    bits.write({None: 0, True: 1, False: 2}.get(value, 3) if value != UNKNOWN else 3, 2)


def _read_yes_no(bits: BitReader, field: AnswerField) -> Any:
    return (None, True, False, UNKNOWN)[bits.read(2)]


def _write_choice(bits: BitWriter, field: AnswerField, value: Any) -> None:
    known = (None, UNKNOWN, *field.options)
    bits.write(known.index(value), _width(field))


def _read_choice(bits: BitReader, field: AnswerField) -> Any:
    known = (None, UNKNOWN, *field.options)
    place = bits.read(_width(field))
    if place >= len(known):
        raise ValueError(field.id)
    return known[place]


def _width(field: AnswerField) -> int:
    return (len(field.options) + 1).bit_length()


def _write_set(bits: BitWriter, field: AnswerField, value: Any) -> None:
    if isinstance(value, Mapping):
        state, there = RANGE, value["only"]
    elif value is None or value == UNKNOWN:
        state, there = (NOTHING if value is None else NOT_KNOWN), []
    else:
        state, there = EXACT, value
    bits.write(state, 2)
    bits.write(sum(1 << field.options.index(option) for option in there), len(field.options))


def _read_set(bits: BitReader, field: AnswerField) -> Any:
    state, mask = bits.read(2), bits.read(len(field.options))
    there = [option for place, option in enumerate(field.options) if mask >> place & 1]
    return (None, UNKNOWN, there, {"only": there})[state]


def _write_span(width: int, number: Callable[[Any], int]) -> Callable[..., None]:
    def write(bits: BitWriter, field: AnswerField, value: Any) -> None:
        if isinstance(value, Mapping):
            state, low, high = RANGE, number(value["min"]), number(value["max"])
        elif value is None or value == UNKNOWN:
            state, low, high = (NOTHING if value is None else NOT_KNOWN), 0, 0
        else:
            state, low, high = EXACT, number(value), 0
        bits.write(state, 2)
        bits.write(low, width)
        bits.write(high, width)

    return write


def _read_span(width: int, shown: Callable[[int], Any]) -> Callable[..., Any]:
    def read(bits: BitReader, field: AnswerField) -> Any:
        state, low, high = bits.read(2), bits.read(width), bits.read(width)
        if state in (NOTHING, NOT_KNOWN):
            return (None, UNKNOWN)[state]
        return shown(low) if state == EXACT else {"min": shown(low), "max": shown(high)}

    return read


_WRITERS: dict[str, Callable[..., None]] = {
    "yes_no": _write_yes_no,
    "choice": _write_choice,
    "set": _write_set,
    "number": _write_span(NUMBER_BITS, int),
    "date": _write_span(DATE_BITS, lambda day: day.toordinal() - EPOCH),
}
_READERS: dict[str, Callable[..., Any]] = {
    "yes_no": _read_yes_no,
    "choice": _read_choice,
    "set": _read_set,
    "number": _read_span(NUMBER_BITS, int),
    "date": _read_span(DATE_BITS, lambda days: date.fromordinal(days + EPOCH)),
}
