# SPDX-License-Identifier: EUPL-1.2
"""What an agency sends: for each anchor of each record one token, and below it keyed values.

    secret r = OPRF(anchor)                      (`rounds`)
    anchor token   = BLAKE2b(r, "anchor"), 8 bytes
    value token    = AES-128 under BLAKE2b(r, "values") of the value's digest, 4 bytes

The same name gives different tokens under different anchors, so value tokens can only be
compared between two records that share an anchor. Everything is a function of the data and the
keys alone, rows are ordered by their tokens, and absent anchors and name parts are filled with
tokens that match nothing: the file shows how many records there are, which kinds of field each
has, and nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB
from numpy.typing import NDArray

from samvern.linkage import container
from samvern.linkage.anchors import SLOT_KINDS
from samvern.linkage.errors import LinkageError
from samvern.linkage.features import digest
from samvern.linkage.layout import COLUMNS, WIDTH, span
from samvern.linkage.replay import SHAPE, Reach

Rates = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class TokenList:
    """One agency's list as the linkage unit sees it.

    Attributes:
        project, name: of the count and of the list.
        check: equal for all agencies that were answered with the same keys.
        people: how many records.
        person: the record each row belongs to (a record has a row for each alias), shape (rows,).
        anchors: anchor tokens, shape (rows, slots).
        values: value tokens, shape (rows, slots, layout.WIDTH); 0 where the field is missing.
        rates: how often values repeat within the list (`rates`).
        reach: how often a record written again still shares an anchor (`replay`).
        strangers: how many of its own pairs share one all the same (`strangers`).
    """

    project: str
    name: str
    check: str
    people: int
    person: NDArray[np.uint32]
    anchors: NDArray[np.uint64]
    values: NDArray[np.uint32]
    rates: Rates
    reach: Reach
    strangers: Reach

    def save(self, path: Path) -> None:
        """Write the file that travels to the linkage unit; columns nobody fills are left out."""
        used = np.flatnonzero(self.values.any(axis=(0, 1)))
        sent = np.flatnonzero(self.anchors.any(axis=0))
        header = {
            "project": self.project, "name": self.name, "check": self.check,
            "people": self.people, "rates": dict(self.rates), "layout": list(SLOT_KINDS),
            "slots": sent.tolist(), "columns": [COLUMNS[n] for n in used],
        }  # fmt: skip
        arrays: dict[str, NDArray[Any]] = {
            "person": self.person,
            "anchors": self.anchors[:, sent],
            "values": self.values[:, sent][:, :, used],
            "reach": self.reach,
            "strangers": self.strangers,
        }
        container.write(path, "tokens", header, arrays)


def load_tokens(path: Path) -> TokenList:
    """Read what `TokenList.save` wrote.

    Raises:
        LinkageError: not a token file, or made by another version of the layout.
    """
    header, arrays = container.read(path, "tokens")
    known = header["layout"] == list(SLOT_KINDS) and set(header["columns"]) <= set(COLUMNS)
    if not known or not {"reach", "strangers"} <= set(arrays):
        raise LinkageError(f"{path}: made by another version; encode again with this one")
    person, sent, used = arrays["person"], header["slots"], header["columns"]
    shape = (len(person), len(sent), len(used))
    fits = arrays["anchors"].shape == shape[:2] and arrays["values"].shape == shape
    fits = fits and arrays["reach"].shape == SHAPE and arrays["strangers"].shape == SHAPE[1:]
    if not fits or (person >= header["people"]).any():
        raise LinkageError(f"{path}: damaged: its parts do not fit together; ask for it again")
    anchors = np.zeros((len(person), len(SLOT_KINDS)), dtype=np.uint64)
    anchors[:, sent] = arrays["anchors"]
    values = np.zeros((*anchors.shape, WIDTH), dtype=np.uint32)
    values[np.ix_(range(len(person)), sent, [COLUMNS.index(column) for column in used])] = arrays[
        "values"
    ]
    return TokenList(
        header["project"], header["name"], header["check"], header["people"],
        person, anchors, values, {f: (int(a), int(b)) for f, (a, b) in header["rates"].items()},
        arrays["reach"], arrays["strangers"],
    )  # fmt: skip


def fill_names(values: NDArray[np.uint8], present: NDArray[np.bool_], salts: Sequence[str]) -> None:
    """Fill unused part and deletion columns in place, so that they do not tell a name's length.

    `salts` is one text a row that no other row of any list has.
    """
    for slot in ("given", "family"):
        columns = span(f"{slot}.deletion") + span(f"{slot}.part")
        named = present[:, span(f"{slot}.exact")[0]]
        for row in np.flatnonzero(named).tolist():
            for column in columns:
                if not present[row, column]:
                    pad = digest(f"pad{column}", salts[row])
                    values[row, column] = np.frombuffer(pad, dtype=np.uint8)
                    present[row, column] = True


def key_rows(
    table: Sequence[Mapping[int, str]],
    secrets: Mapping[str, bytes],
    values: NDArray[np.uint8],
    present: NDArray[np.bool_],
    salts: Sequence[str],
) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    """Anchor tokens (rows, slots) and value tokens (rows, slots, WIDTH).

    A slot some row of the file uses is filled for every row; one that none uses stays zero.
    """
    slots = sorted({slot for placed in table for slot in placed})
    anchors = np.zeros((len(table), len(SLOT_KINDS)), dtype=np.uint64)
    keyed = np.zeros((*anchors.shape, WIDTH), dtype=np.uint32)
    for row, placed in enumerate(table):
        here = np.flatnonzero(present[row])
        plain = values[row, here].tobytes()
        own = secrets[placed[min(placed)]] if placed else b""
        for slot in slots:
            secret = secrets[placed[slot]] if slot in placed else _pad(own, salts[row], slot)
            anchors[row, slot] = int.from_bytes(_derive(secret, b"anchor", 8), "little")
            keyed[row, slot, here] = _encrypt(_derive(secret, b"values", 16), plain)
    return anchors, keyed


def _derive(secret: bytes, purpose: bytes, size: int) -> bytes:
    return hashlib.blake2b(b"", key=secret, person=purpose, digest_size=size).digest()


def _pad(own: bytes, salt: str, slot: int) -> bytes:
    return hashlib.blake2b(f"{slot}|{salt}".encode(), key=own, digest_size=32).digest()


def _encrypt(key: bytes, digests: bytes) -> NDArray[np.uint32]:
    """AES as a pseudo-random function on distinct 16-byte digests; 0 is kept for "missing"."""
    blocks = Cipher(AES(key), ECB()).encryptor().update(digests)  # noqa: S305
    numbers: NDArray[np.uint32] = np.frombuffer(blocks, dtype="<u4").reshape(-1, 4)[:, 0]
    return np.maximum(numbers, np.uint32(1))
