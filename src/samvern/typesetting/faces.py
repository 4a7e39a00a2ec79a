# SPDX-License-Identifier: EUPL-1.2
"""The faces of papers, one for each script, made from npm packages when the house is built.

Arabic letters are set in Scheherazade New, which has those of Persian, Urdu, Kurdish and Pashto
too: Noto’s Naskh draws the dots of a letter apart from it, and programs that read the file back
then lose them. Chinese and Japanese faces are too large to be built with everything else; words in
a script without a face are written in Latin letters.
"""

from pathlib import Path

FOLDER = Path(__file__).parent / "faces"
BASE = "Libertinus Serif"
"""Latin, Greek and Cyrillic; it comes with the typesetter."""

FACES = {
    "Scheherazade New": ("scheherazade-new", "arabic",
        "\u0600-\u061b\u061d-\u06ff\u0750-\u077f\u08a0-\u08e1\u08e3-\u08ff"),
    "Noto Serif Hebrew": ("noto-serif-hebrew", "hebrew",
        "\u0591-\u05c7\u05d0-\u05ea\u05f0-\u05f4"),
    "Noto Sans Ethiopic": ("noto-sans-ethiopic", "ethiopic",
        "\u1200-\u1248\u124a-\u124d\u1250-\u1256\u1258\u125a-\u125d\u1260-\u1288"
        "\u128a-\u128d\u1290-\u12b0\u12b2-\u12b5\u12b8-\u12be\u12c0\u12c2-\u12c5"
        "\u12c8-\u12d6\u12d8-\u1310\u1312-\u1315\u1318-\u135a\u135d-\u137c"),
    "Noto Serif Devanagari": ("noto-serif-devanagari", "devanagari", "\u0900-\u097f"),
    "Noto Serif Bengali": ("noto-serif-bengali", "bengali",
        "\u0980-\u0983\u0985-\u098c\u098f\u0990\u0993-\u09a8\u09aa-\u09b0\u09b2"
        "\u09b6-\u09b9\u09bc-\u09c4\u09c7\u09c8\u09cb-\u09ce\u09d7\u09dc\u09dd"
        "\u09df-\u09e3\u09e6-\u09fb"),
    "Noto Serif Tamil": ("noto-serif-tamil", "tamil",
        "\u0b82\u0b83\u0b85-\u0b8a\u0b8e-\u0b90\u0b92-\u0b95\u0b99\u0b9a\u0b9c\u0b9e"
        "\u0b9f\u0ba3\u0ba4\u0ba8-\u0baa\u0bae-\u0bb9\u0bbe-\u0bc2\u0bc6-\u0bc8"
        "\u0bca-\u0bcd\u0bd0\u0bd7\u0be6-\u0bfa"),
    "Noto Serif Myanmar": ("noto-serif-myanmar", "myanmar", "\u1000-\u109f"),
    "Noto Serif Thai": ("noto-serif-thai", "thai", "\u0e01-\u0e3a\u0e3f-\u0e5b"),
    "Noto Serif Georgian": ("noto-serif-georgian", "georgian",
        "\u10a0-\u10c5\u10c7\u10cd\u10d0-\u10ff"),
    "Noto Serif Armenian": ("noto-serif-armenian", "armenian",
        "\u0531-\u0556\u0559-\u058a\u058d-\u058f"),
}  # fmt: skip
"""Each face with its npm package, the part of it that is taken, and the letters it has."""

WEIGHTS = (400, 700)


def built() -> list[str]:
    """The faces that were built here; in a bare checkout there are none."""
    return [name for name in FACES if all(_file(name, weight).is_file() for weight in WEIGHTS)]


def family() -> list[str]:
    """What a text is set in: the first face that has a letter draws it."""
    return [BASE, *built()]


def letters() -> str:
    """The letters of the built faces, as the inside of a class of a regular expression."""
    return "".join(FACES[name][2] for name in built())


def _file(name: str, weight: int) -> Path:
    return FOLDER / f"{FACES[name][0]}-{weight}.ttf"
