# SPDX-License-Identifier: EUPL-1.2
"""Numbers of a few bits each, one after the other."""

from __future__ import annotations


class BitWriter:
    """Collects numbers; the first written is the first read."""

    def __init__(self) -> None:
        self._value, self._length = 0, 0

    def write(self, number: int, width: int) -> None:
        """Add ``number`` in ``width`` bits.

        Raises:
            OverflowError: the number needs more bits, or is negative.
        """
        if not 0 <= number < 1 << width:
            raise OverflowError(f"{number} does not fit in {width} bits")
        self._value |= number << self._length
        self._length += width

    def getvalue(self) -> bytes:
        """All that was written, the last byte filled with zeros."""
        return self._value.to_bytes((self._length + 7) // 8, "little")


class BitReader:
    """Reads what a ``BitWriter`` wrote."""

    def __init__(self, content: bytes) -> None:
        self._value, self._left = int.from_bytes(content, "little"), len(content) * 8

    def read(self, width: int) -> int:
        """The next number.

        Raises:
            EOFError: fewer than ``width`` bits are left.
        """
        if width > self._left:
            raise EOFError
        number = self._value & ((1 << width) - 1)
        self._value >>= width
        self._left -= width
        return number
