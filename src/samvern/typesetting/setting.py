# SPDX-License-Identifier: EUPL-1.2
"""The one way to a PDF: every text of every paper passes through here, as data and never as markup.

A template begins with ``#import "/typesetting/scripts.typ": data, scripts`` and ``#show: scripts``.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from samvern.typesetting.faces import FOLDER, built, family
from samvern.typesetting.legible import legible, plain

ROOT = Path(__file__).parents[1]
"""What templates are found under, and import from."""
Standard = Literal["ua-1", "a-2a"]
LISTENED: tuple[Standard, ...] = ("ua-1",)
"""PDF/UA-1 (ISO 14289-1): a screen reader can read it."""
ARCHIVED: tuple[Standard, ...] = ("ua-1", "a-2a")
"""And PDF/A-2a (ISO 19005-2): an archive can keep it."""


def typeset(
    template: Path,
    content: Mapping[str, Any],
    *,
    standards: tuple[Standard, ...] = ARCHIVED,
    told: tuple[str, str],
) -> bytes:
    """The PDF that a template under ``samvern`` makes of the content, in memory only.

    ``told`` is a key of the content and a sentence: where a word had to be written in Latin
    letters, the sentence stands at the end of that text.
    """
    said = json.loads(json.dumps(content, default=str))
    try:
        return _compile(template, _spelled(said, legible, told), standards)
    except typst.TypstError:
        # A sign nobody foresaw must not keep a paper from being printed.
        return _compile(template, _spelled(said, plain, told), standards)


def _spelled(
    content: dict[str, Any], letters: Callable[[str], str], told: tuple[str, str]
) -> dict[str, Any]:
    spelled = {key: _in_letters(value, letters) for key, value in content.items()}
    if spelled != content:
        key, sentence = told
        spelled[key] = f"{spelled[key]} {sentence}"
    return spelled


def _in_letters(value: Any, letters: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return letters(value)
    if isinstance(value, list):
        return [_in_letters(each, letters) for each in value]
    if isinstance(value, dict):
        return {key: _in_letters(each, letters) for key, each in value.items()}
    return value


def _compile(template: Path, content: dict[str, Any], standards: tuple[Standard, ...]) -> bytes:
    made = typst.compile(
        template,
        root=ROOT,
        sys_inputs={"data": json.dumps({**content, "faces": family()})},
        font_paths=_fonts(),
        pdf_standards=[*standards],
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no single document")
    return made


@cache
def _fonts() -> typst.Fonts:
    """Our own faces and the typesetter’s: what a paper looks like hangs on no machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FOLDER] if built() else [])
