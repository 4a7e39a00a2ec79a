#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# A right-looking Arabic name in a typst PDF reads back as another name, depending on the face and on the reader.
#
# Guess: a PDF that looks right holds the text that was written; a Noto face is the safe choice; readers agree.
# What happens: Noto Naskh Arabic draws dots apart from their letters, and PDFium gives the line back with letters
#   missing or out of place, where Amiri's comes back as written. A word with vowel marks comes back wrong from PDFium
#   with Amiri too. pypdf does not use the text the file carries beside the glyphs: it joins the words and turns
#   their order.
# Versions: typst 0.15.2, @fontsource/amiri and noto-naskh-arabic 5.3.0, pypdfium2 5.15.2, pypdf 7.1.0, November 2026.
# Why it matters: a name in a letter is searched for, copied and read aloud. The face must be chosen by reading papers
#   back, with more than one reader, and vowel marks are better left out of names.
# Needs npm, for the faces.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -q --disable-pip-version-check install typst==0.15.2 pypdfium2==5.15.2 pypdf==7.1.0 fonttools==4.61.0
npm pack --silent @fontsource/amiri@5.3.0 @fontsource/noto-naskh-arabic@5.3.0 >/dev/null
for archive in *.tgz; do mkdir "${archive%.tgz}"; tar -xzf "$archive" -C "${archive%.tgz}"; done
venv/bin/python - <<'PY'
import io
from importlib.metadata import version
from pathlib import Path

import pypdf
import pypdfium2
import typst
from fontTools.ttLib import TTFont

FACES = {"Amiri": "amiri-arabic-400-normal", "Noto Naskh Arabic": "noto-naskh-arabic-arabic-400-normal"}
PLAIN, VOWELLED = "پروین کریمی", "مُحَمَّد"
Path("faces").mkdir()
for name in FACES.values():
    font = TTFont(next(Path().glob(f"*/package/files/{name}.woff")))
    font.flavor = None
    font.save(f"faces/{name}.ttf")


def paper(face: str, text: str) -> bytes:
    source = f'#set document(title: "a")\n#set text(font: "{face}", size: 14pt)\n{text}\n'
    return typst.compile(source.encode(), font_paths=["faces"], ignore_system_fonts=True, pdf_standards=["ua-1"])


def by_pdfium(pdf: bytes) -> str:
    return pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().strip()


def by_pypdf(pdf: bytes) -> str:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().strip()


print({name: version(name) for name in ("typst", "pypdfium2", "pypdf")})
seen = {}
for face in FACES:
    for text in (PLAIN, VOWELLED):
        pdf = paper(face, text)
        seen[face, text] = by_pdfium(pdf) == text, by_pypdf(pdf) == text
        print(f"{face}: wrote {text!r}; PDFium {by_pdfium(pdf)!r}; pypdf {by_pypdf(pdf)!r}")
print(seen)
assert seen["Amiri", PLAIN][0] and not seen["Noto Naskh Arabic", PLAIN][0], seen
assert not seen["Amiri", VOWELLED][0] and not seen["Amiri", VOWELLED][1], seen
print("as described")
PY
