# SPDX-License-Identifier: EUPL-1.2
"""The pages of documentation: their links lead somewhere, their commands and options exist."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import click
import pytest

from samvern.web.commands import cli
from support.typed import ROOT, blocks

PAGES = sorted(
    page
    for folder in (".", "docs", "docs/figures", "requirements", "findings")
    for page in (ROOT / folder).glob("*.md")
)
# These pass all further words on.
PASS_ON = ("test", "bench", "manage")
NAMED_PATH = re.compile(r"(?<!`)`((?:[\w.-]+/)+[\w.-]+/?|[\w-]+\.(?:py|sql|yaml|toml|po))`")
FOLDERS = ("", "src/samvern", "docs", "tests", "tests/proofs", "src/samvern/packs/norway")
"""Where a page's paths begin; a bare name may lie in any folder of the code."""
MADE_LATER = {".data/secrets.json", "lang/ar.yaml"}
"""What a demonstration, or whoever adds a language, makes."""
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def named(page: Path) -> str:
    """A page's name in the list of tests."""
    return str(page.relative_to(ROOT))


def anchor(title: str) -> str:
    """The anchor that a heading gets."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


def leads_nowhere(page: Path, link: str) -> bool:
    """Whether a link of a page leads to no file, or to a heading that is not there."""
    if re.match(r"[a-z]+:", link):
        return False
    name, _, part = link.partition("#")
    target = page.parent / name if name else page
    if not target.exists():
        return True
    titles = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.M) if part else []
    return bool(part) and part not in map(anchor, titles)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if leads_nowhere(page, link)] == []


def test_every_page_is_reached_from_the_readme() -> None:
    """From the first page along the links; a link to a folder leads to its pages."""
    reached, waiting = set[Path](), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        for link in LINK.findall(page.read_text(encoding="utf-8")):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.is_dir():
                waiting += target.glob("*.md")
            elif target.suffix == ".md" and target.is_file():
                waiting.append(target)
    docs = {page for page in PAGES if page.is_relative_to(ROOT / "docs")}
    assert {named(page) for page in docs - reached} == set()


def test_every_picture_is_shown_somewhere() -> None:
    shown = {
        (page.parent / link).resolve()
        for page in PAGES
        for link in LINK.findall(page.read_text(encoding="utf-8"))
    }
    kept = set((ROOT / "docs/images").iterdir())
    assert {picture.name for picture in kept - shown} == set()


def commands(page: Path) -> Iterator[str]:
    """What a page types after ``./samvern``: in its blocks, and between backticks."""
    text = page.read_text(encoding="utf-8")
    for line in "\n".join(block.text for block in blocks(page)).splitlines():
        yield from re.findall(r'(?:^|\$ |&& )\s*\./samvern ((?:"[^"]*"|[^#|>&"])+)', line)
    yield from re.findall(r"(?<!`)`\./samvern ([^`#>]+)`", text)


def unknown(typed: str) -> list[str]:
    """The words of a command line that no command or option has."""
    words, command = shlex.split(typed.replace("'", "").replace("…", "")), cast(click.Command, cli)
    while words and isinstance(command, click.Group):
        below = command.get_command(click.Context(command), words[0])
        if below is None:
            return [] if words[0].isupper() or words[0].startswith("-") else [words[0]]
        command, words = below, words[1:]
    if command.name in PASS_ON:
        return []
    names = {"--help", *(o for p in command.params for o in (*p.opts, *p.secondary_opts))}
    options = (word.strip("[],").partition("=")[0] for word in words)
    return [word for word in options if word.startswith("--") and word not in names]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_a_page_names_exists_with_its_options(page: Path) -> None:
    wrong = {typed: unknown(typed) for typed in commands(page)}
    assert {typed: words for typed, words in wrong.items() if words} == {}


def is_somewhere(path: str) -> bool:
    """Whether there is such a file or folder."""
    bare = "/" not in path and (*ROOT.glob(f"src/**/{path}"), *ROOT.glob(f"tests/**/{path}"))
    return bool(bare) or any((ROOT / folder / path).exists() for folder in FOLDERS)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_path_a_page_names_exists(page: Path) -> None:
    paths = set(NAMED_PATH.findall(page.read_text(encoding="utf-8"))) - MADE_LATER
    assert sorted(path for path in paths if not is_somewhere(path)) == []


def test_the_pages_about_the_code_name_paths() -> None:
    names = ("ARCHITECTURE.md", "docs/first-change.md")
    found = [NAMED_PATH.findall((ROOT / name).read_text(encoding="utf-8")) for name in names]
    assert all(len(set(paths)) > 10 for paths in found)
