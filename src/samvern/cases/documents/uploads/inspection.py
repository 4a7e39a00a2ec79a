# SPDX-License-Identifier: EUPL-1.2
"""Parsing a file in a short-lived process of its own, with limits: a hostile one ends only that.

A parser written in C may meet a file that makes it loop, swell or fall. The process has no
environment, so no key of ours, and is gone when it has answered or its time is out.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
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
    said = run_alone(_PROGRAM, [kind, most, megabytes, processor_seconds], content)
    if said:
        reason, _, detail = said.strip().partition("\t")
        raise UploadRejected(RejectionReason(reason), detail)


def run_alone(program: Path, words: Sequence[object], content: bytes) -> str:
    """What one of our programs says of a file, one file at a time.

    Raises:
        UploadRejected: it takes more than its limits, or others are being looked into.
        InspectionError: the program does not start or has a fault.
    """
    with _turn():
        code, said, fault = _run([sys.executable, "-I", str(program), *map(str, words)], content)
    if code < 0:
        raise UploadRejected(RejectionReason.EXPANDS, f"looking into it ended with signal {-code}")
    if code:
        # The last line names the kind of error; what a parser says after it may quote the file.
        last = fault.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise InspectionError(f"{program.stem} failed: {last.partition(':')[0]}")
    return said.decode()


def _run(words: list[str], content: bytes) -> tuple[int, bytes, bytes]:
    """Exit code and output; when its time is out it is ended with all it has started."""
    with subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={},
        cwd="/",
        # What judges a file leads a group; what that starts belongs to it.
        process_group=None if "judge.py" in sys.argv[0] else 0,
    ) as process:
        try:
            said, fault = process.communicate(content, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            _end(process)
            process.communicate()
            raise UploadRejected(
                RejectionReason.EXPANDS, "looking into it takes too long"
            ) from None
    return process.returncode, said, fault


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.getpgid(process.pid) == process.pid:
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()


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
