# SPDX-License-Identifier: EUPL-1.2
"""Publishing packs, and getting a published one back."""

import tempfile
from pathlib import Path

import yaml

from samvern.law import Pack, load_pack
from samvern.law.loading import find_pack
from samvern.web.publications.models import Publication

LEFT_OUT = "cases"
"""Example cases test a pack; they are no part of what it says, nor of its hash."""


def publish_pack(*, name: str) -> Publication:
    """Keep the pack as it is now; nothing happens when this very one is kept already.

    Raises:
        PackError: the pack cannot be used.
    """
    pack = load_pack(name)
    files = {book: read_files(find_pack(book)) for book in lineage(name)}
    made, _ = Publication.objects.get_or_create(
        hash=pack.ruleset.hash,
        defaults={"pack": pack.id, "version": pack.ruleset.version, "files": files},
    )
    return made


def restore_pack(*, hash: str) -> Pack:
    """The pack that a result names, as it was.

    Raises:
        Publication.DoesNotExist: no pack with that hash has been published here.
        PackError: this version of the program does not read it.
    """
    publication = Publication.objects.get(hash=hash)
    with tempfile.TemporaryDirectory(prefix="samvern-pack-") as folder:
        for book, files in publication.files.items():
            for path, text in files.items():
                target = Path(folder, book, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
        return load_pack(Path(folder, publication.pack))


def lineage(name: str) -> list[str]:
    """A pack and those it extends, nearest first."""
    head = yaml.safe_load((find_pack(name) / "pack.yaml").read_text(encoding="utf-8"))["pack"]
    return [name, *(lineage(head["extends"]) if head.get("extends") else [])]


def read_files(folder: Path) -> dict[str, str]:
    """The text of each file of a pack by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
        if path.relative_to(folder).parts[0] != LEFT_OUT
    }
