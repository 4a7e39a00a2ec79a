# SPDX-License-Identifier: EUPL-1.2
"""One running Samvern per data folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samvern.web.exceptions import RunningError


@contextmanager
def hold_lockfile(folder: Path, url: str) -> Iterator[None]:
    """Hold the data folder while inside; the kernel lets go of it however we end.

    Raises:
        RunningError: another process holds it, with the address it serves; or it cannot be written.
    """
    try:
        folder.mkdir(mode=0o711, parents=True, exist_ok=True)
        handle = (folder / "running").open("a+")
    except OSError as error:
        raise RunningError(f"cannot write in {folder}: {error.strerror}") from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.seek(0)
            where = handle.read().strip() or "it is still starting"
            raise RunningError(f"already running with the data in {folder}: {where}") from None
        handle.truncate(0)
        handle.write(url)
        handle.flush()
        yield
