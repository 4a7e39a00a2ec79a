# SPDX-License-Identifier: EUPL-1.2
"""Each text in a template or a module has a translation: none shows up in English by accident."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

from support.budgets import ROOT

SOURCES = ROOT / "src/samvern"
TAKES = {"_", "gettext", "gettext_lazy", "lazy", "ngettext", "ngettext_lazy", "pgettext", "plural"}
TEXT = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
CALL = re.compile(rf"\b(?:n?gettext\(|n?pgettext\({TEXT}, )({TEXT})")


def texts_of_templates() -> Iterator[tuple[str, Path]]:
    """What templates ask to have translated."""
    for path in SOURCES.rglob("templates/**/*.html"):
        for text in CALL.findall(templatize(path.read_text(encoding="utf-8"))):
            yield ast.literal_eval(text), path


def texts_of_modules() -> Iterator[tuple[str, Path]]:
    """What modules ask to have translated, by Django's functions under their usual names."""
    for path in SOURCES.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        known = TAKES & _imported(tree)
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Name(id="pgettext"),
                    args=[_, ast.Constant(value=str(text)), *_],
                ) if "pgettext" in known:
                    yield text, path
                case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text)), *_]) if (
                    name in known - {"pgettext"}
                ):
                    yield text, path


def _imported(tree: ast.Module) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
    }


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_text_that_is_asked_for_is_there(language: str) -> None:
    files = SOURCES.glob(f"**/locale/{language}/LC_MESSAGES/django.po")
    there = {
        entry.msgid for file in files for entry in polib.pofile(str(file)) if entry.translated()
    }
    asked = [*texts_of_templates(), *texts_of_modules()]
    missing = {(path.name, text) for text, path in asked if text and text not in there}
    assert sorted(missing) == []
    assert len(asked) > 800
