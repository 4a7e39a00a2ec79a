# SPDX-License-Identifier: EUPL-1.2
"""Translations are compiled when, and only when, they changed."""

import gettext
import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from samvern.web.build import translations

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Help"
msgstr "Hjelp"
"""


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    folder = tmp_path / "room/locale/nn/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO)
    monkeypatch.setattr(translations, "SOURCE", tmp_path)
    return []


def compile_once(steps: list[str]) -> None:
    def step(name: str) -> AbstractContextManager[None]:
        steps.append(name)
        return nullcontext()

    translations.compile_translations(step)


def test_a_new_translation_is_compiled_once(steps: list[str], tmp_path: Path) -> None:
    compile_once(steps)
    compile_once(steps)
    with (tmp_path / "room/locale/nn/LC_MESSAGES/django.mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Help") == "Hjelp"
    assert steps == ["Compiling the translations"]


def test_a_changed_one_is_compiled_again(steps: list[str], tmp_path: Path) -> None:
    compile_once(steps)
    source = tmp_path / "room/locale/nn/LC_MESSAGES/django.po"
    source.write_text(PO.replace("Hjelp", "Hjelp no"))
    later = source.stat().st_mtime + 10
    os.utime(source, (later, later))
    compile_once(steps)
    with (tmp_path / "room/locale/nn/LC_MESSAGES/django.mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Help") == "Hjelp no"
