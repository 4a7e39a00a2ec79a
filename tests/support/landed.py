# SPDX-License-Identifier: EUPL-1.2
"""Which migrations have landed, with the SQL they run: what is on the list never changes."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILE = ROOT / "tests/data/landed_migrations.txt"


def migrations() -> Iterator[Path]:
    """Every migration, what it imports from beside it, and the SQL it runs."""
    for folder in sorted((ROOT / "src").rglob("migrations")):
        yield from (p for p in sorted(folder.rglob("*")) if p.suffix in (".py", ".sql"))


def read_landed() -> dict[str, str]:
    """The fingerprint of each file on the list."""
    lines = FILE.read_text(encoding="utf-8").splitlines() if FILE.exists() else []
    return {path: print_ for print_, path in (line.split("  ") for line in lines)}


def fingerprints() -> dict[str, str]:
    """The fingerprint of each file as it is now."""
    return {
        path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in migrations()
    }


def changed(landed: Mapping[str, str]) -> list[str]:
    """What is on the list and is no longer the same, or gone."""
    now = fingerprints()
    return sorted(path for path, print_ in landed.items() if now.get(path) != print_)


def write_landed() -> None:
    """Put every migration on the list."""
    lines = (f"{print_}  {path}\n" for path, print_ in sorted(fingerprints().items()))
    FILE.write_text("".join(lines), encoding="utf-8")
