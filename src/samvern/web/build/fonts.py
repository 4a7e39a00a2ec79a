# SPDX-License-Identifier: EUPL-1.2
"""The faces of papers: WOFF from npm opened into the form the typesetter reads, licence beside."""

import re
import shutil
import struct
import zlib
from pathlib import Path

from samvern.typesetting.faces import FACES, FOLDER, WEIGHTS

_HEAD, _ENTRY = 44, 20


def write_paper_fonts(modules: Path) -> None:
    """Make the folder of faces anew."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for package, part, _letters in FACES.values():
        source = modules / "@fontsource" / package
        for weight in WEIGHTS:
            packed = (source / f"files/{package}-{part}-{weight}-normal.woff").read_bytes()
            (FOLDER / f"{package}-{weight}.ttf").write_bytes(open_woff(packed))
        shutil.copy(source / "LICENSE", FOLDER / f"{package}.LICENSE.txt")


def open_woff(packed: bytes) -> bytes:
    """An OpenType file out of its WOFF 1.0 wrapping (W3C Recommendation of 2012): the same tables,
    each unpacked.
    """
    (count,) = struct.unpack(">H", packed[12:14])
    high = 1 << (count.bit_length() - 1)
    head = packed[4:8] + struct.pack(
        ">HHHH", count, high * 16, high.bit_length() - 1, (count - high) * 16
    )
    entries, tables, at = b"", b"", 12 + 16 * count
    for number in range(count):
        start = _HEAD + _ENTRY * number
        tag, offset, packed_length, length, check = struct.unpack(
            ">4sIIII", packed[start : start + _ENTRY]
        )
        table = packed[offset : offset + packed_length]
        table = zlib.decompress(table) if packed_length < length else table
        entries += struct.pack(">4sIII", tag, check, at + len(tables), length)
        tables += table + bytes(-len(table) % 4)
    return head + entries + tables


SUBSETS = ("latin", "latin-ext")
FACE = re.compile(r"/\* (inter-([a-z-]+)-wght-normal) \*/\s*(@font-face \{.*?\n\})", re.DOTALL)


# Until Inter has come, and where it never comes, the machine's own typeface of the same build.
FALLBACK = """
:root {
  --ds-font-family: Inter, ui-sans-serif, system-ui, "Segoe UI", Roboto, "Noto Sans", Arial,
    sans-serif;
}
"""


def write_web_font(package: Path, folder: Path) -> None:
    """Copy the upright faces for the languages in use and write ``typeface.css`` beside them."""
    faces = []
    for name, subset, rule in FACE.findall((package / "index.css").read_text()):
        if subset in SUBSETS:
            shutil.copy(package / f"files/{name}.woff2", folder)
            faces.append(rule.replace("./files/", "").replace("Inter Variable", "Inter"))
    (folder / "typeface.css").write_text("\n".join(faces) + "\n" + FALLBACK)
