# SPDX-License-Identifier: EUPL-1.2
"""Telling whether something must be made again."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Stamp:
    """A file holding the digest of the sources that something was made from."""

    path: Path
    digest: str

    @classmethod
    def of(cls, path: Path, sources: Iterable[Path], *words: str) -> "Stamp":
        """The stamp due for these sources' names and contents, and for any further words."""
        digest = hashlib.sha256("\n".join(words).encode())
        for source in sorted(sources):
            content = hashlib.sha256(source.read_bytes()).hexdigest()
            digest.update(f"{source}:{content}\n".encode())
        return cls(path, digest.hexdigest())

    def is_fresh(self) -> bool:
        """Whether what was made comes from these very sources."""
        return self.path.is_file() and self.path.read_text() == self.digest

    def write(self) -> None:
        """Record that it was made."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.digest)
