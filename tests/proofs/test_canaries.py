# SPDX-License-Identifier: EUPL-1.2
"""Secret words lie in every sealed field; nobody meets one she may not see, wherever she looks."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from pypdf import PdfReader

from proofs.test_page_matrix import ALL_CASES, FEW_CASES, Walk
from support.addresses import addresses
from support.expected import ACTORS, expected, may_touch
from support.workspace import Workspace

pytestmark = pytest.mark.database


def text_of(response: Any) -> str:
    """What a reader could find in an answer: its headers, its text, the text of its PDF."""
    content = b"".join(response) if response.streaming else response.content
    if response.get("Content-Type", "").startswith("application/pdf"):
        pages = PdfReader(io.BytesIO(content)).pages
        return "\n".join(page.extract_text() for page in pages)
    return repr(list(response.items())) + content.decode(errors="replace")


def table_of(place: str) -> str:
    """The table a planted word lies in: ``own/note.text`` lies in ``cases_note``."""
    model = place.partition("/")[2].partition(".")[0]
    tables = expected()["tables"]
    return next(name for name in tables if name.split("_", 1)[1] == model)


def forbidden(workspace: Workspace, actor: str) -> dict[str, str]:
    """The words an actor must never meet, with where they lie.

    A protected address is shown to nobody before she asks for it with a reason.
    """
    return {
        word: place
        for place, word in workspace.cast.canaries.items()
        if table_of(place) == "identity_protectedaddress"
        or not may_touch(actor, place.partition("/")[0], table_of(place), "SELECT")
    }


def crawl(workspace: Workspace, actor: str, cases: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(where, text) of everything an actor can ask for, refusals and failed forms included."""
    walk = Walk(workspace, actor)
    for address in addresses():
        for case in cases if address.is_of_case else cases[:1]:
            values = walk.values(address, case)
            for method in ("GET", "POST"):
                yield f"{method} {address.name} {case}", text_of(walk.ask(address, method, values))


def search(texts: Iterator[tuple[str, str]], words: dict[str, str]) -> list[tuple[str, str]]:
    """(where, place) of every word found."""
    return [
        (where, place) for where, text in texts for word, place in words.items() if word in text
    ]


@pytest.mark.parametrize("actor", ACTORS)
def test_nobody_meets_a_word_that_is_not_hers(
    workspace: Workspace, actor: str, caplog: pytest.LogCaptureFixture
) -> None:
    check(workspace, actor, FEW_CASES, caplog)


@pytest.mark.long
@pytest.mark.parametrize("actor", ACTORS)
def test_nobody_meets_one_in_any_case(
    workspace: Workspace, actor: str, short: bool, caplog: pytest.LogCaptureFixture
) -> None:
    check(workspace, actor, FEW_CASES if short else ALL_CASES, caplog)


def check(
    workspace: Workspace, actor: str, cases: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    """Crawl, then look through what was answered, logged and mailed."""
    caplog.set_level(logging.DEBUG)
    words = forbidden(workspace, actor)
    found = search(crawl(workspace, actor, cases), words)
    outside = [("log", caplog.text), *(("mail", str(each.message())) for each in mail.outbox)]
    everything = {word: place for place, word in workspace.cast.canaries.items()}
    found += search(iter(outside), everything)
    print(f"\n{len(words)} words looked for as {actor}, {len(found)} found", *found[:20], sep="\n")
    assert found == []


def test_the_crawl_would_notice_a_leak(workspace: Workspace) -> None:
    """The words are really there to be met: Kari meets those of her own notes."""
    notes = {workspace.cast.canaries["own/note.text"]: "own/note.text"}
    assert {place for _where, place in search(crawl(workspace, "kari", ("own",)), notes)} == {
        "own/note.text"
    }


def test_no_word_lies_in_the_database_in_clear(workspace: Workspace) -> None:
    with workspace.superuser() as connection:
        tables = connection.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables "
            "WHERE schemaname IN ('public', 'audit', 'gate')"
        ).fetchall()
        everything = "\n".join(
            str(row[0])
            for (table,) in tables
            for row in connection.execute(f"SELECT t::text FROM {table} t").fetchall()
        )
    words = workspace.cast.canaries
    clear = [place for place, word in words.items() if word in everything]
    encoded = [place for place, word in words.items() if word.encode().hex() in everything]
    assert (clear, encoded) == ([], [])
