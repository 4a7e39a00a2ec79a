# SPDX-License-Identifier: EUPL-1.2
"""The secret words that lie in every sealed field, and who must never meet which."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from support.expected import expected, may, may_touch
from support.workspace import Workspace

ADDRESS = "identity_protectedaddress"
ADDRESS_PAGES = ("workspace:identity_address", "workspace:identity_address_change")
"""Where somebody named on a protected address, who has just signed in, has it shown."""


def text_of(response: Any) -> str:
    """What a reader could find in an answer: its headers, its text, the text of its PDF."""
    content = b"".join(response) if response.streaming else response.content
    if response.get("Content-Type", "").startswith("application/pdf"):
        pages = PdfReader(io.BytesIO(content)).pages
        return "\n".join(page.extract_text() for page in pages)
    return repr(list(response.items())) + content.decode(errors="replace")


def table_of(place: str) -> str:
    """The table of a case a planted word lies in: ``own/note.text`` lies in ``cases_note``."""
    model = place.partition("/")[2].partition(".")[0]
    tables = expected()["tables"]
    return next((name for name in tables if name.split("_", 1)[1] == model), "")


class Secrets:
    """The words an actor must never meet, with where they lie.

    A protected address is met on no page but its own.
    """

    def __init__(self, workspace: Workspace, actor: str) -> None:
        self.actor = actor
        self.words = {
            word: place
            for place, word in workspace.cast.canaries.items()
            if table_of(place) == ADDRESS or not self._reads(place)
        }

    def search(self, page: str, text: str) -> Iterator[str]:
        """The places of the words that a page shows and should not."""
        for word, place in self.words.items():
            if word in text and not (page in ADDRESS_PAGES and self._is_named(place)):
                yield place

    def _reads(self, place: str) -> bool:
        case, _slash, field = place.partition("/")
        if table := table_of(place):
            return may_touch(self.actor, case, table, "SELECT")
        others = expected()["words"][field].get(case, [])
        return self.actor in others or may(self.actor, case, "", "UPDATE")

    def _is_named(self, place: str) -> bool:
        return table_of(place) == ADDRESS and self._reads(place)
