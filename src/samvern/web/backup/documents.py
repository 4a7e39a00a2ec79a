# SPDX-License-Identifier: EUPL-1.2
"""The folder of documents as one stream. Each file is sealed already, under a random name."""

import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, cast

from samvern.web.exceptions import BackupError


def pack(folder: Path, out: Any) -> int:
    """Write every file of a folder to a stream; how many. One that goes meanwhile is left out."""
    count = 0
    with tarfile.open(fileobj=out, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
            if not path.is_file() or path.is_symlink():
                continue
            try:
                archive.add(path, arcname=path.relative_to(folder).as_posix(), recursive=False)
            except FileNotFoundError:
                continue
            count += 1
    return count


def unpack(pieces: Iterable[bytes], folder: Path) -> int:
    """Write the files of a stream into an empty folder; how many.

    Raises:
        BackupError: the folder is not empty.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise BackupError(f"{folder} is not empty; documents are restored into an empty folder")
    count = 0
    stream = cast(IO[bytes], _Pieces(iter(pieces)))
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            archive.extract(member, folder, filter="data")
            count += 1
    return count


class _Pieces:
    """Pieces of bytes as something to read from."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, bytearray()

    def read(self, size: int) -> bytes:
        """The next ``size`` bytes, fewer at the end."""
        while len(self._rest) < size and (piece := next(self._pieces, None)) is not None:
            self._rest += piece
        taken = bytes(self._rest[:size])
        del self._rest[:size]
        return taken
