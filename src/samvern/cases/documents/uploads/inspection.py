# SPDX-License-Identifier: EUPL-1.2
"""Parsing a file in a short-lived process of its own, with limits: a hostile one ends only that.

A parser written in C may meet a file that makes it loop, swell or fall. The process has no
environment, so no key of ours, and is gone when it has answered or its time is out.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore, Lock

from samvern.cases.documents.uploads.errors import RejectionReason, UploadRejected

MEGABYTES = 1024
PROCESSOR_SECONDS = 15
SECONDS = 30
WAIT_SECONDS = 15
"""How long a file waits for the one before it."""
_PROGRAM = Path(__file__).with_name("inspector.py")
_ADMITTED = BoundedSemaphore(2)
"""One file is looked into and one waits; the threads that are left answer pages."""
_ONE = Lock()
"""A web process a core, an inspection a process: never more of them than cores."""


class InspectionError(Exception):
    """The inspecting program itself is at fault, not the file."""


def inspect_file(
    content: bytes,
    kind: str,
    most: int,
    *,
    megabytes: int = MEGABYTES,
    processor_seconds: int = PROCESSOR_SECONDS,
) -> None:
    """Let a process of its own parse a ``pdf``, ``png``, ``jpg`` or ``eml``.

    Args:
        most: pages of a document (in a letter, of one attached), or points of a picture.

    Raises:
        UploadRejected: the file may not come in, looking into it takes more than the limits, or
            others are being looked into.
        InspectionError: the program does not start or has a fault.
    """
    words = [
        sys.executable,
        "-I",
        str(_PROGRAM),
        kind,
        *map(str, (most, megabytes, processor_seconds)),
    ]
    with _turn():
        ended = _run(words, content)
    if ended.returncode < 0:
        raise UploadRejected(
            RejectionReason.EXPANDS, f"looking into it ended with signal {-ended.returncode}"
        )
    if ended.returncode:
        # The last line names the kind of error; what a parser says after it may quote the file.
        last = ended.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise InspectionError(f"the inspection of a {kind} failed: {last.partition(':')[0]}")
    if ended.stdout:
        reason, _, detail = ended.stdout.decode().strip().partition("\t")
        raise UploadRejected(RejectionReason(reason), detail)


def _run(words: list[str], content: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            words, input=content, capture_output=True, env={}, cwd="/", timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise UploadRejected(RejectionReason.EXPANDS, "looking into it takes too long") from None


@contextmanager
def _turn() -> Iterator[None]:
    if not _ADMITTED.acquire(blocking=False):
        raise UploadRejected(RejectionReason.BUSY, "two files are before it")
    try:
        if not _ONE.acquire(timeout=WAIT_SECONDS):
            raise UploadRejected(RejectionReason.BUSY, f"waited {WAIT_SECONDS} seconds")
        try:
            yield
        finally:
            _ONE.release()
    finally:
        _ADMITTED.release()
