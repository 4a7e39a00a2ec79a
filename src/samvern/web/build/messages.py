# SPDX-License-Identifier: EUPL-1.2
"""Which texts templates and modules ask to have translated, and adding those a catalogue lacks.

gettext's ``xgettext`` is not needed, and does not know the short names the code uses.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from samvern.web.build.translations import SOURCE

TAKES = {"_", "gettext", "gettext_lazy", "lazy", "ngettext", "ngettext_lazy", "pgettext", "plural"}
PLURALS = {"ngettext", "ngettext_lazy", "plural"}
LANGUAGES = ("nb", "nn")
"""English is what the code says."""
_TEXT = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
_CALL = re.compile(rf"\b(n?p?gettext)\(({_TEXT})(?:, ?({_TEXT}))?")


class Message(NamedTuple):
    """A text as the code has it; ``context`` and ``plural`` are empty where it has none."""

    text: str
    plural: str = ""
    context: str = ""


def find_messages(source: Path = SOURCE) -> Iterator[tuple[Message, Path]]:
    """Every text that a template or a module asks to have translated, and who asks."""
    for path in sorted(source.rglob("templates/**/*.html")):
        for message in _in_template(path.read_text(encoding="utf-8")):
            yield message, path
    for path in sorted(source.rglob("*.py")):
        for message in _in_module(ast.parse(path.read_text(encoding="utf-8"))):
            yield message, path


def add_missing(source: Path = SOURCE) -> dict[Path, list[str]]:
    """Add, without a translation, each text that no catalogue of a language has; what was added.

    A text goes into the catalogue of the room that asks for it, where the room has one.
    """
    import polib

    asked = [(message, path) for message, path in find_messages(source) if message.text]
    added: dict[Path, list[str]] = {}
    for language in LANGUAGES:
        files = sorted(source.glob(f"**/locale/{language}/LC_MESSAGES/django.po"))
        known = {
            (entry.msgid, entry.msgctxt or "")
            for file in files
            for entry in polib.pofile(str(file), encoding="utf-8")
        }
        for message, path in asked:
            if (message.text, message.context) in known:
                continue
            known.add((message.text, message.context))
            file = _catalogue(files, path)
            _append(file, message)
            added.setdefault(file, []).append(message.text)
    return added


def _catalogue(files: list[Path], asking: Path) -> Path:
    """The catalogue nearest to a file: the folder that holds both is the deepest."""
    holding = [file for file in files if asking.is_relative_to(file.parents[3])]
    return max(holding, key=lambda file: len(file.parents))


def _append(file: Path, message: Message) -> None:
    import polib

    entry = polib.POEntry(msgid=message.text, msgstr="", msgctxt=message.context or None)
    if message.plural:
        entry.msgid_plural, entry.msgstr_plural = message.plural, {0: "", 1: ""}
    with file.open("a", encoding="utf-8") as catalogue:
        catalogue.write("\n" + str(entry).rstrip("\n") + "\n")


def _in_template(text: str) -> Iterator[Message]:
    from django.utils.translation.template import templatize

    for name, first, second in _CALL.findall(templatize(text)):
        words = [ast.literal_eval(word) for word in (first, second) if word]
        yield _message(name, words)


def _in_module(tree: ast.Module) -> Iterator[Message]:
    known = TAKES & _imported(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(_)), *_]) if (
                name in known
            ):
                words = [a.value for a in node.args[:2] if isinstance(a, ast.Constant)]
                yield _message(name, [word for word in words if isinstance(word, str)])


def _message(name: str, words: list[str]) -> Message:
    if name == "pgettext":
        return Message(words[-1], context=words[0])
    plural = words[1] if name in PLURALS and len(words) > 1 else ""
    return Message(words[0], plural=plural)


def _imported(tree: ast.Module) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
    }
