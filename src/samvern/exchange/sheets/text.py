# SPDX-License-Identifier: EUPL-1.2
"""A text file as rows of cells: its encoding, its separator, its quotes."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator

from samvern.exchange.sheets.errors import GridError

DELIMITERS = ",;\t"
MAX_FIELD = 10_000
MAX_LINES = 5_000_000
LOOKED_AT = 50
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)


def decode(path: str, raw: bytes) -> tuple[str, str]:
    """(text with plain line ends, encoding). UTF-16 is known by its mark or by its zero bytes."""
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), _unmarked(raw))
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise GridError(
            f"{path}: line {line}, byte {raw[problem.start]:#04x} is not UTF-8. "
            "Save the whole file as UTF-8; a file with mixed encodings cannot be trusted."
        ) from None
    if "\0" in text:
        raise GridError(f"{path}: holds zero bytes; it is no CSV file. Save it as CSV in UTF-8.")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _unmarked(raw: bytes) -> str:
    head = raw[:200]
    if b"\0" not in head:
        return "utf-8"
    return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"


def delimiter_of(text: str) -> tuple[str, int]:
    """(separator, lines to skip): the one `sep=` says, else the one most lines agree on."""
    head, _, _ = text.partition("\n")
    said = head.strip().strip('"')
    if said.lower().startswith("sep=") and len(said) == 5:
        return said[4], 1
    if head.rstrip("\n").lower() == "sep=\t":
        return "\t", 1
    lines = [line for line in text.split("\n", LOOKED_AT)[:LOOKED_AT] if line.strip()]
    return max(DELIMITERS, key=lambda sign: _agreement(lines, sign)), 0


def _agreement(lines: list[str], sign: str) -> tuple[int, int]:
    """How many lines have the usual number of this sign, and how many that is."""
    counts = Counter(line.count(sign) for line in lines)
    counts.pop(0, None)
    usual = max(counts, key=lambda count: (counts[count], count), default=0)
    return counts[usual], usual


def records(path: str, text: str, delimiter: str, skip: int) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells) of each line; GridError where quotes or lengths are wrong."""
    reader = csv.reader(text.split("\n")[skip:], delimiter=delimiter, strict=True)
    before = csv.field_size_limit(MAX_FIELD)
    try:
        for row in reader:
            yield reader.line_num + skip, row
            if reader.line_num > MAX_LINES:
                raise GridError(f"{path}: more than {MAX_LINES} lines. Split the file.")
    except csv.Error as problem:
        raise GridError(
            f"{path}: line {reader.line_num + skip}, {problem}. Check quotes and long fields."
        ) from None
    finally:
        csv.field_size_limit(before)
