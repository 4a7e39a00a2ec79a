# SPDX-License-Identifier: EUPL-1.2
"""Each text in a template or a module has a translation: none shows up in English by accident."""

import polib
import pytest

from samvern.web.build.messages import find_messages
from support.budgets import ROOT

SOURCES = ROOT / "src/samvern"


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_text_that_is_asked_for_is_there(language: str) -> None:
    """When it is not: ./samvern make messages, and translate what it adds."""
    files = SOURCES.glob(f"**/locale/{language}/LC_MESSAGES/django.po")
    there = {
        entry.msgid for file in files for entry in polib.pofile(str(file)) if entry.translated()
    }
    asked = list(find_messages())
    missing = {
        (path.name, message.text)
        for message, path in asked
        if message.text and message.text not in there
    }
    assert sorted(missing) == []
    assert len(asked) > 800
