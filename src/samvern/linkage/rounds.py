# SPDX-License-Identifier: EUPL-1.2
"""The conversation between an agency and the two key holders, as lists of group elements.

    agency -> both holders: ask       shuffled, padded, blinded anchors
    holder -> agency:       answer    every element times the holder's half key
    agency:                 finish    anchor -> 32 secret bytes

Among the anchors hide `CANARIES` inputs that every agency of a project asks. Their outputs give
the check value: a holder that used another key for one agency, by mistake or to mark its
people, makes the check values differ, and the linkage unit refuses.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import numpy as np

from samvern.linkage import container, oprf
from samvern.linkage.errors import LinkageError

CANARIES = 32
ROUND_TO = 1024  # the number of elements tells the holders no more than this
_CHUNK = 2048
_WORKERS = 2

Progress = Callable[[int, int], None]


def inputs(project: str, anchors: Iterable[str], secret: bytes) -> list[str]:
    """What is asked, in the order it is asked: distinct anchors, canaries, padding; shuffled."""
    asked = sorted(set(anchors))
    asked += canaries(project)
    missing = -len(asked) % ROUND_TO
    asked += [f"padding|{secret.hex()}|{n}" for n in range(missing)]
    return sorted(asked, key=lambda text: hashlib.blake2b(text.encode(), key=secret).digest())


def canaries(project: str) -> list[str]:
    """The inputs every agency of a project asks."""
    return [f"canary|{project}|{n}" for n in range(CANARIES)]


def ask(
    project: str, asked: Sequence[str], secret: bytes, progress: Progress | None = None
) -> list[bytes]:
    """Blinded elements, in order."""
    blinds = _blinds(secret, len(asked))
    messages = [message(project, text) for text in asked]
    return _each(oprf.blind, progress, messages, blinds)


def answer(
    scalar: bytes, elements: Sequence[bytes], progress: Progress | None = None
) -> list[bytes]:
    """A key holder's part: every element times the half key.

    Raises:
        LinkageError: an element is no element of the group.
    """
    try:
        return _each(lambda element: oprf.multiply(scalar, element), progress, elements)
    except ValueError:
        raise LinkageError("the ask holds something that is no group element; refuse it") from None


def finish(
    project: str,
    asked: Sequence[str],
    secret: bytes,
    answers: Sequence[Sequence[bytes]],
    progress: Progress | None = None,
) -> dict[str, bytes]:
    """Input -> 32 secret bytes that neither holder nor agency could make alone."""
    first, second = answers
    unblind = oprf.inverses(_blinds(secret, len(asked)))
    messages = [message(project, text) for text in asked]

    def one(asked_for: bytes, a: bytes, b: bytes, inverse: bytes) -> bytes:
        return oprf.finalize(asked_for, oprf.multiply(inverse, oprf.add(a, b)))[:32]

    outputs = _each(one, progress, messages, first, second, unblind)
    return dict(zip(asked, outputs, strict=True))


def write_elements(path: Path, kind: str, project: str, name: str, found: list[bytes]) -> None:
    """Write an "ask" or an "answer"."""
    array = np.frombuffer(b"".join(found), dtype=np.uint8).reshape(-1, oprf.ELEMENT)
    header = {"project": project, "name": name}
    container.write(path, kind, header, {"elements": array})


def read_elements(path: Path, kind: str) -> tuple[str, str, list[bytes]]:
    """Project, list name and elements of an "ask" or an "answer".

    Raises:
        LinkageError: another kind of file, or damaged.
    """
    header, arrays = container.read(path, kind)
    array = arrays["elements"]
    if array.ndim != 2 or array.shape[1] != oprf.ELEMENT or len(array) % ROUND_TO:
        raise LinkageError(f"{path}: damaged: not whole elements; ask for the file again")
    return header["project"], header["name"], [row.tobytes() for row in array]


def check_value(project: str, outputs: dict[str, bytes]) -> str:
    """What two agencies must have in common if the holders treated them alike."""
    joined = b"".join(outputs[text] for text in canaries(project))
    return hashlib.blake2b(joined, digest_size=16).hexdigest()


def message(project: str, text: str) -> bytes:
    """The OPRF input for one anchor text of a project."""
    return hashlib.sha512(f"{project}\0{text}".encode()).digest()


def _derive(secret: bytes, purpose: bytes, n: int) -> bytes:
    return hashlib.blake2b(n.to_bytes(8, "big"), key=secret, person=purpose).digest()


def _blinds(secret: bytes, count: int) -> list[bytes]:
    return [oprf.scalar_from(_derive(secret, b"blind", n)) for n in range(count)]


def _each(
    work: Callable[..., bytes], progress: Progress | None, *columns: Sequence[bytes]
) -> list[bytes]:
    """Map over both cores: libsodium lets go of the interpreter lock while it multiplies."""
    total = len(columns[0])

    def run(start: int) -> list[bytes]:
        parts = [column[start : start + _CHUNK] for column in columns]
        return [work(*row) for row in zip(*parts, strict=True)]

    done: list[list[bytes]] = []
    pool = ThreadPoolExecutor(_WORKERS)
    try:
        for chunk in pool.map(run, range(0, total, _CHUNK)):
            done.append(chunk)
            if progress is not None:
                progress(sum(map(len, done)), total)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return list(chain.from_iterable(done))
