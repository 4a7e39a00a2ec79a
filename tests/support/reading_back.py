# SPDX-License-Identifier: EUPL-1.2
"""A paper read back by two programs of others, and looked at: what stands in it, and what is seen.

No program made by us reads here, so that writer and reader cannot be wrong together.
"""

import io
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ContentStream

WORDS: Mapping[str, tuple[str, ...]] = {
    "Tigrinya": ("ሰላም", "ተስፋይ"),
    "Hindi": ("सुनीता", "प्रिया"),
    "Thai": ("สมชาย", "สุดารัตน์"),
    "Burmese": ("ကျော်", "ဝင်း"),
    "Arabic": ("فاطمة", "محمد", "لا", "السلام"),
    "Dari": ("پروین", "کریمی", "ژاله"),
    "Urdu": ("شازیہ", "قریشی", "ڈاکٹر"),
    "Sorani": ("گلاله", "ڕەحمان", "شێرکۆ"),
    "Pashto": ("ښځه", "ډېر", "ټول"),
}
"""Words of languages spoken by those who are met, about nobody.

Those written from right to left are last: PDFium turns a whole line that begins with one.
"""
ALL = " ".join(word for words in WORDS.values() for word in words)

UNREAD_BY_PDFIUM: frozenset[str] = frozenset()
UNREAD_BY_PYPDF = frozenset({"Hindi", "Thai", "Burmese"})
"""pypdf does not use /ActualText (ISO 32000-1, 14.9.4). Where several signs make one shape it gives
the text of the shape once for each of its parts. PDFium, which browsers read with, uses it.
"""
UNREAD_BY_BOTH = {
    "Arabic with vowels": "مُحَمَّد", "Hebrew with points": "רִבְקָה", "Hindi with r above": "शर्मा",
}  # fmt: skip
"""The typesetter (typst 0.15) sets a mark that stands higher or lower than its letter as a text of
its own, and says the letter’s whole shape there once more. It is drawn right.
"""
WITHOUT_SPACES = {"Thai": "THAI", "Burmese": "MYANMAR"}
"""Written without spaces between words, with the name of the script in Unicode. A reader guesses
spaces from the distance of shapes, so that only the letters and their order are compared.
"""

_SIGNS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def normal(text: str) -> str:
    """One form of letters, without signs that steer only direction and breaking of lines."""
    return " ".join(unicodedata.normalize("NFKC", _SIGNS.sub("", text)).split())


def pdfium(paper: bytes) -> str:
    """The text as PDFium gives it, which Chromium reads with."""
    pdf = pypdfium2.PdfDocument(paper)
    try:
        return normal("\n".join(page.get_textpage().get_text_range() for page in pdf))
    finally:
        pdf.close()


def pypdf(paper: bytes) -> str:
    """The text as pypdf gives it."""
    return normal("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages))


READERS: Mapping[Callable[[bytes], str], frozenset[str]] = {
    pdfium: UNREAD_BY_PDFIUM,
    pypdf: UNREAD_BY_PYPDF,
}


def unread(text: str) -> set[str]:
    """The languages of which a word does not stand whole in what was read."""
    return {language for language in WORDS if not _stands(language, text)}


def _stands(language: str, text: str) -> bool:
    expected = [normal(word) for word in WORDS[language]]
    if script := WITHOUT_SPACES.get(language):
        return "".join(expected) in _parted(
            text.replace(" ", ""), lambda sign: script in _name(sign)
        )
    return {*expected} <= _parted(text, lambda sign: unicodedata.category(sign)[0] in "LM")


def _parted(text: str, inside: Callable[[str], bool]) -> set[str]:
    return {*"".join(sign if inside(sign) else " " for sign in text).split()}


def _name(sign: str) -> str:
    return unicodedata.name(sign, "")


def boxes(paper: bytes) -> int:
    """How many signs are drawn as an empty box: the shape with number 0 of a face."""
    reader = PdfReader(io.BytesIO(paper))
    return sum(
        string[at : at + 2] == b"\0\0"
        for page in reader.pages
        for string in _strings(ContentStream(page.get_contents(), reader))
        for at in range(0, len(string), 2)
    )


def _strings(stream: ContentStream) -> list[bytes]:
    found: list[bytes] = []
    for operands, operator in stream.operations:
        if operator in (b"Tj", b"TJ"):
            parts: Any = operands[0] if operator == b"TJ" else operands
            found += [part.original_bytes for part in parts if hasattr(part, "original_bytes")]
    return found


def picture(paper: bytes) -> bytes:
    """The first page as it is seen, in grey."""
    pdf = pypdfium2.PdfDocument(paper)
    try:
        bitmap = pdf[0].render(scale=1.5, grayscale=True)
        return np.array(bitmap.to_numpy()).tobytes()
    finally:
        pdf.close()
