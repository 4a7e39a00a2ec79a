# SPDX-License-Identifier: EUPL-1.2
"""The keeper the settings ask for, opened once for the life of the process: Vault, or a file.

A file of keys serves demonstrations, tests, and small installations. It is the one ``samvern keys
make`` writes; three of its entries are read here::

    {"mark": "demo" or "production",
     "keks": {"2026-11-23": key, …},   AES-256, 32 bytes in URL-safe base64
     "kek": "2026-11-23",              the one that wraps new keys; the others only unwrap
     "index": key}                     master of the blind indexes

Keys are wrapped by AES Key Wrap (RFC 3394, 40 bytes). An index key is HKDF-SHA256 of the master
with the field's name, so that two fields never share indexes.
"""

from __future__ import annotations

import base64
import json
import os
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from django.conf import settings

from samvern.identity.keys.keeper import KEY_BYTES, KeeperError, KeyKeeper, Wrapped
from samvern.identity.keys.vault_keeper import VaultKeeper

_PREFIX = "file:"
_OTHERS = 0o077


class _Content(NamedTuple):
    mark: str
    current: str
    keys: dict[str, bytes]
    master: bytes


class FileKeeper:
    """Keys from a file that nobody else may read, read again when the file has changed.

    Raises:
        KeeperError: no such file, open to others, or not a file of keys.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp, self._known = _stamp(path), _read(path)
        self.index_key = lru_cache(maxsize=64)(self._index_key)

    def __repr__(self) -> str:
        return f"FileKeeper({str(self._path)!r}, current={self.current!r})"

    @property
    def mark(self) -> str:
        """See ``KeyKeeper``."""
        return self._known.mark

    @property
    def current(self) -> str:
        """See ``KeyKeeper``."""
        return _PREFIX + self._content().current

    def wrap(self, key: bytes) -> Wrapped:
        """See ``KeyKeeper``."""
        content = self._content()
        wrapping = content.keys[content.current]
        return Wrapped(_PREFIX + content.current, aes_key_wrap(wrapping, key))

    def unwrap(self, wrapped: Wrapped) -> bytes:
        """See ``KeyKeeper``."""
        wrapping = self._content().keys.get(wrapped.keeper.removeprefix(_PREFIX))
        if wrapping is None or not wrapped.keeper.startswith(_PREFIX):
            raise KeeperError(f"{self._path} holds no key {wrapped.keeper!r}")
        try:
            return aes_key_unwrap(wrapping, wrapped.data)
        except (InvalidUnwrap, ValueError):
            raise KeeperError(f"a key wrapped by {wrapped.keeper!r} does not unwrap") from None

    def _content(self) -> _Content:
        """What the file holds now: a rotation reaches servers that are running."""
        stamp = _stamp(self._path)
        if stamp != self._stamp:
            self._known, self._stamp = _read(self._path), stamp
        return self._known

    def _index_key(self, field: str) -> bytes:
        info = b"samvern blind index " + field.encode()
        return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=info).derive(self._known.master)


def _stamp(path: Path) -> tuple[int, int, int]:
    try:
        stat = path.stat()
    except OSError as error:
        raise KeeperError(f"cannot read the keys in {path}: {error.strerror}") from error
    return stat.st_mtime_ns, stat.st_ino, stat.st_size


def _read(path: Path) -> _Content:
    """The file's keys; opened first and looked at then, so it is not swapped between.

    Raises:
        KeeperError: it cannot be read, others may read it, or it is not a file of keys.
    """
    try:
        with path.open("rb") as file:
            shared = os.fstat(file.fileno()).st_mode & _OTHERS
            content = json.load(file)
        keys = {str(name): _key(text) for name, text in content["keks"].items()}
        known = _Content(str(content["mark"]), content["kek"], keys, _key(content["index"]))
    except OSError as error:
        raise KeeperError(f"cannot read the keys in {path}: {error.strerror}") from error
    except (KeyError, TypeError, ValueError, AttributeError):
        known = _Content("", "", {}, b"")
    if known.current not in known.keys:
        raise KeeperError(f"{path} is not a file of keys; make one: samvern keys make")
    if shared:
        raise KeeperError(f"{path} may be read by others; run: chmod 600 {path}")
    return known


def _key(text: str) -> bytes:
    key = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {len(key)} bytes")
    return key


def open_keeper() -> KeyKeeper:
    """The keeper of this installation: Vault where ``VAULT_ADDRESS`` is set, else ``KEY_FILE``.

    Raises:
        KeeperError: none is set, it cannot be used, or its keys are those of another world.
    """
    vault = str(getattr(settings, "VAULT_ADDRESS", ""))
    if not (vault or settings.KEY_FILE):
        raise KeeperError("SAMVERN_KEYS is not set; make a file of keys with: samvern keys make")
    token_file = str(getattr(settings, "VAULT_TOKEN_FILE", ""))
    return _opened(vault, token_file, str(settings.KEY_FILE), bool(settings.PRODUCTION))


@lru_cache(maxsize=4)
def _opened(vault: str, token_file: str, key_file: str, production: bool) -> KeyKeeper:
    keeper: KeyKeeper
    keeper = VaultKeeper(vault, Path(token_file)) if vault else FileKeeper(Path(key_file))
    if (keeper.mark == "production") is not production:
        where = "production" if production else "demo and test"
        raise KeeperError(f"the keys are marked {keeper.mark!r} and are not used in {where}")
    return keeper
