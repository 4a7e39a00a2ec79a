# SPDX-License-Identifier: EUPL-1.2
"""The files that travel: one line of magic, one line of JSON, then plain arrays.

No pickle, no compression, nothing executable; the reader checks every length before use.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.errors import LinkageError

MAGIC = b"SAMVERN-LINK 1\n"
_TYPES = frozenset({"|u1", "<u4", "<u8", "<i8", "<f8", "|b1"})
_MAX_HEADER = 10_000_000


def write(
    path: Path, kind: str, header: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]
) -> None:
    """Write a file of one `kind` ("ask", "answer", "tokens", "links"), whole or not at all."""
    listed = {name: [array.dtype.str, list(array.shape)] for name, array in arrays.items()}
    line = json.dumps({"kind": kind, **header, "arrays": listed}, sort_keys=True).encode()
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as out:
            out.write(MAGIC + line + b"\n")
            for _, array in sorted(arrays.items()):
                out.write(np.ascontiguousarray(array).tobytes())
        part.replace(path)
    except OSError as error:
        raise LinkageError(f"{path}: cannot be written: {error.strerror}") from None
    finally:
        part.unlink(missing_ok=True)


def read(path: Path, kind: str) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """Header and arrays of a file of this kind.

    Raises:
        LinkageError: not such a file, another kind, or shorter or longer than it says.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise LinkageError(f"{path}: cannot be read: {error.strerror}") from None
    end = raw.find(b"\n", len(MAGIC), len(MAGIC) + _MAX_HEADER)
    if not raw.startswith(MAGIC) or end < 0:
        raise LinkageError(f"{path}: line 1: not a file made by `samvern link`")
    try:
        header = json.loads(raw[len(MAGIC) : end])
        if header["kind"] != kind:
            raise LinkageError(f"{path}: holds {header['kind']}, but {kind} is needed here")
        return header, _arrays(memoryview(raw)[end + 1 :], header["arrays"])
    except (ValueError, KeyError, TypeError) as error:
        if isinstance(error, LinkageError):
            raise
        raise LinkageError(f"{path}: damaged: {error}; ask for the file again") from None


def _arrays(body: memoryview, listed: Mapping[str, Any]) -> dict[str, NDArray[Any]]:
    arrays, at = {}, 0
    for name, (dtype, shape) in listed.items():
        if dtype not in _TYPES or any(not isinstance(n, int) or n < 0 for n in shape):
            raise ValueError(f"array {name} has no known type")
        count = int(np.prod(shape, dtype=object))
        size = count * np.dtype(dtype).itemsize
        if at + size > len(body):
            raise ValueError("the file is cut short")
        arrays[name] = np.frombuffer(body, dtype, count, at).reshape(shape)
        at += size
    if at != len(body):
        raise ValueError("the file goes on after its end")
    return arrays
