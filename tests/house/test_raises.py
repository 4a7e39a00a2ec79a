# SPDX-License-Identifier: EUPL-1.2
"""An error a docstring names is one that exists: a class renamed is renamed there, too."""

import ast
import builtins
import re
from pathlib import Path

import django.core.exceptions

SOURCE = Path(__file__).parents[2] / "src/samvern"
SECTION = re.compile(r"Raises:\n((?: +.*\n?)+)")
ENTRY = re.compile(r"^ {4}([A-Z]\w+):", re.MULTILINE)
SENTENCE = re.compile(r"\bRaises ([A-Z]\w+)")
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def named_errors(docstring: str) -> set[str]:
    sections = SECTION.findall(docstring)
    return {*SENTENCE.findall(docstring), *(n for each in sections for n in ENTRY.findall(each))}


def test_every_error_a_docstring_names_exists() -> None:
    known, named = {*dir(builtins), *dir(django.core.exceptions)}, set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                known.add(node.name)
            elif isinstance(node, ast.ImportFrom):
                known.update(alias.name for alias in node.names)
            if isinstance(node, DOCUMENTED) and (text := ast.get_docstring(node)):
                named |= {(path.name, error) for error in named_errors(text)}
    assert len(named) > 100
    assert sorted(each for each in named if each[1] not in known) == []
