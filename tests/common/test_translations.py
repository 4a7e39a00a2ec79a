# SPDX-License-Identifier: EUPL-1.2
"""The catalogues of the rooms without Django: complete, without leftovers, and read when fresh."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import polib
import pytest

from samvern.common import translations
from samvern.common.translations import translate
from samvern.disclosure.messages import SENTENCES as COMMANDS
from samvern.estimation.sentences import SENTENCES as FIGURES
from samvern.law.localization import _WORDS, PLAIN_WORDS
from samvern.law.proving.labels import _PHRASES

SOURCE = Path(translations.__file__).parents[1]
TABLES = {
    "disclosure": COMMANDS.values(),
    "estimation": FIGURES.values(),
    "exchange": (),
    "law": (*_WORDS.values(), *PLAIN_WORDS, *_PHRASES.values()),
}
CATALOGUES = sorted(SOURCE.glob("*/locale/*/LC_MESSAGES/messages.po"))


def _marked(room: str) -> Iterator[str]:
    """Every text of a room's code inside ``gettext_noop(...)``."""
    for path in (SOURCE / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(func=ast.Name(id="gettext_noop"), args=[ast.Constant(value=text)]):
                    yield str(text)


def _asked(room: str) -> set[str]:
    return {*TABLES[room], *_marked(room)} - {""}


def test_each_room_has_both_forms_of_norwegian() -> None:
    assert [(path.parts[-5], path.parts[-3]) for path in CATALOGUES] == [
        (room, language) for room in sorted(TABLES) for language in ("nb", "nn")
    ]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-5]}-{path.parts[-3]}")
def test_a_catalogue_has_every_text_and_no_other(path: Path) -> None:
    entries = {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))}
    assert sorted(entries) == sorted(_asked(path.parts[-5]))
    assert [text for text, said in entries.items() if not said] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-5]}-{path.parts[-3]}")
def test_a_translation_fills_in_the_same_values_and_keeps_the_edges(path: Path) -> None:
    for entry in polib.pofile(str(path)):
        assert _values(entry.msgid) == _values(entry.msgstr)
        assert _edges(entry.msgid) == _edges(entry.msgstr)


def _values(text: str) -> list[tuple[str | None, str | None]]:
    return sorted((name, form) for _, name, form, _ in Formatter().parse(text) if name is not None)


def _edges(text: str) -> tuple[str, str]:
    return re.match(r"\s*", text)[0], re.search(r"\s*$", text)[0]  # type: ignore[index]


def test_english_and_unknown_languages_are_the_text_itself() -> None:
    assert translate("law", "At the latest {day}", "nn") == "Seinast {day}"
    assert translate("law", "At the latest {day}", "en") == "At the latest {day}"
    assert translate("law", "At the latest {day}", "se") == "At the latest {day}"
    assert translate("law", "", "nb") == ""


def test_a_text_that_changed_since_the_last_build_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translations, "_ROOMS", tmp_path)
    folder = tmp_path / "a_room/locale/nb/LC_MESSAGES"
    folder.mkdir(parents=True)
    source, compiled = folder / "messages.po", folder / "messages.mo"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    source.write_text(head + 'msgid "day"\nmsgstr "døgn"\n')
    polib.pofile(str(source)).save_as_mofile(str(compiled))
    os.utime(compiled, (1, 1))
    source.write_text(head + 'msgid "day"\nmsgstr "dag"\n')
    assert translate("a_room", "day", "nb") == "dag"
